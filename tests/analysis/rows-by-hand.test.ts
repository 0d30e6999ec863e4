/** What the rows of a posterior make of an MCSE, on a handful of draws worked out by hand. */

import { describe, expect, it } from 'vitest';
import { type PosteriorRows, posteriorRowsOf, takeApart } from '../../src/analysis/posterior-rows.js';
import { ANY } from '../../src/analysis/spread.js';
import { errorOfPosterior, estimateMean, type Sums } from '../../src/analysis/uncertainty.js';
import { rowsOfDraws } from '../../src/domain/parameters/draw.js';
import type { Posterior } from '../../src/domain/parameters/posterior.js';
import type { Task } from '../../src/simulation/task.js';

const key = [1, 2] as const;
const close = (value: number) => expect.closeTo(value, 12);

/** A posterior of rows in which every parameter has the values given, one after the other. */
function posteriorOf(...parameters: readonly (readonly number[])[]): Posterior {
  const rows = parameters[0]?.length ?? 0;
  return {
    paths: parameters.map((_, p) => `p${p}`),
    rows,
    values: Float64Array.from(
      Array.from({ length: rows }, (_, row) => parameters.map((values) => values[row]!)).flat(),
    ),
    central: new Float64Array(parameters.length),
  };
}

const rowsOf = (draws: number, posterior?: Posterior) =>
  posteriorRowsOf({ key, draws, ...(posterior === undefined ? {} : { posterior }) } as unknown as Task);

/** Sums of the values of pairs of draws, less their mean, of length one. */
function directionOf(posterior: Posterior, values: readonly number[], draws: number): number[] {
  const byDraw = Array.from({ length: draws }, (_, draw) => values[rowsOfDraws(posterior, key)(draw)]!);
  const sums = byDraw.flatMap((value, d) => (d % 2 === 0 ? [value + (byDraw[d + 1] ?? 0)] : []));
  const centre = sums.reduce((a, b) => a + b, 0) / sums.length;
  const length = Math.hypot(...sums.map((sum) => sum - centre));
  return sums.map((sum) => (sum - centre) / length);
}

describe('the rows of the draws', () => {
  const values = [1, 2, 4, 8, 16];

  it('span the sums of pairs, of which the last may be one draw', () => {
    const posterior = posteriorOf(values);
    for (const draws of [3, 4, 7]) {
      const { basis, rows } = rowsOf(draws, posterior)!;
      expect(rows).toBe(5);
      expect(basis.map((vector) => Array.from(vector))).toEqual([
        directionOf(posterior, values, draws).map(close),
      ]);
    }
  });

  it('span in directions at right angles, of length one, without those that others span', () => {
    const more = [3, 1, 4, 1, 5];
    const posterior = posteriorOf(
      values,
      values.map((value) => 3 * value + 7),
      more,
      [2, 2, 2, 2, 2],
    );
    const { basis } = rowsOf(10, posterior)!;
    expect(basis).toHaveLength(2);
    const dot = (a: ArrayLike<number>, b: ArrayLike<number>) =>
      Array.from(a).reduce((sum, value, i) => sum + value * b[i]!, 0);
    expect([dot(basis[0]!, basis[0]!), dot(basis[1]!, basis[1]!)]).toEqual([close(1), close(1)]);
    expect(dot(basis[0]!, basis[1]!)).toBeCloseTo(0, 12);
    for (const vector of basis) expect(dot(vector, [1, 1, 1, 1, 1])).toBeCloseTo(0, 12);
    expect(Array.from(basis[0]!)).toEqual(directionOf(posterior, values, 10).map(close));
    // All of the third parameter lies in the two.
    const third = directionOf(posterior, more, 10);
    expect(dot(third, basis[0]!) ** 2 + dot(third, basis[1]!) ** 2).toBeCloseTo(1, 12);
  });

  it('leave so much of the variance as a sample without repetition has', () => {
    const left = (draws: number) => rowsOf(draws, posteriorOf(values))!.left;
    expect([left(3), left(4)]).toEqual([close(1 - 3 / 5), close(1 - 4 / 5)]);
    // A whole round leaves nothing; of seven draws two are a sample from five.
    expect([left(5), left(10)]).toEqual([0, 0]);
    expect(left(7)).toBeCloseTo((2 / 7) * (1 - 2 / 5), 12);
  });

  it('are not told of fewer than 1.2 pairs a parameter, nor without a posterior', () => {
    const five = posteriorOf(values, values, values, values, values);
    expect(rowsOf(10, five)).toBeUndefined();
    expect(rowsOf(11, five)).toBeDefined();
    expect(rowsOf(12)).toBeUndefined();
    expect(rowsOf(12, posteriorOf())).toBeUndefined();
  });
});

/** One direction over three pairs: the first goes up when the last goes down. */
const rows: PosteriorRows = {
  basis: [Float64Array.of(Math.SQRT1_2, 0, -Math.SQRT1_2)],
  left: 0.5,
  rows: 10,
};

describe('influences of draws', () => {
  it('are taken apart into a straight line of the rows and the rest', () => {
    // Pairs 4, 1 and -5: on the line 4.5, 0 and -4.5; left over -0.5, 1 and -0.5, with one degree of freedom of two.
    const { others, ofRows } = takeApart(Float64Array.of(3, 1, 0, 1, -4, -1), rows);
    expect(Array.from(others)).toEqual([-0.5, 1, -0.5].map((value) => close(Math.SQRT2 * value)));
    expect(ofRows).toBeCloseTo(4.5 ** 2 * 2 - 1.5, 12);
  });

  it('owe nothing to the rows where chance does as much', () => {
    expect(takeApart(Float64Array.of(1, 0, -2, 0, 1, 0), rows).ofRows).toBe(0);
  });
});

describe('the MCSE with rows', () => {
  /** Six draws of ten persons, whose means are six times their influence. */
  const sums = (influence: readonly number[], over?: PosteriorRows): Sums => ({
    counted: Float64Array.from(influence.flatMap((value) => [30 * value, 30 * value])),
    of: new Float64Array(12).fill(5),
    rows: over,
  });
  const influence = [3, 1, 0, 1, -4, -1];

  it('counts what the rows do by what is left of it, and the rest by blocks', () => {
    // The rest by block: 0.5 and -0.5, times the root of two; twice the sum of their squares.
    const { mcse, estimate } = estimateMean(sums(influence, rows), undefined, ANY, () => 1e6);
    expect(estimate).toBeCloseTo(0, 12);
    expect(mcse).toBeCloseTo(Math.sqrt(2 * 2 * (0.25 + 0.25) + 0.5 * 39), 9);
  });

  it('is that of draws without rows where a draw has nobody', () => {
    const { counted, of } = sums(influence, rows);
    const without = of.map((persons, i) => (i < 10 ? persons : 0));
    const none = counted.map((sum, i) => (i < 10 ? sum : 0));
    const estimated = estimateMean({ counted: none, of: without, rows }, undefined, ANY);
    expect(estimated.mcse).toBe(estimateMean({ counted: none, of: without }, undefined, ANY).mcse);
    expect(estimated.mcse).toBeGreaterThan(0);
  });

  it('comes beside the error of so many rows', () => {
    const own = sums(influence, rows);
    const nothing = sums([0, 0, 0, 0, 0, 0]);
    const half = sums(influence.map((value) => value / 2));
    expect(errorOfPosterior(own, nothing)).toBeCloseTo(Math.sqrt((39 * 6) / 10), 9);
    expect(errorOfPosterior(own, half)).toBeCloseTo(Math.sqrt((39 * 6) / 10) / 2, 9);
    expect(errorOfPosterior(half, own)).toBeNaN();
  });
});
