/** The three promises of the engine's random numbers, on the domain's own scenarios. */

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { differenceRows, estimateRows } from '../../src/analysis/estimates.js';
import { assembleResults } from '../../src/analysis/results.js';
import type { ScenarioTree } from '../../src/domain/schema/scenario.js';
import { formatCsv } from '../../src/output/csv.js';
import { estimatesTable } from '../../src/output/package/columns.js';
import { loadScenario, packageLibrary } from '../../src/scenario/load-scenario.js';
import { readNorms } from '../../src/scenario/tables/norms.js';
import { unitsOf } from '../../src/simulation/cohort/units.js';
import { openPool, runUnits } from '../../src/simulation/pool.js';
import type { DrawResult } from '../../src/simulation/results/draw-result.js';
import { seedKey } from '../../src/simulation/seed.js';
import type { Task } from '../../src/simulation/task.js';
import { referenceFirst } from '../../src/simulation/task.js';
import { traceLife } from '../../src/simulation/trace/trace.js';
import { wholeDraw } from '../shipped.js';

const library = packageLibrary();

function treeOf(path: string, settings: string[] = []): ScenarioTree {
  const loaded = loadScenario(path, library, settings);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
  return loaded.scenario.tree;
}

function taskOf(tree: ScenarioTree, draws: number, replications: number): Task {
  return {
    tree,
    norms: readNorms(library),
    key: seedKey('promises'),
    draws,
    replications,
    approaches: referenceFirst(tree, Object.keys(tree.approaches)),
    persons: false,
  };
}

const shipped = (name: string) => join(library.scenarios, `${name}.yaml`);

describe('the same seed', () => {
  it('gives the same bytes for one, two and three workers', async () => {
    const task = taskOf(treeOf(shipped('alphen-chaam')), 7, 3);
    const texts: string[] = [];
    for (const workers of [1, 2, 3]) {
      const pool = await openPool(workers);
      const draws: DrawResult[] = [];
      await runUnits(pool, task, unitsOf(task), (unit) => draws.push(unit), {});
      await pool.close();
      const results = assembleResults(task, draws);
      texts.push(formatCsv(estimatesTable(results, estimateRows(results)), 'standard'));
    }
    expect(texts[1]).toBe(texts[0]);
    expect(texts[2]).toBe(texts[0]);
    expect(texts[0]!.split('\n').length).toBeGreaterThan(100);
  });

  it('another seed gives other numbers', () => {
    const task = taskOf(treeOf(shipped('alphen-chaam')), 1, 1);
    const other = { ...task, key: seedKey('another') };
    expect(wholeDraw(task, 0).approaches[0]!.means).not.toEqual(wholeDraw(other, 0).approaches[0]!.means);
  });
});

describe('common random numbers', () => {
  it('save at least a factor of ten of the variance when one hazard ratio differs', () => {
    const task = taskOf(treeOf('tests/fixtures/scenarios/one-ratio.yaml'), 1, 5);
    const rows = differenceRows(assembleResults(task, [wholeDraw(task, 0)]));
    const cost = rows.find((row) => row.measure === 'bijstand_cost')!;
    expect(cost.varianceRatio).toBeGreaterThan(10);
    expect(cost.estimate).toBeLessThan(0);
  });

  it('give identical lives under two approaches that are the same', () => {
    const tree = treeOf(shipped('national'));
    const twin = { ...tree, approaches: { ...tree.approaches, twin: tree.approaches.sequential! } };
    const task = taskOf(twin, 1, 1);
    for (const row of differenceRows(assembleResults(task, [wholeDraw(task, 0)]))) {
      if (!Number.isNaN(row.estimate)) expect([row.measure, row.estimate]).toEqual([row.measure, 0]);
    }
  });
});

describe('additions', () => {
  const tree = treeOf(shipped('amsterdam'));
  const task = taskOf(tree, 1, 1);

  it('of an activity without effect leave every other event of every life as it was', () => {
    const idle = {
      ...tree.approaches.parallel!.activities.jobcoach!,
      acts_on: [],
      hours_per_week: 0,
      costs: [],
      aftercare_weeks: undefined,
    };
    const parallel = tree.approaches.parallel!;
    const more = {
      ...tree,
      approaches: {
        ...tree.approaches,
        parallel: { ...parallel, activities: { ...parallel.activities, extra: idle } },
      },
    } as ScenarioTree;
    const bigger = taskOf(more, 1, 1);
    for (let person = 0; person < 60; person++) {
      const before = traceLife(task, 0, 0, person).events;
      const after = traceLife(bigger, 0, 0, person).events;
      expect(after.map((life) => life.filter((event) => event.track !== 'extra'))).toEqual(before);
    }
  });

  it('of a person, a replication or a draw leave the others as they were', () => {
    const larger = taskOf({ ...tree, cohort: { ...tree.cohort, size: 30 } }, 3, 2);
    const small = taskOf({ ...tree, cohort: { ...tree.cohort, size: 20 } }, 2, 1);
    const livesOf = (task: typeof small, persons: number[]) =>
      new Map(persons.map((person) => [person, traceLife(task, 1, 0, person)]));
    // Whoever was lived before.
    expect(livesOf(larger, [0, 7, 19])).toEqual(livesOf(small, [19, 0, 7]));
  });
});
