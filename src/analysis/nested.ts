/**
 * Estimates from the nested design: parameter draws, and within each draw replications of the cohort.
 */

import { INTERVAL, mean, present, quantile, variance } from './statistics.js';

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

/** Outcome by draw and, within it, by replication. NaN where a replication has no outcome. */
export type NestedValues = readonly (readonly number[])[];

/**
 * Estimates from nested values.
 *
 * The estimate is the mean of the draws' means. With several draws its MCSE is the standard deviation of the draws'
 * means over the root of their number, which covers draws and replications both; with one draw it is that of the
 * replications, and with one replication that of the persons (`personVariance`, of one person's outcome). The
 * parameter interval takes the noise of the replications out of the spread of the draws' means: deviations are
 * shrunk by sqrt((B - W) / B), B the variance between draws' means and W the part of it that replications cause
 * (one-way random effects); with W unknown they are not shrunk. The prediction interval is the spread of all replications.
 *
 * @param persons persons in one replication
 */
export function estimateNested(values: NestedValues, personVariance: number, persons: number): Estimate {
  const replicates = values.map(present).filter((draw) => draw.length > 0);
  const means = replicates.map(mean);
  const all = replicates.flat();
  const estimate = mean(means);
  const between = variance(means);
  const replicationVariance = mean(present(replicates.map(variance)));
  const perReplication = Number.isNaN(replicationVariance) ? personVariance / persons : replicationVariance;
  const noise = mean(replicates.map((draw) => perReplication / draw.length));
  const several = means.length > 1;
  // Without any measure of the noise the spread is left as it is: wider, never narrower than it should be.
  const signal = Number.isNaN(noise) ? between : Math.max(0, between - noise);
  const shrink = between > 0 ? Math.sqrt(signal / between) : 0;
  const centred = means.map((value) => estimate + shrink * (value - estimate));
  const spread = all.length > 1;
  return {
    estimate,
    mcse: several ? Math.sqrt(between / means.length) : Math.sqrt(noise),
    parameterLow: several ? quantile(centred, INTERVAL[0]) : Number.NaN,
    parameterHigh: several ? quantile(centred, INTERVAL[1]) : Number.NaN,
    predictionLow: spread ? quantile(all, INTERVAL[0]) : Number.NaN,
    predictionHigh: spread ? quantile(all, INTERVAL[1]) : Number.NaN,
  };
}
