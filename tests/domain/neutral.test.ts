/**
 * Every mechanism that a scenario may have or not: its neutral value gives the lives and the money of a scenario without it, and
 * another value does not. A mechanism that the schema gets and this list does not have fails the last test.
 */

import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { educationLevels } from '../../src/domain/attributes/education.js';
import { schemaFor } from '../../src/domain/regimes/scenario-schema.js';
import { languageLevels } from '../../src/domain/schema/names.js';
import type { Activity } from '../../src/domain/schema/scenario.js';
import { origins } from '../shipped.js';
import { type Life, lives, WEEKS, type Who } from './life.js';

type Settings = Readonly<Record<string, unknown>>;
type Parts = Partial<Activity>;

const each = <Value>(names: readonly string[], value: Value) =>
  Object.fromEntries(names.map((name) => [name, value]));

/** A scenario in which everything happens that a mechanism may touch. */
const busy = (): Settings => ({
  horizon_years: 15,
  'approach.course': { opens: { housing: ['centre', 'housed'] }, mean_wait: 5, in_centre: undefined },
  'approach.search': { opens: { housing: 'housed' }, delay_weeks: undefined },
  'cohort.capacity.hours_per_week': 30,
  'cohort.capacity.children': 20,
  'cohort.capacity.mental_health': 5,
  'cohort.never_leaving': 0.2,
  'effects.activity_dropout': 0.4,
  'effects.dropout': 0.5,
  'effects.dropout_family': 3,
  'effects.dropout_health': 2,
  'effects.exam': 2,
  'effects.fade_months': 12,
  'effects.overload_dropout_per_hour': 1.05,
  'effects.relapse': 0.2,
  'effects.work_men': 3,
  'effects.work_women': 3,
  'inburgering.course_hours': 12,
  'inburgering.course_months': 24,
  'inburgering.dropout': 0.4,
  'inburgering.exam_wait': 4,
  'inburgering.restart_months': 6,
  'inburgering.term_months': 30,
  'inburgering.further_term_months': 24,
  'inburgering.exempt_at_term': each(educationLevels, 0.3),
  'income.education': 0.03,
  'income.education_months': 20,
  'income.education_sigma': 0.3,
  'income.education_to_work': 0.5,
  'income.engaging_hours': 16,
  'income.idle_cap': 36,
  'income.idle_per_month': 0.9,
  'income.part_time_work': 0.02,
  'income.part_time_to_work': 0.05,
  'income.ratios.mental_health': 0.4,
  'income.relapse': each(['from_0', 'from_6', 'from_12', 'from_60'], 0.05),
  'income.student_finance_until': 60,
  'income.work': 0.03,
  'language.months_to': { basic: 8, exam_level: 10, higher: 20 },
  'language.sigma': 0.3,
  'sanction.cut': 0.3,
  'sanction.hazard': 0.03,
  'sanction.months': 2,
});

/** What may be left out, and is no mechanism that can be neutral; or, in words, which test holds that it is where it is neutral. */
const notHere = [
  // Names, files, and how numbers hang together.
  /^(description|extends|law|posterior|discount_to|price_year|numbers|alternatives|groups|kinds)(\.(from|until|acts_on|\*\.holds))?$/,
  /\.(source|label|note|phase)$/,
  // attributes/never-leaving.test.ts: the ratios hold for a cohort, not for one person.
  /^cohort\.never_leaving_odds$/,
  // activities/doses.test.ts: a kind whose every hour gives the whole effect, and hours that teach nothing beside the course.
  /^kinds\.\*\.(acts_on|lesson_return)$/,
  // Sections of the parts that the list has.
  /^income\.relapse_ratios$/,
  /\.(offers|for|outflow|activities)$/,
  // Whom an activity is for, what it is, and what is nothing without another part.
  /\.for\.(sex|age|education|household|mental_health_complaints|origin|share|part_of\..*)$/,
  /\.activities\.\*\.(weeks|acts_on|kind|dropout|bought_in|costs|costs\[\]\.per_.*|ends\.dropout_weeks|outflow\.voluntary_weeks)$/,
];

/** The paths of a schema that may be left out. */
function optionalIn(schema: z.core.$ZodType, path: string): string[] {
  const below = (next: z.core.$ZodType, step: string) =>
    optionalIn(next, path === '' ? step : `${path}.${step}`);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return [path, ...optionalIn(schema.def.innerType, path)];
  if (schema instanceof z.ZodArray) return optionalIn(schema.element, `${path}[]`);
  if (schema instanceof z.ZodRecord) return below(schema.valueType, '*');
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape).flatMap(([name, of]) => below(of as z.core.$ZodType, name));
}

/** Talks in the asylum centre; help with work from housing on. */
const talks: Parts = {
  hours_per_week: 4,
  weeks: 5 * WEEKS,
  start: { when: { housing: ['centre', 'housed'] } },
};
const help: Parts = {
  acts_on: ['work', 'dropout', 'exam'],
  hours_per_week: 18,
  weeks: 30 * WEEKS,
  mandatory: true,
  dropout: undefined as never,
  bought_in: true,
  for: { share: 0.7 },
  costs: [{ payer: 'municipality', per_participant: 300, per_month: 50 }],
};

interface Case {
  /** The number or section, in which `*` stands for any name. */
  readonly path: string;
  readonly neutral: unknown;
  /** A value that does something. */
  readonly other: unknown;
  /** Those whom it can touch, where not anybody. */
  readonly who?: Who;
  /** What else it takes to be asked, with it and without. */
  readonly with?: Settings;
  /** What takes its place without it. */
  readonly without?: Settings;
  /** Whether the last digits of moments may differ: the neutral value is a factor of 1 more. */
  readonly isRounded?: true;
}

const mother = { sex: 'women', household: 'single_parent', mental_health_complaints: 'yes' };
const waiting = { reunification_pending: 'yes' };
const activity = (name: string) => `approaches.*.activities.*.${name}`;
const offers = (name: string) => `approaches.*.offers.${name}`;
const relapse = (name: string) => `income.relapse_ratios.${name}`;
const contract = (ratio: number) => ({ temporary: each(languageLevels, 0.5), ratio });
const family = (median_arrival: number) => ({
  median_arrival: each(
    origins.map(({ name }) => name),
    median_arrival,
  ),
  sigma: 0,
  with_children: 1,
  partner_work: 1,
});
const care = {
  health: { onset: 0.01, recovery: 0.02, idle_onset: 2 },
  'activities.help.acts_on': ['health'],
};
/** Two kinds of people in the cohort, so that a ratio of one of them is not that of everybody. */
const selected = { 'cohort.motivation': { share: 0.5, ratio: 3 } };

const cases: readonly Case[] = [
  { path: 'cohort.sharing', neutral: 0, other: 1 },
  { path: 'cohort.motivation', neutral: { share: 0.4, ratio: 1 }, other: { share: 0.4, ratio: 9 } },
  { path: 'housing.family_ratio', neutral: 1, other: 2, who: mother },
  { path: 'health', neutral: { onset: 0, recovery: 0, idle_onset: 3 }, other: care.health },
  {
    path: 'effects.health',
    neutral: 1,
    other: 20,
    who: mother,
    with: care,
    without: { 'activities.help.acts_on': [] },
  },
  { path: 'family', neutral: family(600), other: family(20), who: waiting, isRounded: true },
  { path: 'language.in_education', neutral: 0, other: 1, who: mother },
  { path: 'inburgering.extension_in_education', neutral: 0, other: 24 },
  { path: 'inburgering.diploma_exempts', neutral: 0, other: 1 },
  { path: 'income.idle_relief', neutral: 0, other: 1 },
  { path: 'income.idle_again', neutral: false, other: true },
  { path: relapse('language'), neutral: each(languageLevels, 1), other: each(languageLevels, 3) },
  { path: relapse('education'), neutral: each(educationLevels, 1), other: each(educationLevels, 3) },
  { path: relapse('after_part_time'), neutral: 1, other: 9 },
  { path: relapse('before_duty_met'), neutral: 1, other: 9 },
  { path: relapse('contract'), neutral: contract(1), other: contract(9) },
  { path: 'sanction.base_hazard', neutral: 0, other: 0.05 },
  {
    path: 'sanction.deterrence',
    neutral: { mandatory: 1, after_cut: 1, months: 6 },
    other: { mandatory: 0.2, after_cut: 0.5, months: 6 },
  },
  { path: 'approaches.*.course.in_centre', neutral: 1, other: 0.1 },
  { path: 'approaches.*.search.delay_weeks', neutral: 0, other: 80 },
  { path: offers('wait_weeks'), neutral: 0, other: 20 },
  { path: offers('cost_ratio'), neutral: 1, other: 0.8 },
  { path: offers('outside_school_hours'), neutral: 0, other: 1, who: mother },
  { path: offers('placement'), neutral: 1, other: 0 },
  {
    path: offers('school_places'),
    neutral: 1,
    other: 0,
    with: { 'activities.help.acts_on': ['education'], 'effects.education': 9 },
  },
  { path: activity('for.part_of'), neutral: { sex: { men: 1 } }, other: { sex: { men: 0 } } },
  {
    path: activity('for.selection'),
    neutral: { on: 'prospects', accuracy: 0 },
    other: { on: 'prospects', accuracy: 1 },
    with: selected,
  },
  { path: activity('start.delay_weeks'), neutral: 0, other: 20 },
  {
    path: activity('ends'),
    neutral: { when: { all: [{ housing: 'centre' }, { housing: 'housed' }] } },
    other: { when: { language: 'basic' } },
  },
  { path: activity('outflow.education'), neutral: 0, other: 1 },
  { path: activity('outflow.work'), neutral: 0, other: 1 },
  { path: activity('outflow.voluntary_work'), neutral: 0, other: 1 },
  { path: activity('resumes_within_weeks'), neutral: 0, other: 200 },
  {
    path: activity('aftercare'),
    neutral: { starts: 'exit', weeks: 0 },
    other: { starts: 'exit', weeks: 400 },
  },
  { path: activity('aftercare_weeks'), neutral: 0, other: 400 },
  { path: activity('voluntary_work'), neutral: false, other: true },
  { path: activity('continues_in_work'), neutral: false, other: true },
  { path: `${activity('costs')}[].from`, neutral: '2015-01-01', other: '2016-06-01' },
  { path: `${activity('costs')}[].until`, neutral: '2040-01-01', other: '2016-01-01' },
];

/** The parts of `help` or of its first cost, with another value in one place. */
function changed(parts: Parts, [step, ...rest]: readonly string[], value: unknown): Parts {
  if (step === undefined) return value as Parts;
  const here = parts as Readonly<Record<string, unknown>> | undefined;
  if (step === 'costs[]')
    return { ...parts, costs: [changed(help.costs![0] as Parts, rest, value)] } as Parts;
  return { ...here, [step]: changed(here?.[step] as Parts, rest, value) } as Parts;
}

/** The lives of some persons where the number of a case has a value; without one: as if there were no such number. */
function lived({ path, who, with: more = {}, without }: Case, value?: unknown): Life[] {
  const { 'activities.help.acts_on': targets = help.acts_on, ...others } = {
    ...more,
    ...(value === undefined ? without : {}),
  };
  const plain: Parts = { ...help, acts_on: targets as Activity['acts_on'] };
  const inHelp = path.startsWith(activity(''));
  const steps = path.slice(activity('').length).split('.');
  const helped =
    inHelp && value !== undefined
      ? changed({ start: { when: { housing: 'housed' } }, ...plain }, steps, value)
      : plain;
  const parent = /^(?:income\.relapse_ratios|approaches\.\*\.offers)(?=\.)/.exec(path)?.[0];
  const at = (parent ?? path).replace('approaches.*', 'approach');
  const whole = parent === undefined ? value : { [path.slice(parent.length + 1)]: value };
  const settings = { ...busy(), ...others, ...(inHelp || value === undefined ? {} : { [at]: whole }) };
  return lives(12, settings, { talks, help: helped }, who);
}

/** What happened to them, but for bookkeeping and states that pass at once, and what it cost. */
function told(people: readonly Life[], isRounded = false): unknown[] {
  const written = (amount: number | undefined) => (isRounded ? amount?.toFixed(8) : amount);
  return people.map(({ events, cost }) => [
    events
      .filter(({ track, to }) => !(track.startsWith('support_') || ['interrupted', 'aftercare'].includes(to)))
      .map(({ month, track, to }) => [written(month), track, to]),
    ['bijstand', 'help', 'fines', 'social_guidance', 'loans'].map((component) => written(cost(component))),
  ]);
}

describe('the neutral value', () => {
  it.each(cases)('of $path changes nothing, and another does', (each) => {
    const tell = (value?: unknown) => told(lived(each, value), each.isRounded);
    expect(tell(each.neutral)).toEqual(tell());
    expect(tell(each.other)).not.toEqual(tell());
  });

  it('of everything that may be left out is tried here, or where it is said', () => {
    const all = optionalIn(schemaFor({ regime: 'wi2013', origins }), '');
    const known = new Set(cases.map(({ path }) => path));
    const lacking = all.filter((path) => !known.has(path) && !notHere.some((pattern) => pattern.test(path)));
    expect(lacking).toEqual([]);
    expect(all).toEqual(expect.arrayContaining([...known]));
  });
});
