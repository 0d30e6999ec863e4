/**
 * The clocks of one life: when each transition that could happen now will fire.
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
import { uniformAt } from './threefry.js';

/** Purposes of a draw; part of its address beside the transition and the occurrence. */
const BUDGET = 0;
const BRANCH = 1;

/** Clocks by transition, in the order of the compiled model. */
export class Clocks {
  /** Next moment that matters to the transition, and whether it fires then or only needs a fresh look. */
  readonly next: Float64Array;
  readonly fires: Uint8Array;
  private readonly hazard: HazardNow = { log: 0, slope: 0, until: 0 };
  private readonly transitions: readonly CompiledTransition[];
  private person!: Person;
  /** Budget left, and what was last computed of the hazard. */
  private readonly budget: Float64Array;
  private readonly drawn: Uint8Array;
  private readonly occurrence: Int32Array;
  private readonly running: Uint8Array;
  private readonly since: Float64Array;
  private readonly rate: Float64Array;
  private readonly slope: Float64Array;
  private readonly age: Float64Array;
  /** Logarithm and value of the last constant hazard. */
  private readonly knownLog: Float64Array;
  private readonly knownRate: Float64Array;

  constructor(
    compiled: CompiledModel,
    private readonly here: Circumstances,
  ) {
    const count = compiled.transitions.length;
    this.transitions = compiled.transitions;
    this.budget = new Float64Array(count);
    this.drawn = new Uint8Array(count);
    this.occurrence = new Int32Array(count);
    this.running = new Uint8Array(count);
    this.since = new Float64Array(count);
    this.rate = new Float64Array(count);
    this.slope = new Float64Array(count);
    this.age = new Float64Array(count);
    this.knownLog = new Float64Array(count).fill(Number.NaN);
    this.knownRate = new Float64Array(count);
    this.next = new Float64Array(count);
    this.fires = new Uint8Array(count);
  }

  /** Forgets the life before. */
  begin(person: Person): void {
    this.person = person;
    this.drawn.fill(0);
    this.occurrence.fill(0);
    this.running.fill(0);
  }

  /** Starts the clock of a transition whose state has just been entered. */
  start(k: number, now: number): void {
    this.age[k] = 0;
    if (this.transitions[k]!.kind !== HAZARD) this.drawn[k] = 0;
    this.refresh(k, now);
  }

  /** Stops the clock of a transition whose state is left; a hazard keeps what is left of its budget. */
  stop(k: number, now: number): void {
    this.spend(k, now);
    this.running[k] = 0;
  }

  /** Stops the clock of the transition that has fired: its budget is used up. */
  finish(k: number): void {
    this.drawn[k] = 0;
    this.running[k] = 0;
  }

  /** Brings a clock up to date after something it depends on has changed. */
  update(k: number, now: number): void {
    this.spend(k, now);
    this.refresh(k, now);
  }

  /** Draws which of its states a transition leads to. */
  chooseBranch(k: number): number {
    const { cumulative, kind, distribution } = this.transitions[k]!;
    // Clocks without a budget of their own still need a fresh address for every choice.
    if (kind === GATE ? distribution === undefined : distribution?.kind === 'fixed') this.occurrence[k]! += 1;
    const u = this.uniform(k, BRANCH);
    let branch = 0;
    while (u > cumulative[branch]!) branch++;
    return branch;
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
    else if (transition.constant) this.runConstant(k, transition, now);
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

  /** A hazard that nothing but the person changes: one rate for the whole sojourn, the same for many persons. */
  private runConstant(k: number, transition: CompiledTransition, now: number): void {
    const log = transition.baseLog + this.person.logRatio[transition.source]!;
    if (log !== this.knownLog[k]) {
      this.knownLog[k] = log;
      this.knownRate[k] = Math.exp(log);
    }
    const rate = this.knownRate[k]!;
    this.rate[k] = rate;
    this.slope[k] = 0;
    this.fires[k] = 1;
    if (rate > 0) {
      if (this.drawn[k] === 0) this.drawBudget(k);
      this.next[k] = now + Math.max(0, this.budget[k]!) / rate;
    } else this.next[k] = Number.POSITIVE_INFINITY;
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
}
