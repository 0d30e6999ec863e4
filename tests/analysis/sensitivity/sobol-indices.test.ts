import { describe, expect, it } from 'vitest';
import {
  basePointOf,
  saltelliDesign,
  sobolIndices,
} from '../../../src/analysis/sensitivity/sobol-indices.js';
import { uniformAt } from '../../../src/engine/random/threefry.js';
import { gFunction, ishigami, linear, type TestFunction } from './test-functions.js';

/** The indices of a function on a design. */
function indicesOf({ of, first }: TestFunction, points: number, resamples: number) {
  const design = saltelliDesign([...first.keys()], points, [5, 6]);
  const outcome = Float64Array.from({ length: design.rows }, (_, row) => of(design.uniformsOf(row)));
  return sobolIndices([outcome], first.length, [7, 8], resamples)[0]!;
}

describe('saltelliDesign', () => {
  it('gives A, B, and for each group A with that group from B, by base point', () => {
    const design = saltelliDesign([0, 1, 0], 4, [1, 2]);
    expect(design.rows).toBe(16);
    const [a, b, first, second] = [8, 9, 10, 11].map((row) => design.uniformsOf(row));
    expect(basePointOf(11, 2)).toBe(2);
    expect(new Set([...a!, ...b!]).size).toBe(6);
    expect([...first!]).toEqual([b![0], a![1], b![2]]);
    expect([...second!]).toEqual([a![0], b![1], a![2]]);
    expect([0, 1, 2].map((column) => design.isFromB(10, column))).toEqual([true, false, true]);
  });

  it('begins with the same points when more columns follow', () => {
    const [few, many] = [saltelliDesign([0], 8, [1, 2]), saltelliDesign([0, 1, 2], 8, [1, 2])];
    expect(few.uniformsOf(3 * 5)[0]).toBe(many.uniformsOf(5 * 5)[0]);
  });
});

describe('sobolIndices', () => {
  it('is what the formulas give, by hand', () => {
    // One group, two base points: f(A) = 1, 5; f(B) = 3, 7; f(AB) = 3, 7. Mean 4, variance (9 + 1 + 1 + 9) / 4 = 5.
    // First order: ((3 - 4) (3 - 1) + (7 - 4) (7 - 5)) / 2 = 2; total: (2^2 + 2^2) / 2 / 2 = 2.
    const [indices] = sobolIndices([Float64Array.of(1, 3, 3, 5, 7, 7)], 1, [1, 2], 10);
    expect(indices!.variance).toBe(5);
    expect(indices!.first[0]!.estimate).toBeCloseTo(2 / 5, 14);
    expect(indices!.total[0]!.estimate).toBeCloseTo(2 / 5, 14);
  });

  it('is nearer to small first orders than the estimator of Jansen', () => {
    const raw = Array.from({ length: 12 }, (_, i) => 0.5625 ** i);
    const first = raw.map((own) => own / raw.reduce((sum, each) => sum + each));
    const of = (uniforms: Float64Array) => uniforms.reduce((sum, own, i) => sum + own * 0.75 ** i, 0);
    const [points, size] = [64, 14];
    let [squares, squaresOfJansen] = [0, 0];
    for (let key = 0; key < 8; key++) {
      const design = saltelliDesign([...first.keys()], points, [5, key]);
      const outcome = Float64Array.from({ length: design.rows }, (_, row) => of(design.uniformsOf(row)));
      const [found] = sobolIndices([outcome], first.length, [7, 8], 1);
      first.forEach((exact, g) => {
        if (g === 0) return;
        let left = 0;
        for (let p = 0; p < points; p++)
          left += (outcome[p * size + 1]! - outcome[p * size + 2 + g]!) ** 2 / 2 / points;
        squares += (found!.first[g]!.estimate - exact) ** 2;
        squaresOfJansen += (1 - left / found!.variance - exact) ** 2;
      });
    }
    expect(squares).toBeLessThan(squaresOfJansen / 4);
  });

  it.each([
    ['Ishigami', ishigami, 0.03],
    ['g', gFunction, 0.03],
    ['linear', linear, 0.002],
  ] as const)('meets the exact indices of the %s function, inside the intervals', (_, known, error) => {
    const { first, total } = indicesOf(known, 1024, 100);
    for (const [found, exact] of [
      [first, known.first],
      [total, known.total],
    ] as const)
      found.forEach(({ estimate, low, high }, i) => {
        expect(Math.abs(estimate - exact[i]!)).toBeLessThan(error);
        expect(low).toBeLessThanOrEqual(exact[i]! + 1e-4);
        expect(high).toBeGreaterThanOrEqual(exact[i]! - 1e-4);
      });
  });

  it('holds the truth in 95 % of its intervals where base points are independent', () => {
    let held = 0;
    for (let seed = 0; seed < 40; seed++) {
      const outcome = Float64Array.from({ length: 128 * 5 }, (_, row) => {
        const uniforms = [0, 1, 2].map((column) => {
          const isFromB = row % 5 === 1 || row % 5 === column + 2;
          return uniformAt(seed, 9, basePointOf(row, 3), column + (isFromB ? 3 : 0));
        });
        return linear.of(Float64Array.from(uniforms));
      });
      const { first, total } = sobolIndices([outcome], 3, [seed, 1], 200)[0]!;
      for (const of of [first, total])
        of.forEach(({ low, high }, i) => {
          if (low <= linear.first[i]! && linear.first[i]! <= high) held += 1;
        });
    }
    // Of 240, which come in threes and more: 228 are expected.
    expect(held).toBeGreaterThan(216);
    expect(held).toBeLessThan(238);
  });

  it('does not take the luck of persons for an interaction when it has two outcomes', () => {
    // The second input does nothing. Luck of variance 0.5 beside 1 / 12 of the first: its total would be 0.5 over 1 / 12 + 0.5.
    const design = saltelliDesign([0, 1], 2048, [3, 4]);
    const luck = (row: number, half: number) => Math.sqrt(6) * (uniformAt(1, 2, row, half) - 0.5);
    const [one, other] = [0, 1].map((half) =>
      Float64Array.from({ length: design.rows }, (_, row) => design.uniformsOf(row)[0]! + luck(row, half)),
    );
    const [single, both] = sobolIndices([one!, [one!, other!]], 2, [5, 6], 50);
    expect(single!.total[1]!.estimate).toBeCloseTo(0.5 / (1 / 12 + 0.5), 1);
    expect(both!.variance).toBeCloseTo(1 / 12, 1);
    expect(Math.abs(both!.total[1]!.estimate)).toBeLessThan(0.3);
    expect(both!.total[0]!.low).toBeLessThan(1);
    expect(both!.total[0]!.high).toBeGreaterThan(1);
  });

  it('leaves out base points without an outcome, and has no indices of what never varies', () => {
    const missing = sobolIndices([Float64Array.of(1, 3, 3, 5, Number.NaN, 7, 5, 7, 7)], 1, [1, 2], 10)[0]!;
    expect(missing.points).toBe(2);
    expect(missing.first[0]!.estimate).toBeCloseTo(2 / 5, 14);
    const constant = sobolIndices([new Float64Array(9).fill(0.1)], 1, [1, 2], 10)[0]!;
    expect(constant.total[0]!.estimate).toBeNaN();
  });
});
