/** Every measure: its place, its unit, and what it is of. What they count is in lives.test.ts. */

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
import { norms, scenarioOf } from '../life.js';

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
