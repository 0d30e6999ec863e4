/** Finds out, before any life is run, what may change when a track goes from one state to another. */

import { MOST_STATES } from '../model/model.js';
import type { CompiledCondition } from './condition.js';
import type { ExposureFrame } from './exposures.js';

/** Transitions of another track to be brought up to date, by the state in which that track is. */
interface AffectedTrack {
  readonly track: number;
  readonly byState: readonly Int32Array[];
}

/** What must be updated when a track changes state. Indices refer to the compiled model's arrays. */
interface Reach {
  readonly affected: readonly AffectedTrack[];
  readonly rewards: Int32Array;
  readonly milestones: Int32Array;
  readonly exposures: Int32Array;
}

/** A reach does not depend on the model's numbers, except through which loads change. */
interface KnownReach {
  readonly loads: readonly number[];
  readonly reach: Reach;
}

/** A change of state, and all that may change with it. */
export interface Move extends Reach {
  /** State that is entered, within its track. */
  readonly to: number;
  readonly loads: readonly { readonly load: number; readonly change: number }[];
}

/** Everything that a transition depends on. Indices refer to the model's arrays. */
export interface TransitionInputs {
  readonly track: number;
  readonly from: number;
  readonly guard: CompiledCondition | undefined;
  /** By kind, the source of each effect, in the order of the model. */
  readonly effectTracks: Int32Array;
  readonly effectStates: Int32Array;
  readonly effectFades: readonly boolean[];
  readonly exposures: Int32Array;
  readonly loads: Int32Array;
  /** The loads of paces that hang on one, in the order of the model. */
  readonly paceLoads: Int32Array;
}

/** The parts of a model that depend on the states of tracks. */
interface InputsByPart {
  readonly stateOffset: Int32Array;
  readonly transitions: readonly TransitionInputs[];
  readonly rewards: readonly { readonly when: CompiledCondition | undefined }[];
  readonly milestones: readonly { readonly when: CompiledCondition }[];
  readonly exposures: readonly ExposureFrame[];
  /** By load, the tracks that it weighs. */
  readonly loadTracks: readonly (readonly number[])[];
}

/** The dependencies of a model's parts, and the reaches found so far. */
export interface ModelInputs extends InputsByPart {
  /** By track, the transitions that depend on its state; the others need no update when it moves. */
  readonly transitionsByTrack: readonly Int32Array[];
  readonly reaches: Map<number, KnownReach[]>;
}

interface StateChange {
  /** Number of tracks of the model: in conditions, loads are numbered from here. */
  readonly tracks: number;
  readonly track: number;
  readonly from: number;
  readonly to: number;
  /** Loads that it changes. */
  readonly loads: readonly number[];
}

/** Positions of the items for which the test holds. */
export function positions<Item>(items: readonly Item[], test: (item: Item) => boolean): Int32Array {
  const found: number[] = [];
  items.forEach((item, i) => {
    if (test(item)) found.push(i);
  });
  return Int32Array.from(found);
}

/** Whether a condition that reads one track alone holds in a state of it. */
function holdsIn({ clauses }: CompiledCondition, state: number): boolean {
  return clauses.some((clause) => clause.every(({ mask }) => ((mask >>> state) & 1) !== 0));
}

/** Whether a condition may start or stop holding. The answer is exact when it depends on this track alone. */
function mayChange(condition: CompiledCondition | undefined, change: StateChange): boolean {
  if (condition === undefined) return false;
  const { tracks, track, from, to, loads } = change;
  let isRead = false;
  let isAlone = true;
  for (const clause of condition.clauses) {
    for (const { track: read, mask } of clause) {
      if (read !== track) {
        isAlone = false;
        if (read >= tracks && loads.includes(read - tracks)) isRead = true;
      } else if (((mask >>> from) & 1) !== ((mask >>> to) & 1)) isRead = true;
    }
  }
  if (!isRead) return false;
  return !isAlone || holdsIn(condition, from) !== holdsIn(condition, to);
}

/** Tracks whose states a condition reads, itself or through a load. */
function tracksOf(
  condition: CompiledCondition | undefined,
  tracks: number,
  loadTracks: InputsByPart['loadTracks'],
): number[] {
  const read = condition?.clauses.flatMap((clause) => clause.map(({ track }) => track)) ?? [];
  return read.flatMap((track) => (track < tracks ? [track] : loadTracks[track - tracks]!));
}

/** Prepares the input of {@link compileMove}. */
export function moveInputs(parts: InputsByPart): ModelInputs {
  const { exposures, loadTracks, stateOffset, transitions } = parts;
  const tracks = stateOffset.length - 1;
  const byTrack = Array.from({ length: tracks }, (): number[] => []);
  transitions.forEach((transition, k) => {
    const read = new Set([...tracksOf(transition.guard, tracks, loadTracks), ...transition.effectTracks]);
    for (const exposure of transition.exposures) {
      const { when, load } = exposures[exposure]!;
      for (const track of tracksOf(when, tracks, loadTracks)) read.add(track);
      if (load >= 0) for (const track of loadTracks[load]!) read.add(track);
    }
    for (const load of [...transition.loads, ...transition.paceLoads]) {
      for (const track of loadTracks[load]!) read.add(track);
    }
    for (const track of read) byTrack[track]!.push(k);
  });
  const transitionsByTrack = byTrack.map((list) => Int32Array.from(list));
  return { ...parts, transitionsByTrack, reaches: new Map() };
}

/** Whether an exposure may start or stop, or go on at another rate. */
function mayTurn({ when, load }: ExposureFrame, change: StateChange): boolean {
  return mayChange(when, change) || change.loads.includes(load);
}

/** Whether the guard or the hazard of a transition may change. */
function reacts({ exposures }: ModelInputs, transition: TransitionInputs, change: StateChange): boolean {
  const { track, from, to, loads } = change;
  const { effectFades, effectStates, effectTracks } = transition;
  return (
    mayChange(transition.guard, change) ||
    // A fade starts again when its state is entered again, even from itself.
    effectTracks.some(
      (effectTrack, i) =>
        effectTrack === track &&
        (effectStates[i] === from || effectStates[i] === to) &&
        (from !== to || effectFades[i]!),
    ) ||
    transition.exposures.some((exposure) => mayTurn(exposures[exposure]!, change)) ||
    transition.loads.some((load) => loads.includes(load)) ||
    transition.paceLoads.some((load) => loads.includes(load))
  );
}

/** A shared empty array: it is needed for most states of most tracks, and even an empty typed array takes memory. */
const none = new Int32Array(0);

function affectedTracks(inputs: ModelInputs, change: StateChange): AffectedTrack[] {
  const { transitions, stateOffset } = inputs;
  const reacting = new Map<number, (number[] | undefined)[]>();
  for (const k of inputs.transitionsByTrack[change.track]!) {
    const { track, from } = transitions[k]!;
    if (track === change.track || !reacts(inputs, transitions[k]!, change)) continue;
    const states = stateOffset[track + 1]! - stateOffset[track]!;
    const byState = reacting.get(track) ?? new Array<number[] | undefined>(states).fill(undefined);
    reacting.set(track, byState);
    const list = byState[from];
    if (list === undefined) byState[from] = [k];
    else list.push(k);
  }
  return [...reacting].map(([track, byState]) => ({
    track,
    byState: byState.map((list) => (list === undefined ? none : Int32Array.from(list))),
  }));
}

function workOut(inputs: ModelInputs, change: StateChange): Reach {
  return {
    affected: affectedTracks(inputs, change),
    rewards: positions(inputs.rewards, ({ when }) => mayChange(when, change)),
    milestones: positions(inputs.milestones, ({ when }) => mayChange(when, change)),
    exposures: positions(inputs.exposures, (exposure) => mayTurn(exposure, change)),
  };
}

/** The reach of a change, reused if an earlier model had the same change. */
function reachOf(inputs: ModelInputs, change: StateChange): Reach {
  const { track, from, to, loads } = change;
  const key = (inputs.stateOffset[track]! + from) * MOST_STATES + to;
  let known = inputs.reaches.get(key);
  if (known === undefined) {
    known = [];
    inputs.reaches.set(key, known);
  }
  for (const other of known) {
    if (other.loads.length === loads.length && loads.every((load, i) => other.loads[i] === load))
      return other.reach;
  }
  const reach = workOut(inputs, change);
  known.push({ loads, reach });
  return reach;
}

/**
 * What may change when a track goes from one state to another, or enters the same state again.
 *
 * @param weights by load, the weight of every state of every track
 */
export function compileMove(
  inputs: ModelInputs,
  weights: readonly Float64Array[],
  track: number,
  from: number,
  to: number,
): Move {
  const offset = inputs.stateOffset[track]!;
  const loads: { load: number; change: number }[] = [];
  const changed: number[] = [];
  for (let load = 0; load < weights.length; load++) {
    const change = weights[load]![offset + to]! - weights[load]![offset + from]!;
    if (change === 0) continue;
    loads.push({ load, change });
    changed.push(load);
  }
  const { affected, rewards, milestones, exposures } = reachOf(inputs, {
    tracks: inputs.stateOffset.length - 1,
    track,
    from,
    to,
    loads: changed,
  });
  return { to, loads, affected, rewards, milestones, exposures };
}
