/** Sojourn times against their distribution functions, with and without pauses. */

import { describe, expect, it } from 'vitest';
import { expectMean, expectShares, monthsEvery, runFixture, stateOf } from './golden.js';
import {
  gammaSurvival,
  lognormalSurvival,
  restrictedMoments,
  uniformSurvival,
  weibullSurvival,
} from './survival.js';

describe('sojourns', () => {
  const run = runFixture('sojourns');
  const cases = [
    { track: 'weibull', survival: weibullSurvival(1.5, 20), breaks: [] },
    { track: 'lognormal', survival: lognormalSurvival(12, 0.8), breaks: [0.1, 0.5, 1, 2] },
    { track: 'gamma', survival: gammaSurvival(2.5, 8), breaks: [] },
    { track: 'uniform', survival: uniformSurvival(6, 30), breaks: [6, 30] },
    { track: 'exponential', survival: (t: number) => Math.exp(-t / 15), breaks: [] },
  ];

  it.each(cases)('has the survival function of the $track', ({ track, survival }) => {
    expectShares(stateOf(run, track, 'before').occupancy.share, monthsEvery(3, 60), survival);
  });

  it.each(cases)('has the mean and the variance of the $track', ({ track, survival, breaks }) => {
    const { mean, variance } = restrictedMoments(survival, 60, breaks);
    expectMean(stateOf(run, track, 'before').months, mean, variance);
    expectMean(stateOf(run, track, 'after').months, 60 - mean, variance);
  });

  it('ends a fixed sojourn on time, for everybody', () => {
    const { months, occupancy } = stateOf(run, 'fixed', 'before');
    expect(months.mean).toBeCloseTo(17.5, 12);
    expect(months.variance).toBeCloseTo(0, 12);
    expect([occupancy.share[17], occupancy.share[18]]).toEqual([1, 0]);
  });
});

describe('durations that pause', () => {
  const run = runFixture('paused-duration');
  /** Months in which the door was open until t. */
  const open = (t: number) => Math.min(t, 5) + Math.max(0, t - 15);
  const months = [3, 5, 9, 15, 16, 18, 21, 24, 30, 36, 42, 48];

  it('stands still while the guard does not hold', () => {
    const weibull = weibullSurvival(2, 15);
    const gamma = gammaSurvival(0.7, 20);
    expectShares(stateOf(run, 'weibull', 'before').occupancy.share, months, (t) => weibull(open(t)));
    expectShares(stateOf(run, 'gamma', 'before').occupancy.share, months, (t) => gamma(open(t)));
  });

  it('heeds a hazard ratio from the moment it begins', () => {
    const survival = weibullSurvival(2, 15);
    const exact = (t: number) => (t <= 15 ? survival(open(t)) : survival(open(t)) ** 2 / survival(5));
    expectShares(stateOf(run, 'hurried', 'before').occupancy.share, months, exact);
  });

  it('lets a fixed duration go on where it stopped', () => {
    expect(stateOf(run, 'fixed', 'before').months.mean).toBeCloseTo(19, 12);
  });
});
