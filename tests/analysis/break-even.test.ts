import { describe, expect, it } from 'vitest';
import { breakEvenMonth } from '../../src/analysis/break-even.js';

describe('breakEvenMonth', () => {
  it('is where a cumulative saving by year last crosses zero, linear within the year', () => {
    expect(breakEvenMonth([-10, -20, -5, 15, 20])).toBeCloseTo(12 * 3.25, 12);
    expect(breakEvenMonth([-10, 5, -5, 5])).toBeCloseTo(12 * 3.5, 12);
  });

  it('is never when the path ends below zero, and from the start when it never is below', () => {
    expect(breakEvenMonth([-10, 20, -1])).toBeNaN();
    expect(breakEvenMonth([0, 3, 4])).toBe(0);
  });
});
