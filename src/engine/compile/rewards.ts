/** Prepares rewards for counting: their calendar tables are cut at the boundaries of periods. */

import type { Model, Reward } from '../model/model.js';
import type { CompiledCondition } from './condition.js';

/** A reward with its calendar table cut at the period boundaries, so that every piece lies in one period. */
export interface CompiledReward {
  readonly name: string;
  readonly kind: Reward['kind'];
  readonly when: CompiledCondition | undefined;
  /** Start of each piece in calendar months; the first piece also holds before its start. */
  readonly from: Float64Array;
  readonly value: Float64Array;
  readonly period: Int32Array;
  /** Discount factor at the start of each piece. */
  readonly discount: Float64Array;
}

/** Index of the last entry not above x, at least 0. */
function lastNotAbove(sorted: ArrayLike<number>, x: number): number {
  let index = 0;
  while (index + 1 < sorted.length && sorted[index + 1]! <= x) index++;
  return index;
}

/** A calendar table cut at the period boundaries: for each piece its start, the discount there, its period, and its entry in the table. */
interface Cut {
  readonly from: Float64Array;
  readonly discount: Float64Array;
  readonly period: Int32Array;
  readonly entry: Int32Array;
}

/** Cuts tables with the given starts. */
type Cutter = (from: readonly number[]) => Cut;

/** Prepares the cutting of tables at period boundaries. Rewards with the same list of starts share a cut. */
export function createCutter(model: Pick<Model, 'periods' | 'discountRate' | 'discountTo'>): Cutter {
  const { periods } = model;
  const to = discountMonth(model);
  const delta = discountPerMonth(model);
  const cuts = new Map<readonly number[], Cut>();
  return (from) => {
    const known = cuts.get(from);
    if (known !== undefined) return known;
    const starts = [...new Set([...from, ...periods])].sort((a, b) => a - b);
    if (starts.length === 0) starts.push(0);
    const cut = {
      from: Float64Array.from(starts),
      discount: Float64Array.from(starts, (start) => Math.exp(-delta * (start - to))),
      period: Int32Array.from(starts, (start) => lastNotAbove(periods, start)),
      entry: Int32Array.from(starts, (start) => lastNotAbove(from, start)),
    };
    cuts.set(from, cut);
    return cut;
  };
}

/** Compiles a reward. A monthly reward is counted only while `when` holds. */
export function compileReward(
  { amount, kind, name }: Reward,
  when: CompiledCondition | undefined,
  cutAt: Cutter,
): CompiledReward {
  const { discount, entry, from, period } = cutAt(amount.from);
  const value = new Float64Array(from.length);
  for (let i = 0; i < value.length; i++) value[i] = amount.values[entry[i]!] ?? 0;
  return { name, kind, when, from, value, period, discount };
}

/** Number of periods by which rewards are added up: at least one. */
export function periodCountOf({ periods }: Model): number {
  return Math.max(1, periods.length);
}

/** Continuous discount rate per month. */
export function discountPerMonth({ discountRate }: Pick<Model, 'discountRate'>): number {
  return Math.log1p(discountRate) / 12;
}

/** The calendar month to which amounts are discounted. */
export function discountMonth({ discountTo }: Pick<Model, 'discountTo'>): number {
  return discountTo ?? 0;
}
