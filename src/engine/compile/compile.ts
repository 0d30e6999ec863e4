/** Turns a model, named and nested, into the flat arrays that the kernel runs on. */

import type { Clock, Model, Piece, Transition } from '../model/model.js';
import type { Distribution } from '../random/distribution.js';
import { type CompiledCondition, stateIndex, trackIndex } from './condition.js';
import { CALENDAR, DURATION, ENTRY, GATE, HAZARD, ORIGIN } from './constants.js';
import { differInNumbersAlone, type Frame, frameOf, type TransitionFrame } from './frame.js';
import { compileMove, type Move } from './moves.js';
import { type CompiledReward, compileReward, createCutter } from './rewards.js';

/** Pieces of a log-linear function of time: `level[i] * exp(slope[i] * (time - from[i]))` from `from[i]` on. */
export interface Pieces {
  readonly from: Float64Array;
  readonly level: Float64Array;
  readonly slope: Float64Array;
}

interface CompiledFactor extends Pieces {
  readonly scale: number;
}

/** What the states of a track multiply a hazard or a pace by; 1 where a state does nothing, or fades. */
export interface StateRatios {
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

/** What a frame tells of effects, which a compiled transition has with their numbers. */
type OfEffects = 'effectTracks' | 'effectStates' | 'effectFades' | 'exposures' | 'loads';

/** A transition ready to run. Indices are into the compiled model's arrays. */
export interface CompiledTransition extends Omit<TransitionFrame, OfEffects> {
  /** Cumulative probabilities of the branches; the last is 1. */
  readonly cumulative: Float64Array;
  readonly distribution: Distribution | undefined;
  /** Product of all factors that never change. */
  readonly base: number;
  readonly factors: readonly CompiledFactor[];
  readonly stateRatios: readonly StateRatios[];
  /** What the states of tracks multiply the pace of a duration's clock by. */
  readonly paces: readonly StateRatios[];
  readonly fades: readonly Fade[];
  readonly exposureEffects: readonly { readonly exposure: number; readonly logPerMonth: number }[];
  readonly loadEffects: readonly { readonly load: number; readonly logPerUnit: number }[];
  /** True when the hazard is one number for the whole sojourn: nothing but the person changes it. */
  readonly constant: boolean;
  /** True when it is a constant hazard without a guard: once it runs it fires, unless its state is left before. */
  readonly plain: boolean;
  /** Months that a duration lasts at most for every month of `limitExposure`. */
  readonly limitRatio: number;
  /** True when nothing changes its next moment once it runs: gates, and fixed durations of one pace. */
  readonly steady: boolean;
  /** What changes when this one fires, for each of its branches. */
  readonly moves: readonly Move[];
}

export interface CompiledModel {
  readonly model: Model;
  readonly frame: Frame;
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

const scales = { origin: ORIGIN, entry: ENTRY, calendar: CALENDAR } as const;

/** What is worked out once for all transitions of a model. */
interface OncePerModel {
  /** The compiled pieces of a list of pieces, which many transitions may have in common. */
  piecesOf(pieces: readonly Piece[]): Pieces;
  /** Number of states of a track. */
  statesOf(track: number): number;
  /** The move of a transition to one of its branches. */
  moveOf(frame: TransitionFrame, to: number): Move;
}

function prepareOnce({ inputs, stateOffset }: Frame, weights: readonly Float64Array[]): OncePerModel {
  const compiled = new Map<readonly Piece[], Pieces>();
  // Transitions between the same states share a move; a track has at most 32 states.
  const moves = new Map<number, Move>();
  return {
    piecesOf(pieces) {
      let known = compiled.get(pieces);
      if (known === undefined) {
        known = compilePieces(pieces);
        compiled.set(pieces, known);
      }
      return known;
    },
    statesOf: (track) => stateOffset[track + 1]! - stateOffset[track]!,
    moveOf({ track, from }, to) {
      const key = (stateOffset[track]! + from) * 32 + to;
      let move = moves.get(key);
      if (move === undefined) {
        move = compileMove(inputs, weights, track, from, to);
        moves.set(key, move);
      }
      return move;
    },
  };
}

function compilePieces(pieces: readonly Piece[]): Pieces {
  const from = new Float64Array(pieces.length);
  const level = new Float64Array(pieces.length);
  const slope = new Float64Array(pieces.length);
  pieces.forEach((piece, i) => {
    from[i] = piece.from;
    level[i] = Math.exp(piece.log);
    slope[i] = piece.slope;
  });
  return { from, level, slope };
}

const certain = Float64Array.of(1);

/** Cumulative probabilities of branches. */
function cumulate(branches: Transition['to']): Float64Array {
  if (branches.length === 1) return certain;
  const total = branches.reduce((sum, branch) => sum + branch.probability, 0);
  let running = 0;
  const cumulative = Float64Array.from(branches, (branch) => (running += branch.probability / total));
  cumulative[branches.length - 1] = 1;
  return cumulative;
}

/** The factors of a hazard: the product of those that never change, and the others. */
function compileFactors(clock: Clock, once: OncePerModel) {
  let baseLog = 0;
  const factors: CompiledFactor[] = [];
  for (const { scale, pieces } of clock.kind === 'hazard' ? clock.factors : []) {
    const only = pieces.length === 1 ? pieces[0]! : undefined;
    if (only?.slope === 0) baseLog += only.log;
    else {
      const { from, level, slope } = once.piecesOf(pieces);
      factors.push({ scale: scales[scale], from, level, slope });
    }
  }
  return { base: Math.exp(baseLog), factors };
}

/** Multiplies what a state of a track makes by a ratio; the states of a track make one table. */
function multiply(tables: StateRatios[], track: number, state: number, states: number, ratio: number): void {
  let own = tables.find((other) => other.track === track);
  if (own === undefined) {
    own = { track, ratios: new Float64Array(states).fill(1) };
    tables.push(own);
  }
  own.ratios[state]! *= ratio;
}

/**
 * The effects on a clock by kind; the frame knows what each is an effect of. Those of states that do not fade make one
 * table for each track: to multiply by 1 costs less than to ask whether one applies.
 */
function compileEffects(
  frame: TransitionFrame,
  { effects }: Transition,
  { piecesOf, statesOf }: OncePerModel,
) {
  const stateRatios: StateRatios[] = [];
  const paces: StateRatios[] = [];
  const fades: Fade[] = [];
  let ofStates = 0;
  const exposureEffects: { exposure: number; logPerMonth: number }[] = [];
  const loadEffects: { load: number; logPerUnit: number }[] = [];
  for (const effect of effects) {
    if (effect.kind === 'state' || effect.kind === 'pace') {
      const track = frame.effectTracks[ofStates]!;
      const state = frame.effectStates[ofStates]!;
      ofStates += 1;
      if (effect.kind === 'pace') multiply(paces, track, state, statesOf(track), effect.factor);
      else if (effect.fade !== undefined) fades.push({ track, state, pieces: piecesOf(effect.fade) });
      else multiply(stateRatios, track, state, statesOf(track), Math.exp(effect.log));
    } else if (effect.kind === 'exposure') {
      const exposure = frame.exposures[exposureEffects.length]!;
      exposureEffects.push({ exposure, logPerMonth: effect.logPerMonth });
    } else {
      loadEffects.push({ load: frame.loads[loadEffects.length]!, logPerUnit: effect.logPerUnit });
    }
  }
  return { stateRatios, paces, fades, exposureEffects, loadEffects };
}

function distributionOf(clock: Clock): Distribution | undefined {
  if (clock.kind === 'hazard') return undefined;
  return clock.kind === 'duration' ? clock.distribution : clock.delay;
}

/**
 * Puts a transition's numbers into its frame. Field by field on purpose: V8 gives every object that is made with a
 * spread a shape of its own, and the kernel would look up each field of each transition by name.
 */
function compileTransition(
  frame: TransitionFrame,
  transition: Transition,
  once: OncePerModel,
): CompiledTransition {
  const { clock } = transition;
  const { kind, guard } = frame;
  const distribution = distributionOf(clock);
  const { base, factors } = compileFactors(clock, once);
  const effects = compileEffects(frame, transition, once);
  const moves: Move[] = [];
  for (const to of frame.branches) moves.push(once.moveOf(frame, to));
  const constant = factors.length + transition.effects.length === 0;
  return {
    name: frame.name,
    source: frame.source,
    address: frame.address,
    track: frame.track,
    from: frame.from,
    branches: frame.branches,
    cumulative: cumulate(transition.to),
    kind,
    distribution,
    guard,
    base,
    factors,
    stateRatios: effects.stateRatios,
    paces: effects.paces,
    fades: effects.fades,
    exposureEffects: effects.exposureEffects,
    loadEffects: effects.loadEffects,
    limitExposure: frame.limitExposure,
    limitRatio: clock.kind === 'duration' ? (clock.atMost?.ratio ?? 0) : 0,
    constant,
    plain: kind === HAZARD && constant && guard === undefined,
    steady:
      kind === GATE || (kind === DURATION && distribution?.kind === 'fixed' && effects.paces.length === 0),
    moves,
    eventRewards: frame.eventRewards,
  };
}

function loadWeights(model: Model, { stateCount, stateOffset }: Frame): Float64Array[] {
  return model.loads.map((load) => {
    const weights = new Float64Array(stateCount);
    for (const { track, state, weight } of load.weights) {
      const t = trackIndex(model.tracks, track);
      weights[stateOffset[t]! + stateIndex(model.tracks[t]!, state)] = weight;
    }
    return weights;
  });
}

/**
 * Compiles a model; simultaneous events fire in the order of the compiled transitions, see {@link frameOf}.
 *
 * @param known models compiled before: the frame of one that differs in numbers alone is used again
 * @throws Error when the model names something it does not have: callers check user input before.
 */
export function compileModel(model: Model, known: readonly CompiledModel[] = []): CompiledModel {
  const frame = known.find((other) => differInNumbersAlone(other.model, model))?.frame ?? frameOf(model);
  const loads = loadWeights(model, frame);
  const once = prepareOnce(frame, loads);
  const cut = createCutter(model);
  return {
    model,
    frame,
    transitions: frame.transitions.map((each) =>
      compileTransition(each, model.transitions[each.source]!, once),
    ),
    outStart: frame.outStart,
    stateOffset: frame.stateOffset,
    stateCount: frame.stateCount,
    rewards: model.rewards.map((reward, r) => compileReward(reward, frame.rewards[r]!.when, cut)),
    milestones: model.milestones.map(({ sustainedMonths }, m) => ({
      when: frame.milestones[m]!.when,
      sustainedMonths,
    })),
    exposures: model.exposures.map(({ capMonths }, e) => ({ when: frame.exposures[e]!.when, capMonths })),
    loads,
    endMonths: model.horizonMonths + Math.max(0, ...model.milestones.map((each) => each.sustainedMonths)),
  };
}
