/** Estimates, differences, costs, curves and break-even of cohorts whose lives can be worked out by hand. */

import { describe, expect, it } from 'vitest';
import { breakEvens } from '../../src/analysis/break-even.js';
import { costRows } from '../../src/analysis/costs.js';
import { curvesOf } from '../../src/analysis/curves.js';
import { differenceRows, estimateRows } from '../../src/analysis/estimates.js';
import { assembleResults } from '../../src/analysis/results.js';
import type { ScenarioTree } from '../../src/domain/schema/scenario.js';
import { norms, scenarioOf, WEEKS } from '../domain/life.js';
import { taskOf, wholeDraw } from '../shipped.js';

/**
 * Housed at month 6; in work as soon as the search opens: 24 months later, or under `early` 12 months, with an activity of
 * a year from housing on that costs the municipality 6,000 at once and the state 100 a month.
 */
function cohort(
  settings: Readonly<Record<string, unknown>> = {},
  options: Parameters<typeof taskOf>[1] = {},
) {
  const base = { 'income.work': 1e8, 'income.in_centre': 0, 'income.search_closed': 0, ...settings };
  const searching = (months: number) => ({ opens: { housing: 'housed' }, delay_weeks: months * WEEKS });
  const late = scenarioOf({ 'cohort.size': 20, ...base, 'approach.search': searching(24) });
  const jobs = {
    costs: [
      { payer: 'municipality' as const, per_participant: 6000 },
      { payer: 'state' as const, per_month: 100 },
    ],
  };
  const early = scenarioOf({ ...base, 'approach.search': searching(12) }, { jobs });
  const approaches = { late: late.approaches.only!, early: early.approaches.only! };
  const tree = { ...late, name: 'By hand', reference: 'late', approaches } as unknown as ScenarioTree;
  const task = taskOf(tree, { norms, ...options });
  return assembleResults(
    task,
    Array.from({ length: task.draws }, (_, draw) => wholeDraw(task, draw)),
  );
}

const close = (value: number) => expect.closeTo(value, 4);

/** What a row says, by its measure and month. */
function byMeasure(rows: readonly { measure: string; month: number | undefined; estimate: number }[]) {
  return new Map(
    rows.map((row) => [row.month === undefined ? row.measure : `${row.measure}@${row.month}`, row.estimate]),
  );
}

describe.each([
  [1, 1],
  [1, 3],
  [4, 2],
])('a cohort of people who are all alike, %i draws of %i', (draws, replications) => {
  const run = () => cohort({}, { draws, replications });

  it('has their months and euros as estimates', () => {
    const results = run();
    const rows = estimateRows(results);
    const [late, early] = ['late', 'early'].map((name) =>
      byMeasure(rows.filter(({ approach }) => approach === name)),
    );
    // 24 and 12 months of bijstand at 1,400.
    expect([late!.get('bijstand_months'), early!.get('bijstand_months')]).toEqual([close(24), close(12)]);
    expect(late!.get('bijstand_cost')).toBeCloseTo(33600, 2);
    expect(early!.get('net_balance')).toBeCloseTo(-16800 - 6000 - 1200, 2);
    expect(early!.get('programme_cost_state')).toBeCloseTo(1200, 3);
    expect(late!.get('months_to_self_sufficiency_restricted_mean')).toBeCloseTo(30, 5);
    // Times are counted in sixteenths of a month.
    for (const quartile of ['p25', 'median', 'p75']) {
      expect(Math.abs(early!.get(`months_to_self_sufficiency_${quartile}`)! - 18)).toBeLessThanOrEqual(
        1 / 16,
      );
    }
    expect([12, 24, 36].map((month) => late!.get(`working_share@${month}`))).toEqual([0, 0, 1]);
    expect([12, 24, 36].map((month) => early!.get(`self_sufficient_share@${month}`))).toEqual([0, 1, 1]);
    expect(early!.get('participation_share_jobs')).toBe(1);
    expect(rows.every(({ persons }) => persons === 20 * draws * replications)).toBe(true);
  });

  it('has the differences of the two', () => {
    const results = run();
    const rows = differenceRows(results);
    const difference = byMeasure(rows);
    expect(difference.get('bijstand_months')).toBeCloseTo(-12, 5);
    expect(difference.get('net_balance')).toBeCloseTo(16800 - 7200, 2);
    expect(difference.get('programme_cost')).toBeCloseTo(7200, 3);
    expect(difference.get('self_sufficient_share@24')).toBe(1);
    expect(difference.get('self_sufficient_share@36')).toBe(0);
    expect(difference.has('participation_share_jobs')).toBe(false);
    const better = (name: string, month?: number) =>
      rows.find((row) => row.measure === name && row.month === month)!.probabilityBetter;
    const found = [better('net_balance'), better('programme_cost'), better('self_sufficient_share', 36)];
    // A single cohort tells no probability.
    expect(found).toEqual(draws * replications === 1 ? [NaN, NaN, NaN] : [1, 0, 0.5]);
    expect(rows.every(({ approach, reference }) => approach === 'early' && reference === 'late')).toBe(true);
  });

  it('has costs by year, component and payer', () => {
    const results = run();
    const euros = (approach: string, component: string, payer: string, year: number) => {
      const rows = costRows(results).filter(
        (row) =>
          row.approach === approach &&
          row.component === component &&
          row.payer === payer &&
          row.year === year,
      );
      expect(rows).toHaveLength(1);
      expect(rows[0]!.perCohort).toBeCloseTo(20 * rows[0]!.perPerson, 4);
      expect(rows[0]!.perPersonDiscounted).toBeCloseTo(rows[0]!.perPerson, 4);
      return rows[0]!.perPerson;
    };
    const years = [2015, 2016, 2017, 2018];
    expect(years.map((year) => euros('late', 'bijstand', 'municipality', year))).toEqual(
      [6 * 1400, 12 * 1400, 6 * 1400, 0].map((value) => expect.closeTo(value, 2)),
    );
    expect(years.map((year) => euros('early', 'bijstand', 'municipality', year))).toEqual(
      [6 * 1400, 6 * 1400, 0, 0].map((value) => expect.closeTo(value, 2)),
    );
    expect(years.map((year) => euros('early', 'jobs', 'municipality', year))).toEqual(
      [6000, 0, 0, 0].map(close),
    );
    expect(years.map((year) => euros('early', 'jobs', 'state', year))).toEqual([600, 600, 0, 0].map(close));
  });

  it('earns it back within the second year', () => {
    const results = run();
    // Saved by the end of 2015: -6,600; of 2016: 6 x 1,400 - 7,200 = 1,200; on the line between the two.
    const [breakEven] = breakEvens(results, differenceRows(results));
    expect(breakEven!.month.estimate).toBeCloseTo(12 * (1 + 6600 / 7800), 4);
    expect([breakEven!.approach, breakEven!.reference]).toEqual(['early', 'late']);
  });

  it('has curves month by month', () => {
    const results = run();
    const curves = curvesOf(results).filter(({ approach }) => approach === 'early');
    const shares = (track: string, state: string, ...months: number[]) => {
      const curve = curves.find((each) => each.track === track && each.state === state)!;
      expect(curve.estimate).toHaveLength(121);
      return months.map((month) => curve.estimate[month]);
    };
    expect(shares('income', 'living_allowance', 0, 5, 7)).toEqual([1, 1, 0]);
    expect(shares('income', 'bijstand', 5, 7, 17, 19, 120)).toEqual([0, 1, 1, 0, 0]);
    expect(shares('income', 'work', 17, 19, 120)).toEqual([0, 1, 1]);
    expect(shares('jobs', 'taking_part', 5, 7, 17, 19)).toEqual([0, 1, 1, 0]);
    expect(shares('milestone', 'self_sufficient', 17, 19, 120)).toEqual([0, 1, 1]);
    expect(shares('milestone', 'housed', 5, 7)).toEqual([0, 1]);
    expect(shares('milestone', 'passed', 0, 120)).toEqual([0, 0]);
  });
});

describe('discounting in costs', () => {
  it('is that of the amounts, year by year', () => {
    const rate = 0.1;
    const rows = costRows(cohort({ discount_rate: rate }));
    const perMonth = Math.log(1 + rate) / 12;
    const from = (a: number, b: number) =>
      (1400 * (Math.exp(-a * perMonth) - Math.exp(-b * perMonth))) / perMonth;
    const discounted = (year: number) =>
      rows.find((row) => row.approach === 'late' && row.component === 'bijstand' && row.year === year)!
        .perPersonDiscounted;
    expect([2015, 2016, 2017].map(discounted)).toEqual(
      [from(6, 12), from(12, 24), from(24, 30)].map((value) => expect.closeTo(value, 2)),
    );
  });
});

describe('subgroups', () => {
  /** Women never work. */
  const run = () => cohort({ 'income.ratios.women': 0, 'cohort.composition.syria.men': 0.5 }, { by: 'sex' });
  function counted() {
    const results = run();
    const rows = estimateRows(results).filter(({ approach }) => approach === 'late');
    const of = (subgroup: string, measure: string) =>
      rows.find((row) => row.subgroup === subgroup && row.measure === measure && row.month === undefined)!;
    const [men, women] = ['sex=men', 'sex=women'].map((group) => of(group, 'bijstand_months').persons);
    return { results, of, men, women };
  }

  it('are counted apart, and weighted by persons they give the whole', () => {
    const { of, men, women } = counted();
    expect(men! + women!).toBe(20);
    expect(men! * women!).toBeGreaterThan(0);
    expect(of('sex=men', 'bijstand_months').estimate).toBeCloseTo(24, 4);
    expect(of('sex=women', 'bijstand_months').estimate).toBeCloseTo(114, 6);
    expect(of('all', 'bijstand_months').estimate).toBeCloseTo((24 * men! + 114 * women!) / 20, 4);
    expect(of('all', 'ever_working_share').estimate).toBeCloseTo(men! / 20, 9);
  });

  it('have costs and curves of their own', () => {
    const { results, men, women } = counted();
    const costs = costRows(results).filter(
      (row) => row.approach === 'late' && row.component === 'bijstand' && row.year === 2020,
    );
    expect(costs.map(({ subgroup, perPerson }) => [subgroup, perPerson])).toEqual([
      ['all', close((12 * 1400 * women!) / 20)],
      ['sex=men', close(0)],
      ['sex=women', close(12 * 1400)],
    ]);
    expect(costs.map(({ perCohort }) => perCohort)).toEqual(
      [12 * 1400 * women!, 0, 12 * 1400 * women!].map((value) => expect.closeTo(value, 3)),
    );
    const work = curvesOf(results).filter(
      (curve) => curve.approach === 'late' && curve.track === 'income' && curve.state === 'work',
    );
    expect(work.map((curve) => curve.estimate[40])).toEqual([expect.closeTo(men! / 20, 9), 1, 0]);
  });
});

describe.each([1, 4])('quartiles of the time, %i draws', (draws) => {
  /** Housed after 4, 14 or 34 months by origin, in work 24 (or 12) months later; of the third origin nobody ever works. */
  function byOrigin(third: number) {
    const composition = (name: string, share: number) => ({ [`cohort.composition.${name}.share`]: share });
    const settings = {
      'housing.median_wait': { syria: 4, eritrea: 14, other: 34 },
      'income.ratios.origin.other': third,
      'cohort.size': 200,
      ...composition('syria', 0.35),
      ...composition('eritrea', 0.3),
      ...composition('other', 0.35),
    };
    const results = cohort(settings, { draws, replications: 1 });
    const late = estimateRows(results).filter(({ approach }) => approach === 'late');
    const quartile = <Row extends { measure: string }>(rows: readonly Row[], name: string) =>
      rows.find(({ measure }) => measure === `months_to_self_sufficiency_${name}`)!;
    return { late, differences: differenceRows(results), quartile };
  }

  it('are those of the persons, within a sixteenth of a month', () => {
    const { late, differences, quartile } = byOrigin(1);
    const found = ['p25', 'median', 'p75'].map((name) => quartile(late, name).estimate);
    for (const [i, month] of [28, 38, 58].entries())
      expect(Math.abs(found[i]! - month)).toBeLessThanOrEqual(1 / 16);
    for (const name of ['p25', 'median', 'p75']) {
      expect(Math.abs(quartile(differences, name).estimate + 12)).toBeLessThanOrEqual(1 / 8);
    }
    expect(quartile(differences, 'median').probabilityBetter).toBe(draws === 1 ? NaN : 1);
    expect(quartile(late, 'p25').unit).toBe('months');
  });

  it('are not there where too few get there', () => {
    const { late, differences, quartile } = byOrigin(0);
    expect(Math.abs(quartile(late, 'median').estimate - 38)).toBeLessThanOrEqual(1 / 16);
    expect(quartile(late, 'p75').estimate).toBeNaN();
    expect(quartile(differences, 'p75').estimate).toBeNaN();
  });
});

describe('the error of a single cohort', () => {
  /** Women never work; the share of men, by hand from the persons. Variances are unbiased: over 20 persons p (1 - p) 20 / 19. */
  function mixed() {
    const results = cohort({ 'income.ratios.women': 0, 'cohort.composition.syria.men': 0.5 });
    const late = estimateRows(results).filter(({ approach }) => approach === 'late');
    const share = late.find(({ measure }) => measure === 'ever_working_share')!.estimate;
    return { results, late, chance: (share * (1 - share)) / 19 };
  }

  it('is that of the persons, who are of two kinds', () => {
    const { late, chance } = mixed();
    const mcse = (measure: string, month?: number) =>
      late.find((row) => row.measure === measure && row.month === month)!.mcse;
    // 24 or 114 months of bijstand; a share of 0 or 1.
    expect(mcse('bijstand_months')).toBeCloseTo(90 * Math.sqrt(chance), 4);
    expect(mcse('bijstand_cost')).toBeCloseTo(90 * 1400 * Math.sqrt(chance), 1);
    expect(mcse('ever_working_share')).toBeCloseTo(Math.sqrt(chance), 9);
    expect(mcse('working_share', 36)).toBeCloseTo(Math.sqrt(chance), 9);
    expect(mcse('working_share', 24)).toBeCloseTo(0, 9);
    expect(mcse('passed_share')).toBeCloseTo(0, 9);
  });

  it('is less of a difference between the same persons', () => {
    const { results, chance } = mixed();
    const row = (measure: string, month?: number) =>
      differenceRows(results).find((each) => each.measure === measure && each.month === month)!;
    // 12 months less or none; saved 9,600, or lost 7,200.
    expect(row('bijstand_months').mcse).toBeCloseTo(12 * Math.sqrt(chance), 4);
    expect(row('net_balance').mcse).toBeCloseTo(16800 * Math.sqrt(chance), 1);
    // With other persons under each: costs of 33,600 or 159,600 under one, 24,000 or 166,800 under the other.
    expect(row('net_balance').varianceRatio).toBeCloseTo((126_000 ** 2 + 142_800 ** 2) / 16_800 ** 2, 2);
    expect(row('working_share', 24).mcse).toBeCloseTo(Math.sqrt(chance), 9);
  });

  it('of costs by year is that of the persons too', () => {
    const { results, chance } = mixed();
    const row = costRows(results).find(
      (each) => each.approach === 'late' && each.component === 'bijstand' && each.year === 2020,
    )!;
    expect(row.mcse).toBeCloseTo(12 * 1400 * Math.sqrt(chance), 4);
  });
});
