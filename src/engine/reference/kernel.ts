/** The kernel: runs one life through a compiled model, event by event, in continuous time and exactly. */

import type { CompiledModel, CompiledTransition } from '../compile/compile.js';
import { holds } from '../compile/condition.js';
import { BELOW, MAX_EVENTS, MAX_SIMULTANEOUS, REACHED, SAME } from '../compile/constants.js';
import { type EventListener, type LifeRunner, SimultaneousEvents, TooManyEvents } from '../compile/life.js';
import type { Move } from '../compile/moves.js';
import type { Person } from '../model/model.js';
import { emptyPerson } from '../model/person.js';
import { Clocks } from './clocks.js';
import type { Circumstances } from './hazard.js';
import { Recorder } from './recorder.js';

/**
 * Rounds a moment to a whole month if it is very close to one: within half of the tolerance for equal moments, so that a
 * breakpoint still counts as reached.
 */
function settle(time: number): number {
  const whole = Math.round(time);
  return Math.abs(time - whole) <= SAME / 2 ? whole : time;
}

/** The kernel in TypeScript: the reference for the one in WebAssembly, and its replacement where that cannot run. */
export class Kernel implements LifeRunner {
  readonly person: Person;
  /** Results of the last life, and the sums over lives. */
  readonly recorder: Recorder;
  onEvent: EventListener | undefined;

  private readonly transitions: readonly CompiledTransition[];
  private readonly last: number;
  private readonly here: Circumstances;
  private readonly clocks: Clocks;

  constructor(private readonly compiled: CompiledModel) {
    const { model, transitions, exposures } = compiled;
    const tracks = model.tracks.length;
    this.person = emptyPerson(model);
    this.transitions = transitions;
    this.last = compiled.endMonths + SAME;
    this.here = {
      states: new Int32Array(tracks + compiled.loads.length),
      entered: new Float64Array(tracks),
      exposureMonths: new Float64Array(exposures.length),
      exposureSince: new Float64Array(exposures.length),
      exposureCap: Float64Array.from(exposures, (exposure) => exposure.capMonths),
      exposureRate: new Float64Array(exposures.length),
      loadTotal: new Float64Array(compiled.loads.length),
    };
    this.clocks = new Clocks(compiled, this.here);
    this.recorder = new Recorder(compiled);
  }

  /**
   * Runs the life of `person` from t = 0. Afterwards `recorder` holds the person's results.
   * @throws SimultaneousEvents when more than a thousand events happen at one moment.
   * @throws TooManyEvents when there are more than a million in all.
   */
  run(): void {
    this.begin();
    const { clocks } = this;
    const { trackNext, trackTransition, fires } = clocks;
    let now = 0;
    let simultaneous = 0;
    let events = 0;
    for (;;) {
      let earliest = trackNext[0]!;
      for (let i = 1; i < trackNext.length; i++) {
        if (trackNext[i]! < earliest) earliest = trackNext[i]!;
      }
      // Events exactly at the end still happen.
      if (!(earliest <= this.last)) break;
      // Among events at the same moment, the first in the order of tracks.
      let track = 0;
      while (trackNext[track]! > earliest + SAME) track++;
      const k = trackTransition[track]!;
      const time = settle(trackNext[track]!);
      simultaneous = time > now ? 0 : simultaneous + 1;
      now = Math.max(now, time);
      if (simultaneous > MAX_SIMULTANEOUS) {
        throw new SimultaneousEvents(now, this.transitions[k]!.name);
      }
      events += 1;
      if (events > MAX_EVENTS) throw new TooManyEvents(now, this.transitions[k]!.name);
      if (fires[k] === 1) this.fire(k, now);
      else clocks.lookAfresh(k, track, now);
    }
    this.recorder.finish(this.here.states, this.here.entered);
  }

  private begin(): void {
    const { here, compiled, person } = this;
    // Not set() and fill(): the calls cost more than short loops.
    for (let t = 0; t < here.entered.length; t++) {
      here.states[t] = person.start[t]!;
      here.entered[t] = 0;
    }
    for (let i = 0; i < here.loadTotal.length; i++) {
      let total = 0;
      for (let t = 0; t < here.entered.length; t++) {
        total += compiled.loads[i]![compiled.stateOffset[t]! + here.states[t]!]!;
      }
      this.weigh(i, total);
    }
    for (let i = 0; i < here.exposureSince.length; i++) {
      here.exposureMonths[i] = 0;
      here.exposureSince[i] = holds(compiled.exposures[i]!.when, here.states) ? 0 : Number.NaN;
    }
    for (let i = 0; i < here.exposureRate.length; i++) here.exposureRate[i] = this.rateOf(i);
    this.recorder.begin(person, here.states);
    this.clocks.begin(person);
  }

  private fire(k: number, now: number): void {
    const transition = this.transitions[k]!;
    const { here, compiled, clocks } = this;
    const { track, from } = transition;
    const move = transition.moves[transition.moves.length === 1 ? 0 : clocks.budgets.chooseBranch(k)]!;
    const fromState = compiled.stateOffset[track]! + from;
    this.onEvent?.(now, transition, move.to);
    this.recorder.count(transition, fromState, here.entered[track]!, now);
    clocks.stopState(fromState, k, now);
    for (let i = 0; i < move.loads.length; i++) {
      const { load, change } = move.loads[i]!;
      this.weigh(load, here.loadTotal[load]! + change);
    }
    here.states[track] = move.to;
    here.entered[track] = now;
    this.followExposures(move, now);
    this.recorder.follow(move, here.states, now);
    clocks.armTrack(track, now);
    clocks.updateAffected(move, now);
  }

  /** Sets the total of a load, and whether it has come to the person's threshold. */
  private weigh(load: number, total: number): void {
    const { here, person } = this;
    here.loadTotal[load] = total;
    here.states[here.entered.length + load] = total + SAME >= person.threshold[load]! ? REACHED : BELOW;
  }

  /** Months that each month of an exposure counts as now. */
  private rateOf(x: number): number {
    const { load, perUnit, atLeast } = this.compiled.exposures[x]!;
    return load < 0 ? 1 : Math.max(atLeast, 1 - perUnit * this.here.loadTotal[load]!);
  }

  /** Starts and stops exposures after a change of state, or gives them another rate. */
  private followExposures(move: Move, now: number): void {
    const { here, compiled } = this;
    for (let i = 0; i < move.exposures.length; i++) {
      const x = move.exposures[i]!;
      const since = here.exposureSince[x]!;
      if (!Number.isNaN(since)) here.exposureMonths[x]! += (now - since) * here.exposureRate[x]!;
      here.exposureSince[x] = holds(compiled.exposures[x]!.when, here.states) ? now : Number.NaN;
      here.exposureRate[x] = this.rateOf(x);
    }
  }
}
