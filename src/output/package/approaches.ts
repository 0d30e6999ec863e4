/** Lists what each approach consists of: approaches.csv. */

import type { Results } from '../../analysis/results.js';
import { listParameters } from '../../domain/parameters/draw.js';
import type { Quantity } from '../../domain/parameters/quantity.js';
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
import {
  actsOn,
  aftercareOf,
  central,
  describeAnswers,
  describeCondition,
  describeLabels,
  describeWho,
} from './describe-activity.js';

/** A part of an approach: a course of the law, the search for work, or an activity. */
export interface PartRow {
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
  readonly ends: string;
  readonly resumesWithinWeeks: number;
  readonly toEducation: number;
  readonly toWork: number;
  readonly toVoluntaryWork: number;
  readonly voluntaryWeeks: number;
  readonly byAnswer: string;
}

function partsOf(name: string, approach: ScenarioTree['approaches'][string], tree: ScenarioTree): PartRow[] {
  const row = { approach: name, approachLabel: approach.label };
  const none = {
    forWhom: '',
    aftercareWeeks: Number.NaN,
    aftercareStarts: '',
    labels: '',
    ends: '',
    resumesWithinWeeks: Number.NaN,
    toEducation: Number.NaN,
    toWork: Number.NaN,
    toVoluntaryWork: Number.NaN,
    voluntaryWeeks: Number.NaN,
    byAnswer: '',
  };
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
        forWhom: describeWho(approach, part),
        aftercareWeeks: central(activity.aftercare_weeks ?? activity.aftercare?.weeks),
        aftercareStarts: aftercareOf(activity),
        labels: describeLabels(numbers, `approaches.${name}.activities.${part}`),
        source: activity.source,
        ends: activity.ends === undefined ? '' : describeCondition(activity.ends.when),
        resumesWithinWeeks: central(activity.resumes_within_weeks),
        toEducation: central(activity.outflow?.education),
        toWork: central(activity.outflow?.work),
        toVoluntaryWork: central(activity.outflow?.voluntary_work),
        voluntaryWeeks: central(activity.outflow?.voluntary_weeks),
        byAnswer: describeAnswers(activity),
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
      booleanColumn(
        'mandatory',
        'whether people have to take part: in an activity on pain of a maatregel, a cut of the bijstand for absence, whose threat (sanction.deterrence.mandatory) keeps people in it, unless its dropout is stated, and in the course while the activity runs; in the course by law, from which by itself no maatregel and no threat follow, but what the law has for those who are late',
        (r) => r.mandatory,
      ),
      textColumn(
        'acts_on',
        'what it acts on; the sizes stand under effects in parameters.csv',
        (r) => r.actsOn,
      ),
      textColumn(
        'for',
        'who may take part, and the share of them that is selected; activity NAME: those found in one of these states of that activity, so its participants, or (not_eligible) those whom it is not for; with an attribute and a value: the share of these that fits; prospects: how well these are seen where they decide; empty: everybody for whom it starts',
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
      textColumn(
        'ends',
        'condition that ends it, beside its weeks or instead of them; empty: only its weeks do',
        (r) => r.ends,
      ),
      numberColumn(
        'resumes_within_weeks',
        'weeks within which who left bijstand and falls back on it takes it up again; central value; empty: leaving bijstand ends it',
        (r) => r.resumesWithinWeeks,
      ),
      numberColumn(
        'to_education',
        'share of those who finish it that goes on to an education with student finance; central value; empty: it leads to none',
        (r) => r.toEducation,
      ),
      numberColumn('to_work', 'share that goes on to work; central value; empty: none', (r) => r.toWork),
      numberColumn(
        'to_voluntary_work',
        'share that goes on to voluntary work beside the benefit; central value; empty: none',
        (r) => r.toVoluntaryWork,
      ),
      numberColumn(
        'voluntary_weeks',
        'weeks after which this voluntary work ends; central value; empty: work, education or the state pension end it',
        (r) => r.voluntaryWeeks,
      ),
      textColumn(
        'by_answer',
        'numbers of its row that hang on an open question, with what they are under each answer; the columns have them under the likeliest. Empty: none',
        (r) => r.byAnswer,
      ),
    ],
    rows: approaches.flatMap((name) => partsOf(name, tree.approaches[name]!, tree)),
  };
}
