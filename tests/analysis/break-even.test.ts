import { describe, expect, it } from 'vitest';
import { errorOfYear, monthOfBreakEven } from '../../src/analysis/break-even.js';

describe('breakEvenMonth', () => {
  it('is where a cumulative saving by year last crosses zero, linear within the year', () => {
    expect(monthOfBreakEven([-10, -20, -5, 15, 20])).toBeCloseTo(12 * 3.25, 12);
    expect(monthOfBreakEven([-10, 5, -5, 5])).toBeCloseTo(12 * 3.5, 12);
  });

  it('does not mind what cannot be told before that, and cannot be told after', () => {
    expect(monthOfBreakEven([-10, Number.NaN, -5, 15, 20])).toBeCloseTo(12 * 3.25, 12);
    expect(monthOfBreakEven([-10, -20, Number.NaN, 15, 20])).toBeNaN();
    expect(monthOfBreakEven([-10, -20, -5, 15, Number.NaN])).toBeNaN();
  });

  it('is never when the path ends below zero, and from the start when it never is below', () => {
    expect(monthOfBreakEven([-10, 20, -1])).toBeNaN();
    expect(monthOfBreakEven([0, 3, 4])).toBe(0);
  });

  it('is not where nothing is laid out and nothing saved', () => {
    expect(monthOfBreakEven([0, 0, 0])).toBeNaN();
  });
});

describe('errorOfYear', () => {
  it('is that of a whole number: half a year at the turn of the year, next to nothing in the middle', () => {
    // At the turn each of the two years comes half of the time.
    expect(errorOfYear(48, 1)).toBeCloseTo(0.5, 6);
    expect(errorOfYear(54, 1)).toBeLessThan(0.001);
    // Two standard deviations below the turn: 2.275 % of the time the next year.
    expect(errorOfYear(46, 1)).toBeCloseTo(Math.sqrt(0.02275 * 0.97725), 4);
  });

  it('is near a twelfth of the month’s where that is large, with the variance of rounding, 1 / 12', () => {
    expect(errorOfYear(100, 60)).toBeCloseTo(Math.sqrt((60 / 12) ** 2 + 1 / 12), 3);
    expect(errorOfYear(Number.NaN, Number.NaN)).toBeNaN();
  });

  /** Mean of the squared error over months, each as likely as its weight. */
  function meanSquare(months: readonly number[], weight: (month: number) => number = () => 1): number {
    const weights = months.map(weight);
    const sum = months.reduce((all, month, i) => all + weights[i]! * errorOfYear(month, 1) ** 2, 0);
    return sum / weights.reduce((all, each) => all + each);
  }

  it('is right on average over where in the year a month lies', () => {
    // Round each turn of a year p (1 - p) adds up to 1 / sqrt(pi) standard deviations of the month, here one month of twelve.
    const months = Array.from({ length: 1200 }, (_, i) => 48 + (i + 0.5) / 100);
    expect(meanSquare(months)).toBeCloseTo(1 / Math.sqrt(Math.PI) / 12, 5);
  });

  it('knows the month of its own run only, and so says too little at the turn of the year, at most by sqrt(1.5)', () => {
    // Estimates of a month that is the turn itself: p is anything from 0 to 1 alike, p (1 - p) a sixth on average, and 1 / 4 is true.
    const months = Array.from({ length: 1600 }, (_, i) => 48 + (i - 799.5) / 100);
    const mean = meanSquare(months, (month) => Math.exp(-((month - 48) ** 2) / 2));
    expect(Math.sqrt(1 / 4 / mean)).toBeCloseTo(Math.sqrt(1.5), 3);
  });
});
