/** The amounts counted for a person: per month and per event, nominal and discounted, in total and by period. */

import { SAME } from '../compile/constants.js';
import type { LifeSums } from '../compile/life.js';
import { type CompiledReward, discountMonth, discountPerMonth, periodCountOf } from '../compile/rewards.js';
import type { Model } from '../model/model.js';

/** Sums for one person, and sums by period over all persons since the last reset. */
export class Ledger implements LifeSums {
  readonly nominal: Float64Array;
  readonly discounted: Float64Array;
  /** By reward and period: `reward * periodCount + period`. */
  readonly nominalByPeriod: Float64Array;
  readonly discountedByPeriod: Float64Array;
  readonly periodCount: number;
  private readonly rewards: readonly CompiledReward[];
  /** Continuous discount rate per month. */
  private readonly delta: number;
  /** Calendar month to which amounts are discounted. */
  private readonly to: number;
  /** The last discounted calendar times and their factors, since one spell ends where the next begins. */
  private readonly discountedAt = Float64Array.of(Number.NaN, Number.NaN);
  private readonly discounts = new Float64Array(2);
  private oldest = 0;
  /** Piece in which each reward was last counted; time only moves forward within a life. */
  private readonly hint: Int32Array;

  constructor(model: Model, rewards: readonly CompiledReward[]) {
    this.rewards = rewards;
    this.periodCount = periodCountOf(model);
    this.nominal = new Float64Array(rewards.length);
    this.discounted = new Float64Array(rewards.length);
    this.nominalByPeriod = new Float64Array(rewards.length * this.periodCount);
    this.discountedByPeriod = new Float64Array(rewards.length * this.periodCount);
    this.delta = discountPerMonth(model);
    this.to = discountMonth(model);
    this.hint = new Int32Array(rewards.length);
  }

  /** Starts a new person. */
  openLife(): void {
    const { nominal, discounted, hint } = this;
    // Not fill(): the call costs more than a short loop.
    for (let r = 0; r < nominal.length; r++) {
      nominal[r] = 0;
      discounted[r] = 0;
      hint[r] = 0;
    }
  }

  /** Resets the sums by period. */
  resetPeriods(): void {
    this.nominalByPeriod.fill(0);
    this.discountedByPeriod.fill(0);
  }

  private add(reward: number, piece: number, amount: number, discounted: number): void {
    this.nominal[reward]! += amount;
    this.discounted[reward]! += discounted;
    const cell = reward * this.periodCount + this.rewards[reward]!.period[piece]!;
    this.nominalByPeriod[cell]! += amount;
    this.discountedByPeriod[cell]! += discounted;
  }

  /** The discount factor exp(-delta (c - to)) of calendar time c. */
  private discountAt(calendar: number): number {
    const { discountedAt, discounts } = this;
    if (discountedAt[0] === calendar) return discounts[0]!;
    if (discountedAt[1] === calendar) return discounts[1]!;
    const { oldest } = this;
    this.oldest = 1 - oldest;
    discountedAt[oldest] = calendar;
    discounts[oldest] = Math.exp(-this.delta * (calendar - this.to));
    return discounts[oldest]!;
  }

  /** The piece in force at a calendar time, searched from where the reward was last counted. */
  private pieceAt(reward: number, calendar: number): number {
    const { from } = this.rewards[reward]!;
    let piece = this.hint[reward]!;
    while (piece + 1 < from.length && from[piece + 1]! <= calendar) piece++;
    this.hint[reward] = piece;
    return piece;
  }

  /**
   * Adds a reward per month over the calendar time [start, end], times the person's factor. Discounting is
   * continuous: the integral of v exp(-delta (c - to)) over a piece from a to b is v / delta times the difference of the
   * discount factors at a and b.
   */
  addRate(reward: number, start: number, end: number, factor: number): void {
    if (end <= start || factor === 0) return;
    const { delta } = this;
    const { from, value, discount } = this.rewards[reward]!;
    let piece = this.pieceAt(reward, start);
    let a = start;
    let before = this.discountAt(start);
    while (a < end) {
      const isCut = piece + 1 < from.length && from[piece + 1]! < end;
      const b = isCut ? from[piece + 1]! : end;
      const after = isCut ? discount[piece + 1]! : this.discountAt(end);
      const perMonth = value[piece]! * factor;
      const amount = perMonth * (b - a);
      this.add(reward, piece, amount, delta === 0 ? amount : (perMonth * (before - after)) / delta);
      a = b;
      before = after;
      piece++;
    }
  }

  /** Adds a reward per event at a calendar time, times the person's factor. */
  addEvent(reward: number, calendar: number, factor: number): void {
    const piece = this.pieceAt(reward, calendar + SAME);
    const amount = this.rewards[reward]!.value[piece]! * factor;
    this.add(reward, piece, amount, amount * this.discountAt(calendar));
  }
}
