import { describe, expect, it } from 'vitest';
import { breakEvens } from '../../../src/analysis/break-even.js';
import { costRows } from '../../../src/analysis/costs.js';
import { differenceRows, estimateRows } from '../../../src/analysis/estimates.js';
import { assembleResults, type Results } from '../../../src/analysis/results.js';
import { explainFailure } from '../../../src/cli/failure.js';
import { buildApproach, calendarYears } from '../../../src/domain/approach.js';
import { breakdownBy } from '../../../src/domain/attributes/people.js';
import { approachMeasures, occupancyMeasures } from '../../../src/domain/measures/measures.js';
import {
  centralScenario,
  drawScenario,
  listParameters,
  scenarioWith,
} from '../../../src/domain/parameters/draw.js';
import { runUnit } from '../../../src/simulation/cohort/draw-run.js';
import { joinUnits } from '../../../src/simulation/results/join.js';
import { axesOf, LayoutMismatch, layoutOf } from '../../../src/simulation/results/layout.js';
import { shippedNames, shippedTree, taskOf, wholeDraw } from '../../shipped.js';

const inflow = (quantity: string) => `cohort.inflow_months=${quantity}`;
const drawn = '{ value: 12, low: 6, high: 18, distribution: triangular }';

/** Leiden for four years with another inflow; small. */
function resultsOf(quantity: string, draws = 6): Results {
  const tree = shippedTree('leiden', [
    inflow(quantity),
    'horizon_years=4',
    'cohort.size=20',
    'cohort.first_permit=2016-01-01',
  ]);
  const task = taskOf(tree, { draws });
  return assembleResults(
    task,
    Array.from({ length: draws }, (_, draw) => wholeDraw(task, draw)),
  );
}

describe('an uncertain inflow', () => {
  it('has the same calendar years in every draw: those of its longest', () => {
    const tree = shippedTree('alphen-chaam', [inflow(drawn), 'horizon_years=10']);
    const years = [0, 1, 2, 3, 4, 5, 6, 7].map((draw) => calendarYears(drawScenario(tree, [1, 2], draw)));
    // Permits from 1 January over at most 18 months, then ten years: 138 months, that is twelve calendar years.
    for (const own of [...years, calendarYears(centralScenario(tree))]) {
      expect(own).toEqual([0, 12, 24, 36, 48, 60, 72, 84, 96, 108, 120, 132]);
    }
  });

  it('counts from the first permit, not from the year it falls in', () => {
    const tree = shippedTree('alphen-chaam', [inflow('13'), 'cohort.first_permit=2016-12-31']);
    // From 31 December 13 months of inflow reach into the third year; ten years later that is the thirteenth.
    expect(calendarYears(centralScenario(tree))).toHaveLength(13);
  });

  it('gives costs by year that add up to the outcomes', () => {
    const results = resultsOf(drawn);
    const estimates = estimateRows(results);
    const costs = costRows(results);
    for (const { name } of results.approaches) {
      const all = costs.filter((row) => row.approach === name).reduce((sum, row) => sum + row.perPerson, 0);
      const balance = estimates.find((row) => row.approach === name && row.measure === 'net_balance')!;
      expect(all).toBeCloseTo(-balance.estimate, 6);
      for (const component of ['plan', 'jas', 'mentor']) {
        const own = costs.filter((row) => row.approach === name && row.component === component);
        expect(own.every((row) => row.perPerson >= 0)).toBe(true);
      }
    }
  });

  it('that hardly varies over the turn of a year gives the same as one that does not', () => {
    const [varying, plain] = ['{ value: 13, low: 13, high: 13.001, distribution: triangular }', '13'].map(
      (quantity) => resultsOf(quantity),
    ) as [Results, Results];
    // The years of the longest inflow: 13 months fill two years, 13.001 begin a third.
    expect([varying, plain].map(({ years }) => years.length)).toEqual([6, 6]);
    const sums = [varying, plain].map((results) => costRows(results));
    expect(sums[0]!.length).toBe(sums[1]!.length);
    sums[0]!.forEach((row, i) => {
      expect([row.year, row.component]).toEqual([sums[1]![i]!.year, sums[1]![i]!.component]);
      expect(Math.abs(row.perPerson - sums[1]![i]!.perPerson)).toBeLessThan(1);
    });
    const months = [varying, plain].map(
      (results) => breakEvens(results, differenceRows(results))[0]!.month.estimate,
    );
    expect(Object.is(months[0], months[1]) || Math.abs(months[0]! - months[1]!) < 0.1).toBe(true);
  });

  it('leaves trailing years in which nothing happened out of the costs', () => {
    // At most 24 months of inflow, of which the draws use less: the last of six calendar years stays empty.
    const results = resultsOf(
      '{ value: 1, low: 0.5, high: 24, distribution: quantiles, points: [[0.1, 1], [0.9999, 24]] }',
      2,
    );
    const years = new Set(costRows(results).map(({ year }) => year));
    expect(results.years.length).toBeGreaterThan(years.size);
    expect([...years]).toEqual(results.years.slice(0, years.size));
  });
});

describe('the layout of results', () => {
  const tree = shippedTree('leiden', ['horizon_years=2', 'cohort.size=5']);
  const task = taskOf(tree);
  const unit = { draw: 0, first: 0, count: 1 };
  const result = runUnit(task, unit);

  it('is the same in every draw', () => {
    const many = { ...task, draws: 4 };
    const layouts = [0, 1, 2, 3].map((draw) => runUnit(many, { ...unit, draw }).layout);
    expect(new Set(layouts)).toEqual(new Set([result.layout]));
  });

  it.each(shippedNames)('is the same at both ends of all ranges: %s', (name) => {
    const shipped = shippedTree(name);
    const { norms, approaches } = taskOf(shipped);
    const layoutsAt = (end: 'low' | 'value' | 'high') => {
      const values = listParameters(shipped).flatMap(({ path, quantity }): [string, number][] =>
        typeof quantity === 'number' ? [] : [[path, quantity[end] ?? quantity.value]],
      );
      const scenario = scenarioWith(shipped, new Map(values));
      return approaches.map((approach) => {
        const built = buildApproach(scenario, approach, norms);
        return axesOf(built, approachMeasures(scenario, built), occupancyMeasures(scenario), ['all']);
      });
    };
    expect(layoutsAt('low')).toEqual(layoutsAt('value'));
    expect(layoutsAt('high')).toEqual(layoutsAt('value'));
  });

  it.each<[string, string[]]>([
    ['another horizon', ['horizon_years=3']],
    ['another inflow', ['cohort.inflow_months=40']],
    ['an activity less', ['approaches.parallel.activities.mentor=null']],
    ['a cost less', ['approaches.parallel.activities.mentor.costs=[]']],
    ['a state more', ['approaches.parallel.activities.plan.kind=schooling']],
  ])('%s is refused by joins and by those who read the sums', (_, settings) => {
    const changed = shippedTree('leiden', ['horizon_years=2', 'cohort.size=5', ...settings]);
    const other = runUnit(taskOf(changed), unit);
    expect(() => joinUnits(result, other)).toThrow(LayoutMismatch);
    expect(() => assembleResults(task, [other])).toThrow(LayoutMismatch);
  });

  it('is refused with groups it has not', () => {
    const grouped = runUnit({ ...task, by: breakdownBy(task.tree, 'sex') }, unit);
    expect(() => assembleResults(task, [grouped])).toThrow(LayoutMismatch);
  });

  it('is refused with arrays of other lengths than it gives', () => {
    const [own, other] = result.approaches;
    const shorter = { ...own!, totals: own!.totals.slice(1) };
    const withoutTotals = { ...own!, totals: new Float64Array(0) };
    expect(() => assembleResults(task, [{ ...result, approaches: [shorter, other!] }])).toThrow(
      LayoutMismatch,
    );
    expect(() => assembleResults(task, [{ ...result, kept: 2 }])).toThrow(LayoutMismatch);
    expect(() => assembleResults(task, [{ ...result, batches: new Float64Array(3) }])).toThrow(
      LayoutMismatch,
    );
    // What is not kept is left out whole.
    expect(assembleResults(task, [{ ...result, approaches: [withoutTotals, other!] }]).draws).toHaveLength(1);
  });

  it('changes with what stands along any axis', () => {
    const scenario = centralScenario(tree);
    const axes = axesOf(buildApproach(scenario, 'parallel', task.norms), [], [], ['all']);
    expect(layoutOf([['parallel', axes]])).toBe(layoutOf([['parallel', { ...axes }]]));
    for (const [axis, places] of Object.entries(axes)) {
      const more = typeof places === 'number' ? places + 1 : [...places, 'new'];
      expect([axis, layoutOf([['parallel', { ...axes, [axis]: more }]])]).not.toEqual([
        axis,
        layoutOf([['parallel', axes]]),
      ]);
    }
  });

  it('is explained to the user', () => {
    expect(explainFailure(new LayoutMismatch(3))).toMatch(
      /^parts of the results do not belong together .*run all shards again$/,
    );
  });
});
