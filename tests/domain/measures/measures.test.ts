/** Every measure, on lives whose months and euros can be worked out by hand. */

import { describe, expect, it } from 'vitest';
import { buildApproach } from '../../../src/domain/approach.js';
import { measuresOf } from '../../../src/domain/measures/all.js';
import { headlineColumns, headlines, rankedHeadlines } from '../../../src/domain/measures/headlines.js';
import type { Measure } from '../../../src/domain/measures/measure.js';
import {
  approachMeasures,
  measureKey,
  measuresIdentity,
  occupancyMeasures,
  type PersonMeasure,
} from '../../../src/domain/measures/measures.js';
import { wi2013 } from '../../../src/domain/regimes/wi2013/wi2013.js';
import { live, norms, scenarioOf } from '../life.js';

/** The labour market is shut but between two dates. */
const market = (...entries: [string, number][]) => entries.map(([from, ratio]) => ({ from, ratio }));
/** At work from month 30 (1 July 2017) on. */
const working = {
  'income.work': 1e8,
  'income.labour_market': market(['2015-01-01', 0], ['2017-07-01', 1]),
};

describe('time to self-sufficiency', () => {
  it('is that of work that lasts', () => {
    const life = live({ ...working, self_sufficiency: { states: ['work'], sustained_months: 6 } });
    expect(life.measure('months_to_self_sufficiency_restricted_mean')).toBeCloseTo(30, 6);
    const years = [12, 24, 36, 48, 120].map((month) => life.measure(`self_sufficient_share@${month}`));
    expect(years).toEqual([0, 0, 1, 1, 1]);
    expect(life.measure('bijstand_months')).toBeCloseTo(24, 6);
    expect(life.measure('work_months')).toBeCloseTo(90, 6);
    expect(life.measure('ever_working_share')).toBe(1);
  });

  it('is not that of work that does not last long enough', () => {
    const sustained = (months: number) => ({
      ...working,
      'income.relapse': { from_0: 0, from_6: 1e8, from_12: 1e8, from_60: 1e8 },
      // Work ends after six months; from January 2018 on there is none.
      'income.labour_market': market(['2015-01-01', 0], ['2017-07-01', 1], ['2018-01-01', 0]),
      self_sufficiency: { states: ['work'], sustained_months: months },
    });
    const short = live(sustained(7));
    expect(short.measure('months_to_self_sufficiency_restricted_mean')).toBe(120);
    expect(short.measure('self_sufficient_share@36')).toBe(0);
    expect(short.measure('work_months')).toBeCloseTo(6, 6);
    expect(short.measure('bijstand_months')).toBeCloseTo(108, 6);
    expect(live(sustained(5)).measure('months_to_self_sufficiency_restricted_mean')).toBeCloseTo(30, 6);
    expect(live(sustained(5)).measure('self_sufficient_share@120')).toBe(1);
  });

  it('is of the thirteen weeks in which a house should be found', () => {
    // 13 x 7 days of 30.4375: 2.99 months.
    const housed = (months: number) =>
      live({ 'housing.median_wait': { syria: months, eritrea: 6, other: 6 } }).measure(
        'housed_within_13_weeks_share',
      );
    expect([2.98, 3].map(housed)).toEqual([1, 0]);
  });

  it('is of the states that the scenario names', () => {
    const studying = { 'income.education': 1e8 };
    const among = (...states: string[]) =>
      live({ ...studying, self_sufficiency: { states, sustained_months: 0 } }).measure(
        'months_to_self_sufficiency_restricted_mean',
      );
    expect(among('work')).toBe(120);
    expect(among('work', 'education')).toBeCloseTo(6, 6);
    expect(among('other')).toBe(120);
  });
});

describe('earnings', () => {
  /** Of 38 hours: a couple's norm of 2,000 euros times 1.2. */
  const pay = { 'income.pay': 1.2, 'income.work_hours': 19, 'income.part_time_hours': 9.5 };

  it('are the pay for the hours of work, and of part-time work beside bijstand', () => {
    // 90 months of 19 hours: half of 2,400 euros.
    expect(live({ ...working, ...pay }).measure('earnings')).toBeCloseTo(90 * 1200, 0);
    // From month 6 to 120, a quarter.
    const part = live({ ...pay, 'income.part_time_work': 1e8 });
    expect(part.measure('earnings')).toBeCloseTo(114 * 600, 0);
    expect(live(pay).measure('earnings')).toBe(0);
    // They are no cost, nor a gain, of whoever pays.
    expect(live({ ...working, ...pay }).measure('net_balance')).toBe(live(working).measure('net_balance'));
  });
});

describe('relapse', () => {
  it('is counted from work to bijstand, of those who ever worked', () => {
    const relapse = { 'income.relapse': { from_0: 0, from_6: 1e8, from_12: 1e8, from_60: 1e8 } };
    expect(live({ ...working, ...relapse }).measure('relapse_share')).toBe(1);
    expect(live(working).measure('relapse_share')).toBe(0);
    expect(live({ 'income.other_exit': 1e8, 'income.other_return': 1 }).measure('relapse_share')).toBe(0);
    expect(live({}).measure('ever_working_share')).toBe(0);
  });
});

/** What a measure is of: a person, or a person or the cohort at the end of each year, or all lives together. */
type Of = 'person' | 'person by year' | 'cohort by year' | 'analysis';

interface Listed {
  readonly over?: string;
  readonly isOpenEnded?: true;
  /** Of a main outcome: its place, the heading of its column over ten years, its place in rankings. */
  readonly headline?: readonly [place: number, column?: string | undefined, ranking?: number];
}

const months = { isOpenEnded: true } as const;

/** Every measure with two activities, in the order of results: a new one has its line here. */
const listed: readonly (readonly [string, Measure['unit'], Measure['better'], Of, Listed?])[] = [
  ['months_to_self_sufficiency_restricted_mean', 'months', 'less', 'person', { headline: [2] }],
  ['months_to_self_sufficiency_p25', 'months', 'less', 'analysis', months],
  ['months_to_self_sufficiency_median', 'months', 'less', 'analysis', months],
  ['months_to_self_sufficiency_p75', 'months', 'less', 'analysis', months],
  [
    'self_sufficient_share',
    'share',
    'more',
    'person by year',
    { headline: [1, 'self-sufficient, %\nby year 5'] },
  ],
  ['bijstand_share', 'share', 'less', 'cohort by year', { headline: [3, undefined, 2] }],
  ['working_share', 'share', 'more', 'cohort by year'],
  ['participating_share', 'share', 'more', 'cohort by year'],
  ['bijstand_months', 'months', 'less', 'person', { headline: [4] }],
  ['work_months', 'months', 'more', 'person'],
  ['earnings', 'euros', 'more', 'person'],
  ['earnings_discounted', 'euros', 'more', 'person'],
  ['bijstand_cost', 'euros', 'less', 'person'],
  ['bijstand_cost_discounted', 'euros', 'less', 'person', { headline: [5, 'bijstand, euros'] }],
  ['programme_cost', 'euros', 'less', 'person'],
  ['programme_cost_discounted', 'euros', 'less', 'person', { headline: [6, 'programme, euros'] }],
  ['programme_cost_municipality', 'euros', 'less', 'person'],
  ['programme_cost_state', 'euros', 'less', 'person'],
  ['programme_cost_duo', 'euros', 'less', 'person'],
  ['programme_cost_other', 'euros', 'less', 'person'],
  ['net_balance', 'euros', 'more', 'person'],
  ['net_balance_discounted', 'euros', 'more', 'person', { headline: [7, 'net balance, euros', 1] }],
  ['net_balance_municipality', 'euros', 'more', 'person'],
  ['net_balance_municipality_discounted', 'euros', 'more', 'person', { headline: [10] }],
  ['break_even_month', 'months', undefined, 'analysis', months],
  ['break_even_year', 'calendar year', undefined, 'analysis', months],
  ['break_even_probability', 'share', undefined, 'analysis'],
  ['housed_within_13_weeks_share', 'share', 'more', 'person'],
  ['passed_in_term_share', 'share', 'more', 'person', { headline: [8] }],
  [
    'passed_within_24_months_of_course_share',
    'share',
    'more',
    'person',
    { over: 'participation_share_course' },
  ],
  ['passed_within_24_months_of_housing_share', 'share', 'more', 'person'],
  ['passed_share', 'share', 'more', 'person'],
  ['exempt_share', 'share', undefined, 'person'],
  ['not_done_in_term_share', 'share', 'less', 'person'],
  ['placed_share_housing', 'share', 'more', 'person'],
  ['left_everything_share', 'share', 'less', 'person', { headline: [9, 'dropout, %'] }],
  ['months_taking_part', 'months', undefined, 'person'],
  ['dropout_per_month', 'share', 'less', 'person', { over: 'months_taking_part' }],
  ['dropout_share_any', 'share', 'less', 'person'],
  ['dropout_share_for_health', 'share', 'less', 'person'],
  ['dropout_share_for_family', 'share', 'less', 'person'],
  ['dropout_share_for_motivation', 'share', 'less', 'person'],
  ...['course', 'buddy', 'mentor'].flatMap(
    (part) =>
      [
        [`participation_share_${part}`, 'share', undefined, 'person'],
        [`dropout_share_${part}`, 'share', 'less', 'person', { over: `participation_share_${part}` }],
      ] as const,
  ),
  ...['buddy', 'mentor'].flatMap((part) =>
    ['finished', 'placed'].map(
      (what) =>
        [
          `${what}_share_${part}`,
          'share',
          'more',
          'person',
          { over: `participation_share_${part}` },
        ] as const,
    ),
  ),
  ['ever_working_share', 'share', 'more', 'person'],
  ['relapse_share', 'share', 'less', 'person', { over: 'ever_working_share' }],
  ['sanction_share', 'share', 'less', 'person'],
  ['family_arrived_share', 'share', undefined, 'person'],
];

describe('the list of measures', () => {
  function readUnder() {
    const scenario = scenarioOf({ horizon_years: 2 }, { buddy: {}, mentor: {} });
    const built = buildApproach(scenario, 'only', norms);
    return { scenario, built, measures: approachMeasures(scenario, built) };
  }

  it('has each once, with its unit, which way is better and of whom a share is', () => {
    const all = measuresOf(wi2013, ['buddy', 'mentor']);
    const lines = all.map(({ name, unit, better, over, isOpenEnded }) => [
      name,
      unit,
      better,
      over,
      isOpenEnded,
    ]);
    expect(lines).toEqual(
      listed.map(([name, unit, better, , more]) => [name, unit, better, more?.over, more?.isOpenEnded]),
    );
  });

  it('has those of a person and those of the cohort, for every year of the horizon where they go by year', () => {
    const { scenario, measures } = readUnder();
    const shown = (all: readonly Pick<PersonMeasure, 'name' | 'month' | 'unit' | 'better'>[]) =>
      all.map((each) => [measureKey(each), each.unit, each.better]);
    const expected = (of: readonly Of[]) =>
      listed
        .filter((line) => of.includes(line[3]))
        .flatMap(([name, unit, better, each]) =>
          (each === 'person' ? [''] : ['@12', '@24']).map((month) => [`${name}${month}`, unit, better]),
        );
    expect(shown(measures)).toEqual(expected(['person', 'person by year']));
    expect(shown(occupancyMeasures(scenario))).toEqual(expected(['cohort by year']));
  });

  it('has the main outcomes in their order, shares at year 5 or the last one before the horizon', () => {
    const main = listed
      .flatMap(([name, , better, of, more]) =>
        more?.headline === undefined ? [] : [{ name, better, of, headline: more.headline }],
      )
      .sort((a, b) => a.headline[0] - b.headline[0]);
    expect(headlines(120, [{ regime: 'wi2013' }]).map((each) => [each.measure, each.month])).toEqual(
      main.map(({ name, of }) => [name, of === 'person' ? undefined : 60]),
    );
    expect(headlineColumns(120).map(({ column }) => column)).toEqual(
      main.flatMap(({ headline: [, column] }) => column ?? []),
    );
    expect(rankedHeadlines(120).map(({ measure, better }) => [measure, better])).toEqual(
      main
        .filter(({ headline }) => headline[2] !== undefined)
        .sort((a, b) => a.headline[2]! - b.headline[2]!)
        .map(({ name, better }) => [name, better]),
    );
    expect(headlines(40, [])[0]).toMatchObject({ month: 36, label: 'self-sufficient by year 3' });
    expect(rankedHeadlines(120)[1]).toMatchObject({ month: 60, label: 'on bijstand at year 5' });
  });

  it('is made of moments in a life, by name', () => {
    expect(readUnder().built.model.milestones.map(({ name }) => name)).toEqual([
      'self_sufficient',
      'housed',
      'in_course',
      'passed',
      'exempt',
      'overdue',
      'paid_work',
      'bijstand',
      'placed_when_housed',
      'left_everything',
      'begun_buddy',
      'placed_after_buddy',
      'begun_mentor',
      'placed_after_mentor',
    ]);
  });

  it('is the same under equal identities, and other identities tell them apart', () => {
    const identity = (settings: Readonly<Record<string, unknown>>, activities = {}) => {
      const other = scenarioOf(settings, activities);
      return measuresIdentity(other, buildApproach(other, 'only', norms));
    };
    const two = { buddy: {}, mentor: {} };
    const { scenario, built } = readUnder();
    const own = measuresIdentity(scenario, built);
    expect(identity({ horizon_years: 2, 'income.work': 3 }, two)).toBe(own);
    expect(identity({ horizon_years: 3 }, two)).not.toBe(own);
    expect(identity({ horizon_years: 2 }, { buddy: {} })).not.toBe(own);
  });
});

describe('dropout and participation', () => {
  it('of one activity are not those of another', () => {
    const life = live({}, { buddy: { dropout: 0.999999 }, mentor: { for: { share: 0 } } });
    const of = (name: string) => [
      life.measure(`participation_share_${name}`),
      life.measure(`dropout_share_${name}`),
    ];
    expect([of('buddy'), of('mentor'), of('course')]).toEqual([
      [1, 1],
      [0, 0],
      [0, 0],
    ]);
    expect(life.measure('dropout_share_any')).toBe(1);
    expect(live({}, { buddy: {} }).measure('dropout_share_any')).toBe(0);
  });
});
