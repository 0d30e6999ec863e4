/** Who arrives: size, permit dates and composition of a cohort. */

import { z } from 'zod';
import { ageBands, educationLevels, households } from '../names.js';
import { day } from './day.js';
import { quantity } from './quantity.js';

const share = () => quantity({ unit: 'share', min: 0, max: 1 });

/** One quantity for each of the names. */
export function each<const Names extends readonly string[], Item extends z.ZodType>(
  names: Names,
  item: () => Item,
) {
  return z.strictObject(
    Object.fromEntries(names.map((name) => [name, item()])) as { [Name in Names[number]]: Item },
  );
}

/** One share for each of the names; together they make one. */
const shares = <const Names extends readonly string[]>(names: Names) => each(names, share);

/** What people of one origin look like. Within an origin the attributes are drawn independently. */
const profile = z.strictObject({
  share: share().describe('Share of the cohort that is of this origin.'),
  men: share().describe('Share of this origin that is a man.'),
  age: shares(ageBands),
  education: shares(educationLevels),
  household: shares(households),
  reunification_pending: share().describe(
    'Share of the people alone (household single) of this origin whose family reunification is still pending at the permit.',
  ),
  mental_health_complaints: share().describe('Share of this origin with mental health complaints.'),
});

export const cohortSchema = z.strictObject({
  /** Adults of 18 to 64. */
  size: quantity({ unit: 'persons', min: 1, max: 1_000_000, whole: true }),
  /** Permits are given evenly over `inflow_months` from this date. */
  first_permit: day(),
  inflow_months: quantity({ unit: 'months', min: 0, max: 120 }),
  composition: z.strictObject({ syria: profile, eritrea: profile, other: profile }),
  capacity: z.strictObject({
    hours_per_week: quantity({ unit: 'hours a week', min: 0, max: 80 }),
    spread: quantity({ unit: 'hours a week (standard deviation)', min: 0, max: 40 }),
    children: quantity({ unit: 'hours a week less', min: 0, max: 40 }),
    mental_health: quantity({ unit: 'hours a week less', min: 0, max: 40 }),
    reunification_pending: quantity({ unit: 'hours a week less', min: 0, max: 40 }),
  }),
  /** Of people who live alone: share that shares a house with another adult of the same age (kostendelersnorm). */
  sharing: share().optional(),
  never_leaving: share().describe(
    "Unobserved: share of those on bijstand who never leave it by work, education or other income, a partner's included.",
  ),
});
