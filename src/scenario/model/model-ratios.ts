/** Hazard ratios of a model file: of groups, states, exposures and loads; and the paces of its durations. */

import type { Clock, Effect, Track } from '../../engine/model/model.js';
import type { Path } from '../yaml/yaml-file.js';
import { readFade } from './model-fade.js';
import type { ModelFile, RatioEntry, TransitionEntry } from './model-file.js';
import type { Problems } from './model-problems.js';

/** A ratio for the persons who have a value of a group. */
export interface GroupRatio {
  readonly group: string;
  readonly value: string;
  readonly ratio: number;
}

/** What each kind of ratio consists of; the first key identifies the kind. */
const forms = {
  group: { needs: ['value', 'ratio'], takes: [] },
  track: { needs: ['state'], takes: ['ratio', 'fade'] },
  exposure: { needs: ['ratio_per_month'], takes: [] },
  load: { needs: ['ratio_per_unit'], takes: [] },
} as const;

type Kind = keyof typeof forms;

/** The kind of a ratio; undefined, and reported, when its keys do not make one. */
function kindOf(path: Path, entry: RatioEntry, problems: Problems): Kind | undefined {
  const given = (Object.keys(entry) as (keyof RatioEntry)[]).filter((key) => entry[key] !== undefined);
  const kinds = (Object.keys(forms) as Kind[]).filter((kind) => given.includes(kind));
  const kind = kinds[0];
  if (kind === undefined || kinds.length > 1) {
    problems.report(path, 'a hazard ratio names exactly one of group, track, exposure and load');
    return undefined;
  }
  const { needs, takes } = forms[kind];
  const known: readonly string[] = [kind, ...needs, ...takes];
  const missing = needs.filter((key) => !given.includes(key));
  const extra = given.filter((key) => !known.includes(key));
  for (const key of missing) problems.report(path, `a hazard ratio of a ${kind} needs "${key}"`);
  for (const key of extra) problems.report([...path, key], `a hazard ratio of a ${kind} takes no "${key}"`);
  if (kind === 'track' && entry.ratio === undefined && entry.fade?.steps === undefined) {
    problems.report(path, 'a hazard ratio of a track needs "ratio"');
    return undefined;
  }
  return missing.length + extra.length === 0 ? kind : undefined;
}

/** Reports a ratio that the transition's clock cannot use. */
function checkAgainstClock(
  path: Path,
  entry: RatioEntry,
  kind: Kind,
  clock: Clock,
  problems: Problems,
): void {
  const fixed = clock.kind === 'duration' && clock.distribution.kind === 'fixed';
  if (clock.kind === 'gate' || fixed) {
    if (kind === 'group' && entry.ratio === 0) return;
    const what = fixed ? 'a fixed duration' : 'a gate';
    problems.report(path, `${what} has no hazard for a ratio to act on; only a group's ratio of 0 (never)`);
  } else if (clock.kind === 'duration') {
    if (kind === 'exposure') problems.report(path, 'an exposure cannot act on a duration; use a hazard');
    if (entry.fade !== undefined) {
      problems.report([...path, 'fade'], 'a fading ratio cannot act on a duration; use a hazard');
    }
    if (kind === 'track' && entry.ratio === 0) {
      problems.report([...path, 'ratio'], 'a ratio of 0 cannot act on a duration; use a guard (when)');
    }
  }
}

/** The track that is named together with one of its states; undefined, and reported, when there is no such track or state. */
function findState(
  path: Path,
  name: string,
  state: string,
  tracks: readonly Track[],
  problems: Problems,
): Track | undefined {
  const names = tracks.map((track) => track.name);
  if (!problems.checkName([...path, 'track'], 'track', name, names)) return undefined;
  const track = tracks.find((each) => each.name === name)!;
  return problems.checkState([...path, 'state'], track, state) ? track : undefined;
}

/** Reads the paces of one transition's clock, which must be a duration. */
export function readPaces(
  path: Path,
  entries: NonNullable<TransitionEntry['paces']>,
  clock: Clock,
  tracks: readonly Track[],
  problems: Problems,
): Effect[] {
  if (entries.length > 0 && clock.kind !== 'duration') {
    problems.report(path, `only a duration has a pace; a ${clock.kind} has none`, true);
  }
  return entries.flatMap(({ track, state, pace }, i): Effect[] =>
    findState([...path, i], track, state, tracks, problems) === undefined
      ? []
      : [{ kind: 'pace', track, state, factor: pace }],
  );
}

function readStateRatio(
  path: Path,
  entry: RatioEntry,
  tracks: readonly Track[],
  problems: Problems,
): Effect | undefined {
  if (findState(path, entry.track!, entry.state!, tracks, problems) === undefined) return undefined;
  const fade = entry.fade && readFade([...path, 'fade'], entry.fade, entry.ratio, problems);
  return {
    kind: 'state',
    track: entry.track!,
    state: entry.state!,
    log: Math.log(entry.ratio ?? 1),
    ...(fade === undefined ? {} : { fade }),
  };
}

/** Reads the hazard ratios of one transition, split into the model's effects and the population's. */
export function readRatios(
  path: Path,
  entries: readonly RatioEntry[],
  clock: Clock,
  tracks: readonly Track[],
  file: ModelFile,
  problems: Problems,
): { effects: Effect[]; groupRatios: GroupRatio[] } {
  const effects: Effect[] = [];
  const groupRatios: GroupRatio[] = [];
  entries.forEach((entry, i) => {
    const at = [...path, i];
    const kind = kindOf(at, entry, problems);
    if (kind === undefined) return;
    checkAgainstClock(at, entry, kind, clock, problems);
    const { group, value, exposure, load } = entry;
    if (kind === 'group') {
      const values = file.groups?.[group!];
      if (!problems.checkName([...at, 'group'], 'group', group!, Object.keys(file.groups ?? {}))) return;
      problems.checkValue([...at, 'value'], group!, Object.keys(values!), value!);
      groupRatios.push({ group: group!, value: value!, ratio: entry.ratio! });
    } else if (kind === 'track') {
      const effect = readStateRatio(at, entry, tracks, problems);
      if (effect !== undefined) effects.push(effect);
    } else if (kind === 'exposure') {
      problems.checkName([...at, 'exposure'], 'exposure', exposure!, Object.keys(file.exposures ?? {}));
      effects.push({ kind, exposure: exposure!, logPerMonth: Math.log(entry.ratio_per_month!) });
    } else {
      problems.checkName([...at, 'load'], 'load', load!, Object.keys(file.loads ?? {}));
      effects.push({ kind, load: load!, logPerUnit: Math.log(entry.ratio_per_unit!) });
    }
  });
  return { effects, groupRatios };
}
