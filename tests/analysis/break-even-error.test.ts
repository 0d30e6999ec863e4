/** Error, interval, year and probability of break-even, on paths written down by hand. */

import { describe, expect, it } from 'vitest';
import { breakEvens } from '../../src/analysis/break-even.js';
import type { DifferenceRow } from '../../src/analysis/estimates.js';
import { madeResults, SIGNS, T4 } from './made-results.js';

const PERSONS = 20;

/** Euros of each year, per person, that make a cumulative path. */
const yearly = (path: readonly number[]) => path.map((value, y) => value - (path[y - 1] ?? 0));

/** A draw: cumulative savings of the two halves by year, against a reference that costs 1,000 a year. */
function drawOf(halves: readonly (readonly number[])[]) {
  const costs = (perYear: (saving: number) => number) =>
    Float64Array.from(halves.flatMap((path) => yearly(path).map((saving) => PERSONS * perYear(saving))));
  return {
    persons: [PERSONS, PERSONS],
    approaches: [
      { discountedByYear: costs(() => 1000) },
      { discountedByYear: costs((saving) => 1000 - saving) },
    ],
  };
}

function resultsOf(draws: readonly (readonly (readonly number[])[])[], meanPermitMonth = 6) {
  const years = draws[0]![0]!.map((_, y) => 2020 + y);
  return madeResults({ draws: draws.map(drawOf), years, meanPermitMonth });
}

const both = (path: readonly number[]) => [path, path];
const row = (mcse: number, approach = 'own', subgroup = 'all', measure = 'net_balance_discounted') =>
  ({ approach, subgroup, measure, mcse }) as DifferenceRow;
/** The row that is meant, after others that must not be taken. */
const balance = (mcse: number) => [
  row(500, 'other'),
  row(600, 'own', 'sex=men'),
  row(700, 'own', 'all', 'net_balance'),
  row(mcse),
  row(800),
];

describe('the break-even of one draw', () => {
  // Below zero by 20 at the end of the second year, above by 20 at that of the third: after 30 months, of which 6 before the permit.
  const path = [-60, -20, 20];

  it('has the error of the balance over the slope there, and no interval', () => {
    const [found] = breakEvens(resultsOf([both(path)]), balance(20));
    expect([found!.approach, found!.reference]).toEqual(['own', 'reference']);
    // 40 euros in twelve months.
    expect(found!.month).toEqual({
      estimate: expect.closeTo(24, 9),
      mcse: expect.closeTo(20 / (40 / 12), 9),
      low: Number.NaN,
      high: Number.NaN,
    });
    expect(found!.probability).toBeNaN();
    // Six months round the middle of a year are one standard deviation: 2 (0.15866 - 0.00135) in the years beside it, and
    // 2 x 0.00135 two years off.
    expect(found!.year).toEqual({
      estimate: 2022,
      mcse: expect.closeTo(Math.sqrt(2 * (0.158655 - 0.00135) + 4 * 2 * 0.00135), 4),
      low: Number.NaN,
      high: Number.NaN,
    });
  });

  it('has the same error where the halves differ', () => {
    const halves = [path.map((value) => value + 10), path.map((value) => value - 10)];
    const [found] = breakEvens(resultsOf([halves]), balance(20));
    expect(found!.month.estimate).toBeCloseTo(24, 9);
    expect(found!.month.mcse).toBeCloseTo(6, 9);
  });

  it('has no error where the balance has none', () => {
    const [found] = breakEvens(resultsOf([both(path)]), balance(20).slice(0, 3));
    expect(found!.month.mcse).toBeNaN();
    expect(found!.year.mcse).toBeNaN();
    const [exact] = breakEvens(resultsOf([both(path)]), balance(0));
    expect([exact!.month.mcse, exact!.year.mcse]).toEqual([0, 0]);
  });

  it('is never before the permit, and lies in the last year at its end', () => {
    const [early] = breakEvens(resultsOf([both([-10, 30])], 18), balance(10));
    // After 15 months; the permit came after 18.
    expect(early!.month.estimate).toBe(0);
    expect(early!.year.estimate).toBe(2021);
    const [last] = breakEvens(resultsOf([both([-12, 0])]), balance(10));
    expect(last!.month.estimate).toBeCloseTo(24 - 6, 9);
    expect(last!.month.mcse).toBeCloseTo(10, 9);
    expect(last!.year.estimate).toBe(2021);
  });

  it('is at the start where it never costs more, and nowhere where it is not earned back', () => {
    const [start] = breakEvens(resultsOf([both([0, 10, 20])], 0), balance(10));
    expect(start!.month).toMatchObject({ estimate: 0, mcse: Number.NaN });
    expect(start!.year).toMatchObject({ estimate: 2020, mcse: Number.NaN });
    const [never] = breakEvens(resultsOf([both([10, 5, -1])]), balance(10));
    expect(never!.month).toMatchObject({ estimate: Number.NaN, mcse: Number.NaN });
    expect(never!.year).toMatchObject({ estimate: Number.NaN, mcse: Number.NaN });
  });
});

describe('the break-even of eight draws', () => {
  const means = [-60, -20, 20, 60];
  /** Half the difference between the halves, the same in every draw: its square over two blocks is 16. */
  const HALF = Math.sqrt(32);

  /** Draws that lie so much above and below the means by year. */
  const resultsWith = (spread: readonly number[], middle = means) =>
    resultsOf(
      SIGNS.map((sign) =>
        [HALF, -HALF].map((half) => middle.map((value, y) => value + sign * spread[y]! + half)),
      ),
    );
  /** Half the width of the interval of a saving. */
  const width = (spread: number) => T4 * Math.sqrt(spread ** 2 + 16);

  it('has the error of the mean path where it crosses, over its slope', () => {
    const [found] = breakEvens(resultsWith([8, 8, 12, 8]), balance(999));
    // Half-way through the third year draws lie 10 off: their scatter 100 / 7, and the chance that blocks share, 32 / 2.
    expect(found!.month.mcse).toBeCloseTo(Math.sqrt(100 / 7 + 16) / (40 / 12), 9);
  });

  it('has its interval where the ends of the interval of the saving cross', () => {
    const [found] = breakEvens(resultsWith([8, 8, 12, 8]), balance(999));
    expect(found!.month.estimate).toBeCloseTo(24, 9);
    // The upper end is below zero at the end of the first year alone; the lower until that of the third.
    const [first, second] = [-60 + width(8), -20 + width(8)];
    const [third, last] = [20 - width(12), 60 - width(8)];
    expect(found!.month.low).toBeCloseTo(12 * (1 - first / (second - first)) - 6, 1);
    expect(found!.month.high).toBeCloseTo(12 * (3 - third / (last - third)) - 6, 1);
    expect(found!.year).toMatchObject({ estimate: 2022, low: 2021, high: 2023 });
    expect(found!.probability).toBe(1);
  });

  it('has an open end where that of a year before it cannot be told; the other end does not hang on that year', () => {
    // In the first year draws do not differ, but halves do.
    const [found] = breakEvens(resultsWith([0, 8, 12, 8]), balance(999));
    expect(found!.month).toMatchObject({
      estimate: expect.closeTo(24, 9),
      low: Number.NaN,
      high: expect.any(Number),
    });
    expect(found!.month.high).toBeGreaterThan(24);
    expect(found!.month.high).toBeLessThan(36);
    expect(found!.year).toMatchObject({ estimate: 2022, low: Number.NaN, high: 2023 });
  });

  it('has an open end where the lower end of the saving stays below zero', () => {
    const [found] = breakEvens(resultsWith([8, 8, 12, 30]), balance(999));
    expect(found!.month.high).toBeNaN();
    expect(found!.year.high).toBeNaN();
    expect(found!.year.low).toBe(2021);
  });

  /** Draws that end so far above and below a middle, their halves so far apart, the other way round in every second draw. */
  const ending = (middle: number, spread: number, half: number) =>
    resultsOf(
      SIGNS.map((sign) => [half, -half].map((apart) => [-5, -6, middle + sign * spread + sign * apart])),
    );
  const probability = (...of: Parameters<typeof ending>) =>
    breakEvens(ending(...of), balance(1))[0]!.probability;

  it('is probable by the draws that have earned it back at the end, none at all included', () => {
    // Eight draws 8 above or below have the standard deviation 8 sqrt(8 / 7); that over the parameters is 8: sqrt(7 / 8) of it is 7.483.
    expect(probability(7.5, 8, 0)).toBe(1);
    expect(probability(7.4, 8, 0)).toBe(0.5);
    expect(probability(-7.4, 8, 0)).toBe(0.5);
    expect(probability(-7.5, 8, 0)).toBe(0);
    expect(breakEvens(resultsOf(SIGNS.map(() => both([-5, -6, 0]))), balance(1))[0]!.probability).toBe(1);
  });

  it('is probable by what parameters do, not by the luck of a draw', () => {
    // Within pairs the halves differ by 12 / 2 = 6: noise 4 x 6 / 6 = 4 of 64, so that 60 are left: sqrt(60 x 7 / 8) = 7.246.
    expect(probability(7.3, 8, Math.sqrt(3))).toBe(1);
    expect(probability(7.2, 8, Math.sqrt(3))).toBe(0.5);
  });

  it('is not probable where parameters cannot be told from luck, nor of one draw', () => {
    // Noise of 16 x 4 / 3 leaves too few degrees of freedom.
    expect(probability(7.3, 8, 4)).toBeNaN();
    expect(breakEvens(resultsOf([both([-5, -6, 1])]), balance(1))[0]!.probability).toBeNaN();
  });
});
