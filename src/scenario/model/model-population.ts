/** The population of a model file: where persons start, their groups, and what the groups change. */

import type { Track } from '../../engine/model/model.js';
import type {
  Group,
  GroupValueEffects,
  Population,
  StartChoice,
  WeightedChoice,
} from '../../engine/model/population.js';
import { hashName } from '../../engine/random/threefry.js';
import type { Path } from '../yaml/yaml-file.js';
import type { GroupValues, ModelFile } from './model-file.js';
import type { Problems } from './model-problems.js';
import type { ReadTransition } from './model-transitions.js';

/** A choice by shares. If rounding leaves the sum short of 1, the last entry that is not 0 gets the rest. */
function choiceOf(what: string, shares: readonly number[]): WeightedChoice {
  let running = 0;
  const last = shares.findLastIndex((share) => share > 0);
  const cumulative = shares.map((share, i) => {
    running += share;
    return i >= last ? 1 : running;
  });
  return { address: hashName(what), cumulative };
}

function readStart(file: ModelFile, track: Track, problems: Problems): StartChoice {
  const path = ['tracks', track.name, 'start'];
  const start = file.tracks[track.name]!.start;
  const shares = typeof start === 'string' ? { [start]: 1 } : start;
  if (typeof start !== 'string') problems.checkShares(path, Object.values(start));
  const states = Object.keys(shares).filter((state) =>
    typeof start === 'string'
      ? problems.checkState(path, track, state)
      : problems.checkState([...path, state], track, state, true),
  );
  return {
    states: states.map((state) => track.states.indexOf(state)),
    ...choiceOf(
      `start of ${track.name}`,
      states.map((state) => shares[state]!),
    ),
  };
}

/** Checks the group and values of numbers by group. */
function checkGroupValues(
  path: Path,
  entry: GroupValues,
  file: ModelFile,
  problems: Problems,
  whole: boolean,
): void {
  const groups = file.groups ?? {};
  if (!problems.checkName([...path, 'group'], 'group', entry.group, Object.keys(groups))) return;
  const values = Object.keys(groups[entry.group]!);
  for (const value of Object.keys(entry.values)) {
    problems.checkValue([...path, 'values', value], entry.group, values, value, true);
  }
  const missing = values.filter((value) => !Object.hasOwn(entry.values, value));
  if (whole && missing.length > 0) {
    problems.report([...path, 'values'], `no value for ${missing.join(', ')} of group "${entry.group}"`);
  }
}

function checkNumbersByGroup(file: ModelFile, problems: Problems): void {
  for (const [name, { threshold }] of Object.entries(file.loads ?? {})) {
    if (typeof threshold === 'number') continue;
    checkGroupValues(['loads', name, 'threshold'], threshold, file, problems, true);
  }
  for (const [i, { factor }] of (file.rewards ?? []).entries()) {
    if (factor !== undefined) checkGroupValues(['rewards', i, 'factor'], factor, file, problems, false);
  }
}

function effectsOf(
  file: ModelFile,
  read: readonly ReadTransition[],
  group: string,
  value: string,
): GroupValueEffects {
  const rewards = file.rewards ?? [];
  return {
    ratios: read.flatMap(({ groupRatios }, transition) =>
      groupRatios
        .filter((each) => each.group === group && each.value === value)
        .map(({ ratio }) => ({ transition, ratio })),
    ),
    rewardFactors: rewards.flatMap(({ factor }, reward) => {
      const number = factor?.group === group ? factor.values[value] : undefined;
      return number === undefined ? [] : [{ reward, factor: number }];
    }),
    thresholds: Object.values(file.loads ?? {}).flatMap(({ threshold }, load) => {
      const number =
        typeof threshold === 'object' && threshold.group === group ? threshold.values[value] : undefined;
      return number === undefined ? [] : [{ load, threshold: number }];
    }),
  };
}

function readGroups(file: ModelFile, read: readonly ReadTransition[], problems: Problems): Group[] {
  return Object.entries(file.groups ?? {}).map(([name, shares]) => {
    problems.checkShares(['groups', name], Object.values(shares));
    const values = Object.keys(shares);
    return {
      name,
      values,
      effects: values.map((value) => effectsOf(file, read, name, value)),
      ...choiceOf(`group ${name}`, Object.values(shares)),
    };
  });
}

/** With discounting, a person's t = 0 may be at most this many months from calendar month 0, where amounts are worth 1. */
const FARTHEST_START = 1200;

function checkDiscounted(path: Path, start: number, file: ModelFile, problems: Problems): void {
  if ((file.discount_rate ?? 0) === 0 || Math.abs(start) <= FARTHEST_START) return;
  problems.report(
    path,
    `amounts are discounted to calendar month 0, and ${start} is more than ${FARTHEST_START} months from it; count the calendar from a month nearby`,
  );
}

function readCalendar(file: ModelFile, problems: Problems): Population['calendar'] {
  const start = file.calendar_start ?? 0;
  if (typeof start === 'number') {
    checkDiscounted(['calendar_start'], start, file, problems);
    return { from: start, to: start };
  }
  checkDiscounted(['calendar_start', 'from'], start.from, file, problems);
  checkDiscounted(['calendar_start', 'to'], start.to, file, problems);
  if (start.to < start.from) {
    problems.report(['calendar_start', 'to'], `"to" (${start.to}) is before "from" (${start.from})`);
  }
  return start;
}

/** Reads the population. Positions of transitions, rewards and loads are those of the model when nothing is wrong. */
export function readPopulation(
  file: ModelFile,
  tracks: readonly Track[],
  read: readonly ReadTransition[],
  problems: Problems,
): Population {
  checkNumbersByGroup(file, problems);
  return {
    starts: tracks.map((track) => readStart(file, track, problems)),
    groups: readGroups(file, read, problems),
    thresholds: Object.values(file.loads ?? {}).map(({ threshold }) =>
      typeof threshold === 'number' ? threshold : 0,
    ),
    calendar: readCalendar(file, problems),
  };
}
