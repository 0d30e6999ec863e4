/** Which parameters are calibrated, and how they are carried: on a scale on which their prior is standard normal. */

import { normalCdf } from '../../engine/random/special.js';
import { regimeOf } from '../regimes/find.js';
import type { ScenarioTree } from '../schema/scenario.js';
import { listParameters, type Parameter } from './draw.js';
import { type AnnotatedQuantity, isAnnotated } from './quantity.js';
import { quantileOfQuantity } from './uncertainty.js';

/** A parameter with a range. */
export interface UncertainParameter extends Parameter {
  readonly quantity: AnnotatedQuantity;
}

/**
 * Whether a parameter affects the lives of a cohort under the reference approach. Money, sanctions and the effects of activities
 * are left out, since no target says anything about them.
 */
function isCalibrated(path: string, { reference, regime }: ScenarioTree): boolean {
  const { moves, leaves } = regimeOf({ regime }).calibrated;
  const sections = [
    'cohort.composition.',
    'cohort.capacity.',
    'cohort.never_leaving',
    'housing.',
    'language.',
  ];
  const more = [...moves, 'income.', 'effects.dropout_', 'effects.overload_', `approaches.${reference}.`];
  const not = [...leaves, 'income.part_time_benefit'];
  const starts = (prefix: string) => path.startsWith(prefix);
  return [...sections, ...more].some(starts) && !not.some(starts);
}

function hasRange({ low, high, distribution, tie }: AnnotatedQuantity): boolean {
  return (
    tie === undefined && distribution !== 'fixed' && low !== undefined && high !== undefined && high > low
  );
}

/** The parameters of a scenario that a calibration moves, in the order of the file. */
export function calibratedParameters(tree: ScenarioTree): UncertainParameter[] {
  return listParameters(tree).filter(
    (parameter): parameter is UncertainParameter =>
      isCalibrated(parameter.path, tree) && isAnnotated(parameter.quantity) && hasRange(parameter.quantity),
  );
}

/** Probabilities are kept off 0 and 1 by this much. */
const EDGE = 1e-12;

/** Value of a parameter at a point of the standard normal scale: its quantile at the normal probability. */
export function valueAt({ quantity }: UncertainParameter, deviate: number): number {
  return quantileOfQuantity(quantity, Math.min(1 - EDGE, Math.max(EDGE, normalCdf(deviate))));
}
