/** Hazards that change with time, with states, with exposure and with load, against numerical integration. */

import { describe, it } from 'vitest';
import { expectMean, expectShares, monthsEvery, runFixture, stateOf } from './golden.js';
import { integrate } from './quadrature.js';
import { restrictedMoments, survivalOf } from './survival.js';

describe('time scales', () => {
  const run = runFixture('time-scales');

  it('reads the time since the origin', () => {
    const hazard = (t: number) => (t < 12 ? 0.01 : t < 30.5 ? 0.05 : t < 40 ? 0 : 0.02);
    const breaks = [12, 30.5, 40];
    const survival = (t: number) => survivalOf(hazard, t, breaks);
    const { months, occupancy } = stateOf(run, 'by origin', 'before');
    expectShares(occupancy.share, monthsEvery(4, 60), survival);
    const { mean, variance } = restrictedMoments(survival, 60, breaks);
    expectMean(months, mean, variance);
  });

  it('reads the time since the state was entered', () => {
    const hazard = (t: number) => (t < 3 ? 0.2 : t < 15 ? 0.02 : 0.08);
    const breaks = [3, 15];
    const inSecond = (t: number) =>
      integrate(
        (entered) => 0.1 * Math.exp(-0.1 * entered) * survivalOf(hazard, t - entered, breaks),
        0,
        t,
        breaks.map((each) => t - each),
      );
    expectShares(stateOf(run, 'by entry', 'second').occupancy.share, monthsEvery(4, 60), inSecond);
  });

  it('reads calendar time, for persons whose origins lie apart', () => {
    const cumulative = (calendar: number) =>
      0.02 * Math.min(calendar, 18) +
      0.08 * Math.min(Math.max(calendar - 18, 0), 18) +
      0.01 * Math.max(calendar - 36, 0);
    const survival = (t: number) =>
      integrate((origin) => Math.exp(cumulative(origin) - cumulative(origin + t)) / 12, 0, 12, [
        18 - t,
        36 - t,
      ]);
    expectShares(stateOf(run, 'by calendar', 'before').occupancy.share, monthsEvery(4, 60), survival);
  });
});

describe('Gompertz hazards', () => {
  const run = runFixture('gompertz');
  const months = monthsEvery(10, 120);
  const gompertz = (rate: number, growth: number) => (t: number) =>
    Math.exp((-rate * Math.expm1(growth * t)) / growth);

  it.each([
    { track: 'rising', survival: gompertz(0.002, 0.04) },
    { track: 'falling', survival: gompertz(0.05, -0.06) },
  ])('has the survival function of the $track one', ({ track, survival }) => {
    const { occupancy, months: time } = stateOf(run, track, 'before');
    expectShares(occupancy.share, months, survival);
    const { mean, variance } = restrictedMoments(survival, 120);
    expectMean(time, mean, variance);
  });

  it('multiplies factors', () => {
    const second = (t: number) => (t < 24 ? 1 : t < 48 ? 0.5 : 1.5 * Math.exp(-0.02 * (t - 48)));
    const hazard = (t: number) => 0.02 * Math.exp(0.01 * t) * second(t);
    expectShares(stateOf(run, 'product', 'before').occupancy.share, months, (t) =>
      survivalOf(hazard, t, [24, 48]),
    );
  });
});

describe('ratios that fade', () => {
  const run = runFixture('fading');
  const months = [3, 6, 7, 8, 10, 12, 16, 20, 24, 30, 36, 48];
  const cases = [
    { track: 'linear', base: 0.02, log: (u: number) => Math.log(4) * Math.max(0, 1 - u / 18), breaks: [24] },
    {
      track: 'held',
      base: 0.05,
      log: (u: number) => Math.log(0.2) * Math.min(1, Math.max(0, 1 - (u - 4) / 12)),
      breaks: [10, 22],
    },
    { track: 'halving', base: 0.02, log: (u: number) => Math.log(5) * 0.5 ** (u / 6), breaks: [] },
    {
      track: 'stepped',
      base: 0.02,
      log: (u: number) => Math.log(u < 5 ? 3 : u < 20 ? 0 : 1.5),
      breaks: [11, 26],
    },
  ];

  it.each(cases)('$track', ({ track, base, log, breaks }) => {
    const hazard = (t: number) => base * Math.exp(t < 6 ? 0 : log(t - 6));
    const cuts = [6, ...breaks];
    const survival = (t: number) => survivalOf(hazard, t, cuts);
    const { occupancy, months: time } = stateOf(run, track, 'before');
    expectShares(occupancy.share, months, survival);
    const { mean, variance } = restrictedMoments(survival, 48, cuts);
    expectMean(time, mean, variance);
  });
});

describe('exposure', () => {
  const run = runFixture('exposure');

  it('lowers the hazard with every month, up to its cap', () => {
    const log = Math.log(0.96);
    const cumulative = (t: number, work: number) => {
      const until = Math.min(work, 18);
      const growing = Math.min(t, until);
      return (0.05 * Math.expm1(log * growing)) / log + 0.05 * Math.exp(log * until) * Math.max(0, t - until);
    };
    const survival = (t: number) =>
      integrate((work) => 0.08 * Math.exp(-0.08 * work - cumulative(t, work)), 0, t, [18]) +
      Math.exp(-0.08 * t - cumulative(t, t));
    expectShares(stateOf(run, 'home', 'old').occupancy.share, monthsEvery(4, 60), survival);
  });
});

describe('competing risks', () => {
  const run = runFixture('competing-risks');
  const hazards = {
    moved: (t: number) => 0.004 * Math.exp(0.05 * t),
    working: (t: number) => (t < 18 ? 0.03 : 0.01),
    departed: (t: number) => (3 / 50) * (t / 50) ** 2,
  };
  const all = (t: number) => hazards.moved(t) + hazards.working(t) + hazards.departed(t);

  it.each(Object.entries(hazards))('has the cumulative incidence of "%s"', (state, hazard) => {
    const incidence = (t: number) => integrate((u) => hazard(u) * survivalOf(all, u, [18]), 0, t, [18]);
    expectShares(stateOf(run, 'person', state).occupancy.share, monthsEvery(6, 60), incidence);
    if (state !== 'departed') return;
    const share = incidence(60);
    expectMean(run.rewards[0]!.nominal, share, share * (1 - share));
  });
});
