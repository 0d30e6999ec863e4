/** Turns a model with names and nesting into the flat arrays that the kernel uses. */

import { type Clock, MOST_STATES, type Model, type Piece, type Transition } from '../model/model.js';
import type { Distribution } from '../random/distribution.js';
import { type CompiledCondition, stateIndex, trackIndex } from './condition.js';
import { CALENDAR, DURATION, ENTRY, GATE, HAZARD, ORIGIN } from './constants.js';
import {
  compileEffects,
  type EffectParts,
  type Fade,
  type LoadPace,
  type Pieces,
  type StateRatios,
} from './effects.js';
import { type CompiledExposure, compileExposure } from './exposures.js';
import { differInNumbersAlone, type Frame, frameOf, type TransitionFrame } from './frame.js';
import { compileMove, type Move } from './moves.js';
import { type CompiledReward, compileReward, createCutter } from './rewards.js';

interface CompiledFactor extends Pieces {
  readonly scale: number;
}

/** The fields of a frame about effects; a compiled transition has these with their numbers. */
type OfEffects = 'effectTracks' | 'effectStates' | 'effectFades' | 'exposures' | 'loads' | 'paceLoads';

/** A transition ready to run. Indices are into the compiled model's arrays. */
export interface CompiledTransition extends Omit<TransitionFrame, OfEffects> {
  /** Cumulative probabilities of the branches; the last is 1. */
  readonly cumulative: Float64Array;
  readonly distribution: Distribution | undefined;
  /** Product of all factors that never change. */
  readonly base: number;
  readonly factors: readonly CompiledFactor[];
  readonly stateRatios: readonly StateRatios[];
  /** The factors by which the states of tracks multiply the pace of a duration's clock. */
  readonly paces: readonly StateRatios[];
  readonly loadPaces: readonly LoadPace[];
  readonly fades: readonly Fade[];
  readonly exposureEffects: readonly { readonly exposure: number; readonly logPerMonth: number }[];
  readonly loadEffects: readonly { readonly load: number; readonly logPerUnit: number }[];
  /** True when the hazard is constant during a sojourn and only depends on the person. */
  readonly constant: boolean;
  /** True for a constant hazard without a guard: once started it fires, unless its state is left before. */
  readonly plain: boolean;
  /** Upper limit of a duration, in months per month of `limitExposure`. */
  readonly limitRatio: number;
  /** True when its next moment is fixed once it has started: gates, and fixed durations with a constant pace. */
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
  readonly exposures: readonly CompiledExposure[];
  /** Per load, the weight of every state (indexed like `outStart`). */
  readonly loads: readonly Float64Array[];
  /** Months to simulate: the horizon plus the longest time a milestone must be sustained. */
  readonly endMonths: number;
}

const scales = { origin: ORIGIN, entry: ENTRY, calendar: CALENDAR } as const;

/** What is computed once for all transitions of a model. */
interface OncePerModel extends EffectParts {
  /** The move of a transition to one of its branches. */
  moveOf(frame: TransitionFrame, to: number): Move;
}

function prepareOnce({ inputs, stateOffset }: Frame, weights: readonly Float64Array[]): OncePerModel {
  const compiled = new Map<readonly Piece[], Pieces>();
  // Transitions between the same states share a move.
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
      const key = (stateOffset[track]! + from) * MOST_STATES + to;
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

function distributionOf(clock: Clock): Distribution | undefined {
  if (clock.kind === 'hazard') return undefined;
  return clock.kind === 'duration' ? clock.distribution : clock.delay;
}

/**
 * Adds a transition's numbers to its frame. It is done field by field on purpose: with a spread, V8 would give every object its
 * own hidden class, and the kernel would look up every field by name.
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
    loadPaces: effects.loadPaces,
    fades: effects.fades,
    exposureEffects: effects.exposureEffects,
    loadEffects: effects.loadEffects,
    limitExposure: frame.limitExposure,
    limitRatio: clock.kind === 'duration' ? (clock.atMost?.ratio ?? 0) : 0,
    constant,
    plain: kind === HAZARD && constant && guard === undefined,
    steady:
      kind === GATE ||
      (kind === DURATION &&
        distribution?.kind === 'fixed' &&
        effects.paces.length + effects.loadPaces.length === 0),
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
 * @param known models compiled before; the frame of one that differs only in numbers is reused
 * @throws Error when the model refers to something that it does not have; callers check user input first.
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
    exposures: model.exposures.map((exposure, e) => compileExposure(exposure, frame.exposures[e]!)),
    loads,
    endMonths: model.horizonMonths + Math.max(0, ...model.milestones.map((each) => each.sustainedMonths)),
  };
}
