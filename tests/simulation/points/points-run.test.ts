/** Points against runs of the same scenarios with their numbers set: equal, whatever is shared. */

import { describe, expect, it } from 'vitest';
import { packageLibrary } from '../../../src/scenario/load-scenario.js';
import { readNorms } from '../../../src/scenario/tables/norms.js';
import { runPoints } from '../../../src/simulation/points/points-run.js';
import { seedKey } from '../../../src/simulation/seed.js';
import { referenceFirst, type Task } from '../../../src/simulation/task.js';
import { shippedTree, wholeDraw } from '../../shipped.js';

const norms = readNorms(packageLibrary());
const key = seedKey('points');
const persons = 60;
const size = [`cohort.size=${persons}`, 'horizon_years=3'];

/** Means of a run of the central values of a scenario, by approach. */
function meansOfRun(...settings: string[]): number[][] {
  const tree = shippedTree('alphen-chaam', [...size, ...settings]);
  const approaches = referenceFirst(tree, Object.keys(tree.approaches));
  const task: Task = { tree, norms, key, draws: 1, replications: 1, approaches, persons: false };
  const { approaches: drawn } = wholeDraw(task, 0);
  return drawn.map(({ totals }) => {
    const half = totals.length / 2;
    return Array.from({ length: half }, (_, v) => (totals[v]! + totals[half + v]!) / persons);
  });
}

const tree = shippedTree('alphen-chaam', ['horizon_years=3']);
const work = 'effects.work_men';
const course = 'approaches.parallel.activities.intake.weeks';

describe('a point', () => {
  const points = [{}, { [work]: 1.4 }, { [course]: 9 }, { [work]: 1.4, [course]: 9 }, {}];
  const means = runPoints({ tree, norms, key, persons }, points);

  it('has the means of a run with its numbers set', () => {
    const expected = [
      meansOfRun(),
      meansOfRun(`${work}=1.4`),
      meansOfRun(`${course}=9`),
      meansOfRun(`${work}=1.4`, `${course}=9`),
    ];
    expected.forEach((byApproach, p) => {
      byApproach.forEach((values, a) => {
        const point = [...means[p]![a]!];
        expect(point).toEqual(values.map((value) => expect.closeTo(value, 9)));
      });
    });
  });

  it('differs from another only where a number of the approach does', () => {
    expect(means[4]).toEqual(means[0]);
    // The reference has no intake.
    expect(means[2]![0]).toEqual(means[0]![0]);
    expect(means[2]![1]).not.toEqual(means[0]![1]);
  });
});
