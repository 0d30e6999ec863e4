/** A sweep's rows against those of separate runs, and its paired differences against their definition. */

import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { differenceRows, type EstimateRow, estimateRows } from '../../src/analysis/estimates.js';
import { assembleResults } from '../../src/analysis/results.js';
import { mean, variance } from '../../src/analysis/statistics.js';
import { assemblePoint, type SweepRow, sweepRows } from '../../src/analysis/sweep.js';
import type { ScenarioTree } from '../../src/domain/schema/scenario.js';
import { loadScenario, packageLibrary } from '../../src/scenario/load-scenario.js';
import { readNorms } from '../../src/scenario/tables/norms.js';
import { openPool, runSweepDraws } from '../../src/simulation/pool.js';
import { seedKey } from '../../src/simulation/seed.js';
import type { PointDraw, SweepTask } from '../../src/simulation/sweep/sweep-draw.js';
import type { Task } from '../../src/simulation/task.js';
import { referenceFirst } from '../../src/simulation/task.js';
import { wholeDraw } from '../shipped.js';

const library = packageLibrary();

function treeOf(...settings: string[]): ScenarioTree {
  const loaded = loadScenario(join(library.scenarios, 'alphen-chaam.yaml'), library, settings);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
  return loaded.scenario.tree;
}

const trees = [treeOf(), treeOf('effects.work_men=1.6'), treeOf('housing.wait_ratio=1.5')];

function taskOf(draws: number, replications: number): SweepTask {
  return {
    scenarios: trees.map((tree) => ({ tree })),
    norms: readNorms(library),
    key: seedKey('rows'),
    draws,
    replications,
  };
}

async function pointsOf(task: SweepTask, workers = 1) {
  const pool = await openPool(workers);
  const draws: PointDraw[][] = [];
  await runSweepDraws(pool, task, (draw) => draws.push(draw), {});
  await pool.close();
  return trees.map((tree, p) =>
    assemblePoint(
      task,
      { tree },
      draws.map((draw) => draw[p]!),
    ),
  );
}

function aloneOf(task: SweepTask, tree: ScenarioTree) {
  const approaches = referenceFirst(tree, Object.keys(tree.approaches));
  const own: Task = { ...task, tree, approaches, persons: false };
  return assembleResults(
    own,
    Array.from({ length: task.draws }, (_, draw) => wholeDraw(own, draw)),
  );
}

const isQuantile = ({ measure }: EstimateRow) => /_(p25|median|p75)$/.test(measure);
const task = taskOf(4, 2);
let points: Awaited<ReturnType<typeof pointsOf>> = [];

beforeAll(async () => {
  points = await pointsOf(task);
});

function rowOf(rows: readonly SweepRow[], approach: string, against: string, measure: string) {
  return rows.find((row) => row.approach === approach && row.against === against && row.measure === measure)!;
}

describe('the rows of a point', () => {
  it.each([0, 1, 2])('%i are those of a run of its own, to the last bit', (p) => {
    const results = aloneOf(task, trees[p]!);
    const rows = sweepRows(points[p]!, points[0]!);
    const levels = rows.filter(({ against }) => against === '');
    const expected = estimateRows(results).filter((row) => !isQuantile(row));
    expect(levels.map(({ against: _, ...row }) => row)).toEqual(expected);
    const contrasts = rows.filter(({ against }) => against === 'sequential');
    const differences = differenceRows(results).filter((row) => !isQuantile(row));
    // A sweep keeps no sums by pair for shares of those concerned and of occupancy: it cannot tell their variance ratio.
    const unpaired = contrasts.map((row) => 'varianceRatio' in row && Number.isNaN(row.varianceRatio));
    expect(unpaired.filter((each) => !each).length).toBeGreaterThan(20);
    expect(contrasts.map(({ against: _, ...row }) => row)).toEqual(
      differences.map((row, i) => (unpaired[i] ? { ...row, varianceRatio: Number.NaN } : row)),
    );
  });

  it('are the same for any number of workers', async () => {
    const threaded = await pointsOf(task, 2);
    for (const [p, point] of threaded.entries()) {
      expect(sweepRows(point, threaded[0]!)).toEqual(sweepRows(points[p]!, points[0]!));
    }
  });

  it('of the base hold nothing against the base', () => {
    expect(sweepRows(points[0]!).some(({ against }) => against === 'base')).toBe(false);
  });
});

describe('differences from the base', () => {
  it('are zero where a point changes nothing of an approach', () => {
    const rows = sweepRows(points[1]!, points[0]!);
    const unchanged = rows.filter((row) => row.approach === 'sequential' && row.against === 'base');
    expect(unchanged.length).toBeGreaterThan(50);
    for (const row of unchanged.filter(({ estimate }) => !Number.isNaN(estimate))) {
      expect([row.measure, row.estimate, row.mcse]).toEqual([row.measure, 0, 0]);
    }
  });

  it('have the mean and MCSE of the draws', () => {
    const measure = 'bijstand_cost_discounted';
    const row = rowOf(sweepRows(points[2]!, points[0]!), 'parallel', 'base', measure);
    const [own, base] = [points[2]!, points[0]!].map(({ results }) => {
      const { position } = results.approaches[1]!;
      const total = results.approaches[1]!.measures.length;
      return results.draws.map(({ approaches }) => {
        const { means } = approaches[1]!;
        return [0, 1].map((r) => means[r * total + position.get(measure)!]!);
      });
    });
    const pairs = own!.map((values, d) => values.map((value, r) => value - base![d]![r]!));
    const byDraw = pairs.map(mean);
    expect(row.estimate).toBeCloseTo(mean(byDraw), 8);
    // Four draws are one block: as if they were independent, and the chance of the two cohorts that they share.
    const chance = mean(pairs.map(variance)) / 2;
    expect(row.mcse).toBeCloseTo(Math.sqrt(variance(byDraw) / 4 + chance), 8);
    expect(row.estimate).not.toBe(0);
  });

  it('have an MCSE far below that of separate runs, and one even for a single replication', async () => {
    const [base, point] = await pointsOf(taskOf(1, 1));
    const rows = sweepRows(point!, base!);
    const difference = rowOf(rows, 'parallel', 'base', 'bijstand_months');
    const level = rowOf(rows, 'parallel', '', 'bijstand_months');
    expect(difference.mcse).toBeGreaterThan(0);
    expect(difference.mcse).toBeLessThan(level.mcse * Math.SQRT2 * 0.7);
  });
});
