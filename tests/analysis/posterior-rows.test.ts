/** An MCSE that knows that draws take the posterior's rows one after the other, against the scatter over seeds. */

import { describe, expect, it } from 'vitest';
import { posteriorRowsOf } from '../../src/analysis/posterior-rows.js';
import { ANY } from '../../src/analysis/spread.js';
import { mean, variance } from '../../src/analysis/statistics.js';
import { errorOfPosterior, estimateMean, type Sums } from '../../src/analysis/uncertainty.js';
import { rowsOfDraws } from '../../src/domain/parameters/draw.js';
import type { Posterior } from '../../src/domain/parameters/posterior.js';
import { normalQuantile } from '../../src/engine/random/special.js';
import { uniformAt } from '../../src/engine/random/threefry.js';
import { seedKey } from '../../src/simulation/seed.js';
import { shippedTree, taskOf } from '../shipped.js';

const ROWS = 100;
const paths = ['a', 'b', 'c', 'd'];
const posterior: Posterior = {
  paths,
  rows: ROWS,
  values: Float64Array.from({ length: ROWS * paths.length }, (_, i) => normalQuantile(uniformAt(1, 2, i, 0))),
  central: new Float64Array(paths.length),
};
const tree = shippedTree('smallingerland');

/** A run whose outcome is the sum of two of the parameters in the rows, and other things of a standard deviation. */
function runOf(seed: string, draws: number, others: number): { own: Sums; none: Sums } {
  const task = taskOf(tree, { key: seedKey(seed), draws, posterior });
  const outcome = (draw: number) => {
    const row = rowsOfDraws(posterior, task.key)(draw) * paths.length;
    const [first, second] = [posterior.values[row]!, posterior.values[row + 1]!];
    return first + second + others * normalQuantile(uniformAt(task.key[0], task.key[1], draw, 7));
  };
  const of = new Float64Array(2 * draws).fill(50);
  const counted = Float64Array.from(of, (persons, i) => persons * outcome(i >> 1));
  const rows = posteriorRowsOf(task);
  return { own: { counted, of, rows }, none: { counted: new Float64Array(2 * draws), of } };
}

/** Scatter of the estimate over seeds, over what the MCSE says. */
function ratio(draws: number, others: number): number {
  const estimated = Array.from({ length: 200 }, (_, i) =>
    estimateMean(runOf(`seed ${i}`, draws, others).own, undefined, ANY),
  );
  return Math.sqrt(
    variance(estimated.map(({ estimate }) => estimate)) / mean(estimated.map(({ mcse }) => mcse ** 2)),
  );
}

describe('the MCSE of draws that take the rows of a posterior', () => {
  it.each([
    [40, 0.5],
    [80, 0.5],
    [100, 0.5],
    [100, 2],
    [140, 0.5],
    [400, 1],
  ])('agrees with the scatter over seeds with %i draws, other things of %d', (draws, others) => {
    const found = ratio(draws, others);
    expect(found).toBeGreaterThan(0.8);
    expect(found).toBeLessThan(1.2);
  });

  it('is nothing where all rows have come and nothing else differs', () => {
    const { own } = runOf('x', 2 * ROWS, 0);
    expect(estimateMean(own, undefined, ANY).mcse).toBeLessThan(1e-9);
  });

  it('leaves what cancels in antithetic pairs cancelled', () => {
    const { own } = runOf('z', ROWS, 0);
    const counted = own.counted.map((sum, i) => sum + 50 * 9 * (i >> 2) * ((i >> 1) % 2 === 0 ? 1 : -1));
    expect(estimateMean({ ...own, counted }, undefined, ANY).mcse).toBeLessThan(1e-9);
  });

  it('takes draws as independent where they are too few to tell what the rows do', () => {
    expect(posteriorRowsOf(taskOf(tree, { draws: 7, posterior }))).toBeUndefined();
    expect(posteriorRowsOf(taskOf(tree, { draws: 64 }))).toBeUndefined();
  });

  it('comes beside the error of the posterior itself, which more draws do not lower', () => {
    const sum = Array.from(
      { length: ROWS },
      (_, row) => posterior.values[row * paths.length]! + posterior.values[row * paths.length + 1]!,
    );
    for (const draws of [ROWS, 4 * ROWS]) {
      const { own, none } = runOf('y', draws, 0);
      expect(errorOfPosterior(own, none) / Math.sqrt(variance(sum) / ROWS)).toBeCloseTo(1, 0.7);
    }
  });
});
