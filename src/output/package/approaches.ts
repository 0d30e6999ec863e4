/** Lists what each approach consists of: approaches.csv. */

import type { Results } from '../../analysis/results.js';
import { targetsOf, teaches } from '../../domain/activities/kinds.js';
import { centralValue, type Quantity } from '../../domain/parameters/quantity.js';
import { regimeOf } from '../../domain/regimes/find.js';
import { nodeBelow } from '../../domain/schema/number-at.js';
import type { ScenarioTree } from '../../domain/schema/scenario.js';
import { booleanColumn, integerColumn, numberColumn, required, type Table, textColumn } from './columns.js';

/** A part of an approach: a course of the law, the search for work, or an activity. */
interface PartRow {
  readonly approach: string;
  readonly approachLabel: string;
  readonly part: string;
  readonly label: string;
  readonly phase: number | undefined;
  readonly starts: string;
  readonly delayWeeks: number;
  readonly weeks: number;
  readonly hoursPerWeek: number;
  readonly mandatory: boolean | undefined;
  readonly actsOn: string;
  readonly source: string | undefined;
}

/** A condition of a scenario as one line: `housing = housed and (plan = finished or ...)`. */
function describeCondition(node: unknown): string {
  if (typeof node !== 'object' || node === null) return String(node);
  const parts = Object.entries(node).map(([key, value]): string => {
    const list = Array.isArray(value) ? value : [value];
    if (key === 'all') return list.map(describeCondition).join(' and ');
    if (key === 'any') return `(${list.map(describeCondition).join(' or ')})`;
    if (key === 'not') return `not (${describeCondition(value)})`;
    return `${key} = ${list.join(' or ')}`;
  });
  return parts.join(' and ');
}

const central = (quantity: Quantity | undefined) =>
  quantity === undefined ? Number.NaN : centralValue(quantity);

/** What an activity acts on, the language it teaches in lessons included. */
function actsOn(
  tree: ScenarioTree,
  activity: ScenarioTree['approaches'][string]['activities'][string],
): string {
  const targets = targetsOf(tree, activity);
  return [...(teaches(tree, activity) && !targets.includes('language') ? ['language'] : []), ...targets].join(
    ' ',
  );
}

function partsOf(name: string, approach: ScenarioTree['approaches'][string], tree: ScenarioTree): PartRow[] {
  const row = { approach: name, approachLabel: approach.label };
  const { search } = approach;
  return [
    ...regimeOf(tree).courses.map(
      ({ name: part, label, phase, opens, hours }): PartRow => ({
        ...row,
        part,
        label,
        phase,
        starts: describeCondition(nodeBelow(approach, opens)),
        delayWeeks: Number.NaN,
        weeks: Number.NaN,
        hoursPerWeek: central(nodeBelow(tree, hours) as Quantity),
        mandatory: true,
        actsOn: '',
        source: approach.source,
      }),
    ),
    {
      ...row,
      part: 'search',
      label: 'Search for work',
      phase: undefined,
      starts: describeCondition(search.opens),
      delayWeeks: central(search.delay_weeks),
      weeks: Number.NaN,
      hoursPerWeek: Number.NaN,
      mandatory: undefined,
      actsOn: '',
      source: approach.source,
    },
    ...Object.entries(approach.activities).map(
      ([part, activity]): PartRow => ({
        ...row,
        part,
        label: activity.label,
        phase: activity.phase,
        starts: describeCondition(activity.start.when),
        delayWeeks: central(activity.start.delay_weeks),
        weeks: central(activity.weeks),
        hoursPerWeek: central(activity.hours_per_week),
        mandatory: activity.mandatory,
        actsOn: actsOn(tree, activity),
        source: activity.source,
      }),
    ),
  ];
}

/** approaches.csv: one row for the course, the search for work and every activity of every approach. */
export function approachesTable(results: Results): Table<PartRow> {
  const { tree, approaches } = results.task;
  return {
    file: 'approaches.csv',
    key: ['approach', 'part'],
    title: 'What each approach consists of: the course, the search for work and the activities',
    columns: [
      required(textColumn('municipality', 'name of the scenario', () => results.municipality)),
      required(textColumn('approach', 'approach', (r) => r.approach)),
      required(textColumn('approach_label', 'its name for readers', (r) => r.approachLabel)),
      required(
        textColumn(
          'part',
          'course, search, or the name of an activity (also its track in curves.csv)',
          (r) => r.part,
        ),
      ),
      required(textColumn('label', 'its name for readers', (r) => r.label)),
      integerColumn('phase', 'phase of the infographic, 1 to 5; empty: none', (r) => r.phase),
      textColumn('starts', 'condition under which it opens', (r) => r.starts),
      numberColumn(
        'delay_weeks',
        'weeks in all that it must have been open; central value',
        (r) => r.delayWeeks,
      ),
      numberColumn('weeks', 'length; central value', (r) => r.weeks),
      numberColumn('hours_per_week', 'hours a week; central value', (r) => r.hoursPerWeek),
      booleanColumn('mandatory', 'whether absence is sanctioned', (r) => r.mandatory),
      textColumn(
        'acts_on',
        'what it acts on; the sizes stand under effects in parameters.csv',
        (r) => r.actsOn,
      ),
      textColumn('source', 'source', (r) => r.source),
    ],
    rows: approaches.flatMap((name) => partsOf(name, tree.approaches[name]!, tree)),
  };
}
