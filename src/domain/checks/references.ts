/** Checks beyond the schema: names that must exist elsewhere, and shares that must add up. */

import { namedTracks } from '../approach.js';
import { ageStretches } from '../attributes/ageing.js';
import { presentTracks } from '../attributes/present.js';
import { centralValue, isAnnotated } from '../parameters/quantity.js';
import { regimeOf } from '../regimes/find.js';
import { dropoutReasons } from '../schema/names.js';
import { nodeBelow } from '../schema/number-at.js';
import type { ScenarioTree } from '../schema/scenario.js';
import { checkActivities } from './activities.js';
import { checkAlternatives } from './alternatives.js';
import { type ReferenceProblem, readCondition } from './condition.js';
import { checkGroups } from './groups.js';
import { refuseActivityName, refuseApproachName, refuseNumberName } from './reserved-names.js';
import { makesOne } from './shares.js';

function checkShares(tree: ScenarioTree): ReferenceProblem[] {
  const { composition } = tree.cohort;
  const profiles = Object.entries(composition);
  // The parts into which a profile divides something are the values of an attribute.
  const sums = profiles.flatMap(([origin, profile]) =>
    Object.entries(profile).flatMap(([attribute, parts]) =>
      typeof parts === 'object' && !isAnnotated(parts)
        ? [{ path: ['cohort', 'composition', origin, attribute], parts: Object.values(parts) }]
        : [],
    ),
  );
  const all = [
    ...sums,
    { path: ['cohort', 'composition'], parts: profiles.map(([, profile]) => profile.share) },
    {
      path: ['effects', 'dropout_reasons'],
      parts: dropoutReasons.map((reason) => tree.effects.dropout_reasons[reason]),
    },
  ];
  return all.flatMap(({ path, parts }) => {
    const sum = parts.reduce<number>((total, part) => total + centralValue(part), 0);
    if (makesOne(sum)) return [];
    return [
      { path, message: `${path.join('.')}: the shares add up to ${Number(sum.toFixed(4))}, expected 1` },
    ];
  });
}

/** What to add about a track that there would be with a section that the scenario does not have. */
function hintFor({ atKey, name }: ReferenceProblem, tree: ScenarioTree): string {
  const lacking = presentTracks({ health: true, family: true }).some((track) => track.name === name);
  const isThere = presentTracks(tree).some((track) => track.name === name);
  return atKey === true && lacking && !isThere ? `, which needs a section ${name} of the scenario` : '';
}

function checkApproach(tree: ScenarioTree, name: string): ReferenceProblem[] {
  const approach = tree.approaches[name]!;
  const regime = regimeOf(tree);
  const tracks = namedTracks(regime, approach, tree);
  const base = ['approaches', name];
  const conditions = [
    ...regime.courses.map(({ opens }) => ({ path: [...base, ...opens], node: nodeBelow(approach, opens) })),
    { path: [...base, 'search', 'opens'], node: approach.search.opens },
    ...Object.entries(approach.activities).flatMap(([activity, { start, ends }]) => {
      const path = [...base, 'activities', activity];
      const over = ends === undefined ? [] : [{ path: [...path, 'ends', 'when'], node: ends.when }];
      return [{ path: [...path, 'start', 'when'], node: start.when }, ...over];
    }),
  ];
  const broken = conditions.flatMap(({ path, node }) =>
    readCondition(node, tracks).problems.map((problem) => ({
      ...problem,
      path: [...path, ...problem.path],
      message: `${path.join('.')}: ${problem.message}${hintFor(problem, tree)}`,
      ...(problem.name === undefined ? {} : { named: [...base, 'activities', problem.name] }),
    })),
  );
  const names = Object.keys(approach.activities).flatMap((activity) => {
    const reason = refuseActivityName(activity, regime, tree);
    const message = `approaches.${name}.activities: "${activity}" ${reason}; choose another`;
    return reason === undefined ? [] : [{ path: [...base, 'activities', activity], message, atKey: true }];
  });
  const ages = Object.entries(approach.activities).flatMap(([activity, { for: who }]) =>
    who?.age !== undefined && who.age.from > who.age.to
      ? [
          {
            path: [...base, 'activities', activity, 'for', 'age'],
            message: `approaches.${name}.activities.${activity}.for.age: from (${who.age.from}) is above to (${who.age.to})`,
          },
        ]
      : [],
  );
  const reason = refuseApproachName(name);
  const own =
    reason === undefined
      ? []
      : [{ path: base, message: `approaches: "${name}" ${reason}; choose another`, atKey: true }];
  const activities = checkActivities(tree, [...base, 'activities'], approach.activities);
  return [...own, ...broken, ...names, ...ages, ...activities];
}

function checkNumbers({ numbers = {} }: ScenarioTree): ReferenceProblem[] {
  return Object.keys(numbers).flatMap((name) => {
    const reason = refuseNumberName(name);
    if (reason === undefined) return [];
    return [
      { path: ['numbers', name], message: `numbers: "${name}" ${reason}; choose another`, atKey: true },
    ];
  });
}

/** What reports call the origins, in each language: two of one name could not be told apart. */
function checkOrigins({ origins }: ScenarioTree): ReferenceProblem[] {
  return (['nl', 'en'] as const).flatMap((language) =>
    origins.flatMap((origin, i) => {
      const called = origin[language];
      const other = origins.slice(0, i).find((each) => each[language] === called);
      if (other === undefined) return [];
      const path = ['origins', i, language];
      return [
        {
          path,
          message: `${path.join('.')}: "${called}" is what "${other.name}" is called too; expected another text for "${origin.name}"`,
        },
      ];
    }),
  );
}

/** Stretches of age that a track of the engine can tell apart, with the state pension as one more. */
const MOST_STRETCHES = 31;

/** Ages that activities ask for: at the first one too many. */
function checkAges({ approaches }: ScenarioTree): ReferenceProblem[] {
  const known: Record<string, ScenarioTree['approaches'][string]> = {};
  for (const [name, approach] of Object.entries(approaches)) {
    const activities: typeof approach.activities = {};
    known[name] = { ...approach, activities };
    for (const [activity, each] of Object.entries(approach.activities)) {
      activities[activity] = each;
      if (ageStretches({ approaches: { ...known } }).length <= MOST_STRETCHES) continue;
      const path = ['approaches', name, 'activities', activity, 'for', 'age'];
      const message = `${path.join('.')}: too many different ages in one scenario: expected at most ${MOST_STRETCHES} stretches between the ages at which bands or activities begin and end; use ages that others use`;
      return [{ path, message }];
    }
  }
  return [];
}

/** The table of state pension ages: in order of time, and never falling. */
function checkPensionAges({ income: { pension_age: rows } }: ScenarioTree): ReferenceProblem[] {
  return rows.flatMap(({ from, age }, i) => {
    const before = rows[i - 1];
    if (before === undefined) return [];
    const path = ['income', 'pension_age', i];
    if (before.from >= from) {
      const message = `income.pension_age: expected a date after ${before.from}, which stands above it, got ${from}`;
      return [{ path: [...path, 'from'], message }];
    }
    const [now, then] = [centralValue(age), centralValue(before.age)];
    if (now >= then) return [];
    return [
      {
        path: [...path, 'age'],
        message: `income.pension_age: expected at least ${then} months, as above it, got ${now}`,
      },
    ];
  });
}

/** Checks a scenario that fits the schema. */
export function checkReferences(tree: ScenarioTree): ReferenceProblem[] {
  const approaches = Object.keys(tree.approaches);
  const reference = approaches.includes(tree.reference)
    ? []
    : [
        {
          path: ['reference'],
          message: `reference: no approach "${tree.reference}"`,
          name: tree.reference,
          named: ['approaches', tree.reference],
          candidates: approaches,
        },
      ];
  return [
    ...checkShares(tree),
    ...checkNumbers(tree),
    ...checkAlternatives(tree.alternatives),
    ...checkGroups(tree),
    ...checkOrigins(tree),
    ...checkAges(tree),
    ...checkPensionAges(tree),
    ...reference,
    ...approaches.flatMap((name) => checkApproach(tree, name)),
  ];
}
