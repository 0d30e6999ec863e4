/** In a run of one draw and one replication the MCSE comes from the persons; it must agree with many such runs. */

import { describe, expect, it } from 'vitest';
import { costRows } from '../../src/analysis/costs.js';
import { differenceRows, estimateRows } from '../../src/analysis/estimates.js';
import { assembleResults, varianceFromBatches } from '../../src/analysis/results.js';
import { present, quantile, variance } from '../../src/analysis/statistics.js';
import { seedKey } from '../../src/simulation/seed.js';
import { shippedTree, taskOf, wholeDraw } from '../shipped.js';

const runs = Array.from({ length: 60 }, (_, i) => {
  const tree = shippedTree('smallingerland', ['cohort.size=200', 'horizon_years=6']);
  const task = taskOf(tree, { key: seedKey(`run ${i}`), by: 'sex' });
  const results = assembleResults(task, [wholeDraw(task, 0)]);
  return { estimates: estimateRows(results), differences: differenceRows(results), costs: costRows(results) };
});

/** Spread of an estimate over the runs, and the median of the MCSE that they state. */
function compare(values: readonly number[], mcses: readonly number[]): [number, number] {
  return [Math.sqrt(variance(present(values))), quantile(present(mcses), 0.5)];
}

describe('MCSE in a run of a single draw', () => {
  it.each([
    ['bijstand_share', 60, 'all'],
    ['bijstand_share', 36, 'sex=women'],
    ['bijstand_cost', undefined, 'all'],
    ['bijstand_cost', undefined, 'sex=men'],
    ['months_to_self_sufficiency_p25', undefined, 'all'],
    ['relapse_share', undefined, 'all'],
  ])(
    '%s at %s for %s, estimate and difference, agrees with the spread over runs',
    (measure, month, subgroup) => {
      const pick = <
        Row extends { measure: string; month: number | undefined; subgroup: string; approach: string },
      >(
        rows: readonly Row[],
      ) =>
        rows.find(
          (row) =>
            row.measure === measure &&
            row.month === month &&
            row.subgroup === subgroup &&
            row.approach === 'parallel',
        )!;
      for (const rows of [runs.map((run) => pick(run.estimates)), runs.map((run) => pick(run.differences))]) {
        const [spread, stated] = compare(
          rows.map((row) => row.estimate),
          rows.map((row) => row.mcse),
        );
        // A standard deviation over 60 runs is known to about 9 %.
        expect([measure, stated / spread > 0.7, stated / spread < 1.4]).toEqual([measure, true, true]);
      }
    },
  );

  it('agrees for costs by component and year', () => {
    const rows = runs.map(
      ({ costs }) =>
        costs.find(
          (row) =>
            row.component === 'bijstand' &&
            row.approach === 'parallel' &&
            row.subgroup === 'all' &&
            row.year === 2018,
        )!,
    );
    const [spread, stated] = compare(
      rows.map((row) => row.perPerson),
      rows.map((row) => row.mcse),
    );
    expect(stated / spread).toBeGreaterThan(0.7);
    expect(stated / spread).toBeLessThan(1.4);
  });

  it('is there for every estimate', () => {
    const { estimates, differences, costs } = runs[0]!;
    const without = [...estimates, ...differences].filter(
      (row) => !Number.isNaN(row.estimate) && Number.isNaN(row.mcse),
    );
    expect(without.map(({ measure, subgroup }) => `${measure} ${subgroup}`)).toEqual([]);
    expect(costs.filter((row) => Number.isNaN(row.mcse))).toEqual([]);
  });
});

describe('varianceFromBatches', () => {
  it('is the variance between persons when every batch is one person', () => {
    const values = [3, 5, 9, 1, 4, 4];
    const sum = values.reduce((total, value) => total + value, 0);
    const squares = values.reduce((total, value) => total + value * value, 0);
    const leaf = { persons: values.length, batches: values.length, sum, squares };
    expect(varianceFromBatches([leaf])).toBeCloseTo(variance(values), 12);
  });
});
