/**
 * Estimates from the nested design: parameter draws, and within each draw replications of the cohort.
 */

import {
  countPresent,
  errorOfDrawMean,
  intervalOf,
  intervalWithoutNoise,
  mean,
  NO_INTERVAL,
  present,
  variance,
} from './statistics.js';

/** An estimate with the three kinds of uncertainty that surround it. NaN: cannot be told. */
export interface Estimate {
  readonly estimate: number;
  /** Monte Carlo standard error: how far the estimate may be off because draws and replications are finite. */
  readonly mcse: number;
  /** 95 % interval of the expected outcome over the parameters' uncertainty. */
  readonly parameterLow: number;
  readonly parameterHigh: number;
  /** 95 % interval of the outcome of one cohort of this size: parameters and chance. */
  readonly predictionLow: number;
  readonly predictionHigh: number;
}

/** Outcomes of one draw. */
export interface DrawValues {
  /** By kept replication; NaN where it has no outcome. */
  readonly kept: readonly number[];
  /** Of the further replications: the sum of their outcomes, and how many had one. */
  readonly restSum: number;
  readonly restCount: number;
}

/** Outcomes by draw. */
export type NestedValues = readonly DrawValues[];

/** Number of replications of a draw that have an outcome. */
function countOf({ kept, restCount }: DrawValues): number {
  return countPresent(kept) + restCount;
}

/** Mean over all replications of a draw; NaN where none has an outcome. */
export function meanOfDraw(values: DrawValues): number {
  let sum = 0;
  for (const value of values.kept) if (!Number.isNaN(value)) sum += value;
  return (sum + values.restSum) / countOf(values);
}

/** The outcomes that there are of all kept replications, draw by draw. */
export function keptOutcomes(values: NestedValues): Float64Array {
  const outcomes = new Float64Array(values.reduce((count, { kept }) => count + countPresent(kept), 0));
  let next = 0;
  for (const { kept } of values) {
    for (const value of kept) if (!Number.isNaN(value)) outcomes[next++] = value;
  }
  return outcomes;
}

/** Outcomes on one side minus those on the other, pair by pair. */
export function subtract(left: NestedValues, right: NestedValues): NestedValues {
  return left.map((own, d): DrawValues => {
    const other = right[d]!;
    const restCount = Math.min(own.restCount, other.restCount);
    const restSum =
      restCount === 0 ? 0 : restCount * (own.restSum / own.restCount - other.restSum / other.restCount);
    return { kept: own.kept.map((value, r) => value - other.kept[r]!), restSum, restCount };
  });
}

/**
 * Estimates from nested values.
 *
 * The estimate is the mean of the draws' means. With several draws its MCSE comes from how much pairs of draws differ
 * (`errorOfDrawMean`), which covers draws and replications both; with one draw it is that of the replications, and with one replication that of the persons (`personVariance`, of one person's outcome). The
 * parameter interval takes the noise of the replications out of the spread of the draws' means (`intervalWithoutNoise`).
 * The prediction interval is the spread of the kept replications.
 *
 * @param persons persons in one replication
 */
export function estimateNested(values: NestedValues, personVariance: number, persons: number): Estimate {
  const byDraw = values.map(meanOfDraw);
  const draws = values.filter((draw) => countOf(draw) > 0);
  const means = present(byDraw);
  const all = keptOutcomes(draws);
  const estimate = mean(means);
  const replicationVariance = mean(present(draws.map(({ kept }) => variance(present(kept)))));
  const perReplication = Number.isNaN(replicationVariance) ? personVariance / persons : replicationVariance;
  const noise = mean(draws.map((draw) => perReplication / countOf(draw)));
  const several = means.length > 1;
  const parameter = intervalWithoutNoise(means, noise);
  const prediction = all.length > 1 ? intervalOf(all) : NO_INTERVAL;
  return {
    estimate,
    mcse: several ? errorOfDrawMean(byDraw) : Math.sqrt(noise),
    parameterLow: parameter.low,
    parameterHigh: parameter.high,
    predictionLow: prediction.low,
    predictionHigh: prediction.high,
  };
}
