/** How many replications of a cohort a run takes where nobody says it. */

/**
 * Number of persons that the default number of replications aims for: in each draw, and in all draws together. With fewer persons
 * in a draw, chance hides the effect of the parameters on many outcomes, and their intervals cannot be estimated.
 */
const PERSONS_PER_DRAW = 600;
const PERSONS_IN_ALL = 10_000;
/**
 * Below this size a draw simulates at least two cohorts: prediction intervals are read from the simulated cohorts, and the draws
 * of a block share theirs.
 */
const LARGE_COHORT = 1000;

/** Replications of a cohort of so many persons in each of so many draws. */
export function replicationsFor(draws: number, size: number): number {
  const wanted = Math.ceil(Math.max(PERSONS_PER_DRAW, PERSONS_IN_ALL / draws) / size);
  return Math.max(wanted, size < LARGE_COHORT ? 2 : 1);
}
