/** What the schema cannot say of activities: their kinds, and the days of their costs. */

import { countSources } from '../activities/at-once.js';
import { lessonsOf, targetsOf, targetsOfKind, teaches } from '../activities/kinds.js';
import type { ScenarioTree } from '../schema/scenario.js';
import type { ReferenceProblem } from './condition.js';

type Activities = ScenarioTree['approaches'][string]['activities'];

/**
 * The most activities that act on one thing where one of them has a kind, each set of those of one kind counted too, and the most in
 * which the language is learned where one gives lessons: each has states of its own on a track, of which the engine can tell 32 apart.
 */
const MOST_ON_ONE_TARGET = 15;
const MOST_TEACHING = 24;

/** An activity says either what it acts on or of what kind it is; such a kind exists, and it is known what it acts on. */
function checkKind(
  tree: ScenarioTree,
  at: readonly string[],
  activity: Activities[string],
): ReferenceProblem[] {
  const { acts_on: own, kind } = activity;
  const path = at.join('.');
  const kinds = Object.keys(tree.kinds ?? {});
  if (kind === undefined) {
    if (own !== undefined) return [];
    return [{ path: at, message: `${path}: expected either acts_on or kind, got neither`, atKey: true }];
  }
  if (own !== undefined) {
    const message = `${path}: expected either acts_on or kind, got both; what is inherited is removed with an empty value (acts_on: null)`;
    return [{ path: [...at, 'kind'], message, atKey: true }];
  }
  if (kinds.includes(kind)) {
    if (targetsOfKind(tree, kind) !== undefined) return [];
    const message = `${path}.kind: neither the kind "${kind}" nor the law says what it acts on; expected kinds.${kind}.acts_on, [] for nothing`;
    return [{ path: [...at, 'kind'], message }];
  }
  const none = kinds.length === 0 ? '; the scenario has no section kinds' : '';
  const message = `${path}.kind: no kind "${kind}"${none}`;
  return [{ path: [...at, 'kind'], message, name: kind, named: ['kinds', kind], candidates: kinds }];
}

/** Care needs what says how complaints begin and end, and how much faster they end in care. */
function checkCare(
  tree: ScenarioTree,
  at: readonly string[],
  activity: Activities[string],
): ReferenceProblem[] {
  const lacking = [
    ...(tree.health === undefined ? ['the section health'] : []),
    ...(tree.effects.health === undefined ? ['effects.health'] : []),
  ];
  if (lacking.length === 0 || !targetsOf(tree, activity).includes('health')) return [];
  const own = activity.acts_on?.indexOf('health');
  const path = own === undefined ? [...at, 'kind'] : [...at, 'acts_on', own];
  const message = `${path.join('.')}: "health" needs ${lacking.join(' and ')}, which the scenario does not have: how complaints begin and end, and how much faster they end in care`;
  return [{ path, message }];
}

/** The days of a cost stand in order. */
function checkDays(at: readonly string[], { costs = [] }: Activities[string]): ReferenceProblem[] {
  return costs.flatMap(({ from, until }, i) => {
    if (from === undefined || until === undefined || from <= until) return [];
    const path = [...at, 'costs', i];
    return [
      { path: [...path, 'until'], message: `${path.join('.')}: from (${from}) is after until (${until})` },
    ];
  });
}

/** A selection is of a share. */
function checkSelection(at: readonly string[], { for: who }: Activities[string]): ReferenceProblem[] {
  if (who?.selection === undefined || who.share !== undefined) return [];
  const path = [...at, 'for', 'selection'];
  return [{ path, message: `${path.join('.')}: expected for.share beside it, the share that is selected` }];
}

/** At the first activity too many. */
function checkNumbers(
  tree: ScenarioTree,
  base: readonly string[],
  activities: Activities,
): ReferenceProblem[] {
  const all = Object.entries(activities);
  const those = (test: (activity: Activities[string]) => boolean) =>
    all.filter(([, activity]) => test(activity)).map(([name]) => name);
  const targets = new Set(
    all.flatMap(([, activity]) => (activity.kind === undefined ? [] : targetsOf(tree, activity))),
  );
  const groups = [...targets].map((target) => {
    const names = those((activity) => targetsOf(tree, activity).includes(target));
    // More than the first of these need not be looked at.
    const looked = names.slice(0, MOST_ON_ONE_TARGET + 1).map((name) => activities[name]!);
    const sources = looked.map((_, i) => countSources(looked.slice(0, i + 1)));
    return {
      first: names[sources.findIndex((count) => count > MOST_ON_ONE_TARGET)],
      what: `act on ${target}, some by kind; expected at most ${MOST_ON_ONE_TARGET}, each set of several of one kind counted as one more (four of one kind are 15)`,
    };
  });
  if (all.some(([, activity]) => lessonsOf(tree, activity) !== undefined)) {
    const names = those((activity) => teaches(tree, activity));
    groups.push({
      first: names[MOST_TEACHING],
      what: `teach the language; expected at most ${MOST_TEACHING}`,
    });
  }
  return groups.flatMap(({ first, what }) => {
    if (first === undefined) return [];
    const path = [...base, first];
    return [{ path, message: `${path.join('.')}: too many activities ${what}`, atKey: true }];
  });
}

/**
 * Checks the activities of an approach.
 *
 * @param base path of its activities
 */
export function checkActivities(
  tree: ScenarioTree,
  base: readonly string[],
  activities: Activities,
): ReferenceProblem[] {
  const each = Object.entries(activities).flatMap(([name, activity]) => [
    ...checkKind(tree, [...base, name], activity),
    ...checkCare(tree, [...base, name], activity),
    ...checkDays([...base, name], activity),
    ...checkSelection([...base, name], activity),
  ]);
  return each.length > 0 ? each : checkNumbers(tree, base, activities);
}
