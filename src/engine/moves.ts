/** Works out, before any life is run, what may change when a track goes from one state to another. */

import type { CompiledCondition } from './condition.js';

/** Transitions of another track to be brought up to date, by the state in which that track is. */
interface AffectedTrack {
  readonly track: number;
  readonly byState: readonly Int32Array[];
}

/** A change of state, and all that may change with it. Indices are into the compiled model's arrays. */
export interface Move {
  /** State that is entered, within its track. */
  readonly to: number;
  readonly loads: readonly { readonly load: number; readonly change: number }[];
  readonly affected: readonly AffectedTrack[];
  readonly rewards: Int32Array;
  readonly milestones: Int32Array;
  readonly exposures: Int32Array;
}

/** A transition, as far as others affect it. */
interface Reader {
  readonly track: number;
  readonly from: number;
  readonly guard: CompiledCondition | undefined;
  readonly stateEffects: readonly {
    readonly track: number;
    readonly state: number;
    readonly fade: unknown;
  }[];
  readonly exposureEffects: readonly { readonly exposure: number }[];
  readonly loadEffects: readonly { readonly load: number }[];
}

/** What the parts of a compiled model read. */
export interface Readers {
  /** By track, the transitions that read its state, by {@link readersOf}. */
  readonly transitionsByTrack: readonly Int32Array[];
  readonly stateOffset: Int32Array;
  readonly transitions: readonly Reader[];
  readonly rewards: readonly { readonly when: CompiledCondition | undefined }[];
  readonly milestones: readonly { readonly when: CompiledCondition }[];
  readonly exposures: readonly { readonly when: CompiledCondition }[];
  readonly loads: readonly Float64Array[];
}

interface Change {
  readonly track: number;
  readonly from: number;
  readonly to: number;
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

/**
 * Whether a condition may begin or cease to hold: exact when it reads this track alone. Loops, and nothing allocated:
 * every move asks it of every condition, and every parameter draw compiles its models.
 */
function mayChange(condition: CompiledCondition | undefined, { track, from, to }: Change): boolean {
  if (condition === undefined) return false;
  let isTold = false;
  let isAlone = true;
  for (const clause of condition.clauses) {
    for (const { track: read, mask } of clause) {
      if (read !== track) isAlone = false;
      else if (((mask >>> from) & 1) !== ((mask >>> to) & 1)) isTold = true;
    }
  }
  if (!isTold) return false;
  return !isAlone || holdsIn(condition, from) !== holdsIn(condition, to);
}

/** What the weight of a load changes by. */
function loadChange(weights: Float64Array, stateOffset: Int32Array, { track, from, to }: Change): number {
  return weights[stateOffset[track]! + to]! - weights[stateOffset[track]! + from]!;
}

/** Tracks whose states a condition reads. */
function tracksOf(condition: CompiledCondition | undefined): number[] {
  return condition?.clauses.flatMap((clause) => clause.map(({ track }) => track)) ?? [];
}

/** By track, the transitions whose guard or hazard reads its state: the others need not be asked at every move. */
export function readersOf({
  exposures,
  loads,
  stateOffset,
  transitions,
}: Omit<Readers, 'transitionsByTrack'>): Int32Array[] {
  const byTrack = Array.from({ length: stateOffset.length - 1 }, (): number[] => []);
  const ofExposure = exposures.map(({ when }) => tracksOf(when));
  const ofLoad = loads.map((weights) =>
    byTrack.flatMap((_, t) =>
      weights.subarray(stateOffset[t], stateOffset[t + 1]).some((weight) => weight !== 0) ? [t] : [],
    ),
  );
  transitions.forEach(({ guard, stateEffects, exposureEffects, loadEffects }, k) => {
    const read = new Set([
      ...tracksOf(guard),
      ...stateEffects.map(({ track }) => track),
      ...exposureEffects.flatMap(({ exposure }) => ofExposure[exposure]!),
      ...loadEffects.flatMap(({ load }) => ofLoad[load]!),
    ]);
    for (const track of read) byTrack[track]!.push(k);
  });
  return byTrack.map((list) => Int32Array.from(list));
}

/** Whether the guard or the hazard of a transition may change. */
function reacts(readers: Readers, transition: Reader, change: Change): boolean {
  const { track, from, to } = change;
  return (
    mayChange(transition.guard, change) ||
    // A fade begins anew when its state is entered again, be it from itself.
    transition.stateEffects.some(
      (effect) =>
        effect.track === track &&
        (effect.state === from || effect.state === to) &&
        (from !== to || effect.fade !== undefined),
    ) ||
    transition.exposureEffects.some(({ exposure }) => mayChange(readers.exposures[exposure]!.when, change)) ||
    transition.loadEffects.some(
      ({ load }) => loadChange(readers.loads[load]!, readers.stateOffset, change) !== 0,
    )
  );
}

/** Most states of most tracks: one array for all, since a typed array takes more than its numbers. */
const none = new Int32Array(0);

function affectedTracks(readers: Readers, change: Change): AffectedTrack[] {
  const { transitions, stateOffset } = readers;
  const reacting = new Map<number, (number[] | undefined)[]>();
  for (const k of readers.transitionsByTrack[change.track]!) {
    const { track, from } = transitions[k]!;
    if (track === change.track || !reacts(readers, transitions[k]!, change)) continue;
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

/** What may change when a track goes from one state to another, or enters the same one anew. */
export function compileMove(readers: Readers, track: number, from: number, to: number): Move {
  const change = { track, from, to };
  return {
    to,
    loads: readers.loads.flatMap((weights, load) => {
      const difference = loadChange(weights, readers.stateOffset, change);
      return difference === 0 ? [] : [{ load, change: difference }];
    }),
    affected: affectedTracks(readers, change),
    rewards: positions(readers.rewards, ({ when }) => mayChange(when, change)),
    milestones: positions(readers.milestones, ({ when }) => mayChange(when, change)),
    exposures: positions(readers.exposures, ({ when }) => mayChange(when, change)),
  };
}
