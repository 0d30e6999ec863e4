/** The memory of the WebAssembly kernel for one model: every record in its place, see assembly/layout.ts. */

import type { CompiledModel, CompiledTransition, Pieces, StateRatios } from '../compile/compile.js';
import type { CompiledCondition } from '../compile/condition.js';
import type { Move } from '../compile/moves.js';
import { type CompiledReward, discountMonth, discountPerMonth, periodCountOf } from '../compile/rewards.js';
import type { Distribution } from '../random/distribution.js';
import * as at from './assembly/layout.js';
import { HEADER, ImageMemory } from './image-memory.js';

/** The memory of a model as it is before the first life, and the distributions that it names by number. */
export interface Image {
  readonly bytes: Uint8Array;
  readonly distributions: readonly Distribution[];
}

/** Lays out one compiled model. */
class Layout {
  readonly memory = new ImageMemory();
  readonly distributions: Distribution[] = [];
  private readonly tracks: number;
  private readonly firstTransition: number;

  constructor(private readonly compiled: CompiledModel) {
    this.memory.reserve(at.HEADER_BYTES);
    this.tracks = this.memory.reserve(at.TRACK_BYTES * compiled.model.tracks.length);
    this.firstTransition = this.memory.reserve(at.TRANSITION_BYTES * compiled.transitions.length);
  }

  private track(index: number): number {
    return this.tracks + at.TRACK_BYTES * index;
  }

  private transition(index: number): number {
    return this.firstTransition + at.TRANSITION_BYTES * index;
  }

  fill(): void {
    const { memory, compiled } = this;
    memory.word(HEADER + at.H_TRACKS, compiled.model.tracks.length);
    memory.word(HEADER + at.H_TRACKS + at.ENTRIES, this.tracks);
    compiled.model.tracks.forEach((_, t) => {
      memory.word(this.track(t) + at.TRACK_OFFSET, compiled.stateOffset[t]!);
    });
    // Two moments are compared at a time; what stands behind an odd number never comes.
    const moments = Math.ceil(compiled.model.tracks.length / 2) * 2;
    memory.word(
      HEADER + at.H_TRACK_NEXT,
      memory.doubles(new Float64Array(moments).fill(Number.POSITIVE_INFINITY)),
    );
    memory.word(HEADER + at.H_OUT, memory.words(Array.from(compiled.outStart, (k) => this.transition(k))));
    compiled.transitions.forEach((transition, k) => {
      this.putTransition(this.transition(k), transition, k);
    });
    this.putConditions();
    this.putPerson();
    this.putResults();
  }

  /** Puts a condition; what a failure leads to, and a pass, must stand before the test itself. */
  private condition({ clauses }: CompiledCondition): number {
    const { memory } = this;
    let otherwise: number = at.NEVER;
    for (let c = clauses.length - 1; c >= 0; c--) {
      const tests = clauses[c]!;
      let next: number = at.ALWAYS;
      for (let t = tests.length - 1; t >= 0; t--) {
        const address = memory.reserve(at.TEST_BYTES);
        memory.word(address + at.TEST_TRACK, this.track(tests[t]!.track));
        memory.word(address + at.TEST_STATES, tests[t]!.mask);
        memory.word(address + at.TEST_PASSED, next);
        memory.word(address + at.TEST_FAILED, otherwise);
        next = address;
      }
      otherwise = next;
    }
    return otherwise;
  }

  private putPieces(address: number, { from, level, slope }: Pieces): void {
    const { memory } = this;
    memory.word(address + at.PIECE_COUNT, from.length);
    memory.word(address + at.PIECE_FROM, memory.doubles(from));
    memory.word(address + at.PIECE_LEVEL, memory.doubles(level));
    memory.word(address + at.PIECE_SLOPE, memory.doubles(slope));
  }

  /** Puts effects of exposures or loads. */
  private putLogs(address: number, effects: readonly (readonly [of: number, log: number])[]): void {
    this.memory.list(address, at.EFFECT_BYTES, effects, (record, [of, log]) => {
      this.memory.word(record + at.EFFECT_OF, of);
      this.memory.double(record + at.EFFECT_LOG, log);
      this.memory.double(record + at.EFFECT_UNITS, Number.NaN);
    });
  }

  private putTransition(address: number, transition: CompiledTransition, number: number): void {
    const { memory } = this;
    const { guard, plain, steady, constant } = transition;
    memory.word(address + at.ADDRESS, transition.address);
    memory.word(address + at.SOURCE, transition.source);
    memory.word(
      address + at.FLAGS,
      (plain ? at.PLAIN : 0) | (steady ? at.STEADY : 0) | (constant ? at.CONSTANT : 0),
    );
    memory.word(address + at.KIND, transition.kind);
    memory.double(address + at.BASE, transition.base);
    memory.word(address + at.TRACK, this.track(transition.track));
    memory.word(address + at.NUMBER, number);
    memory.word(address + at.GUARD, guard === undefined ? at.ALWAYS : this.condition(guard));
    this.putDistribution(address, transition.distribution);
    memory.double(address + at.PACE, 1);
    memory.double(address + at.LIMIT, Number.POSITIVE_INFINITY);
    memory.word(address + at.LIMIT_EXPOSURE, transition.limitExposure);
    memory.double(address + at.LIMIT_RATIO, transition.limitRatio);
    memory.word(address + at.BRANCHES, transition.branches.length);
    memory.word(address + at.CUMULATIVE, memory.doubles(transition.cumulative));
    const moves = memory.reserve(at.MOVE_BYTES * transition.moves.length);
    memory.word(address + at.MOVES, moves);
    transition.moves.forEach((move, i) => {
      this.putMove(moves + at.MOVE_BYTES * i, move);
    });
    this.putEffects(address, transition);
    memory.wordList(address + at.EVENT_REWARDS, transition.eventRewards);
  }

  private putDistribution(address: number, distribution: Distribution | undefined): void {
    if (distribution === undefined) return;
    const { memory } = this;
    memory.word(address + at.DISTRIBUTION, this.distributions.push(distribution) - 1);
    if (distribution.kind === 'fixed') {
      memory.word(address + at.SPREAD, at.FIXED);
      memory.double(address + at.MONTHS, distribution.months);
    } else if (distribution.kind === 'lognormal' && distribution.sigma > 0) {
      memory.word(address + at.SPREAD, at.LOGNORMAL);
      memory.double(address + at.MONTHS, distribution.median);
      memory.double(address + at.SIGMA, distribution.sigma);
    } else memory.word(address + at.SPREAD, at.OTHER_SPREAD);
  }

  private putStateRatios(address: number, tables: readonly StateRatios[]): void {
    const { memory } = this;
    memory.list(address, at.RATIOS_BYTES, tables, (record, own) => {
      memory.word(record + at.RATIOS_TRACK, this.track(own.track));
      memory.word(record + at.RATIOS_BY_STATE, memory.doubles(own.ratios));
    });
  }

  private putEffects(address: number, transition: CompiledTransition): void {
    const { memory } = this;
    memory.list(address + at.FACTORS, at.FACTOR_BYTES, transition.factors, (record, factor) => {
      memory.word(record + at.FACTOR_SCALE, factor.scale);
      this.putPieces(record + at.FACTOR_PIECES, factor);
    });
    this.putStateRatios(address + at.STATE_RATIOS, transition.stateRatios);
    this.putStateRatios(address + at.PACES, transition.paces);
    memory.list(address + at.FADES, at.FADE_BYTES, transition.fades, (record, fade) => {
      memory.word(record + at.FADE_TRACK, this.track(fade.track));
      memory.word(record + at.FADE_STATE, fade.state);
      this.putPieces(record + at.FADE_PIECES, fade.pieces);
    });
    this.putLogs(
      address + at.EXPOSURE_EFFECTS,
      transition.exposureEffects.map(({ exposure, logPerMonth }) => [exposure, logPerMonth]),
    );
    this.putLogs(
      address + at.LOAD_EFFECTS,
      transition.loadEffects.map(({ load, logPerUnit }) => [load, logPerUnit]),
    );
  }

  /** Puts a list of transitions; in most states of most tracks there are none. */
  private putTransitions(address: number, transitions: Int32Array): void {
    const { memory } = this;
    const count = transitions.length;
    if (count === 0) return;
    const first = memory.reserve(4 * count);
    memory.word(address + at.COUNT, count);
    memory.word(address + at.ENTRIES, first);
    for (let i = 0; i < count; i++) memory.word(first + 4 * i, this.transition(transitions[i]!));
  }

  private putMove(address: number, move: Move): void {
    const { memory } = this;
    memory.word(address + at.TO, move.to);
    memory.list(address + at.MOVE_LOADS, at.CHANGE_BYTES, move.loads, (record, { load, change }) => {
      memory.word(record + at.CHANGE_LOAD, load);
      memory.double(record + at.CHANGE_BY, change);
    });
    memory.list(
      address + at.MOVE_AFFECTED,
      at.AFFECTED_BYTES,
      move.affected,
      (record, { track, byState }) => {
        const lists = memory.reserve(at.LIST_BYTES * byState.length);
        memory.word(record + at.AFFECTED_TRACK, this.track(track));
        memory.word(record + at.AFFECTED_LISTS, lists);
        for (let state = 0; state < byState.length; state++) {
          this.putTransitions(lists + at.LIST_BYTES * state, byState[state]!);
        }
      },
    );
    memory.wordList(address + at.MOVE_REWARDS, move.rewards);
    memory.wordList(address + at.MOVE_MILESTONES, move.milestones);
    memory.wordList(address + at.MOVE_EXPOSURES, move.exposures);
  }

  private putReward(address: number, reward: CompiledReward): void {
    const { memory } = this;
    memory.word(address + at.REWARD_WHEN, reward.when === undefined ? at.NEVER : this.condition(reward.when));
    memory.word(address + at.REWARD_PIECES, reward.from.length);
    memory.word(address + at.REWARD_FROM, memory.doubles(reward.from));
    memory.word(address + at.REWARD_VALUE, memory.doubles(reward.value));
    memory.word(address + at.REWARD_PERIOD, memory.words(reward.period));
    memory.word(address + at.REWARD_DISCOUNT, memory.doubles(reward.discount));
  }

  /** What opens and closes with conditions: rewards, milestones, exposures; and the loads. */
  private putConditions(): void {
    const { memory, compiled } = this;
    memory.list(HEADER + at.H_REWARDS, at.REWARD_BYTES, compiled.rewards, (record, reward) => {
      this.putReward(record, reward);
    });
    memory.list(HEADER + at.H_MILESTONES, at.MILESTONE_BYTES, compiled.milestones, (record, milestone) => {
      memory.word(record + at.MILESTONE_WHEN, this.condition(milestone.when));
      memory.double(record + at.MILESTONE_SUSTAINED, milestone.sustainedMonths);
    });
    memory.list(HEADER + at.H_EXPOSURES, at.EXPOSURE_BYTES, compiled.exposures, (record, exposure) => {
      memory.word(record + at.EXPOSURE_WHEN, this.condition(exposure.when));
      memory.double(record + at.EXPOSURE_CAP, exposure.capMonths);
    });
    memory.list(HEADER + at.H_LOADS, at.LOAD_BYTES, compiled.loads, (record, weights) => {
      memory.word(record + at.LOAD_WEIGHTS, memory.doubles(weights));
    });
  }

  private putPerson(): void {
    const { memory } = this;
    const { tracks, transitions, rewards, loads } = this.compiled.model;
    memory.word(HEADER + at.H_START, memory.reserve(4 * tracks.length));
    memory.word(HEADER + at.H_RATIO, memory.reserve(8 * transitions.length));
    memory.word(HEADER + at.H_TIME_RATIO, memory.reserve(8 * transitions.length));
    memory.word(HEADER + at.H_REWARD_FACTOR, memory.reserve(8 * rewards.length));
    memory.word(HEADER + at.H_THRESHOLD, memory.reserve(8 * loads.length));
  }

  private putResults(): void {
    const { memory, compiled } = this;
    const { model, stateCount } = compiled;
    const periods = periodCountOf(model);
    const cells = model.rewards.length * periods;
    memory.word(HEADER + at.H_REACHED, memory.reserve(8 * model.milestones.length));
    memory.word(HEADER + at.H_NOMINAL, memory.reserve(8 * model.rewards.length));
    memory.word(HEADER + at.H_DISCOUNTED, memory.reserve(8 * model.rewards.length));
    memory.word(HEADER + at.H_NOMINAL_BY_PERIOD, memory.reserve(8 * cells));
    memory.word(HEADER + at.H_DISCOUNTED_BY_PERIOD, memory.reserve(8 * cells));
    memory.word(HEADER + at.H_PERIODS, periods);
    memory.word(HEADER + at.H_OCCUPANCY, memory.reserve(4 * stateCount * (model.horizonMonths + 2)));
    memory.word(HEADER + at.H_MONTHS, memory.reserve(8 * stateCount));
    memory.word(HEADER + at.H_STATES, stateCount);
    memory.double(HEADER + at.H_HORIZON, model.horizonMonths);
    memory.double(HEADER + at.H_END, compiled.endMonths);
    memory.double(HEADER + at.H_DELTA, discountPerMonth(model));
    memory.double(HEADER + at.H_DISCOUNT_TO, discountMonth(model));
  }
}

/** Lays out a compiled model as the WebAssembly kernel reads it. */
export function layOut(compiled: CompiledModel): Image {
  const layout = new Layout(compiled);
  layout.fill();
  return { bytes: layout.memory.bytes, distributions: layout.distributions };
}
