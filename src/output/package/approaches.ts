/** Lists what each approach consists of: approaches.csv. */

import type { Results } from '../../analysis/results.js';
import { targetsOf, teaches } from '../../domain/activities/kinds.js';
import { listParameters } from '../../domain/parameters/draw.js';
import { centralValue, isAnnotated, labels, type Quantity } from '../../domain/parameters/quantity.js';
import { regimeOf } from '../../domain/regimes/find.js';
import { nodeBelow } from '../../domain/schema/number-at.js';
import type { ScenarioTree } from '../../domain/schema/scenario.js';
import {
  among,
  booleanColumn,
  integerColumn,
  numberColumn,
  required,
  type Table,
  textColumn,
} from './columns.js';

type Activity = ScenarioTree['approaches'][string]['activities'][string];

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
  readonly forWhom: string;
  readonly aftercareWeeks: number;
  readonly aftercareStarts: string;
  readonly labels: string;
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

/** Who may take part and who of them is selected, as one line: `age = 18 to 29 and share = 0.3`; empty: everybody. */
function describeWho(who: NonNullable<Activity['for']>): string {
  const { part_of: parts = {}, share, selection, age, ...asked } = who;
  const items = [
    ...(age === undefined ? [] : [`age = ${age.from} to ${age.to}`]),
    ...Object.entries(asked).map(([name, values]) => `${name} = ${[values].flat().join(' or ')}`),
    ...Object.entries(parts).flatMap(([name, byValue = {}]) =>
      Object.entries(byValue).map(([value, part]) => `${name} ${value} = ${central(part)}`),
    ),
    ...(share === undefined ? [] : [`share = ${central(share)}`]),
    ...(selection === undefined ? [] : [`${selection.on} = ${central(selection.accuracy)}`]),
  ];
  return items.join(' and ');
}

/** When aftercare starts; empty: there is none. */
function aftercareOf({ aftercare_weeks: behind, aftercare }: Activity): string {
  return behind === undefined ? (aftercare?.starts ?? '') : 'end';
}

/** How sure the numbers of an activity are: how many have each label, as `assumption 3, published 1`. */
function describeLabels(numbers: ReturnType<typeof listParameters>, path: string): string {
  const own = numbers.filter((parameter) => parameter.path.startsWith(`${path}.`));
  const counts = own.map(({ quantity }) => (isAnnotated(quantity) ? quantity.label : undefined));
  return labels
    .flatMap((label) => {
      const count = counts.filter((each) => each === label).length;
      return count > 0 ? [`${label} ${count}`] : [];
    })
    .join(', ');
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
  const none = { forWhom: '', aftercareWeeks: Number.NaN, aftercareStarts: '', labels: '' };
  const numbers = listParameters(tree);
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
        ...none,
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
      ...none,
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
        forWhom: describeWho(activity.for ?? {}),
        aftercareWeeks: central(activity.aftercare_weeks ?? activity.aftercare?.weeks),
        aftercareStarts: aftercareOf(activity),
        labels: describeLabels(numbers, `approaches.${name}.activities.${part}`),
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
      textColumn(
        'for',
        'who may take part, and the share of them that is selected; with an attribute and a value: the share of these that fits; prospects: how well these are seen where they decide; empty: everybody',
        (r) => r.forWhom,
      ),
      numberColumn('aftercare_weeks', 'weeks of aftercare; central value', (r) => r.aftercareWeeks),
      among(
        ['end', 'exit'],
        textColumn(
          'aftercare_starts',
          'when it starts: at the end of the activity, or at an exit from bijstand to work or education',
          (r) => r.aftercareStarts,
        ),
      ),
      textColumn('labels', 'how sure its numbers are: how many have each label', (r) => r.labels),
      textColumn('source', 'source', (r) => r.source),
    ],
    rows: approaches.flatMap((name) => partsOf(name, tree.approaches[name]!, tree)),
  };
}
