/** A cohort to which nothing happens but what a test sets, and what became of its people. */

import { buildApproach } from '../../src/domain/approach.js';
import { approachMeasures, measureKey } from '../../src/domain/measures/measures.js';
import type { Norm } from '../../src/domain/measures/rewards.js';
import { centralScenario } from '../../src/domain/parameters/draw.js';
import type { Wi2013Tree } from '../../src/domain/regimes/wi2013/schema.js';
import type { ScenarioTree } from '../../src/domain/schema/scenario.js';
import { Recent } from '../../src/engine/recent.js';
import type { Task } from '../../src/simulation/task.js';
import { type LifeEvent, traceLife } from '../../src/simulation/trace/trace.js';
import { originNames as origins, people, plain, shippedTree, taskOf, wholeDraw } from '../shipped.js';

type Approach = Wi2013Tree['approaches'][string];
type Activity = Approach['activities'][string];

const levels = ['none', 'basic', 'exam_level', 'higher'];
const bands = ['18-24', '25-34', '35-44', '45-54', '55-64'];
const schooling = ['low_literate', 'low', 'middle', 'high'];
const homes = ['single', 'single_parent', 'couple', 'couple_with_children'];
const set = (path: string, names: readonly string[], value: number) =>
  names.map((name) => `${path}.${name}=${value}`);

/** Everybody alike and far from birthdays that matter, housed on the first day, on bijstand for good; no course, no dropout, no sanctions. */
const nothing = [
  ...plain,
  'cohort.size=4000',
  'cohort.first_permit=2017-01-01',
  'cohort.inflow_months=0',
  'cohort.never_leaving=0',
  ...origins.flatMap((origin) =>
    bands.map((band) => `cohort.composition.${origin}.age.${band}=${band === '35-44' ? 1 : 0}`),
  ),
  'income.student_finance_until=65',
  'horizon_years=4',
  'housing.sigma=0.01',
  'housing.wait_ratio=0.05',
  ...set('housing.median_wait', origins, 0.01),
  'housing.single_ratio=1',
  ...set('language.known', origins, 0),
  'language.months_to.basic=600',
  'inburgering.dropout=0',
  'inburgering.medical_exemption=0',
  'inburgering.late_exemption=0',
  'inburgering.term_months=600',
  ...set('inburgering.exempt_at_term', schooling, 0),
  ...set('income.no_bijstand', origins, 0),
  ...[
    'work',
    'part_time_work',
    'part_time_to_work',
    'part_time_loss',
    'education',
    'other_exit',
    'other_return',
  ].map((name) => `income.${name}=0`),
  'income.partner_work=0',
  'income.ratios.women=1',
  'income.ratios.mental_health=1',
  ...set('income.ratios.age', bands, 1),
  ...set('income.ratios.education', schooling, 1),
  ...set('income.ratios.origin', origins, 1),
  ...set('income.ratios.household', homes, 1),
  ...set('income.education_ratios.age', bands, 1),
  ...set('income.education_ratios.education', schooling, 1),
  ...set('income.language', levels, 1),
  ...set('income.education_language', levels, 1),
  'income.search_closed=1',
  'income.in_centre=1',
  'income.idle_per_month=1',
  ...set('income.relapse', ['from_0', 'from_6', 'from_12', 'from_60'], 0),
  'sanction.hazard=0',
  'effects.activity_dropout=0',
  'effects.overload_dropout_per_hour=1',
];

/** All of the cohort in one kind of household. */
export const allIn = (household: string) =>
  origins.flatMap((origin) =>
    homes.map((home) => `cohort.composition.${origin}.household.${home}=${home === household ? 1 : 0}`),
  );

export const inEveryOrigin = (path: string, value: number) =>
  origins.map((origin) => `cohort.composition.${origin}.${path}=${value}`);

/** An activity from housing on for everybody, of a year, that does nothing. */
export const activity = (changes: Partial<Activity> = {}): Activity => ({
  label: 'Activity',
  phase: 3,
  start: { when: { housing: 'housed' } },
  weeks: 52,
  hours_per_week: 1,
  acts_on: [],
  mandatory: false,
  ...changes,
});

/** The quiet cohort under one approach, `a`: no course and no search unless told. */
export function quiet(settings: readonly string[] = [], changes: Partial<Approach> = {}): ScenarioTree {
  const tree = shippedTree('national', [...nothing, ...settings]);
  const approach: Approach = {
    label: 'A',
    course: { opens: { housing: 'centre', language: 'higher' }, mean_wait: 0.01 },
    search: { opens: { language: 'higher' } },
    activities: {},
    ...changes,
  };
  return {
    ...tree,
    reference: 'a',
    approaches: { a: approach },
    income: { ...tree.income, labour_market: [{ from: '2014-01-01', ratio: 1 }] },
  };
}

/** A person of a run: attributes by name as words, measures by name. */
export interface Lived {
  is(name: string, value: string): boolean;
  value(measure: string): number;
}

/** Everybody of one cohort. @param norms of bijstand; those in force unless told */
export function live(tree: ScenarioTree, norms?: readonly Norm[]): Lived[] {
  const task = taskOf(tree, { persons: true, ...(norms === undefined ? {} : { norms }) });
  const scenario = centralScenario(tree);
  const keys = approachMeasures(scenario, buildApproach(scenario, 'a', task.norms)).map(measureKey);
  return wholeDraw(task, 0).persons.map(({ attributes, values }) => ({
    is: (name, value) =>
      attributes[people.at(name)] === people.attributes[people.at(name)]!.values.indexOf(value),
    value: (measure) => {
      const at = keys.indexOf(measure);
      if (at < 0) throw new Error(`no measure ${measure}`);
      return values[at]!;
    },
  }));
}

const tasks = new Recent<ScenarioTree, Task>(1);

/** What happens to one person. */
export function eventsOf(tree: ScenarioTree, person: number): readonly LifeEvent[] {
  const task = tasks.get(tree, () => taskOf(tree));
  return traceLife(task, 0, 0, person).events[0]!;
}

/** Mean of a measure, and its standard error. */
export function meanOf(people: readonly Lived[], measure: string): { mean: number; error: number } {
  const values = people.map((person) => person.value(measure));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, error: Math.sqrt(squares / (values.length - 1) / values.length) };
}
