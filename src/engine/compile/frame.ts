/**
 * The frame of a model: everything except its numbers. Models of different parameter draws differ only in numbers, so they can
 * share a frame.
 */

import type { Model, Track, Transition } from '../model/model.js';
import { hashName } from '../random/threefry.js';
import { type CompiledCondition, compileCondition, loadIndex, stateIndex, trackIndex } from './condition.js';
import { DURATION, GATE, HAZARD } from './constants.js';
import type { ExposureFrame } from './exposures.js';
import { type ModelInputs, moveInputs, positions, type TransitionInputs } from './moves.js';

/** The part of a compiled transition that does not depend on the model's numbers. */
export interface TransitionFrame extends TransitionInputs {
  readonly name: string;
  /** Position in `model.transitions`, which is also the position in a person's arrays. */
  readonly source: number;
  readonly address: number;
  readonly branches: Int32Array;
  readonly kind: number;
  readonly eventRewards: Int32Array;
  /** The exposure whose months bound a duration; -1: none. */
  readonly limitExposure: number;
}

/** The frame of a model. */
export interface Frame {
  /** In the order of the compiled model. */
  readonly transitions: readonly TransitionFrame[];
  readonly outStart: Int32Array;
  readonly stateOffset: Int32Array;
  readonly stateCount: number;
  readonly rewards: readonly { readonly when: CompiledCondition | undefined }[];
  readonly milestones: readonly { readonly when: CompiledCondition }[];
  readonly exposures: readonly ExposureFrame[];
  readonly inputs: ModelInputs;
}

/**
 * Whether two pieces of plain data differ at most in numbers: the same names and texts in the same places, and lists of the same
 * length. Such models have the same frame. The check runs for every model over thousands of values, so it makes no lists of keys.
 */
export function differInNumbersAlone(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) {
    return typeof left === 'number' && typeof right === 'number';
  }
  if (Array.isArray(left)) return Array.isArray(right) && areAlike(left, right);
  if (Array.isArray(right)) return false;
  let more = 0;
  for (const _ in right) more++;
  for (const key in left) {
    more--;
    const inBoth = key as keyof typeof left;
    if (right[inBoth] === undefined && !Object.hasOwn(right, key)) return false;
    if (!differInNumbersAlone(left[inBoth], right[inBoth])) return false;
  }
  return more === 0;
}

function areAlike(left: readonly unknown[], right: readonly unknown[]): boolean {
  if (left.length !== right.length) return false;
  for (let i = 0; i < left.length; i++) if (!differInNumbersAlone(left[i], right[i])) return false;
  return true;
}

const kinds = { hazard: HAZARD, duration: DURATION, gate: GATE } as const;

function exposureIndex({ exposures }: Model, name: string): number {
  const index = exposures.findIndex((exposure) => exposure.name === name);
  if (index < 0) throw new Error(`unknown exposure ${name}`);
  return index;
}

function frameTransition(model: Model, transition: Transition, source: number): TransitionFrame {
  const { tracks } = model;
  const { clock, name, when } = transition;
  const track = trackIndex(tracks, transition.track);
  const own = tracks[track]!;
  const ofState = transition.effects.filter((effect) => effect.kind === 'state' || effect.kind === 'pace');
  const effectTracks = Int32Array.from(ofState, (effect) => trackIndex(tracks, effect.track));
  return {
    name,
    source,
    address: hashName(name),
    track,
    from: stateIndex(own, transition.from),
    branches: Int32Array.from(transition.to, (branch) => stateIndex(own, branch.state)),
    kind: kinds[clock.kind],
    guard: when === undefined ? undefined : compileCondition(model, when),
    effectTracks,
    effectStates: Int32Array.from(ofState, (effect, i) =>
      stateIndex(tracks[effectTracks[i]!]!, effect.state),
    ),
    effectFades: ofState.map((effect) => effect.kind === 'state' && effect.fade !== undefined),
    exposures: Int32Array.from(
      transition.effects.filter((effect) => effect.kind === 'exposure'),
      (effect) => exposureIndex(model, effect.exposure),
    ),
    loads: Int32Array.from(
      transition.effects.filter((effect) => effect.kind === 'load'),
      (effect) => loadIndex(model, effect.load),
    ),
    paceLoads: Int32Array.from(
      transition.effects.flatMap((effect) =>
        effect.kind === 'pace' && effect.more !== undefined ? [loadIndex(model, effect.more.load)] : [],
      ),
    ),
    eventRewards: positions(model.rewards, (r) => r.kind === 'event' && r.transitions.includes(name)),
    limitExposure:
      clock.kind === 'duration' && clock.atMost !== undefined
        ? exposureIndex(model, clock.atMost.exposure)
        : -1,
  };
}

function refuseSharedAddresses(transitions: readonly TransitionFrame[]): void {
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

/** The position of the first transition out of each state. */
function startsOf(transitions: readonly TransitionFrame[], stateOffset: Int32Array): Int32Array {
  const stateCount = stateOffset[stateOffset.length - 1]!;
  const starts = new Int32Array(stateCount + 1);
  for (const { track, from } of transitions) starts[stateOffset[track]! + from + 1]! += 1;
  for (let s = 0; s < stateCount; s++) starts[s + 1]! += starts[s]!;
  return starts;
}

/**
 * The frame of a model. Transitions are sorted by the state they leave, in the order of tracks, states and, within a
 * state, of the model.
 *
 * @throws Error when the model names something it does not have.
 */
export function frameOf(model: Model): Frame {
  const { tracks } = model;
  const stateOffset = stateOffsets(tracks);
  const compile = ({ when }: Pick<Model['exposures'][number], 'when'>) => ({
    when: compileCondition(model, when),
  });
  const exposures = model.exposures.map((exposure) => ({
    ...compile(exposure),
    load: exposure.slowed === undefined ? -1 : loadIndex(model, exposure.slowed.load),
  }));
  const milestones = model.milestones.map(compile);
  const rewards = model.rewards.map((reward) =>
    reward.kind === 'rate' ? compile(reward) : { when: undefined },
  );
  const transitions = model.transitions
    .map((transition, i) => frameTransition(model, transition, i))
    .sort((a, b) => a.track - b.track || a.from - b.from || a.source - b.source);
  refuseSharedAddresses(transitions);
  const loadTracks = model.loads.map(({ weights }) => weights.map(({ track }) => trackIndex(tracks, track)));
  return {
    transitions,
    outStart: startsOf(transitions, stateOffset),
    stateOffset,
    stateCount: stateOffset[tracks.length]!,
    rewards,
    milestones,
    exposures,
    inputs: moveInputs({ stateOffset, transitions, rewards, milestones, exposures, loadTracks }),
  };
}
