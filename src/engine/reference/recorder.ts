/** Records a life while the kernel runs it: rewards, milestones, occupancy. */

import type { CompiledModel, CompiledTransition } from '../compile/compile.js';
import { holds } from '../compile/condition.js';
import { SAME } from '../compile/constants.js';
import type { LifeRecord } from '../compile/life.js';
import type { Move } from '../compile/moves.js';
import type { Person } from '../model/model.js';
import { Ledger } from './ledger.js';

export class Recorder implements LifeRecord {
  readonly ledger: Ledger;
  /** Month at which each milestone was reached by the last person; NaN if it was not. */
  readonly milestones: Float64Array;
  /**
   * Change in the number of persons in each state at each whole month: `state * (horizon + 2) + month`.
   * Running sums over months give the occupancy. Adds up over lives until the caller clears it.
   */
  readonly occupancyChange: Int32Array;
  /** Months that the last person spent in each state within the horizon. */
  readonly monthsInState: Float64Array;
  private readonly horizon: number;
  /** Start of the present spell of each reward's and milestone's condition; NaN while it does not hold. */
  private readonly rewardSince: Float64Array;
  private readonly milestoneSince: Float64Array;
  private person!: Person;

  constructor(private readonly compiled: CompiledModel) {
    const { model, rewards, milestones, stateCount } = compiled;
    this.horizon = model.horizonMonths;
    this.ledger = new Ledger(model, rewards);
    this.milestones = new Float64Array(milestones.length);
    this.rewardSince = new Float64Array(rewards.length);
    this.milestoneSince = new Float64Array(milestones.length);
    this.occupancyChange = new Int32Array(stateCount * (this.horizon + 2));
    this.monthsInState = new Float64Array(stateCount);
  }

  /** Starts a new life in the given states. */
  begin(person: Person, states: Int32Array): void {
    const { rewards, milestones } = this.compiled;
    this.person = person;
    this.ledger.openLife();
    // Not fill(): the call costs more than a short loop.
    for (let s = 0; s < this.monthsInState.length; s++) this.monthsInState[s] = 0;
    for (let r = 0; r < rewards.length; r++) {
      const { when } = rewards[r]!;
      this.rewardSince[r] = when !== undefined && holds(when, states) ? 0 : Number.NaN;
    }
    for (let m = 0; m < milestones.length; m++) {
      this.milestones[m] = Number.NaN;
      this.milestoneSince[m] = holds(milestones[m]!.when, states) ? 0 : Number.NaN;
    }
  }

  /** Counts a transition that leaves `state`, in which the person has been since `entered`. */
  count(transition: CompiledTransition, state: number, entered: number, now: number): void {
    this.countOccupancy(state, entered, now);
    if (now > this.horizon) return;
    const { eventRewards } = transition;
    const { calendar, rewardFactor } = this.person;
    for (let i = 0; i < eventRewards.length; i++) {
      const r = eventRewards[i]!;
      this.ledger.addEvent(r, now + calendar, rewardFactor[r]!);
    }
  }

  /** Starts and ends spells of rewards and milestones after a change of state. */
  follow(move: Move, states: Int32Array, now: number): void {
    const { rewards, milestones } = this.compiled;
    for (let i = 0; i < move.rewards.length; i++) {
      const r = move.rewards[i]!;
      const was = !Number.isNaN(this.rewardSince[r]!);
      const is = holds(rewards[r]!.when!, states);
      if (is === was) continue;
      if (was) this.closeReward(r, now);
      this.rewardSince[r] = is ? now : Number.NaN;
    }
    for (let i = 0; i < move.milestones.length; i++) {
      const m = move.milestones[i]!;
      const was = !Number.isNaN(this.milestoneSince[m]!);
      const is = holds(milestones[m]!.when, states);
      if (is === was) continue;
      if (was) this.closeMilestone(m, now);
      this.milestoneSince[m] = is ? now : Number.NaN;
    }
  }

  /** Ends the life: open spells last until the horizon. */
  finish(states: Int32Array, entered: Float64Array): void {
    for (let r = 0; r < this.rewardSince.length; r++) {
      if (!Number.isNaN(this.rewardSince[r]!)) this.closeReward(r, this.horizon);
    }
    for (let m = 0; m < this.milestoneSince.length; m++) {
      if (!Number.isNaN(this.milestoneSince[m]!)) this.closeMilestone(m, this.compiled.endMonths);
    }
    for (let t = 0; t < entered.length; t++) {
      this.countOccupancy(this.compiled.stateOffset[t]! + states[t]!, entered[t]!, this.horizon + 1);
    }
  }

  private countOccupancy(state: number, entered: number, left: number): void {
    const within = Math.min(left, this.horizon);
    if (within > entered) this.monthsInState[state]! += within - entered;
    const first = Math.ceil(entered);
    const last = Math.min(Math.ceil(left), this.horizon + 1);
    if (first >= last) return;
    const base = state * (this.horizon + 2);
    this.occupancyChange[base + first]! += 1;
    this.occupancyChange[base + last]! -= 1;
  }

  private closeReward(r: number, now: number): void {
    const { calendar, rewardFactor } = this.person;
    const end = Math.min(now, this.horizon);
    this.ledger.addRate(r, this.rewardSince[r]! + calendar, end + calendar, rewardFactor[r]!);
  }

  /** A spell reaches its milestone when it began within the horizon and lasted long enough; the first one counts. */
  private closeMilestone(m: number, now: number): void {
    const since = this.milestoneSince[m]!;
    if (since > this.horizon || !Number.isNaN(this.milestones[m]!)) return;
    if (now - since + SAME >= this.compiled.milestones[m]!.sustainedMonths) this.milestones[m] = since;
  }
}
