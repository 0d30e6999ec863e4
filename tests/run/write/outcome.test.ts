/** What is kept of a scenario once its results are written: no more than comparisons show. */

import { expect, it } from 'vitest';
import { differenceRows, estimateRows } from '../../../src/analysis/estimates.js';
import { assembleResults } from '../../../src/analysis/results.js';
import { footingOf } from '../../../src/output/package/footing.js';
import { taskOf } from '../../../src/run/plan/design.js';
import { namedOf } from '../../../src/run/scenarios/number-names.js';
import { loadAll } from '../../../src/run/scenarios/scenarios.js';
import { headlines } from '../../../src/run/write/headlines.js';
import { type Outcome, outcomeOf } from '../../../src/run/write/outcome.js';
import { packageLibrary } from '../../../src/scenario/load-scenario.js';
import { readNorms } from '../../../src/scenario/tables/norms.js';
import { runUnit } from '../../../src/simulation/cohort/draw-run.js';
import { unitsOf } from '../../../src/simulation/cohort/units.js';
import { collectDraws } from '../../../src/simulation/results/join.js';

const DRAWS = 4;

/** What is kept of a small run. */
function outcomeAfter(horizonYears: number, replications: number, by: 'education' | undefined) {
  const scenario = loadAll(
    ['scenarios/smallingerland.yaml'],
    ['cohort.size=8', `horizon_years=${horizonYears}`],
  )[0]!;
  const options = { seed: 'kept', draws: DRAWS, replications, by, persons: by !== undefined };
  const task = taskOf(scenario, readNorms(packageLibrary()), options);
  const draws = collectDraws(task);
  for (const unit of unitsOf(task)) draws.add(runUnit(task, unit));
  const results = assembleResults(task, draws.all);
  const rest = {
    slug: 'x',
    folder: 'x',
    footing: footingOf(scenario),
    posteriorErrors: [],
    influences: [],
    byAnswer: [],
    named: namedOf(scenario),
  };
  return outcomeOf(results, estimateRows(results), differenceRows(results), rest);
}

/** Numbers and texts in something, however deep; fails at what plain data does not have. */
function countLeaves(node: unknown): number {
  if (typeof node !== 'object' || node === null) {
    expect(['number', 'string', 'boolean', 'undefined', 'object']).toContain(typeof node);
    return 1;
  }
  // No typed array of paths or sums, no map, no function of a layout.
  expect([Object.prototype, Array.prototype]).toContain(Object.getPrototypeOf(node));
  return Object.values(node).reduce((sum: number, each) => sum + countLeaves(each), 0);
}

it('keeps the main outcomes and what ranks are made of, as plain data', () => {
  const outcome = outcomeAfter(2, 2, undefined);
  const { length } = headlines(24, [{ regime: 'wi2013' }]);
  // Two approaches, one difference, and of each of the two rankings a value a draw where it can be told.
  expect(outcome.estimates).toHaveLength(2 * length);
  expect(outcome.differences).toHaveLength(length);
  expect(outcome.ranked.map((own) => own.length)).toEqual([1, 1]);
  for (const [each] of outcome.ranked) expect([undefined, DRAWS]).toContain(each?.byDraw?.length);
  expect(countLeaves(outcome)).toBeLessThan(700);
});

it('keeps no more of a longer horizon, of more persons or of subgroups', () => {
  // Whether ranks can be told depends on the persons; that they are a value a draw is tested above.
  const others = (outcome: Outcome) => countLeaves({ ...outcome, ranked: [] });
  expect(others(outcomeAfter(6, 4, 'education'))).toBe(others(outcomeAfter(2, 2, undefined)));
});
