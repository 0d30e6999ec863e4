/**
 * The clocks of one life: for each transition the budget left, how fast it is spent and when it is used up; for each track which
 * of its transitions comes first. Random time change (modified next reaction method; D. F. Anderson, J. Chem. Phys. 127,
 * 214107, 2007, doi 10.1063/1.2799998): each hazard has a unit-exponential budget that its integral uses up, and the transition
 * fires when nothing is left. A budget survives interruptions of its hazard, so that a person has the same random numbers under
 * every approach.
 */

import type { CompiledModel, CompiledTransition } from '../compile/compile.js';
import { holds } from '../compile/condition.js';
import { DURATION, GATE, HAZARD, SAME } from '../compile/constants.js';
import type { Move } from '../compile/moves.js';
import type { Person } from '../model/model.js';
import { quantileOf } from '../random/distribution.js';
import { Budgets } from './budgets.js';
import { Durations } from './durations.js';
import {
  type Circumstances,
  evaluateHazard,
  exposedMonths,
  type HazardNow,
  integrateHazard,
  monthsToSpend,
  paceOf,
} from './hazard.js';

export class Clocks {
  /** Per track: the earliest moment that matters to one of its transitions, and which one that is. */
  readonly trackNext: Float64Array;
  readonly trackTransition: Int32Array;
  /** Per transition: whether it fires at its next moment, or only has to be updated. */
  readonly fires: Uint8Array;

  readonly budgets: Budgets;

  private readonly transitions: readonly CompiledTransition[];
  private readonly outStart: Int32Array;
  private readonly stateOffset: Int32Array;
  private readonly states: Int32Array;
  private readonly hazard: HazardNow = { rate: Number.NaN, slope: Number.NaN, until: Number.NaN };
  private person!: Person;

  /** Per transition: whether its hazard only depends on the person; its constant part, and the index of the person's ratio. */
  private readonly plain: Uint8Array;
  private readonly base: Float64Array;
  private readonly source: Int32Array;
  /** Per transition: the last computed values of its hazard. */
  private readonly budget: Float64Array;
  private readonly drawn: Uint8Array;
  private readonly running: Uint8Array;
  private readonly since: Float64Array;
  /** The hazard (for a duration: its ratio) at the last computation of its end, and the slope of its logarithm. */
  private readonly rate: Float64Array;
  private readonly slope: Float64Array;
  private readonly durations: Durations;
  /** When the budget will be used up if the hazard stays as it is, and the next moment that matters. */
  private readonly fireAt: Float64Array;
  private readonly next: Float64Array;

  constructor(
    compiled: CompiledModel,
    private readonly here: Circumstances,
  ) {
    const count = compiled.transitions.length;
    const tracks = compiled.model.tracks.length;
    this.transitions = compiled.transitions;
    this.outStart = compiled.outStart;
    this.stateOffset = compiled.stateOffset;
    this.states = here.states;
    this.trackNext = new Float64Array(tracks);
    this.trackTransition = new Int32Array(tracks);
    this.budgets = new Budgets(compiled.transitions);
    this.budget = this.budgets.left;
    this.drawn = this.budgets.drawn;
    this.plain = Uint8Array.from(compiled.transitions, ({ plain }) => (plain ? 1 : 0));
    // A plain hazard fires at its next moment; for the others this is computed.
    this.fires = this.plain.slice();
    this.base = Float64Array.from(compiled.transitions, ({ base }) => base);
    this.source = Int32Array.from(compiled.transitions, ({ source }) => source);
    this.running = new Uint8Array(count);
    this.since = new Float64Array(count);
    this.rate = new Float64Array(count);
    this.slope = new Float64Array(count);
    this.durations = new Durations(count, this.budgets);
    this.fireAt = new Float64Array(count);
    this.next = new Float64Array(count);
  }

  /** Resets the clocks for a new life, in its starting states. */
  begin(person: Person): void {
    this.person = person;
    this.budgets.begin(person);
    for (let t = 0; t < this.trackNext.length; t++) this.armTrack(t, 0);
  }

  /** Starts the transitions out of the track's present state. */
  armTrack(track: number, now: number): void {
    const { plain } = this;
    const state = this.stateOffset[track]! + this.states[track]!;
    const end = this.outStart[state + 1]!;
    for (let k = this.outStart[state]!; k < end; k++) {
      if (plain[k] === 1) this.startPlain(k, now);
      else this.arm(k, now);
    }
    this.findEarliest(track);
  }

  /** Stops the transitions out of a state, which `fired` has just left; the others keep the rest of their budgets. */
  stopState(state: number, fired: number, now: number): void {
    const { plain, budget, rate, since } = this;
    const end = this.outStart[state + 1]!;
    for (let k = this.outStart[state]!; k < end; k++) {
      if (k === fired) continue;
      if (plain[k] === 1) budget[k]! -= rate[k]! * (now - since[k]!);
      else if (this.running[k] === 1) this.spend(k, this.transitions[k]!, now);
    }
    this.drawn[fired] = 0;
  }

  /** Updates a transition that has reached a moment at which its hazard changes. */
  lookAfresh(k: number, track: number, now: number): void {
    this.update(k, now);
    this.findEarliest(track);
  }

  /** Updates the transitions of other tracks that a change of state affects. */
  updateAffected(move: Move, now: number): void {
    const { affected } = move;
    for (let i = 0; i < affected.length; i++) {
      const { track, byState } = affected[i]!;
      const list = byState[this.states[track]!]!;
      if (list.length === 0) continue;
      for (let j = 0; j < list.length; j++) this.update(list[j]!, now);
      this.findEarliest(track);
    }
  }

  private findEarliest(track: number): void {
    const state = this.stateOffset[track]! + this.states[track]!;
    const end = this.outStart[state + 1]!;
    let earliest = Number.POSITIVE_INFINITY;
    let transition = -1;
    for (let k = this.outStart[state]!; k < end; k++) {
      if (this.next[k]! < earliest - SAME) {
        earliest = this.next[k]!;
        transition = k;
      }
    }
    this.trackNext[track] = earliest;
    this.trackTransition[track] = transition;
  }

  /** Starts a hazard that only depends on the person. */
  private startPlain(k: number, now: number): void {
    const rate = this.base[k]! * this.person.ratio[this.source[k]!]!;
    this.rate[k] = rate;
    this.since[k] = now;
    if (rate > 0) {
      if (this.drawn[k] === 0) this.budgets.draw(k);
      this.next[k] = now + Math.max(0, this.budget[k]!) / rate;
    } else this.next[k] = Number.POSITIVE_INFINITY;
  }

  /** Starts any other transition, for a state just entered. */
  private arm(k: number, now: number): void {
    const transition = this.transitions[k]!;
    if (transition.kind !== HAZARD) {
      const { limitExposure, limitRatio } = transition;
      const limit =
        limitExposure >= 0 ? limitRatio * exposedMonths(this.here, limitExposure, now) : undefined;
      this.durations.restart(k, limit);
    }
    this.running[k] = 0;
    this.update(k, now);
  }

  /** Whether a transition can happen to this person at all, and its guard holds. */
  private isOpen({ guard, source }: CompiledTransition): boolean {
    if (this.person.ratio[source] === 0) return false;
    return guard === undefined || holds(guard, this.states);
  }

  private close(k: number): void {
    this.running[k] = 0;
    this.next[k] = Number.POSITIVE_INFINITY;
  }

  /** Updates a transition: whether its guard holds, how fast it runs, when it fires. */
  private update(k: number, now: number): void {
    const transition = this.transitions[k]!;
    const runs = this.running[k] === 1;
    if (!this.isOpen(transition)) {
      if (runs) this.spend(k, transition, now);
      this.close(k);
    } else if (!transition.steady) this.readjust(k, transition, now, runs);
    else if (!runs) this.startSteady(k, transition, now);
  }

  /** Starts a transition whose next moment is fixed once it has started. */
  private startSteady(k: number, transition: CompiledTransition, now: number): void {
    this.running[k] = 1;
    this.since[k] = now;
    if (transition.kind === GATE) this.startGate(k, transition, now);
    else this.startFixed(k, transition, now);
  }

  /** Starts a transition, or adapts it to a change of its hazard. Most changes elsewhere leave the hazard as it was. */
  private readjust(k: number, transition: CompiledTransition, now: number, runs: boolean): void {
    const { hazard } = this;
    evaluateHazard(hazard, transition, this.person, this.here, now);
    const pace = transition.kind === DURATION ? paceOf(transition, this.here) : 1;
    if (runs) {
      const isSame = hazard.rate === this.rate[k] && pace === this.durations.pace[k];
      if (isSame && hazard.slope === 0 && this.slope[k] === 0) {
        this.schedule(k);
        return;
      }
      this.spend(k, transition, now);
    }
    this.running[k] = 1;
    this.since[k] = now;
    this.durations.pace[k] = pace;
    this.aim(k, transition, now);
  }

  private startGate(k: number, { distribution: delay, source }: CompiledTransition, now: number): void {
    this.fires[k] = 1;
    if (delay === undefined) {
      this.next[k] = now;
      return;
    }
    const { budgets } = this;
    budgets.advance(k);
    const months = delay.kind === 'fixed' ? delay.months : quantileOf(delay, budgets.uniform(k));
    this.next[k] = now + months * this.person.timeRatio[source]!;
  }

  private startFixed(k: number, transition: CompiledTransition, now: number): void {
    this.fires[k] = 1;
    this.next[k] = now + this.durations.left(k, transition, this.person, this.rate[k]!);
  }

  /** Computes when the budget will be used up at the hazard just evaluated. */
  private aim(k: number, transition: CompiledTransition, now: number): void {
    const { rate, slope } = this.hazard;
    this.rate[k] = rate;
    this.slope[k] = slope;
    if (transition.kind === DURATION) {
      const pace = this.durations.pace[k]!;
      this.fireAt[k] =
        pace > 0
          ? now + this.durations.left(k, transition, this.person, rate) / pace
          : Number.POSITIVE_INFINITY;
    } else if (rate > 0) {
      if (this.drawn[k] === 0) this.budgets.draw(k);
      this.fireAt[k] = now + monthsToSpend(Math.max(0, this.budget[k]!), rate, slope);
    } else this.fireAt[k] = Number.POSITIVE_INFINITY;
    this.schedule(k);
  }

  /** Sets the next moment: the transition fires then, unless its hazard changes first. */
  private schedule(k: number): void {
    const fire = this.fireAt[k]!;
    const { until } = this.hazard;
    this.fires[k] = fire <= until ? 1 : 0;
    this.next[k] = Math.min(fire, until);
  }

  /** Subtracts the integral of a running transition's hazard since its last update from the budget. */
  private spend(k: number, transition: CompiledTransition, now: number): void {
    const months = now - this.since[k]!;
    if (months <= 0 || transition.kind === GATE) return;
    if (transition.kind === HAZARD) this.budget[k]! -= integrateHazard(this.rate[k]!, this.slope[k]!, months);
    else this.durations.spend(k, transition, this.person, this.rate[k]!, months);
  }
}
