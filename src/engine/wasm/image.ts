/** Builds the memory of the WebAssembly kernel for one model; the records are declared in records.ts. */

import type { CompiledModel, CompiledTransition } from '../compile/compile.js';
import type { CompiledCondition } from '../compile/condition.js';
import type { Pieces, StateRatios } from '../compile/effects.js';
import type { Move } from '../compile/moves.js';
import type { CompiledReward } from '../compile/rewards.js';
import type { Distribution } from '../random/distribution.js';
import { reserveLife } from './image-life.js';
import { HEADER, ImageMemory } from './image-memory.js';
import * as records from './records.js';

const { header, values } = records;

type ListField = records.Field<typeof records.list>;

/** The memory of a model before the first life, and the distributions that it refers to by number. */
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
    this.memory.reserveRecords(header, 1);
    const { tracks, loads } = compiled.model;
    this.tracks = this.memory.reserveRecords(records.track, tracks.length + loads.length);
    this.firstTransition = this.memory.reserveRecords(records.transition, compiled.transitions.length);
  }

  private track(index: number): number {
    return this.tracks + records.track.bytes * index;
  }

  private transition(index: number): number {
    return this.firstTransition + records.transition.bytes * index;
  }

  fill(): void {
    const { memory, compiled } = this;
    memory.listAt(HEADER + header.at.tracks, compiled.model.tracks.length, this.tracks);
    compiled.model.tracks.forEach((_, t) => {
      memory.word(this.track(t), records.track.at.offset, compiled.stateOffset[t]!);
    });
    // Moments are compared in pairs; after an odd number of tracks, the extra one is never reached.
    const moments = Math.ceil(compiled.model.tracks.length / 2) * 2;
    memory.word(
      HEADER,
      header.at.trackNext,
      memory.doubles(new Float64Array(moments).fill(Number.POSITIVE_INFINITY)),
    );
    memory.word(
      HEADER,
      header.at.out,
      memory.words(Array.from(compiled.outStart, (k) => this.transition(k))),
    );
    compiled.transitions.forEach((transition, k) => {
      this.putTransition(this.transition(k), transition, k);
    });
    this.putConditions();
    reserveLife(memory, compiled);
  }

  /** Writes a condition. The targets of a pass and of a failure must be written before the test itself. */
  private condition({ clauses }: CompiledCondition): number {
    const { memory } = this;
    const { at } = records.test;
    let otherwise: number = values.NEVER;
    for (let c = clauses.length - 1; c >= 0; c--) {
      const tests = clauses[c]!;
      let next: number = values.ALWAYS;
      for (let t = tests.length - 1; t >= 0; t--) {
        const address = memory.reserveRecords(records.test, 1);
        memory.word(address, at.track, this.track(tests[t]!.track));
        memory.word(address, at.states, tests[t]!.mask);
        memory.word(address, at.passed, next);
        memory.word(address, at.failed, otherwise);
        next = address;
      }
      otherwise = next;
    }
    return otherwise;
  }

  private putPieces(address: number, { from, level, slope }: Pieces): void {
    const { memory } = this;
    const { at } = records.pieces;
    memory.word(address, at.count, from.length);
    memory.word(address, at.from, memory.doubles(from));
    memory.word(address, at.level, memory.doubles(level));
    memory.word(address, at.slope, memory.doubles(slope));
  }

  /** Writes effects of exposures or loads. */
  private putLogs(
    address: number,
    field: ListField,
    effects: readonly (readonly [of: number, log: number])[],
  ): void {
    const { at } = records.effect;
    this.memory.list(address, field, records.effect, effects, (record, [of, log]) => {
      this.memory.word(record, at.of, of);
      this.memory.double(record, at.log, log);
      this.memory.double(record, at.units, Number.NaN);
    });
  }

  private putTransition(address: number, transition: CompiledTransition, number: number): void {
    const { memory } = this;
    const { at } = records.transition;
    const { guard, plain, steady, constant } = transition;
    memory.word(address, at.address, transition.address);
    memory.word(address, at.source, transition.source);
    memory.word(
      address,
      at.flags,
      (plain ? values.PLAIN : 0) | (steady ? values.STEADY : 0) | (constant ? values.CONSTANT : 0),
    );
    memory.word(address, at.kind, transition.kind);
    memory.double(address, at.base, transition.base);
    memory.word(address, at.track, this.track(transition.track));
    memory.word(address, at.number, number);
    memory.word(address, at.guard, guard === undefined ? values.ALWAYS : this.condition(guard));
    this.putDistribution(address, transition.distribution);
    memory.double(address, at.pace, 1);
    memory.double(address, at.limit, Number.POSITIVE_INFINITY);
    memory.word(address, at.limitExposure, transition.limitExposure);
    memory.double(address, at.limitRatio, transition.limitRatio);
    memory.word(address, at.branches, transition.branches.length);
    memory.word(address, at.cumulative, memory.doubles(transition.cumulative));
    const moves = memory.reserveRecords(records.move, transition.moves.length);
    memory.word(address, at.moves, moves);
    transition.moves.forEach((move, i) => {
      this.putMove(moves + records.move.bytes * i, move);
    });
    this.putEffects(address, transition);
    memory.wordList(address, at.eventRewards, transition.eventRewards);
  }

  private putDistribution(address: number, distribution: Distribution | undefined): void {
    if (distribution === undefined) return;
    const { memory } = this;
    const { at } = records.transition;
    memory.word(address, at.distribution, this.distributions.push(distribution) - 1);
    if (distribution.kind === 'fixed') {
      memory.word(address, at.spread, values.FIXED);
      memory.double(address, at.months, distribution.months);
    } else if (distribution.kind === 'lognormal' && distribution.sigma > 0) {
      memory.word(address, at.spread, values.LOGNORMAL);
      memory.double(address, at.months, distribution.median);
      memory.double(address, at.sigma, distribution.sigma);
    } else memory.word(address, at.spread, values.OTHER_SPREAD);
  }

  private putStateRatios(address: number, field: ListField, tables: readonly StateRatios[]): void {
    const { memory } = this;
    memory.list(address, field, records.ratios, tables, (record, own) => {
      memory.word(record, records.ratios.at.track, this.track(own.track));
      memory.word(record, records.ratios.at.byState, memory.doubles(own.ratios));
    });
  }

  private putEffects(address: number, transition: CompiledTransition): void {
    const { memory } = this;
    const { at } = records.transition;
    memory.list(address, at.factors, records.factor, transition.factors, (record, factor) => {
      memory.word(record, records.factor.at.scale, factor.scale);
      this.putPieces(record + records.factor.at.pieces, factor);
    });
    this.putStateRatios(address, at.stateRatios, transition.stateRatios);
    this.putStateRatios(address, at.paces, transition.paces);
    memory.list(address, at.loadPaces, records.loadPace, transition.loadPaces, (record, pace) => {
      const { at: of } = records.loadPace;
      memory.word(record, of.track, this.track(pace.track));
      for (const key of ['state', 'load'] as const) memory.word(record, of[key], pace[key]);
      for (const key of ['factor', 'perUnit', 'atMost'] as const) memory.double(record, of[key], pace[key]);
    });
    memory.list(address, at.fades, records.fade, transition.fades, (record, fade) => {
      memory.word(record, records.fade.at.track, this.track(fade.track));
      memory.word(record, records.fade.at.state, fade.state);
      this.putPieces(record + records.fade.at.pieces, fade.pieces);
    });
    this.putLogs(
      address,
      at.exposureEffects,
      transition.exposureEffects.map(({ exposure, logPerMonth }) => [exposure, logPerMonth]),
    );
    this.putLogs(
      address,
      at.loadEffects,
      transition.loadEffects.map(({ load, logPerUnit }) => [load, logPerUnit]),
    );
  }

  /** Writes a list of transitions; for most states of most tracks it is empty. */
  private putTransitions(address: number, transitions: Int32Array): void {
    if (transitions.length === 0) return;
    const { memory } = this;
    const first = memory.reserve(4 * transitions.length);
    memory.listAt(address, transitions.length, first);
    for (let i = 0; i < transitions.length; i++) memory.put(first + 4 * i, this.transition(transitions[i]!));
  }

  private putMove(address: number, move: Move): void {
    const { memory } = this;
    const { at } = records.move;
    memory.word(address, at.to, move.to);
    memory.list(address, at.loads, records.change, move.loads, (record, { load, change }) => {
      memory.word(record, records.change.at.load, load);
      memory.double(record, records.change.at.by, change);
    });
    memory.list(address, at.affected, records.affected, move.affected, (record, { track, byState }) => {
      const lists = memory.reserveRecords(records.list, byState.length);
      memory.word(record, records.affected.at.track, this.track(track));
      memory.word(record, records.affected.at.lists, lists);
      for (let state = 0; state < byState.length; state++) {
        this.putTransitions(lists + records.list.bytes * state, byState[state]!);
      }
    });
    memory.wordList(address, at.rewards, move.rewards);
    memory.wordList(address, at.milestones, move.milestones);
    memory.wordList(address, at.exposures, move.exposures);
  }

  private putReward(address: number, reward: CompiledReward): void {
    const { memory } = this;
    const { at } = records.reward;
    memory.word(address, at.when, reward.when === undefined ? values.NEVER : this.condition(reward.when));
    memory.word(address, at.pieces, reward.from.length);
    memory.word(address, at.from, memory.doubles(reward.from));
    memory.word(address, at.value, memory.doubles(reward.value));
    memory.word(address, at.period, memory.words(reward.period));
    memory.word(address, at.discount, memory.doubles(reward.discount));
  }

  /** Writes everything that depends on conditions (rewards, milestones, exposures), and the loads. */
  private putConditions(): void {
    const { memory, compiled } = this;
    memory.list(HEADER, header.at.rewards, records.reward, compiled.rewards, (record, reward) => {
      this.putReward(record, reward);
    });
    memory.list(HEADER, header.at.milestones, records.milestone, compiled.milestones, (record, milestone) => {
      memory.word(record, records.milestone.at.when, this.condition(milestone.when));
      memory.double(record, records.milestone.at.sustained, milestone.sustainedMonths);
    });
    memory.list(HEADER, header.at.exposures, records.exposure, compiled.exposures, (record, exposure) => {
      memory.word(record, records.exposure.at.when, this.condition(exposure.when));
      memory.word(record, records.exposure.at.load, exposure.load);
      memory.double(record, records.exposure.at.cap, exposure.capMonths);
      memory.double(record, records.exposure.at.perUnit, exposure.perUnit);
      memory.double(record, records.exposure.at.atLeast, exposure.atLeast);
    });
    memory.list(HEADER, header.at.loads, records.load, compiled.loads, (record, weights) => {
      memory.word(record, records.load.at.weights, memory.doubles(weights));
    });
  }
}

/** Lays out a compiled model in the form that the WebAssembly kernel reads. */
export function layOut(compiled: CompiledModel): Image {
  const layout = new Layout(compiled);
  layout.fill();
  return { bytes: layout.memory.bytes, distributions: layout.distributions };
}
