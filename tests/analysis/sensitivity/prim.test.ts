import { describe, expect, it } from 'vitest';
import { binomialTail, findBox } from '../../../src/analysis/sensitivity/prim.js';
import { uniformAt } from '../../../src/engine/random/threefry.js';

const rows = (count: number, of: (row: number) => number) =>
  Array.from({ length: count }, (_, row) => of(row));
const uniforms = (count: number, column: number) => rows(count, (row) => uniformAt(31, 32, row, column));

describe('binomialTail', () => {
  it('is the chance of at least so many, by hand', () => {
    // Of 4 with 1/2: (4 + 1) / 16 for three or more.
    expect(binomialTail(3, 4, 0.5)).toBeCloseTo(5 / 16, 14);
    expect(binomialTail(0, 4, 0.5)).toBe(1);
    expect(binomialTail(2, 2, 0.1)).toBeCloseTo(0.01, 14);
    expect(binomialTail(1, 5, 0)).toBe(0);
  });
});

describe('findBox', () => {
  it('finds a box along one input to the row, by hand', () => {
    // 1 to 40; of interest are 31 to 40. Quasi-p: ten of ten with a density of 1/4 without the limit.
    const found = findBox(
      [{ name: 'x', values: rows(40, (row) => row + 1) }],
      rows(40, (row) => row).map((row) => row >= 30),
    )!;
    expect(found).toMatchObject({ coverage: 1, density: 1, mass: 0.25 });
    expect(found.limits).toHaveLength(1);
    expect(found.limits[0]).toMatchObject({ input: 'x', low: 30.5, high: Number.POSITIVE_INFINITY });
    expect(found.limits[0]!.quasiP).toBeCloseTo(0.25 ** 10, 14);
    expect(found.peeled[0]).toEqual({ coverage: 1, density: 0.25, mass: 1 });
    // Two rows go, then one at a time, while 5 % is less than two.
    expect(found.peeled[1]).toEqual({ coverage: 1, density: 10 / 38, mass: 38 / 40 });
    expect(found.peeled.at(-1)).toEqual({ coverage: 1, density: 1, mass: 0.25 });
  });

  it('finds a planted box of numbers and categories among other inputs', () => {
    const [x, y, letters] = [
      uniforms(600, 0),
      uniforms(600, 1),
      uniforms(600, 2).map((u) => Math.floor(3 * u)),
    ];
    const inputs = [
      { name: 'letter', values: letters, categories: ['a', 'b', 'c'] },
      ...rows(8, (column) => column).map((column) => ({
        name: `other ${column}`,
        values: uniforms(600, 3 + column),
      })),
      { name: 'x', values: x },
      { name: 'y', values: y },
    ];
    const inside = x.map((value, row) => value < 0.4 && y[row]! > 0.3 && letters[row] !== 1);
    const found = findBox(inputs, inside)!;
    expect(found.coverage).toBeGreaterThan(0.95);
    expect(found.density).toBeGreaterThan(0.95);
    expect(found.limits.map(({ input }) => input)).toEqual(['letter', 'x', 'y']);
    const [letter, ofX, ofY] = found.limits;
    expect(letter!.categories).toEqual(['a', 'c']);
    expect(ofX!.low).toBe(Number.NEGATIVE_INFINITY);
    expect(Math.abs(ofX!.high - 0.4)).toBeLessThan(0.03);
    expect(Math.abs(ofY!.low - 0.3)).toBeLessThan(0.03);
    for (const { quasiP } of found.limits) expect(quasiP).toBeLessThan(1e-9);
  });

  it('pastes on again what was peeled too much, by hand', () => {
    // Of 1 to 200 those above 55: 10, 9, 9, 8, 8, 7 and 7 rows go. All 145 of 149 rows are balanced less well than 142 of 142, at which 56
    // to 58 are missing.
    const found = findBox(
      [{ name: 'x', values: rows(200, (row) => row + 1) }],
      rows(200, (row) => row).map((row) => row >= 55),
    )!;
    expect(found.peeled.at(-1)).toEqual({ coverage: 142 / 145, density: 1, mass: 142 / 200 });
    expect(found).toMatchObject({ coverage: 1, density: 1 });
    expect(found.limits[0]!.low).toBe(55.5);
  });

  it('keeps equal values together', () => {
    const found = findBox(
      [{ name: 'x', values: rows(60, (row) => row % 3) }],
      rows(60, (row) => row).map((row) => row % 3 === 2),
    )!;
    expect(found.limits[0]).toMatchObject({ low: 1.5, high: Number.POSITIVE_INFINITY });
  });

  it('finds nothing where there is nothing', () => {
    const inputs = rows(6, (column) => column).map((column) => ({
      name: `${column}`,
      values: uniforms(300, column),
    }));
    const luck = uniforms(300, 99).map((u) => u < 0.3);
    expect(findBox(inputs, luck)).toBeUndefined();
    for (const all of [true, false])
      expect(
        findBox(
          inputs,
          luck.map(() => all),
        ),
      ).toBeUndefined();
  });
});
