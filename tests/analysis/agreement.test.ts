/** One mean in all files: subgroups weighted by persons give the whole, components give totals, files give each other. */

import { beforeAll, describe, expect, it } from 'vitest';
import { breakEvens } from '../../src/analysis/break-even.js';
import { type CostRow, costRows } from '../../src/analysis/costs.js';
import { type Curve, curvesOf } from '../../src/analysis/curves.js';
import {
  type DifferenceRow,
  differenceRows,
  type EstimateRow,
  estimateRows,
} from '../../src/analysis/estimates.js';
import { rankedDifference } from '../../src/analysis/ranking.js';
import { assembleResults, type Results } from '../../src/analysis/results.js';
import { measureKey } from '../../src/domain/measures/measures.js';
import { seedKey } from '../../src/simulation/seed.js';
import { shippedNames, shippedTree, taskOf, wholeDraw } from '../shipped.js';

const isQuantile = ({ measure }: { measure: string }) => /_(p25|median|p75)$/.test(measure);
const keyOf = (row: { measure: string; month: number | undefined }) =>
  row.month === undefined ? row.measure : `${row.measure}@${row.month}`;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Equal to 1e-9 of the larger. */
function expectSame(what: string, left: number, right: number): void {
  const error = Math.abs(left - right) / Math.max(1e-6, Math.abs(left), Math.abs(right));
  if (Number.isNaN(left) && Number.isNaN(right)) return;
  expect([what, left, right, error < 1e-9]).toEqual([what, left, right, true]);
}

describe.each(shippedNames)('the files of %s', (name) => {
  let results: Results;
  let estimates: EstimateRow[];
  let differences: DifferenceRow[];
  let costs: CostRow[];
  let curves: Curve[];

  beforeAll(() => {
    // Cohorts so small that the subgroups differ in size between replications and draws.
    const tree = shippedTree(name, ['cohort.size=12']);
    const task = taskOf(tree, {
      key: seedKey('agree'),
      by: 'age',
      draws: 3,
      replications: 3,
      persons: true,
    });
    results = assembleResults(
      task,
      [0, 1, 2].map((draw) => wholeDraw(task, draw)),
    );
    estimates = estimateRows(results);
    differences = differenceRows(results);
    costs = costRows(results);
    curves = curvesOf(results);
  });

  const estimateOf = (approach: string, subgroup: string, key: string) =>
    estimates.find((row) => row.approach === approach && row.subgroup === subgroup && keyOf(row) === key)!;

  /** Persons whom a measure is about: of a share of those concerned only these. */
  const concerned = (approach: string, row: EstimateRow): number => {
    const layout = results.approaches.find((each) => each.name === approach)!;
    const measure = layout.measures[layout.position.get(keyOf(row))!]!;
    if (!('over' in measure) || measure.over === undefined) return row.persons;
    return row.persons * estimateOf(approach, row.subgroup, measure.over).estimate;
  };

  it('give the whole cohort from subgroups weighted by persons', () => {
    for (const all of estimates.filter((row) => row.subgroup === 'all' && !isQuantile(row))) {
      const parts = results.groups
        .slice(1)
        .map((group) => estimateOf(all.approach, group, keyOf(all)))
        .filter((row) => concerned(all.approach, row) > 0);
      const weights = parts.map((row) => concerned(all.approach, row));
      if (sum(weights) === 0) continue;
      const whole = sum(parts.map((row, i) => row.estimate * weights[i]!)) / sum(weights);
      expectSame(`${all.approach} ${keyOf(all)}`, whole, all.estimate);
    }
    for (const all of costs.filter((row) => row.subgroup === 'all')) {
      const parts = costs.filter(
        (row) =>
          row.subgroup !== 'all' &&
          row.approach === all.approach &&
          row.year === all.year &&
          row.component === all.component &&
          row.payer === all.payer &&
          !Number.isNaN(row.perCohort),
      );
      const what = `${all.approach} ${all.component} ${all.payer} ${all.year}`;
      expectSame(what, sum(parts.map((row) => row.perCohort)), all.perCohort);
      expectSame(what, sum(parts.map((row) => row.perCohortDiscounted)), all.perCohortDiscounted);
    }
    for (const all of curves.filter((curve) => curve.subgroup === 'all')) {
      const parts = curves.filter(
        (curve) =>
          curve.subgroup !== 'all' &&
          curve.approach === all.approach &&
          curve.kind === all.kind &&
          curve.track === all.track &&
          curve.state === all.state &&
          !Number.isNaN(curve.estimate[0]!),
      );
      const weights = parts.map(
        ({ approach, subgroup }) => estimateOf(approach, subgroup, 'bijstand_months').persons,
      );
      for (let month = 0; month < all.estimate.length; month += 5) {
        const whole = sum(parts.map(({ estimate }, i) => estimate[month]! * weights[i]!)) / sum(weights);
        expectSame(`${all.approach} ${all.track} ${all.state} ${month}`, whole, all.estimate[month]!);
      }
    }
  });

  it('give totals from components', () => {
    for (const { name: approach } of results.approaches) {
      for (const subgroup of results.groups) {
        const own = costs.filter((row) => row.approach === approach && row.subgroup === subgroup);
        const balance = (key: string) => -estimateOf(approach, subgroup, key).estimate;
        expectSame(`${approach} ${subgroup}`, sum(own.map((row) => row.perPerson)), balance('net_balance'));
        const discounted = sum(own.map((row) => row.perPersonDiscounted));
        expectSame(`${approach} ${subgroup}`, discounted, balance('net_balance_discounted'));
        const bijstand = estimateOf(approach, subgroup, 'bijstand_cost').estimate;
        const programme = estimateOf(approach, subgroup, 'programme_cost').estimate;
        expectSame(`${approach} ${subgroup}`, bijstand + programme, balance('net_balance'));
      }
    }
  });

  it('give the same shares in curves and in estimates', () => {
    const at = (approach: string, subgroup: string, track: string, state: string, month: number) =>
      curves.find(
        (curve) =>
          curve.approach === approach &&
          curve.subgroup === subgroup &&
          curve.track === track &&
          curve.state === state,
      )!.estimate[month]!;
    for (const { approach, subgroup, measure, month, estimate } of estimates) {
      const share = (track: string, state: string) => at(approach, subgroup, track, state, month!);
      const what = `${approach} ${subgroup} ${measure} ${month}`;
      if (measure === 'self_sufficient_share')
        expectSame(what, share('milestone', 'self_sufficient'), estimate);
      else if (measure === 'bijstand_share')
        expectSame(what, share('income', 'bijstand') + share('income', 'bijstand_part_time'), estimate);
    }
  });

  it('give differences of the estimates, in differences and in ranks', () => {
    const reference = results.approaches[0]!.name;
    for (const row of differences) {
      const [own, other] = [row.approach, reference].map((approach) =>
        estimateOf(approach, row.subgroup, keyOf(row)),
      );
      const what = `${row.approach} ${row.subgroup} ${keyOf(row)}`;
      expectSame(what, own!.estimate - other!.estimate, row.estimate);
      const ranked = rankedDifference(
        results,
        results.approaches.findIndex((each) => each.name === row.approach),
        row.measure,
        row.month,
      );
      if (row.subgroup === 'all' && ranked !== undefined) expectSame(what, ranked.estimate, row.estimate);
    }
  });

  it('give the mean over all persons that are listed', () => {
    results.approaches.forEach((layout, a) => {
      const persons = results.draws.flatMap((draw) => draw.persons).filter((row) => row.approach === a);
      layout.measures.slice(0, layout.personMeasures).forEach((measure, v) => {
        const over =
          'over' in measure && measure.over !== undefined ? layout.position.get(measure.over)! : -1;
        const number = over < 0 ? persons.length : sum(persons.map(({ values }) => values[over]!));
        const own = sum(persons.map(({ values }) => values[v]!)) / number;
        expectSame(measureKey(measure), own, estimateOf(layout.name, 'all', measureKey(measure)).estimate);
      });
    });
  });

  it('never leave an estimate outside its interval', () => {
    for (const row of [...estimates, ...differences]) {
      const { measure, subgroup, estimate, parameterLow: low, parameterHigh: high } = row;
      expect([
        measure,
        subgroup,
        low <= estimate || Number.isNaN(low),
        high >= estimate || Number.isNaN(high),
      ]).toEqual([measure, subgroup, true, true]);
    }
    for (const { month } of breakEvens(results, differences))
      expect(Number.isNaN(month.low) || month.low <= month.estimate || Number.isNaN(month.estimate)).toBe(
        true,
      );
  });
});
