/** Ranks of several approaches in one outcome, with the probability of each rank. */

import { type Results, sumsOf } from './results.js';
import { expectedDifferences, pooledMean, valuesOf } from './uncertainty.js';

/** Ranks of one entry among the others; rank 1 is best. */
export interface Ranked {
  /** Mean over the parameter draws; NaN: not estimated. */
  readonly meanRank: number;
  /** Probability of rank 1, 2, ...: share of the parameter draws; NaN: not estimated. */
  readonly probabilities: readonly number[];
}

/** The difference of an approach with the reference in a measure. */
export interface RankedDifference {
  /** Mean over all persons, as in differences.csv. */
  readonly estimate: number;
  /** Expected in each draw, without chance in its persons; undefined: not estimated. */
  readonly byDraw: readonly number[] | undefined;
  /** As simulated in each draw, with the chance in its persons; undefined of a single draw. */
  readonly simulated: readonly number[] | undefined;
}

/**
 * Difference of an approach with the reference in a measure, overall and by parameter draw. The draws of two scenarios with the
 * same seed share the national parameters, so that they can be compared.
 */
export function rankedDifference(
  results: Results,
  approach: number,
  measure: string,
  month?: number,
): RankedDifference | undefined {
  const key = month === undefined ? measure : `${measure}@${month}`;
  const of = (a: number) => {
    const position = results.approaches[a]!.position.get(key);
    return position === undefined ? undefined : sumsOf(results, a, 0, position);
  };
  const [own, reference] = [of(approach), of(0)];
  if (own === undefined || reference === undefined) return undefined;
  const expected = expectedDifferences(own, reference);
  const { whole } = valuesOf(own, reference);
  return {
    estimate: pooledMean(own) - pooledMean(reference),
    byDraw: expected === undefined ? undefined : Array.from(expected),
    simulated: whole.length < 2 ? undefined : Array.from(whole),
  };
}

/**
 * Ranks entries within every draw. Equal values share the ranks that they cover, with equal probability. If the values of one
 * entry are unknown, so are all ranks, since each depends on all entries.
 *
 * @param byEntry values by entry and draw
 */
export function rankEntries(
  byEntry: readonly (readonly number[] | undefined)[],
  better: 'more' | 'less',
): Ranked[] {
  const count = byEntry.length;
  const values = byEntry.flatMap((own) => (own === undefined ? [] : [own]));
  if (values.length < count) {
    const { NaN: unknown } = Number;
    return byEntry.map(() => ({ meanRank: unknown, probabilities: new Array<number>(count).fill(unknown) }));
  }
  const draws = values[0]?.length ?? 0;
  const probabilities = values.map(() => new Array<number>(count).fill(0));
  for (let d = 0; d < draws; d++) {
    values.forEach((own, i) => {
      const ahead = values.filter((other) =>
        better === 'more' ? other[d]! > own[d]! : other[d]! < own[d]!,
      ).length;
      const equal = values.filter((other) => other[d] === own[d]).length;
      for (let rank = ahead; rank < ahead + equal; rank++) probabilities[i]![rank]! += 1 / (equal * draws);
    });
  }
  return probabilities.map((own) => ({
    meanRank: own.reduce((sum, probability, rank) => sum + probability * (rank + 1), 0),
    probabilities: own,
  }));
}
