/**
 * The clocks of one life: per transition the budget left, how fast it is spent and when it is gone; per track which of
 * its transitions comes first.
 *
 * Random time change (modified next reaction method; D. F. Anderson, J. Chem. Phys. 127, 214107, 2007,
 * doi 10.1063/1.2799998): each hazard has a unit-exponential budget that its integral spends; the transition fires
 * when the budget is gone. A budget outlives interruptions of its hazard, so that a person's luck is the same under
 * every approach.
 */

import { type CompiledModel, type CompiledTransition, DURATION, GATE, HAZARD } from './compile.js';
import { holds } from './condition.js';
import { cumulativeHazard, inverseCumulativeHazard, quantileOf } from './distribution.js';
import {
  type Circumstances,
  evaluateHazard,
  type HazardNow,
  integrateHazard,
  monthsToSpend,
} from './hazard.js';
import type { Person } from './model.js';
import type { Move } from './moves.js';
import { uniformAt } from './threefry.js';

/** Purposes of a draw; part of its address beside the transition and the occurrence. */
const BUDGET = 0;
const BRANCH = 1;

export class Clocks {
  /** Per track: the earliest moment that matters to one of its transitions, and which one that is. */
  readonly trackNext: Float64Array;
  readonly trackTransition: Int32Array;
  /** Per transition: whether it fires at its next moment, or only needs a fresh look. */
  readonly fires: Uint8Array;

  private readonly transitions: readonly CompiledTransition[];
  private readonly hazard: HazardNow = { log: 0, slope: 0, until: 0 };
  private person!: Person;

  /** Per transition: budget left, and what was last computed of its hazard. */
  private readonly budget: Float64Array;
  private readonly drawn: Uint8Array;
  private readonly occurrence: Int32Array;
  private readonly running: Uint8Array;
  private readonly since: Float64Array;
  private readonly rate: Float64Array;
  private readonly slope: Float64Array;
  private readonly age: Float64Array;
  private readonly next: Float64Array;

  constructor(
    private readonly compiled: CompiledModel,
    private readonly here: Circumstances,
  ) {
    const count = compiled.transitions.length;
    const tracks = compiled.model.tracks.length;
    this.transitions = compiled.transitions;
    this.trackNext = new Float64Array(tracks);
    this.trackTransition = new Int32Array(tracks);
    this.fires = new Uint8Array(count);
    this.budget = new Float64Array(count);
    this.drawn = new Uint8Array(count);
    this.occurrence = new Int32Array(count);
    this.running = new Uint8Array(count);
    this.since = new Float64Array(count);
    this.rate = new Float64Array(count);
    this.slope = new Float64Array(count);
    this.age = new Float64Array(count);
    this.next = new Float64Array(count);
  }

  /** Winds the clocks for a new life, in the states where it starts. */
  begin(person: Person): void {
    this.person = person;
    this.drawn.fill(0);
    this.occurrence.fill(0);
    this.running.fill(0);
    for (let t = 0; t < this.here.states.length; t++) this.armTrack(t, 0);
  }

  /** Starts the transitions that leave the track's present state. */
  armTrack(track: number, now: number): void {
    const state = this.compiled.stateOffset[track]! + this.here.states[track]!;
    const end = this.compiled.outStart[state + 1]!;
    for (let k = this.compiled.outStart[state]!; k < end; k++) {
      this.age[k] = 0;
      if (this.transitions[k]!.kind !== HAZARD) this.drawn[k] = 0;
      this.refresh(k, now);
    }
    this.findEarliest(track);
  }

  private findEarliest(track: number): void {
    const state = this.compiled.stateOffset[track]! + this.here.states[track]!;
    const end = this.compiled.outStart[state + 1]!;
    let earliest = Number.POSITIVE_INFINITY;
    let transition = -1;
    for (let k = this.compiled.outStart[state]!; k < end; k++) {
      if (this.next[k]! < earliest) {
        earliest = this.next[k]!;
        transition = k;
      }
    }
    this.trackNext[track] = earliest;
    this.trackTransition[track] = transition;
  }

  /** Draws a uniform for the transition; the occurrence moves on with every budget or delay drawn. */
  private uniform(k: number, purpose: number): number {
    const { person } = this;
    return uniformAt(
      person.key0,
      person.key1,
      this.transitions[k]!.address,
      (this.occurrence[k]! << 1) | purpose,
    );
  }

  private drawBudget(k: number): void {
    this.occurrence[k]! += 1;
    this.budget[k] = -Math.log(this.uniform(k, BUDGET));
    this.drawn[k] = 1;
  }

  /** Spends what the transition's hazard has integrated to since it was last looked at. */
  private spend(k: number, now: number): void {
    if (this.running[k] === 0) return;
    const months = now - this.since[k]!;
    this.since[k] = now;
    if (months <= 0) return;
    const { kind, distribution, source } = this.transitions[k]!;
    if (kind === HAZARD) {
      this.budget[k]! -= integrateHazard(this.rate[k]!, this.slope[k]!, months);
    } else if (kind === DURATION) {
      const before = this.age[k]!;
      this.age[k] = before + months;
      if (distribution!.kind !== 'fixed') {
        const stretch = this.person.timeRatio[source]!;
        const used =
          cumulativeHazard(distribution!, this.age[k]! / stretch) -
          cumulativeHazard(distribution!, before / stretch);
        this.budget[k]! -= this.rate[k]! * used;
      }
    }
  }

  private update(k: number, now: number): void {
    this.spend(k, now);
    this.refresh(k, now);
  }

  /** Looks afresh at a transition: does its guard hold, how fast does it run, when does it fire? */
  private refresh(k: number, now: number): void {
    const transition = this.transitions[k]!;
    const { guard, kind } = transition;
    const never = this.person.logRatio[transition.source] === Number.NEGATIVE_INFINITY;
    if (never || (guard !== undefined && !holds(guard, this.here.states))) {
      this.running[k] = 0;
      this.next[k] = Number.POSITIVE_INFINITY;
      return;
    }
    if (kind === GATE) this.openGate(k, transition, now);
    else if (kind === DURATION) this.runDuration(k, transition, now);
    else this.runHazard(k, transition, now);
    this.running[k] = 1;
    this.since[k] = now;
  }

  private openGate(k: number, transition: CompiledTransition, now: number): void {
    if (this.running[k] === 1) return;
    const delay = transition.distribution;
    this.fires[k] = 1;
    if (delay === undefined) {
      this.next[k] = now;
      return;
    }
    this.occurrence[k]! += 1;
    const months = delay.kind === 'fixed' ? delay.months : quantileOf(delay, this.uniform(k, BUDGET));
    this.next[k] = now + months * this.person.timeRatio[transition.source]!;
  }

  private runDuration(k: number, transition: CompiledTransition, now: number): void {
    const distribution = transition.distribution!;
    const stretch = this.person.timeRatio[transition.source]!;
    this.fires[k] = 1;
    if (distribution.kind === 'fixed') {
      this.next[k] = now + Math.max(0, distribution.months * stretch - this.age[k]!);
      return;
    }
    if (this.drawn[k] === 0) this.drawBudget(k);
    evaluateHazard(this.hazard, transition, this.person, this.here, now);
    this.rate[k] = Math.exp(this.hazard.log);
    const age = this.age[k]!;
    const target =
      (age === 0 ? 0 : cumulativeHazard(distribution, age / stretch)) +
      Math.max(0, this.budget[k]!) / this.rate[k]!;
    this.next[k] = Math.max(now, now - age + stretch * inverseCumulativeHazard(distribution, target));
  }

  private runHazard(k: number, transition: CompiledTransition, now: number): void {
    const { hazard } = this;
    evaluateHazard(hazard, transition, this.person, this.here, now);
    const rate = Math.exp(hazard.log);
    this.rate[k] = rate;
    this.slope[k] = hazard.slope;
    if (rate > 0 && this.drawn[k] === 0) this.drawBudget(k);
    const fire =
      rate > 0
        ? now + monthsToSpend(Math.max(0, this.budget[k]!), rate, hazard.slope)
        : Number.POSITIVE_INFINITY;
    this.fires[k] = fire <= hazard.until ? 1 : 0;
    this.next[k] = Math.min(fire, hazard.until);
  }

  /** Stops the transitions that leave a state, when transition `fired` does; the others keep what is left of their budgets. */
  stopState(state: number, fired: number, now: number): void {
    const end = this.compiled.outStart[state + 1]!;
    for (let j = this.compiled.outStart[state]!; j < end; j++) {
      if (j !== fired) this.spend(j, now);
      this.running[j] = 0;
    }
    this.drawn[fired] = 0;
  }

  /** Brings a transition up to date that has reached a moment at which its hazard changes. */
  lookAfresh(k: number, track: number, now: number): void {
    this.update(k, now);
    this.findEarliest(track);
  }

  /** Draws which of its branches a transition takes that fires. */
  chooseBranch(k: number): number {
    const { cumulative, kind, distribution } = this.transitions[k]!;
    // Clocks without a budget of their own still need a fresh address for every choice.
    if (kind === GATE ? distribution === undefined : distribution?.kind === 'fixed') this.occurrence[k]! += 1;
    const u = this.uniform(k, BRANCH);
    let branch = 0;
    while (u > cumulative[branch]!) branch++;
    return branch;
  }

  /** Brings the transitions of other tracks up to date that a change of state affects. */
  updateAffected(move: Move, now: number): void {
    const { affected } = move;
    for (let i = 0; i < affected.length; i++) {
      const { track, byState } = affected[i]!;
      const list = byState[this.here.states[track]!]!;
      if (list.length === 0) continue;
      for (let j = 0; j < list.length; j++) this.update(list[j]!, now);
      this.findEarliest(track);
    }
  }
}
