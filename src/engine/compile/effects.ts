/** Prepares the effects on a clock, by kind. */

import type { Piece, Transition } from '../model/model.js';
import type { TransitionFrame } from './frame.js';

/** Pieces of a log-linear function of time: `level[i] * exp(slope[i] * (time - from[i]))` from `from[i]` on. */
export interface Pieces {
  readonly from: Float64Array;
  readonly level: Float64Array;
  readonly slope: Float64Array;
}

/** The factors by which the states of a track multiply a hazard or a pace; 1 for states without effect, and for fading ones. */
export interface StateRatios {
  readonly track: number;
  /** By state within the track. */
  readonly ratios: Float64Array;
}

/** The pace of a duration's clock in a state, which rises with a load up to `atMost`. */
export interface LoadPace {
  readonly track: number;
  readonly state: number;
  readonly load: number;
  readonly factor: number;
  readonly perUnit: number;
  readonly atMost: number;
}

/** A ratio that fades after its state is entered. */
export interface Fade {
  readonly track: number;
  readonly state: number;
  readonly pieces: Pieces;
}

/** What effects need of the model as a whole. */
export interface EffectParts {
  /** The compiled pieces of a list of pieces, which many transitions may have in common. */
  piecesOf(pieces: readonly Piece[]): Pieces;
  /** Number of states of a track. */
  statesOf(track: number): number;
}

/** Multiplies the factor of a state by a ratio; the states of a track share one table. */
function multiply(tables: StateRatios[], track: number, state: number, states: number, ratio: number): void {
  let own = tables.find((other) => other.track === track);
  if (own === undefined) {
    own = { track, ratios: new Float64Array(states).fill(1) };
    tables.push(own);
  }
  own.ratios[state]! *= ratio;
}

/**
 * The effects on a clock by kind; the frame has the source of each. State effects without a fade form one table for each track,
 * since multiplying by 1 costs less than testing whether an effect applies.
 */
export function compileEffects(
  frame: TransitionFrame,
  { effects }: Transition,
  { piecesOf, statesOf }: EffectParts,
) {
  const stateRatios: StateRatios[] = [];
  const paces: StateRatios[] = [];
  const loadPaces: LoadPace[] = [];
  const fades: Fade[] = [];
  let ofStates = 0;
  const exposureEffects: { exposure: number; logPerMonth: number }[] = [];
  const loadEffects: { load: number; logPerUnit: number }[] = [];
  for (const effect of effects) {
    if (effect.kind === 'state' || effect.kind === 'pace') {
      const track = frame.effectTracks[ofStates]!;
      const state = frame.effectStates[ofStates]!;
      ofStates += 1;
      if (effect.kind === 'pace') {
        const { factor, more } = effect;
        if (more === undefined) multiply(paces, track, state, statesOf(track), factor);
        else {
          const { perUnit, atMost } = more;
          loadPaces.push({ track, state, load: frame.paceLoads[loadPaces.length]!, factor, perUnit, atMost });
        }
      } else if (effect.fade !== undefined) fades.push({ track, state, pieces: piecesOf(effect.fade) });
      else multiply(stateRatios, track, state, statesOf(track), Math.exp(effect.log));
    } else if (effect.kind === 'exposure') {
      const exposure = frame.exposures[exposureEffects.length]!;
      exposureEffects.push({ exposure, logPerMonth: effect.logPerMonth });
    } else {
      loadEffects.push({ load: frame.loads[loadEffects.length]!, logPerUnit: effect.logPerUnit });
    }
  }
  return { stateRatios, paces, loadPaces, fades, exposureEffects, loadEffects };
}
