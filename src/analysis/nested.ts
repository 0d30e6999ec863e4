/**
 * Estimates from the nested design: parameter draws, and within each draw replications of the cohort.
 */

import { DRAWS_PER_BLOCK } from '../simulation/cohort/cohort-key.js';
import { type Bounds, type Chance, predictionInterval } from './spread.js';
import { countPresent, present, variance } from './statistics.js';
import { type Estimated, type EstimatedWithSpread, estimateMean, type Sums } from './uncertainty.js';

/** An estimate with its three kinds of uncertainty. NaN: not estimated. */
export interface Estimate {
  /** Mean over all persons of all draws and replications. */
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

/** Outcomes of the replications that are kept separately, by draw; NaN where one has no outcome. */
export type NestedValues = readonly (readonly number[])[];

/** The outcomes of all kept replications that have one, draw by draw. */
export function keptOutcomes(values: NestedValues): Float64Array {
  const outcomes = new Float64Array(values.reduce((count, kept) => count + countPresent(kept), 0));
  let next = 0;
  for (const kept of values) {
    for (const value of kept) if (!Number.isNaN(value)) outcomes[next++] = value;
  }
  return outcomes;
}

/** Outcomes on one side minus those on the other, pair by pair. */
export function subtract(left: NestedValues, right: NestedValues): NestedValues {
  return left.map((own, d) => own.map((value, r) => value - right[d]![r]!));
}

/** Chance, as estimated from the kept replications. */
export function chanceOf(values: NestedValues): Chance {
  let sum = 0;
  let draws = 0;
  let count = 0;
  for (const kept of values) {
    const within = variance(present(kept));
    if (Number.isNaN(within)) continue;
    sum += within;
    draws += 1;
    count += countPresent(kept);
  }
  // The draws of a block have the same persons.
  return { variance: sum / draws, freedom: (count / draws - 1) * Math.ceil(draws / DRAWS_PER_BLOCK) };
}

/** The sums behind an estimate, and the replications that are kept separately. */
export interface Nested {
  readonly own: Sums;
  /** Absent: the estimate is not a difference. */
  readonly other?: Sums;
  readonly kept: NestedValues;
  /** Replications in each draw. */
  readonly replications: number;
}

/**
 * Estimates from nested values. The estimate, its MCSE and the parameter interval are those of {@link estimateMean}; the prediction
 * interval is the spread of the kept replications (see {@link predictionOf}). With few draws, the part of the MCSE due to chance
 * in the persons is estimated from the replications or, with one replication, from the persons (`personVariance`, of one person's
 * outcome).
 *
 * @param persons persons in one replication
 */
export function estimateNested(
  { own, other, kept, replications }: Nested,
  personVariance: number,
  persons: number,
  bounds: Bounds,
): Estimate {
  const chance = chanceOf(kept);
  const perReplication = Number.isNaN(chance.variance) ? personVariance / persons : chance.variance;
  const estimated = estimateMean(own, other, bounds, () => perReplication / replications);
  return { ...estimateOf(estimated), ...predictionOf(estimated, kept, bounds, chance) };
}

/** The columns for the estimates of a mean. */
function estimateOf({
  estimate,
  mcse,
  low,
  high,
}: Estimated): Pick<Estimate, 'estimate' | 'mcse' | 'parameterLow' | 'parameterHigh'> {
  return { estimate, mcse, parameterLow: low, parameterHigh: high };
}

/**
 * The prediction interval around an estimate. It always contains the parameter interval, if there is one: the outcome of a cohort
 * is the expected outcome plus chance, so it is at least as uncertain. The two intervals are estimated separately. Where chance
 * adds little, the quantiles of the cohorts are too close together: they count every cohort as independent although the cohorts
 * of a draw are nearly the same, and they leave out the error of the estimate. In that case the ends of the parameter interval,
 * which counts draws, are better.
 *
 * @param told the estimate, its parameter interval (NaN: not estimated; infinite: beyond the horizon) and the spread between draws
 */
export function predictionOf(
  { estimate, spread, low: parameterLow, high: parameterHigh }: Omit<EstimatedWithSpread, 'mcse'>,
  kept: NestedValues,
  bounds: Bounds,
  chance: Chance = chanceOf(kept),
): Pick<Estimate, 'predictionLow' | 'predictionHigh'> {
  const outcomes = keptOutcomes(kept);
  const draws = kept.filter((values) => countPresent(values) > 0).length;
  const { low, high } = predictionInterval(estimate, outcomes, draws, spread, chance, bounds);
  // Where something hardly ever happens, most cohorts have a zero, and their quantiles say less than the mean.
  if (estimate < low || estimate > high) return { predictionLow: Number.NaN, predictionHigh: Number.NaN };
  return {
    predictionLow: parameterLow < low ? parameterLow : low,
    predictionHigh: parameterHigh > high ? parameterHigh : high,
  };
}
