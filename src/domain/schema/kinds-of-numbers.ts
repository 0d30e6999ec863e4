/** Kinds of numbers that several sections of the schema have, with their units and bounds. */

import { quantity } from './quantity.js';

export const ratio = () => quantity({ unit: 'hazard ratio', min: 0, max: 100 });
export const hazardPerMonth = () => quantity({ unit: 'per month', min: 0, max: 10 });
export const months = () => quantity({ unit: 'months', min: 0, max: 600 });
export const hours = () => quantity({ unit: 'hours a week', min: 0, max: 80 });
export const spreadOfLogarithm = () =>
  quantity({ unit: 'standard deviation of the logarithm', min: 0.01, max: 3 });
export const timeRatio = () => quantity({ unit: 'time ratio', min: 0.05, max: 20 });
/** Above 0 and bounded, so that odds that give a stated share of a whole cohort can always be found. */
export const oddsRatio = () => quantity({ unit: 'odds ratio', min: 0.01, max: 100 });
/** What another payer takes over is a cost of that payer, and not one below 0. */
export const euros = (unit: string) => quantity({ unit, min: 0, max: 1_000_000 });
