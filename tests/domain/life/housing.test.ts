/** The wait for a house. Months worked out by hand. */

import { describe, expect, it } from 'vitest';
import { countLives, live, type Who } from '../life.js';

type Settings = Readonly<Record<string, unknown>>;

describe('the house', () => {
  const housed = (settings: Settings, who: Who) => live(settings, {}, who).month('housing', 'housed');

  it('is waited for by origin, times the ratios of people alone and of the municipality', () => {
    const median_wait = { syria: 4, eritrea: 5, other: 9 };
    const settings = {
      'housing.median_wait': median_wait,
      'housing.single_ratio': 3,
      'housing.wait_ratio': 2,
    };
    expect(housed(settings, { household: 'couple' })).toBeCloseTo(8, 9);
    expect(housed(settings, { household: 'single_parent', origin: 'eritrea' })).toBeCloseTo(10, 9);
    expect(housed(settings, { household: 'single', origin: 'other' })).toBeCloseTo(54, 9);
    expect(live(settings, {}, { household: 'couple' }).month('income', 'bijstand')).toBeCloseTo(8, 9);
  });

  it('is waited for longer by households with children, where a scenario says so', () => {
    const settings = { 'housing.single_ratio': 3, 'housing.family_ratio': 1.5 };
    expect(housed(settings, { household: 'couple_with_children' })).toBeCloseTo(9, 9);
    expect(housed(settings, { household: 'single_parent' })).toBeCloseTo(9, 9);
    expect(housed(settings, { household: 'couple' })).toBeCloseTo(6, 9);
    expect(housed(settings, { household: 'single' })).toBeCloseTo(18, 9);
    expect(housed({}, { household: 'couple_with_children' })).toBeCloseTo(6, 9);
  });

  it('has a lognormal wait: half of the people within the median', () => {
    const settings = { 'housing.sigma': 0.6, horizon_years: 5 };
    const within = (month: number) =>
      countLives(400, (life) => life.month('housing', 'housed') <= month, settings);
    // 200 and, a standard deviation of the logarithm later, 336 expected; standard deviations 10 and 7.3.
    expect(Math.abs(within(6) - 200)).toBeLessThan(40);
    expect(Math.abs(within(6 * Math.exp(0.6)) - 336.5)).toBeLessThan(30);
  });
});
