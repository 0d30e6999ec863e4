/** Outcomes that a study can measure at any month since the permit: read from the lives of a run, with their variance between persons. */

import type { Measure } from '../domain/measures/measure.js';
import { restrictedVariance, shareVariance } from './decision/power.js';
import { addLeaves, leavesOf, personsByHalf, type Results } from './results.js';
import { placeOfHalf, valuesOf } from './uncertainty.js';
import type { DrawValues } from './variances.js';

/** What a measure is at a month: who is past a milestone, who is in a state, or months to a milestone, counted up to that month. */
export type MonthlyOutcome =
  | { readonly kind: 'reached' | 'months_to'; readonly milestone: string }
  | { readonly kind: 'occupancy'; readonly track: string; readonly states: readonly string[] };

/** What a measure is at a month; undefined: it is not known of every person at every month. */
export function monthlyOutcomeOf({ source, over }: Measure): MonthlyOutcome | undefined {
  if (over !== undefined) return undefined;
  if (source.kind === 'occupancy') return source;
  if (source.kind === 'months_to') return source;
  // Who never reaches another milestone is only known at the horizon.
  return source.kind === 'reached' && source.without === undefined ? source : undefined;
}

/** An outcome at a month under one approach. */
interface OutcomeAtMonth {
  readonly values: DrawValues;
  /** Variance between persons for given parameters, on average over the draws. */
  readonly variance: number;
}

/** Reads who is counted, by draw and half, at a month under an approach. */
type CountAt = (month: number) => Float64Array;

function counterOf(results: Results, approach: number, outcome: MonthlyOutcome): CountAt {
  const { built, shapes } = results.approaches[approach]!;
  const kind = outcome.kind === 'occupancy' ? 'occupancy' : 'reached';
  const rows =
    outcome.kind === 'occupancy'
      ? built.model.tracks
          .flatMap(({ name, states }) => states.map((state) => [name, state] as const))
          .flatMap(([track, state], row) =>
            track === outcome.track && outcome.states.includes(state) ? [row] : [],
          )
      : [built.model.milestones.findIndex(({ name }) => name === outcome.milestone)];
  const leaves = leavesOf(results, 0);
  return (month) => {
    const counted = new Float64Array(placeOfHalf(results.draws.length, 0));
    results.draws.forEach(({ approaches }, d) => {
      const counts = approaches[approach]![kind];
      addLeaves(counted, d, leaves, (leaf) =>
        rows.reduce((sum, row) => sum + counts[shapes[kind].at(leaf, row, month)]!, 0),
      );
    });
    return counted;
  };
}

const averageOf = (count: number, of: (draw: number) => number) => {
  let sum = 0;
  for (let draw = 0; draw < count; draw++) sum += of(draw);
  return sum / count;
};

/**
 * An outcome at a month under an approach: its means by draw, and its variance between persons as the simulated lives have it. Of who is
 * counted, p (1 - p) times n / (n - 1) of n persons; of months, those of the simulated persons (see {@link restrictedVariance}).
 *
 * @param month since the permit, within the horizon
 */
export function outcomeAt(
  results: Results,
  approach: number,
  outcome: MonthlyOutcome,
  month: number,
): OutcomeAtMonth {
  const countAt = counterOf(results, approach, outcome);
  const persons = personsByHalf(results, 0);
  const draws = results.draws.length;
  const ofDraw = (sums: Float64Array, draw: number) =>
    sums[placeOfHalf(draw, 0)]! + sums[placeOfHalf(draw, 1)]!;
  if (outcome.kind !== 'months_to') {
    const counted = countAt(month);
    const variance = averageOf(draws, (draw) => {
      const size = ofDraw(persons, draw);
      return (shareVariance(ofDraw(counted, draw) / size) * size) / (size - 1);
    });
    return { values: valuesOf({ counted, of: persons }), variance };
  }
  const reached = Array.from({ length: month + 1 }, (_, at) => countAt(at));
  const counted = new Float64Array(persons.length);
  for (let at = 1; at <= month; at++)
    for (let half = 0; half < counted.length; half++)
      counted[half]! += persons[half]! - (reached[at - 1]![half]! + reached[at]![half]!) / 2;
  const variance = averageOf(draws, (draw) => {
    const size = ofDraw(persons, draw);
    const survival = reached.map((own) => 1 - ofDraw(own, draw) / size);
    return (restrictedVariance(survival, 1) * size) / (size - 1);
  });
  return { values: valuesOf({ counted, of: persons }), variance };
}
