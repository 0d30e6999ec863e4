/** Which option is best by how much one is willing to pay for a unit of effect, and how sure that is. */

import { errorOfDrawMean, errorOfProbability, mean, variance } from '../statistics.js';
import type { DrawValues } from '../variances.js';
import { expectedLosses } from './evpi.js';
import { areEstimable, type ByOption, expectedByOption } from './expected.js';
import type { ValueWithError } from './jackknife.js';

/** What an option costs and what it does, by draw. */
export interface CostsAndEffects {
  readonly costs: DrawValues;
  readonly effects: DrawValues;
}

/** Net benefit of an option: what one is willing to pay for its effects, less its costs. */
export function netBenefit({ costs, effects }: CostsAndEffects, willingness: number): DrawValues {
  const less = (effect: Float64Array, cost: Float64Array) =>
    effect.map((value, d) => willingness * value - cost[d]!);
  return {
    whole: less(effects.whole, costs.whole),
    halfDifference: less(effects.halfDifference, costs.halfDifference),
  };
}

/** How good the options are at one willingness to pay; NaN: cannot be estimated. */
export interface Acceptability {
  readonly willingness: number;
  /** By option: net benefit on average, less that of the first. */
  readonly netBenefits: readonly number[];
  /** By option: probability over the parameters that it is the best; those of all add up to one. */
  readonly probabilities: readonly ValueWithError[];
  /** By option: what is lost on average by taking it rather than the best one of each draw. */
  readonly losses: readonly number[];
  /** Place of the option that is best on average: its probability is on the frontier, its loss is the EVPI. */
  readonly frontier: number;
}

/** Share of the draws in which each option is best; options that are equally good share a draw. */
function sharesBest(values: ByOption): number[] {
  const draws = values[0]!.length;
  const shares = values.map(() => 0);
  for (let d = 0; d < draws; d++) {
    let most = Number.NEGATIVE_INFINITY;
    let equal = 0;
    for (const own of values) {
      if (own[d]! > most) [most, equal] = [own[d]!, 1];
      else if (own[d]! === most) equal += 1;
    }
    values.forEach((own, k) => {
      if (own[d]! === most) shares[k]! += 1 / (equal * draws);
    });
  }
  return shares;
}

/**
 * Acceptability curves, their frontier and expected losses over the willingness to pay (van Hout and others 1994, doi
 * 10.1002/hec.4730030505; Fenwick, Claxton and Sculpher 2001, doi 10.1002/hec.635; Alarid-Escudero and others 2019, doi
 * 10.1016/j.jval.2019.02.008). The chance of a draw's persons is taken out at each willingness to pay (see `expected.ts`). The option that
 * is best on average need not be the one that is most probably best.
 *
 * @param options at least one
 * @param willingness euros per unit of effect
 */
export function acceptability(
  options: readonly CostsAndEffects[],
  willingness: readonly number[],
): Acceptability[] {
  const draws = options[0]!.costs.whole.length;
  return willingness.map((euros) => {
    const benefits = options.map((option) => netBenefit(option, euros));
    const means = benefits.map(({ whole }) => mean(whole) - mean(benefits[0]!.whole));
    const frontier = means.indexOf(Math.max(...means));
    if (!areEstimable(benefits)) {
      const unknown = { value: Number.NaN, error: Number.NaN };
      return {
        willingness: euros,
        netBenefits: means,
        probabilities: options.map(() => unknown),
        losses: options.map(() => Number.NaN),
        frontier,
      };
    }
    const values = expectedByOption(benefits);
    return {
      willingness: euros,
      netBenefits: means,
      probabilities: sharesBest(values).map((value) => ({ value, error: errorOfProbability(value, draws) })),
      losses: expectedLosses(benefits),
      frontier,
    };
  });
}

/** An option that is best on average, from some willingness to pay on. */
export interface FrontierPart {
  /** Place of the option. */
  readonly option: number;
  /** Euros per unit of effect from which on it is; of the first 0, where there is nothing to be off: its error is NaN. */
  readonly from: ValueWithError;
}

/** Where the net benefit of one option overtakes that of another on average, with the standard error over the draws. */
function crossingOf(own: CostsAndEffects, other: CostsAndEffects): ValueWithError {
  const slope = mean(own.effects.whole) - mean(other.effects.whole);
  const value = (mean(own.costs.whole) - mean(other.costs.whole)) / slope;
  const [gained, had] = [netBenefit(own, value).whole, netBenefit(other, value).whole];
  const error = errorOfDrawMean(Array.from(gained, (benefit, d) => benefit - had[d]!));
  return { value, error: error / Math.abs(slope) };
}

/**
 * Which options are best on average as the willingness to pay rises from nothing, and where one follows the other: the mean net benefit
 * of each is a straight line, so that the crossings of their upper envelope are exact.
 *
 * @param options at least one
 * @param most willingness up to which they are followed, in euros per unit of effect
 */
export function frontierOf(options: readonly CostsAndEffects[], most: number): FrontierPart[] {
  const effects = options.map((own) => mean(own.effects.whole));
  const costs = options.map((own) => mean(own.costs.whole));
  const steeper = (a: number, b: number) => effects[b]! - effects[a]!;
  const [first] = [...options.keys()].sort((a, b) => costs[a]! - costs[b]! || steeper(a, b));
  const parts: FrontierPart[] = [{ option: first!, from: { value: 0, error: Number.NaN } }];
  for (let last = first!; ; ) {
    const [next] = [...options.keys()]
      .filter((option) => effects[option]! > effects[last]!)
      .map((option) => ({ option, from: crossingOf(options[option]!, options[last]!) }))
      .sort((a, b) => a.from.value - b.from.value || steeper(a.option, b.option));
    if (next === undefined || next.from.value > most) return parts;
    parts.push(next);
    last = next.option;
  }
}

/** A draw on the cost-effectiveness plane: what an option does and costs more than the first. */
export interface PlanePoint {
  readonly effect: number;
  readonly cost: number;
}

/** Values of draws times a factor. */
function times({ whole, halfDifference }: DrawValues, factor: number): DrawValues {
  return {
    whole: whole.map((value) => factor * value),
    halfDifference: halfDifference.map((value) => factor * value),
  };
}

/**
 * The points of the cost-effectiveness plane of one option against another, one a draw (Black 1990, doi 10.1177/0272989X9001000308),
 * without the chance of the persons: effects and costs are drawn in together, each in units of its own standard deviation, since what is
 * moved least hangs on the units. Undefined where it cannot be estimated.
 */
export function planePoints(own: CostsAndEffects, reference: CostsAndEffects): PlanePoint[] | undefined {
  const difference = (kind: 'costs' | 'effects'): DrawValues => ({
    whole: own[kind].whole.map((value, d) => value - reference[kind].whole[d]!),
    halfDifference: own[kind].halfDifference.map((value, d) => value - reference[kind].halfDifference[d]!),
  });
  const unitOf = ({ whole }: DrawValues) => Math.sqrt(variance(whole)) || 1;
  const none = { whole: own.costs.whole.map(() => 0), halfDifference: own.costs.whole.map(() => 0) };
  const differences = [difference('effects'), difference('costs')];
  const units = differences.map(unitOf);
  const both = [none, ...differences.map((values, i) => times(values, 1 / units[i]!))];
  if (!areEstimable(both)) return undefined;
  const [, effects, costs] = expectedByOption(both);
  return Array.from(effects!, (effect, d) => ({ effect: units[0]! * effect, cost: units[1]! * costs![d]! }));
}
