/** What the difference between an approach and the reference hangs on, of all that is uncertain: a row for each input. */

import { DRAWS_PER_BLOCK } from '../../simulation/cohort/cohort-key.js';
import { type PerfectInformation, perfectInformation } from '../decision/evpi.js';
import { partialInformation } from '../decision/evppi.js';
import type { ValueWithError } from '../decision/jackknife.js';
import { mean } from '../statistics.js';
import type { EstimatedWithSpread } from '../uncertainty.js';
import type { DrawValues } from '../variances.js';
import { type InputInfluences, influencesOf } from './influence.js';
import { rankCorrelations } from './rank-correlation.js';

/** What an input does to a difference. */
export interface InputEffect {
  readonly path: string;
  /** Share of the variance over the parameters, with its interval; NaN: cannot be told. */
  readonly share: number;
  readonly shareLow: number;
  readonly shareHigh: number;
  readonly rises: boolean;
  /** Whether it is told from nothing, at 5 % over all inputs together. */
  readonly isDistinct: boolean;
  /** Partial rank correlation with the difference; NaN: cannot be told. */
  readonly rankCorrelation: number;
  /** What it would be worth to know it before one of the two is chosen; NaN: not computed. */
  readonly evppi: ValueWithError;
}

/** What inputs that go together do to a difference. */
export interface GroupEffect {
  readonly name: string;
  /** Those that are uncertain and used. */
  readonly paths: readonly string[];
  /** Sum of their shares of the variance; NaN: cannot be told. */
  readonly share: number;
  /** What it would be worth to know all of them before one of the two is chosen; NaN: not computed. */
  readonly evppi: ValueWithError;
}

/** What a difference hangs on. */
export interface Sensitivity {
  /** Inputs that go together, as one. */
  readonly groups: readonly GroupEffect[];
  /** The strongest first; those that cannot be told last. */
  readonly inputs: readonly InputEffect[];
  /** Share of the variance that all inputs explain together. NaN: the draws do not tell what the parameters do. */
  readonly explained: number;
  /** Whether all inputs were fitted together (see {@link influencesOf}). */
  readonly isOfAll: boolean;
  /** What it would be worth to know everything; undefined where neither way of the measure is better. */
  readonly information: PerfectInformation | undefined;
}

/** A difference, and what it is judged by. */
export interface Judged {
  /** Means by draw under the reference and under the approach. */
  readonly options: readonly [DrawValues, DrawValues];
  /** What is told of their difference. */
  readonly estimated: Pick<EstimatedWithSpread, 'low' | 'high' | 'spread'>;
  readonly better: 'more' | 'less' | undefined;
}

/** Inputs of which the value of knowing them is computed, the most influential. */
export const VALUED = 20;

const UNKNOWN: ValueWithError = { value: Number.NaN, error: Number.NaN };

const UNTOLD = { share: Number.NaN, shareLow: Number.NaN, shareHigh: Number.NaN };

/** Values of which more is better. */
export function asBenefit({ whole, halfDifference }: DrawValues, better: 'more' | 'less'): DrawValues {
  const sign = better === 'more' ? 1 : -1;
  return { whole: whole.map((v) => sign * v), halfDifference: halfDifference.map((v) => sign * v) };
}

/** Part of the net benefits below which a value of knowing is rounding. */
const ROUNDING = 1e-9;

/** What it would be worth to know everything, without what is rounding. */
export function valueOfAll(options: readonly DrawValues[]): PerfectInformation {
  const information = perfectInformation(options);
  const scale = Math.max(...options.map(({ whole }) => Math.abs(mean(whole))));
  const { value } = information.evpi;
  return value < ROUNDING * scale ? { ...information, evpi: { value: 0, error: 0 } } : information;
}

/** The influences, where the draws tell what the parameters do to the difference. */
function toldInfluences(
  values: ReadonlyMap<string, Float64Array>,
  difference: Float64Array,
  { low, high, spread }: Judged['estimated'],
): InputInfluences | undefined {
  if (difference.some(Number.isNaN) || Number.isNaN(low) || Number.isNaN(high)) return undefined;
  return influencesOf(values, difference, { block: DRAWS_PER_BLOCK, variance: spread?.parameters ?? 0 });
}

/**
 * What a difference hangs on, from the parameter draws of a run alone.
 *
 * @param values by path of an input, then by draw
 * @param key addresses the random numbers of the errors of the EVPPI
 * @param groups paths of inputs that go together, by name
 */
export function sensitivityOf(
  values: ReadonlyMap<string, Float64Array>,
  { options, estimated, better }: Judged,
  key: readonly [number, number],
  groups: Readonly<Record<string, readonly string[]>> = {},
): Sensitivity {
  const [reference, own] = options;
  const difference = own.whole.map((value, d) => value - reference.whole[d]!);
  const influences = toldInfluences(values, difference, estimated);
  const paths = [...values.keys()];
  const isWhole = !difference.some(Number.isNaN);
  const correlations = isWhole
    ? rankCorrelations([...values.values()], difference, difference.length >> 1)
    : undefined;
  const ordered =
    influences?.inputs ?? paths.map((path) => ({ path, ...UNTOLD, rises: false, isDistinct: false }));
  const benefits = better === undefined || !isWhole ? undefined : options.map((o) => asBenefit(o, better));
  const worthOf = (known: readonly string[], share: number): ValueWithError => {
    if (benefits === undefined || !(share > 0)) return UNKNOWN;
    const { value, error } = partialInformation(
      benefits.map(({ whole }) => whole),
      known.map((path) => values.get(path)!),
      key,
    );
    return { value, error };
  };
  const shares = new Map(ordered.map(({ path, share }) => [path, share]));
  const groupOf = ([name, numbers]: [string, readonly string[]]): GroupEffect => {
    const used = numbers.filter((path) => values.has(path));
    const share = used.reduce((sum, path) => sum + shares.get(path)!, used.length === 0 ? Number.NaN : 0);
    return { name, paths: used, share, evppi: worthOf(used, share) };
  };
  return {
    groups: Object.entries(groups).map(groupOf),
    inputs: ordered.map((input, place) => ({
      ...input,
      rankCorrelation: correlations?.[paths.indexOf(input.path)]?.correlation ?? Number.NaN,
      evppi: place < VALUED ? worthOf([input.path], input.share) : UNKNOWN,
    })),
    explained: influences?.explained ?? Number.NaN,
    isOfAll: influences?.isOfAll ?? false,
    information: benefits === undefined ? undefined : valueOfAll(benefits),
  };
}

/** Width of the interval of a share from which on it may be nearly none and nearly all. */
const ANYTHING = 0.9;

/** Whether the draws tell how much of the variance an input carries. */
export const isShareTold = ({
  share,
  shareLow,
  shareHigh,
}: Pick<InputEffect, 'share' | 'shareLow' | 'shareHigh'>): boolean =>
  Number.isFinite(share) && !(shareHigh - shareLow >= ANYTHING);

/** Share of the variance from which on inputs carry most of it. */
const MOST = 0.5;

/**
 * The fewest inputs that carry most of what is not known, the strongest first and each told from nothing, its interval too; or, where
 * those that are told carry less together, all of these. None of which the draws do not tell how much it carries.
 */
export function carriersOf({
  inputs,
}: {
  readonly inputs: readonly Pick<InputEffect, 'path' | 'share' | 'shareLow' | 'shareHigh' | 'isDistinct'>[];
}): { paths: string[]; isMost: boolean } {
  const paths: string[] = [];
  let carried = 0;
  for (const input of inputs) {
    const { path, share, shareLow, isDistinct } = input;
    if (carried > MOST) break;
    if (!isDistinct || !(share > 0) || !(shareLow > 0) || !isShareTold(input)) continue;
    paths.push(path);
    carried += share;
  }
  return { paths, isMost: carried > MOST };
}
