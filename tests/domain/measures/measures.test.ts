/** Every measure, on lives whose months and euros can be worked out by hand. */

import { describe, expect, it } from 'vitest';
import { buildApproach } from '../../../src/domain/approach.js';
import {
  approachMeasures,
  measureKey,
  measuresIdentity,
  occupancyMeasures,
} from '../../../src/domain/measures/measures.js';
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

describe('relapse', () => {
  it('is counted from work to bijstand, of those who ever worked', () => {
    const relapse = { 'income.relapse': { from_0: 0, from_6: 1e8, from_12: 1e8, from_60: 1e8 } };
    expect(live({ ...working, ...relapse }).measure('relapse_share')).toBe(1);
    expect(live(working).measure('relapse_share')).toBe(0);
    expect(live({ 'income.other_exit': 1e8, 'income.other_return': 1 }).measure('relapse_share')).toBe(0);
    expect(live({}).measure('ever_working_share')).toBe(0);
  });
});

describe('the list of measures', () => {
  function listed() {
    const scenario = scenarioOf({ horizon_years: 2 }, { buddy: {}, mentor: {} });
    const built = buildApproach(scenario, 'only', norms);
    return { scenario, built, measures: approachMeasures(scenario, built) };
  }

  it('has each once, with its unit and which way is better', () => {
    const { measures } = listed();
    const table = {
      months_to_self_sufficiency_restricted_mean: ['months', 'less'],
      'self_sufficient_share@12': ['share', 'more'],
      'self_sufficient_share@24': ['share', 'more'],
      bijstand_months: ['months', 'less'],
      work_months: ['months', 'more'],
      bijstand_cost: ['euros', 'less'],
      bijstand_cost_discounted: ['euros', 'less'],
      programme_cost: ['euros', 'less'],
      programme_cost_discounted: ['euros', 'less'],
      programme_cost_municipality: ['euros', 'less'],
      programme_cost_state: ['euros', 'less'],
      programme_cost_duo: ['euros', 'less'],
      programme_cost_other: ['euros', 'less'],
      net_balance: ['euros', 'more'],
      net_balance_discounted: ['euros', 'more'],
      passed_in_term_share: ['share', 'more'],
      passed_share: ['share', 'more'],
      exempt_share: ['share', undefined],
      not_done_in_term_share: ['share', 'less'],
      dropout_share_any: ['share', 'less'],
      dropout_share_for_health: ['share', 'less'],
      dropout_share_for_family: ['share', 'less'],
      dropout_share_for_motivation: ['share', 'less'],
      participation_share_course: ['share', undefined],
      dropout_share_course: ['share', 'less'],
      participation_share_buddy: ['share', undefined],
      dropout_share_buddy: ['share', 'less'],
      participation_share_mentor: ['share', undefined],
      dropout_share_mentor: ['share', 'less'],
      ever_working_share: ['share', 'more'],
      relapse_share: ['share', 'less'],
      sanction_share: ['share', 'less'],
    };
    expect(Object.fromEntries(measures.map((each) => [measureKey(each), [each.unit, each.better]]))).toEqual(
      table,
    );
    expect(measures).toHaveLength(Object.keys(table).length);
  });

  it('says of whom a share is', () => {
    const over = listed().measures.flatMap(({ name, over }) => (over === undefined ? [] : [[name, over]]));
    expect(over).toEqual([
      ['dropout_share_course', 'participation_share_course'],
      ['dropout_share_buddy', 'participation_share_buddy'],
      ['dropout_share_mentor', 'participation_share_mentor'],
      ['relapse_share', 'ever_working_share'],
    ]);
  });

  it('is made of moments in a life, by name', () => {
    expect(listed().built.model.milestones.map(({ name }) => name)).toEqual([
      'self_sufficient',
      'housed',
      'in_course',
      'passed',
      'exempt',
      'overdue',
      'paid_work',
      'bijstand',
    ]);
  });

  it('has shares of CBS for every year', () => {
    expect(
      occupancyMeasures(listed().scenario).map((each) => [measureKey(each), each.better, each.unit]),
    ).toEqual([
      ['bijstand_share@12', 'less', 'share'],
      ['bijstand_share@24', 'less', 'share'],
      ['working_share@12', 'more', 'share'],
      ['working_share@24', 'more', 'share'],
    ]);
  });

  it('is the same under equal identities, and other identities tell them apart', () => {
    const identity = (settings: Readonly<Record<string, unknown>>, activities = {}) => {
      const other = scenarioOf(settings, activities);
      return measuresIdentity(other, buildApproach(other, 'only', norms));
    };
    const two = { buddy: {}, mentor: {} };
    const { scenario, built } = listed();
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
