/** Transitions of a model file. */

import type { Branch, Clock, Condition, Track, Transition } from '../../engine/model/model.js';
import { hashName } from '../../engine/random/threefry.js';
import type { Path } from '../yaml/yaml-file.js';
import { readClock } from './model-clock.js';
import type { ModelFile, TransitionEntry } from './model-file.js';
import type { Problems } from './model-problems.js';
import { type GroupRatio, readPaces, readRatios } from './model-ratios.js';

/** A transition, with what the file says about it beyond the engine's model. */
export interface ReadTransition {
  readonly transition: Transition;
  readonly groupRatios: readonly GroupRatio[];
  /** The name given in the file, before it was split into one name per from-state. */
  readonly given: string | undefined;
  readonly path: Path;
}

function readBranches(
  path: Path,
  entry: TransitionEntry,
  track: Track,
  problems: Problems,
): Branch[] | undefined {
  const { to, branches } = entry;
  if ((to === undefined) === (branches === undefined)) {
    problems.report(path, 'a transition has either "to" or "branches"');
    return undefined;
  }
  if (to !== undefined) {
    if (!problems.checkState([...path, 'to'], track, to)) return undefined;
    return [{ state: to, probability: 1 }];
  }
  const at = [...path, 'branches'];
  problems.checkShares(at, Object.values(branches!));
  const known = Object.keys(branches!).filter((state) =>
    problems.checkState([...at, state], track, state, true),
  );
  return known
    .map((state) => ({ state, probability: branches![state]! }))
    .filter((branch) => branch.probability > 0);
}

/** What all transitions of one entry have in common, whichever state they leave. */
interface CommonParts {
  readonly to: readonly Branch[];
  readonly clock: Clock;
  readonly when: Condition | undefined;
}

function nameTransition(
  entry: TransitionEntry,
  from: string,
  several: boolean,
  to: readonly Branch[],
): string {
  if (entry.name !== undefined) return several ? `${entry.name} (from ${from})` : entry.name;
  return `${entry.track}: ${from} -> ${to.map((branch) => branch.state).join(' | ')}`;
}

function readCommonParts(
  path: Path,
  entry: TransitionEntry,
  tracks: readonly Track[],
  file: ModelFile,
  problems: Problems,
): CommonParts | undefined {
  const track = tracks.find((each) => each.name === entry.track);
  const names = tracks.map((each) => each.name);
  const clock = readClock(path, entry, Object.keys(file.exposures ?? {}), problems);
  const when =
    entry.when === undefined ? undefined : problems.readCondition([...path, 'when'], entry.when, tracks);
  if (!problems.checkName([...path, 'track'], 'track', entry.track, names)) return undefined;
  const to = readBranches(path, entry, track!, problems);
  return to === undefined || clock === undefined ? undefined : { to, clock, when };
}

function readTransition(
  path: Path,
  entry: TransitionEntry,
  tracks: readonly Track[],
  file: ModelFile,
  problems: Problems,
): ReadTransition[] {
  const shared = readCommonParts(path, entry, tracks, file, problems);
  const track = tracks.find((each) => each.name === entry.track);
  if (track === undefined) return [];
  const listed = Array.isArray(entry.from);
  const froms = Array.isArray(entry.from) ? entry.from : [entry.from];
  const known = froms.filter((from, i) =>
    problems.checkState(listed ? [...path, 'from', i] : [...path, 'from'], track, from),
  );
  if (shared === undefined) return [];
  const { to, clock, when } = shared;
  const { effects, groupRatios } = readRatios(
    [...path, 'ratios'],
    entry.ratios ?? [],
    clock,
    tracks,
    file,
    problems,
  );
  const paces = readPaces([...path, 'paces'], entry.paces ?? [], clock, tracks, problems);
  return known.map((from) => ({
    transition: {
      name: nameTransition(entry, from, froms.length > 1, to),
      track: track.name,
      from,
      to,
      ...(when === undefined ? {} : { when }),
      clock,
      effects: [...effects, ...paces],
    },
    groupRatios,
    given: entry.name,
    path,
  }));
}

/** Names of the random draws of a person other than transitions (see `model-population.ts`). */
function otherDraws(file: ModelFile, tracks: readonly Track[]): string[] {
  return [
    ...tracks.map(({ name }) => `start of ${name}`),
    ...Object.keys(file.groups ?? {}).map((name) => `group ${name}`),
  ];
}

/** Two names address the same random draws when they are the same, or, for one pair in four billion, by chance. */
function checkAddresses(
  read: readonly ReadTransition[],
  others: readonly string[],
  problems: Problems,
): void {
  const names = new Map(others.map((name) => [hashName(name), name]));
  for (const { transition, path } of read) {
    const address = hashName(transition.name);
    const other = names.get(address);
    if (other === transition.name && others.includes(other)) {
      problems.report(
        path,
        `"${other}" is what the start of a track or a group is drawn by; choose another name`,
      );
    } else if (other !== undefined && other !== transition.name) {
      problems.report(
        path,
        `"${transition.name}" and "${other}" share their random draws by accident; rename one`,
      );
    }
    names.set(address, transition.name);
  }
}

/** Reads all transitions; those with problems are reported and left out. */
export function readTransitions(
  file: ModelFile,
  tracks: readonly Track[],
  problems: Problems,
): ReadTransition[] {
  const read = file.transitions.flatMap((entry, i) =>
    readTransition(['transitions', i], entry, tracks, file, problems),
  );
  problems.checkUnique(
    'transitions',
    read.map(({ transition, path }) => ({ path, name: transition.name })),
  );
  checkAddresses(read, otherDraws(file, tracks), problems);
  return read;
}
