/**
 * Expected value of perfect information: what it would be worth, on average, to know the parameters before an option is chosen (Raiffa
 * and Schlaifer 1961). In the unit of the net benefits, euros per person say.
 */

import { mean } from '../statistics.js';
import type { DrawValues } from '../variances.js';
import { areEstimable, type ByOption, expectedByOption } from './expected.js';
import { jackknife, type ValueWithError } from './jackknife.js';
import { leastError, momentsOf } from './least-error.js';

/** What it would be worth to know the parameters; NaN: cannot be estimated. */
export interface PerfectInformation {
  readonly evpi: ValueWithError;
  /** By option: what is lost on average by taking it rather than the best one of each draw. The least of them is the EVPI. */
  readonly losses: readonly ValueWithError[];
  /** Place of the option that is best on average. */
  readonly best: number;
  /**
   * Between which two the EVPI lies whatever the distributions, but for the error of either. The higher is the plain one, of means with
   * chance in them. The lower is what is gained when the half of a draw's persons chooses the option and the other half tells what it
   * gives: chance cannot choose itself.
   */
  readonly between: { readonly low: number; readonly high: number };
}

/** Place of the highest of the values of a draw. */
export function bestOf(values: ByOption, draw: number): number {
  let best = 0;
  for (let k = 1; k < values.length; k++) if (values[k]![draw]! > values[best]![draw]!) best = k;
  return best;
}

/** Mean, over the draws, of the highest value. */
function meanOfHighest(values: ByOption): number {
  const draws = values[0]!.length;
  let sum = 0;
  for (let d = 0; d < draws; d++) sum += values[bestOf(values, d)]![d]!;
  return sum / draws;
}

/** What is lost on average by each option: E max over options - E of the option. */
export function lossesOf(values: ByOption): number[] {
  const highest = meanOfHighest(values);
  return values.map((own) => highest - mean(own));
}

/** E max over options - max over options of E: the value of knowing what tells the values of the draws apart. */
export function valueOfKnowing(values: ByOption): number {
  return Math.min(...lossesOf(values));
}

/** What is gained when the option that is best by one set of values gets what another set says of it. */
function gainOfChoosingBy(choosing: ByOption, valuing: ByOption): number {
  const draws = choosing[0]!.length;
  let sum = 0;
  for (let d = 0; d < draws; d++) sum += valuing[bestOf(choosing, d)]![d]!;
  return sum / draws - Math.max(...valuing.map((own) => mean(own)));
}

/** The same draws seen through one half of their persons only, with twice the variance of noise. */
function byHalf(options: readonly DrawValues[], sign: 1 | -1): DrawValues[] {
  const whole = halfOf(options, sign);
  return options.map(({ halfDifference }, k) => ({
    whole: whole[k]!,
    halfDifference: halfDifference.map((value) => value * Math.SQRT2),
  }));
}

/**
 * What is lost on average by each option, without the chance of persons (see {@link perfectInformation}).
 *
 * @param options where `areEstimable`
 */
export function expectedLosses(options: readonly DrawValues[]): number[] {
  const highestOf = (seen: readonly DrawValues[]) => meanOfHighest(expectedByOption(seen));
  const first = mean(options[0]!.whole);
  const means = options.map(({ whole }) => mean(whole) - first);
  const highest =
    2 * highestOf(options) - (highestOf(byHalf(options, 1)) + highestOf(byHalf(options, -1))) / 2;
  return means.map((own) => Math.max(highest, ...means) - own);
}

/** What each other option is expected to give more than the best one, by draw. */
function againstBest(options: readonly DrawValues[], best: number): Float64Array[] {
  const expected = expectedByOption(options);
  return expected
    .filter((_, k) => k !== best)
    .map((own) => own.map((value, d) => value - expected[best]![d]!));
}

/** Net benefits by the one or the other half of the persons. */
function halfOf(options: readonly DrawValues[], sign: 1 | -1): ByOption {
  return options.map(({ whole, halfDifference }) =>
    whole.map((value, d) => value + sign * halfDifference[d]!),
  );
}

/** The values of some draws. */
export function pick({ whole, halfDifference }: DrawValues, kept: Int32Array): DrawValues {
  const take = (values: Float64Array) => {
    const taken = new Float64Array(kept.length);
    for (let i = 0; i < taken.length; i++) taken[i] = values[kept[i]!]!;
    return taken;
  };
  return { whole: take(whole), halfDifference: take(halfDifference) };
}

/**
 * The expected value of perfect information of several options, and the expected loss of each: E max over options of NB - max over
 * options of E NB, over the parameter draws. Chance of the persons in a draw's net benefit is taken out first (see `expected.ts`): left
 * in, with the best option ahead by m, a difference of standard deviation s and noise of n, it gives the value for sqrt(s^2 + n^2)
 * instead of s. What that leaves where distributions are not normal is taken off to the first order: half of the persons have twice the
 * variance of noise, and the line through the two values is followed to none (as Giles and Goda 2019, doi 10.1007/s11222-018-9835-1, set
 * the mean of the halves against the whole). Measured with 1,000 draws of a lognormal difference of standard deviation 1.3 and mean 0.4,
 * the value of which is 0.208: 0.213 with noise of 0.3, where the plain one is 0.234, and 0.27 with noise of 1, where it is 0.41.
 * Standard errors are those of the jackknife over blocks of draws, which know the error of that too; where few draws are on the other side
 * of the choice, or none, those of `least-error.ts`.
 *
 * @param options net benefits by option: whole draws and half the differences between their halves (0 where there is no chance)
 */
export function perfectInformation(options: readonly DrawValues[]): PerfectInformation {
  const means = options.map(({ whole }) => mean(whole));
  const best = means.indexOf(Math.max(...means));
  const unknown = options.map(() => Number.NaN);
  const canEstimate = areEstimable(options);
  const losses = canEstimate ? expectedLosses(options) : unknown;
  const errors = canEstimate
    ? jackknife(options[0]!.whole.length, (kept) => {
        const some = options.map((option) => pick(option, kept));
        return [...expectedLosses(some), ...againstBest(some, best).flatMap(momentsOf)];
      })
    : unknown;
  const least = canEstimate
    ? againstBest(options, best).map((own, k) => {
        const [ofMean, ofSpread] = errors.slice(options.length + 2 * k);
        return leastError(own, [ofMean!, ofSpread!], losses[best]!);
      })
    : [];
  const errorOf = (k: number) => Math.max(errors[k]!, ...least);
  const [one, other] = [halfOf(options, 1), halfOf(options, -1)];
  return {
    evpi: { value: losses[best]!, error: errorOf(best) },
    losses: losses.map((value, k) => ({ value, error: errorOf(k) })),
    best,
    between: {
      low: Math.max(0, (gainOfChoosingBy(one, other) + gainOfChoosingBy(other, one)) / 2),
      high: valueOfKnowing(options.map(({ whole }) => whole)),
    },
  };
}
