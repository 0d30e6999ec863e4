/** Rewards of a model file. */

import type { CalendarTable, Reward, Track } from '../../engine/model/model.js';
import type { Path } from '../yaml/yaml-file.js';
import type { AmountEntry, ModelFile, RewardEntry } from './model-file.js';
import type { Problems } from './model-problems.js';
import type { ReadTransition } from './model-transitions.js';

function readAmount(path: Path, entry: AmountEntry, problems: Problems): CalendarTable {
  if (typeof entry === 'number') return { from: [0], values: [entry] };
  const from = entry.calendar.map((step) => step.from);
  problems.checkAscending([...path, 'calendar'], 'from', from);
  return { from, values: entry.calendar.map((step) => step.value) };
}

type Selector = NonNullable<RewardEntry['on']>[number];

function matches(selector: Selector, { transition, given }: ReadTransition): boolean {
  const { track, from, to, name } = selector;
  return (
    (track === undefined || track === transition.track) &&
    (from === undefined || from === transition.from) &&
    (to === undefined || transition.to.some((branch) => branch.state === to)) &&
    (name === undefined || name === transition.name || name === given)
  );
}

/** Names in a selector that do not exist. Names that exist but never occur together are reported by the caller. */
function checkSelectorNames(
  path: Path,
  selector: Selector,
  tracks: readonly Track[],
  read: readonly ReadTransition[],
  problems: Problems,
): boolean {
  const { track, from, to, name } = selector;
  if (Object.values(selector).every((value) => value === undefined)) {
    problems.report(path, 'name the transitions by at least one of track, from, to and name');
    return false;
  }
  const inTrack = tracks.filter((each) => track === undefined || each.name === track);
  const states = [...new Set(inTrack.flatMap((each) => each.states))];
  const names = [
    ...new Set(
      read.flatMap((each) => [each.transition.name, ...(each.given === undefined ? [] : [each.given])]),
    ),
  ];
  const check = (key: keyof Selector, what: string, value: string | undefined, known: readonly string[]) =>
    value === undefined || problems.checkName([...path, key], what, value, known);
  const trackNames = tracks.map((each) => each.name);
  if (!check('track', 'track', track, trackNames)) return false;
  return [
    check('from', 'state', from, states),
    check('to', 'state', to, states),
    check('name', 'transition', name, names),
  ].every(Boolean);
}

function selectTransitions(
  path: Path,
  selector: Selector,
  tracks: readonly Track[],
  read: readonly ReadTransition[],
  problems: Problems,
): string[] {
  if (!checkSelectorNames(path, selector, tracks, read, problems)) return [];
  const selected = read.filter((each) => matches(selector, each));
  if (selected.length === 0) problems.report(path, 'this matches no transition');
  const ambiguous = selected.find(({ transition }) => transition.to.length > 1);
  if (selector.to !== undefined && ambiguous !== undefined) {
    problems.report(
      [...path, 'to'],
      `"${ambiguous.transition.name}" has branches, and a reward counts it whichever it takes; leave "to" out, or make each branch a transition`,
    );
  }
  return selected.map(({ transition }) => transition.name);
}

function readReward(
  path: Path,
  entry: RewardEntry,
  tracks: readonly Track[],
  read: readonly ReadTransition[],
  problems: Problems,
): Reward | undefined {
  const { name, when, per_month, per_event, on } = entry;
  if ((per_month === undefined) === (per_event === undefined)) {
    problems.report(path, 'a reward has either per_month (with when) or per_event (with on)');
    return undefined;
  }
  if (per_month !== undefined) {
    if (on !== undefined) problems.report([...path, 'on'], '"on" belongs to per_event');
    const amount = readAmount([...path, 'per_month'], per_month, problems);
    const condition =
      when === undefined ? { all: [] } : problems.readCondition([...path, 'when'], when, tracks);
    return condition && { kind: 'rate', name, when: condition, amount };
  }
  if (when !== undefined) problems.report([...path, 'when'], '"when" belongs to per_month');
  const amount = readAmount([...path, 'per_event'], per_event!, problems);
  if (on === undefined) {
    problems.report(path, 'per_event needs "on": the transitions that count');
    return undefined;
  }
  const names = on.flatMap((selector, i) =>
    selectTransitions([...path, 'on', i], selector, tracks, read, problems),
  );
  return { kind: 'event', name, transitions: [...new Set(names)], amount };
}

/** Reads all rewards; those with problems are reported and left out. */
export function readRewards(
  file: ModelFile,
  tracks: readonly Track[],
  read: readonly ReadTransition[],
  problems: Problems,
): Reward[] {
  const entries = file.rewards ?? [];
  problems.checkUnique(
    'rewards',
    entries.map(({ name }, i) => ({ path: ['rewards', i, 'name'], name })),
  );
  return entries.flatMap((entry, i) => readReward(['rewards', i], entry, tracks, read, problems) ?? []);
}
