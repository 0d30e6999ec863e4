/** Turns a model, named and nested, into the flat arrays that the kernel runs on. */

import { CALENDAR, DURATION, ENTRY, GATE, HAZARD, ORIGIN } from './assembly/constants.js';
import { type CompiledCondition, compileCondition, stateIndex, trackIndex } from './condition.js';
import type { Distribution } from './distribution.js';
import { type CompiledReward, compileReward } from './ledger.js';
import type { Effect, Model, Piece, Track, Transition } from './model.js';
import { compileMove, type Move, positions, readersOf } from './moves.js';
import { hashName } from './threefry.js';

/** Pieces of a log-linear function of time: `level[i] * exp(slope[i] * (time - from[i]))` from `from[i]` on. */
export interface Pieces {
  readonly from: Float64Array;
  readonly level: Float64Array;
  readonly slope: Float64Array;
}

interface CompiledFactor extends Pieces {
  readonly scale: number;
}

/** What the states of a track multiply a hazard by; 1 where a state does nothing, or fades. */
interface StateRatios {
  readonly track: number;
  /** By state within the track. */
  readonly ratios: Float64Array;
}

/** A ratio that fades from the moment a state is entered. */
interface Fade {
  readonly track: number;
  readonly state: number;
  readonly pieces: Pieces;
}

/** A transition ready to run. Indices are into the compiled model's arrays. */
export interface CompiledTransition {
  readonly name: string;
  /** Position in `model.transitions`, which is also the position in a person's arrays. */
  readonly source: number;
  readonly address: number;
  readonly track: number;
  readonly from: number;
  readonly branches: Int32Array;
  /** Cumulative probabilities of the branches; the last is 1. */
  readonly cumulative: Float64Array;
  readonly kind: number;
  readonly distribution: Distribution | undefined;
  readonly guard: CompiledCondition | undefined;
  /** Product of all factors that never change. */
  readonly base: number;
  readonly factors: readonly CompiledFactor[];
  readonly stateRatios: readonly StateRatios[];
  readonly fades: readonly Fade[];
  readonly exposureEffects: readonly { readonly exposure: number; readonly logPerMonth: number }[];
  readonly loadEffects: readonly { readonly load: number; readonly logPerUnit: number }[];
  /** True when the hazard is one number for the whole sojourn: nothing but the person changes it. */
  readonly constant: boolean;
  /** True when it is a constant hazard without a guard: once it runs it fires, unless its state is left before. */
  readonly plain: boolean;
  /** True when nothing changes its next moment once it runs: gates and fixed durations. */
  readonly steady: boolean;
  /** What changes when this one fires, for each of its branches. */
  readonly moves: readonly Move[];
  readonly eventRewards: Int32Array;
}

export interface CompiledModel {
  readonly model: Model;
  readonly transitions: readonly CompiledTransition[];
  /** First transition out of each state: `outStart[stateOffset[track] + state]`; ends where the next begins. */
  readonly outStart: Int32Array;
  readonly stateOffset: Int32Array;
  readonly stateCount: number;
  readonly rewards: readonly CompiledReward[];
  readonly milestones: readonly { readonly when: CompiledCondition; readonly sustainedMonths: number }[];
  readonly exposures: readonly { readonly when: CompiledCondition; readonly capMonths: number }[];
  /** Per load, the weight of every state (indexed like `outStart`). */
  readonly loads: readonly Float64Array[];
  /** Months to simulate: the horizon plus the longest time a milestone must be sustained. */
  readonly endMonths: number;
}

function compilePieces(pieces: readonly Piece[]): Pieces {
  return {
    from: Float64Array.from(pieces, (piece) => piece.from),
    level: Float64Array.from(pieces, (piece) => Math.exp(piece.log)),
    slope: Float64Array.from(pieces, (piece) => piece.slope),
  };
}

/** An effect of a state, by number. */
interface StateEffect {
  readonly track: number;
  readonly state: number;
  readonly log: number;
  readonly fade: readonly Piece[] | undefined;
}

function readStateEffects(tracks: readonly Track[], effects: readonly Effect[]): StateEffect[] {
  return effects.flatMap((effect) => {
    if (effect.kind !== 'state') return [];
    const track = trackIndex(tracks, effect.track);
    return [{ track, state: stateIndex(tracks[track]!, effect.state), log: effect.log, fade: effect.fade }];
  });
}

/** The effects that do not fade as one table for each track: to multiply by 1 costs less than to ask whether one applies. */
function tabulate(tracks: readonly Track[], effects: readonly StateEffect[]): StateRatios[] {
  const byTrack = new Map<number, Float64Array>();
  for (const { track, state, log, fade } of effects) {
    if (fade !== undefined) continue;
    const ratios = byTrack.get(track) ?? new Float64Array(tracks[track]!.states.length).fill(1);
    ratios[state]! *= Math.exp(log);
    byTrack.set(track, ratios);
  }
  return Array.from(byTrack, ([track, ratios]) => ({ track, ratios }));
}

function compileFades(effects: readonly StateEffect[]): Fade[] {
  return effects.flatMap(({ track, state, fade }) =>
    fade === undefined ? [] : [{ track, state, pieces: compilePieces(fade) }],
  );
}

const scales = { origin: ORIGIN, entry: ENTRY, calendar: CALENDAR } as const;
const kinds = { hazard: HAZARD, duration: DURATION, gate: GATE } as const;

/** The parts of a transition that do not depend on the other transitions. */
function compileTransition(model: Model, transition: Transition, source: number) {
  const { tracks } = model;
  const track = trackIndex(tracks, transition.track);
  const own = tracks[track]!;
  const { clock } = transition;
  const factors = clock.kind === 'hazard' ? clock.factors : [];
  const isConstant = (pieces: readonly Piece[]) => pieces.length === 1 && pieces[0]!.slope === 0;
  const changing = factors.filter((factor) => !isConstant(factor.pieces));
  const total = transition.to.reduce((sum, branch) => sum + branch.probability, 0);
  let running = 0;
  const cumulative = transition.to.map((branch) => (running += branch.probability / total));
  cumulative[cumulative.length - 1] = 1;
  return {
    name: transition.name,
    source,
    address: hashName(transition.name),
    track,
    from: stateIndex(own, transition.from),
    branches: Int32Array.from(transition.to, (branch) => stateIndex(own, branch.state)),
    cumulative: Float64Array.from(cumulative),
    kind: kinds[clock.kind],
    distribution:
      clock.kind === 'duration' ? clock.distribution : clock.kind === 'gate' ? clock.delay : undefined,
    guard: transition.when === undefined ? undefined : compileCondition(tracks, transition.when),
    base: Math.exp(
      factors
        .filter((factor) => isConstant(factor.pieces))
        .reduce((sum, factor) => sum + factor.pieces[0]!.log, 0),
    ),
    factors: changing.map((factor) => ({ scale: scales[factor.scale], ...compilePieces(factor.pieces) })),
    stateEffects: readStateEffects(tracks, transition.effects),
    exposureEffects: transition.effects.flatMap((effect) =>
      effect.kind === 'exposure'
        ? [
            {
              exposure: model.exposures.findIndex((e) => e.name === effect.exposure),
              logPerMonth: effect.logPerMonth,
            },
          ]
        : [],
    ),
    loadEffects: transition.effects.flatMap((effect) =>
      effect.kind === 'load'
        ? [{ load: model.loads.findIndex((l) => l.name === effect.load), logPerUnit: effect.logPerUnit }]
        : [],
    ),
  };
}

type PartialTransition = ReturnType<typeof compileTransition>;

function neverChanges({ factors, stateEffects, exposureEffects, loadEffects }: PartialTransition): boolean {
  return (
    factors.length === 0 &&
    stateEffects.length === 0 &&
    exposureEffects.length === 0 &&
    loadEffects.length === 0
  );
}

/**
 * Adds what depends on the rest of the model. Field by field on purpose: V8 gives every object that is made with a
 * spread a shape of its own, and the kernel would look up each field of each transition by name.
 */
function completeTransition(
  model: Model,
  moveTo: (to: number) => Move,
  partial: PartialTransition,
): CompiledTransition {
  const { kind, distribution, guard, stateEffects } = partial;
  const constant = neverChanges(partial);
  return {
    name: partial.name,
    source: partial.source,
    address: partial.address,
    track: partial.track,
    from: partial.from,
    branches: partial.branches,
    cumulative: partial.cumulative,
    kind,
    distribution,
    guard,
    base: partial.base,
    factors: partial.factors,
    stateRatios: tabulate(model.tracks, stateEffects),
    fades: compileFades(stateEffects),
    exposureEffects: partial.exposureEffects,
    loadEffects: partial.loadEffects,
    constant,
    plain: kind === HAZARD && constant && guard === undefined,
    steady: kind === GATE || (kind === DURATION && distribution?.kind === 'fixed'),
    moves: Array.from(partial.branches, moveTo),
    eventRewards: positions(model.rewards, (r) => r.kind === 'event' && r.transitions.includes(partial.name)),
  };
}

function refuseSharedAddresses(transitions: readonly { name: string; address: number }[]): void {
  const names = new Map<number, string>();
  for (const { name, address } of transitions) {
    const other = names.get(address);
    if (other !== undefined) {
      throw new Error(`transitions "${other}" and "${name}" share an address of random draws; rename one`);
    }
    names.set(address, name);
  }
}

function stateOffsets(tracks: readonly Track[]): Int32Array {
  const offsets = new Int32Array(tracks.length + 1);
  tracks.forEach((track, i) => {
    offsets[i + 1] = offsets[i]! + track.states.length;
  });
  return offsets;
}

function loadWeights(model: Model, offset: Int32Array, stateCount: number): Float64Array[] {
  return model.loads.map((load) => {
    const weights = new Float64Array(stateCount);
    for (const { track, state, weight } of load.weights) {
      const t = trackIndex(model.tracks, track);
      weights[offset[t]! + stateIndex(model.tracks[t]!, state)] = weight;
    }
    return weights;
  });
}

/**
 * Compiles a model. Transitions are sorted by the state they leave, in the order of tracks, states and, within a
 * state, of the model; simultaneous events fire in that order.
 *
 * @throws Error when the model names something it does not have: callers check user input before.
 */
export function compileModel(model: Model): CompiledModel {
  const offset = stateOffsets(model.tracks);
  const stateCount = offset[model.tracks.length]!;
  const exposures = model.exposures.map((e) => ({
    when: compileCondition(model.tracks, e.when),
    capMonths: e.capMonths,
  }));
  const milestones = model.milestones.map((m) => ({
    when: compileCondition(model.tracks, m.when),
    sustainedMonths: m.sustainedMonths,
  }));
  const rewards = model.rewards.map((reward) => compileReward(model, reward));
  const partials = model.transitions
    .map((transition, i) => compileTransition(model, transition, i))
    .sort((a, b) => a.track - b.track || a.from - b.from || a.source - b.source);
  refuseSharedAddresses(partials);
  const loads = loadWeights(model, offset, stateCount);
  const read = { stateOffset: offset, transitions: partials, rewards, milestones, exposures, loads };
  const readers = { ...read, transitionsByTrack: readersOf(read) };
  // Transitions between the same states share a move.
  const moves = new Map<string, Move>();
  const moveOf = (track: number, from: number, to: number): Move => {
    const key = `${track} ${from} ${to}`;
    const move = moves.get(key) ?? compileMove(readers, track, from, to);
    moves.set(key, move);
    return move;
  };
  const transitions = partials.map((partial) =>
    completeTransition(model, (to) => moveOf(partial.track, partial.from, to), partial),
  );
  const outStart = new Int32Array(stateCount + 1);
  for (const { track, from } of transitions) outStart[offset[track]! + from + 1]! += 1;
  for (let s = 0; s < stateCount; s++) outStart[s + 1]! += outStart[s]!;
  return {
    model,
    transitions,
    outStart,
    stateOffset: offset,
    stateCount,
    rewards,
    milestones,
    exposures,
    loads,
    endMonths: model.horizonMonths + Math.max(0, ...milestones.map((milestone) => milestone.sustainedMonths)),
  };
}
