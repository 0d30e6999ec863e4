import { describe, expect, it } from 'vitest';
import {
  fewestPersons,
  type PilotDesign,
  restrictedVariance,
  samplingVariance,
  shareVariance,
  tellingOf,
} from '../../../src/analysis/decision/power.js';
import { meanScale, studentPoint, studentSurvival } from '../../../src/analysis/decision/student.js';
import { normalQuantile } from '../../../src/engine/random/special.js';

/** Arms of the same number of persons, of variance 1. */
const alike = (persons: number): PilotDesign => ({
  own: { persons, variance: 1 },
  reference: { persons, variance: 1 },
  correlation: 0,
});

describe("Student's t", () => {
  it('has the tails of its closed forms: of one, two and four degrees of freedom', () => {
    for (const t of [0.3, 1, 2.5, 12.7]) {
      expect(studentSurvival(t, 1)).toBeCloseTo(0.5 - Math.atan(t) / Math.PI, 8);
      expect(studentSurvival(t, 2)).toBeCloseTo(0.5 - t / (2 * Math.sqrt(2 + t * t)), 9);
      const u = 1 + (t * t) / 4;
      expect(studentSurvival(t, 4)).toBeCloseTo(
        0.5 - (3 / 8) * (t / Math.sqrt(u)) * (1 - (t * t) / (12 * u)),
        9,
      );
    }
  });

  it('has the points of the tables, and the mean scale of the charts', () => {
    // Tables of t: 12.706, 2.776, 2.228, 2.042. Constant c4 of control charts of samples of 2, 5 and 10: 0.7979, 0.9400, 0.9727.
    for (const [freedom, point] of [
      [1, 12.7062],
      [4, 2.77645],
      [10, 2.22814],
      [30, 2.04227],
    ] as const)
      expect(studentPoint(0.025, freedom)).toBeCloseTo(point, 4);
    expect([1, 4, 9].map((freedom) => meanScale(freedom).toFixed(4))).toEqual(['0.7979', '0.9400', '0.9727']);
    expect(studentPoint(0.025, Number.POSITIVE_INFINITY)).toBe(normalQuantile(0.975));
    expect(studentSurvival(1.96, 1e6)).toBeCloseTo(0.025, 5);
  });
});

describe('tellingOf', () => {
  it('has the power of the textbooks', () => {
    // Cohen 1988, table 2.4.1 (5 % on both sides): d = 0.5 needs 64 in each arm for 0.80, d = 0.8 needs 26. R's power.t.test: 63.77,
    // 25.52 and for d = 0.2 393.4; with 64 and 20 in each arm 0.80146 and 0.33771.
    expect(tellingOf(alike(64), 0.5).power).toBeCloseTo(0.8015, 4);
    expect(tellingOf(alike(20), -0.5).power).toBeCloseTo(0.3377, 4);
    expect([0.2, 0.5, 0.8].map((d) => fewestPersons(alike, d, 0.8))).toEqual([394, 64, 26]);
    expect(fewestPersons(alike, 0, 0.8)).toBeUndefined();
  });

  it('has an interval of the width that its parts give', () => {
    // Ten in each arm: 2 x t(18) x sqrt(2 / 10) x c4 of 18 degrees of freedom = 2 x 2.10092 x 0.447214 x 0.98622.
    expect(tellingOf(alike(10), 0).width).toBeCloseTo(1.853216, 6);
    expect(tellingOf(alike(10), 0).power).toBeCloseTo(0.025, 8);
    expect(tellingOf(alike(1), 1)).toEqual({ power: Number.NaN, width: Number.NaN });
  });

  it('counts groups of start', () => {
    const byGroup: PilotDesign = {
      own: { persons: 100, groups: 5, variance: 4 },
      reference: { persons: 60, groups: 6, variance: 4 },
      correlation: 0.05,
    };
    // 1 + 19 x 0.05 = 1.95 and 1 + 9 x 0.05 = 1.45: 1.95 x 4 / 100 + 1.45 x 4 / 60.
    expect(samplingVariance(byGroup)).toBeCloseTo(0.078 + 0.29 / 3, 12);
    // Arms of 4 and 5 degrees of freedom, by Satterthwaite.
    const freedom = (0.078 + 0.29 / 3) ** 2 / (0.078 ** 2 / 4 + (0.29 / 3) ** 2 / 5);
    const width = 2 * studentPoint(0.025, freedom) * Math.sqrt(0.078 + 0.29 / 3) * meanScale(freedom);
    expect(tellingOf(byGroup, 1).width).toBeCloseTo(width, 12);
    expect(tellingOf(byGroup, 1).power).toBeLessThan(
      tellingOf({ ...byGroup, own: { persons: 100, variance: 4 } }, 1).power,
    );
  });

  it('takes shares, whose textbook numbers are those of the normal distribution', () => {
    // 0.65 against 0.50 with 80 %: (1.95996 + 0.84162)^2 x (0.2275 + 0.25) / 0.15^2 = 166.6: 167 in each arm; by t a few more.
    const design = (persons: number): PilotDesign => ({
      own: { persons, variance: shareVariance(0.65) },
      reference: { persons, variance: shareVariance(0.5) },
      correlation: 0,
    });
    const exact = (normalQuantile(0.975) + normalQuantile(0.8)) ** 2 * ((0.2275 + 0.25) / 0.15 ** 2);
    expect(Math.ceil(exact)).toBe(167);
    const fewest = fewestPersons(design, 0.15, 0.8)!;
    expect(fewest).toBeGreaterThanOrEqual(167);
    expect(fewest).toBeLessThanOrEqual(169);
  });

  it('takes times up to a horizon', () => {
    // Constant hazard 0.1, horizon 24: mean (1 - e^-2.4) / 0.1, second moment 2 (1 - 3.4 e^-2.4) / 0.01.
    const survival = Array.from({ length: 24 * 30 + 1 }, (_, i) => Math.exp((-0.1 * i) / 30));
    const mean = (1 - Math.exp(-2.4)) / 0.1;
    const square = (2 * (1 - 3.4 * Math.exp(-2.4))) / 0.01;
    expect(restrictedVariance(survival, 1 / 30)).toBeCloseTo(square - mean * mean, 3);
    // To all at one moment, 3.5 on average over the step in which it happens: the variance of a uniform, 1 / 12.
    expect(restrictedVariance([1, 1, 1, 1, 0, 0], 1)).toBeCloseTo(1 / 12, 12);
    expect(restrictedVariance([1, 1, 1], 5)).toBe(0);
  });
});
