/** The memory of the WebAssembly kernel for one model: every record in its place, see assembly/layout.ts. */

import * as at from './assembly/layout.js';
import type { CompiledModel, CompiledTransition, Pieces } from './compile.js';
import type { CompiledCondition } from './condition.js';
import type { Distribution } from './distribution.js';
import { HEADER, ImageMemory } from './image-memory.js';
import { type CompiledReward, discountPerMonth, periodCountOf } from './ledger.js';
import type { Move } from './moves.js';

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
    memory.word(HEADER + at.H_OUT, memory.words(Array.from(compiled.outStart, (k) => this.transition(k))));
    compiled.transitions.forEach((transition, k) => {
      this.putTransition(this.transition(k), transition, k);
    });
    this.putConditions();
    this.putPerson();
    this.putResults();
  }

  private condition({ clauses }: CompiledCondition): number {
    const { memory } = this;
    let words = 1;
    for (const tests of clauses) words += 1 + 2 * tests.length;
    const address = memory.reserve(4 * words);
    memory.word(address, clauses.length);
    let next = address + 4;
    for (const tests of clauses) {
      memory.word(next, tests.length);
      next += 4;
      for (const { track, mask } of tests) {
        memory.word(next, this.track(track));
        memory.word(next + 4, mask);
        next += 8;
      }
    }
    return address;
  }

  private putPieces(address: number, { from, log, slope }: Pieces): void {
    const { memory } = this;
    memory.word(address + at.PIECE_COUNT, from.length);
    memory.word(address + at.PIECE_FROM, memory.doubles(from));
    memory.word(address + at.PIECE_LOG, memory.doubles(log));
    memory.word(address + at.PIECE_SLOPE, memory.doubles(slope));
  }

  private putPairs(address: number, pairs: readonly (readonly [index: number, value: number])[]): void {
    this.memory.list(address, at.PAIR_BYTES, pairs, (record, [index, value]) => {
      this.memory.word(record + at.PAIR_INDEX, index);
      this.memory.double(record + at.PAIR_VALUE, value);
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
    memory.double(address + at.BASE_LOG, transition.baseLog);
    memory.double(address + at.LOG, Number.NaN);
    memory.word(address + at.TRACK, this.track(transition.track));
    memory.word(address + at.NUMBER, number);
    memory.word(address + at.GUARD, guard === undefined ? 0 : this.condition(guard));
    this.putDistribution(address, transition.distribution);
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
    memory.word(address + at.SPREAD, distribution.kind === 'fixed' ? at.FIXED : at.SPREAD_OUT);
    memory.word(address + at.DISTRIBUTION, this.distributions.push(distribution) - 1);
    memory.double(address + at.MONTHS, distribution.kind === 'fixed' ? distribution.months : Number.NaN);
  }

  private putEffects(address: number, transition: CompiledTransition): void {
    const { memory } = this;
    memory.list(address + at.FACTORS, at.FACTOR_BYTES, transition.factors, (record, factor) => {
      memory.word(record + at.FACTOR_SCALE, factor.scale);
      this.putPieces(record + at.FACTOR_PIECES, factor);
    });
    memory.list(address + at.STATE_EFFECTS, at.EFFECT_BYTES, transition.stateEffects, (record, effect) => {
      memory.word(record + at.EFFECT_TRACK, this.track(effect.track));
      memory.word(record + at.EFFECT_STATE, effect.state);
      memory.word(record + at.EFFECT_FADES, effect.fade === undefined ? 0 : 1);
      if (effect.fade !== undefined) this.putPieces(record + at.EFFECT_PIECES, effect.fade);
      memory.double(record + at.EFFECT_LOG, effect.log);
    });
    this.putPairs(
      address + at.EXPOSURE_EFFECTS,
      transition.exposureEffects.map(({ exposure, logPerMonth }) => [exposure, logPerMonth]),
    );
    this.putPairs(
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
    this.putPairs(
      address + at.MOVE_LOADS,
      move.loads.map(({ load, change }) => [load, change]),
    );
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
    memory.word(address + at.REWARD_WHEN, reward.when === undefined ? 0 : this.condition(reward.when));
    memory.word(address + at.REWARD_PIECES, reward.from.length);
    memory.word(address + at.REWARD_FROM, memory.doubles(reward.from));
    memory.word(address + at.REWARD_VALUE, memory.doubles(reward.value));
    memory.word(address + at.REWARD_PERIOD, memory.words(reward.period));
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
    memory.word(HEADER + at.H_LOG_RATIO, memory.reserve(8 * transitions.length));
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
  }
}

/** Lays out a compiled model as the WebAssembly kernel reads it. */
export function layOut(compiled: CompiledModel): Image {
  const layout = new Layout(compiled);
  layout.fill();
  return { bytes: layout.memory.bytes, distributions: layout.distributions };
}
