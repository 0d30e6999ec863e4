/** Quartiles of differences and of subgroups, worked out by hand. */

import { describe, expect, it } from 'vitest';
import { timeQuantiles } from '../../src/analysis/time-quantiles.js';
import { madeResults, SIGNS, T4 } from './made-results.js';
import { BINS, close, early, evenly, HALF, INFINITE, PER_BIN, resultsOf, twice } from './made-times.js';

describe('differences between quartiles of several draws', () => {
  it('have the interval of the differences of the draws, as far as both quartiles can be', () => {
    // 0 or 4 months later than a reference that always starts at 0: its first quarter is always there by month 2, so that the other's
    // is at most two months earlier.
    const rows = timeQuantiles(resultsOf(early.map((from) => [0, from])), 1, 0, 0);
    expect(rows.map(({ estimate }) => estimate)).toEqual([close(4 - 2), close(6 - 4), close(8 - 6)]);
    expect(rows.map(({ parameterLow }) => parameterLow)).toEqual([
      close(-2),
      expect.closeTo(2 - T4 * 2, 2),
      expect.closeTo(2 - T4 * 2, 2),
    ]);
    for (const { parameterHigh } of rows) expect(parameterHigh).toBeCloseTo(2 + T4 * 2, 2);
  });

  it('are a point where every draw has the same, and nothing where they do', () => {
    const same = timeQuantiles(resultsOf(early.map((from) => [from, from])), 1, 0, 0);
    for (const row of same)
      expect(row).toMatchObject({
        estimate: 0,
        parameterLow: 0,
        parameterHigh: 0,
        replicates: expect.arrayContaining([0]),
      });
    const later = timeQuantiles(resultsOf(early.map(() => [0, 2])), 1, 0, 0);
    for (const { estimate, parameterLow, parameterHigh } of later) {
      expect([estimate, parameterLow, parameterHigh]).toEqual([2, 2, 2].map((month) => close(month)));
    }
  });

  it('have the interval round the mean of the draws, and the difference of all lives in it', () => {
    // Twice as many to a month under the reference, so that draws have the same quarter but for a bin up or down, at months
    // 2 and 6; of all together it is at 4 under the one, and two months after the first start under the other.
    const reference = (sign: number) => {
      const counts = new Uint32Array(12 * BINS + 1);
      const start = sign > 0 ? BINS - 1 : 5 * BINS + 1;
      return counts.fill(2 * PER_BIN, start, start + 4 * BINS);
    };
    const draws = SIGNS.map((sign) => ({
      persons: [HALF, HALF],
      approaches: [reference(sign), evenly(sign > 0 ? 0 : 4, 12)].map((counts) => ({
        timeCounts: twice(counts),
        timeSample: [new Float64Array(0)],
        quartiles: new Float64Array(3),
      })),
    }));
    const [first] = timeQuantiles(madeResults({ draws }), 1, 0, 0);
    expect(first!.estimate).toBeCloseTo(4 - (15 / 16 + 2), 9);
    expect(first!.parameterLow).toBeCloseTo(-T4 / 16, 3);
    expect(first!.parameterHigh).toBe(first!.estimate);
    const [mirrored] = timeQuantiles(madeResults({ draws }), 0, 0, 1);
    expect(mirrored!.parameterHigh).toBeCloseTo(T4 / 16, 3);
    expect(mirrored!.parameterLow).toBe(mirrored!.estimate);
  });

  it('say nothing of who is first where neither gets there, whatever single cohorts do', () => {
    // Three quarters are there by month 8 and 12 of a horizon of 7; half the cohorts that are kept are there before it.
    const kept = (from: number) => [[2, 4, 6 + from]];
    const reached = (other: number, horizon: number) =>
      timeQuantiles(
        resultsOf(
          early.map(() => [2, other]),
          { horizon, kept },
        ),
        1,
        0,
        0,
      )[2]!;
    expect(reached(2, 7)).toMatchObject({ estimate: Number.NaN, replicates: [] });
    // Told where one of them gets there, though not by how much.
    expect(reached(0, 7)).toMatchObject({ estimate: Number.NaN, replicates: expect.arrayContaining([-2]) });
  });

  it('cannot be told where a draw does not get there within the horizon', () => {
    const kept = (from: number) => [[2, 4, from > 2 ? INFINITE : 6].map((month) => month + from)];
    const rows = timeQuantiles(
      resultsOf(
        early.map((from) => [0, from]),
        { horizon: 9, kept },
      ),
      1,
      0,
      0,
    );
    // Three quarters of half the draws are there by month 10 only; of all lives by month 8.
    expect(rows[2]!.estimate).toBeCloseTo(8 - 6, 9);
    expect(rows[2]).toMatchObject({
      parameterLow: Number.NaN,
      parameterHigh: Number.NaN,
      predictionLow: Number.NaN,
      predictionHigh: Number.NaN,
    });
    expect(rows[0]!.parameterHigh).toBeCloseTo(2 + T4 * 2, 2);
    expect(rows[0]!.predictionHigh).not.toBeNaN();
  });
});

describe('quartiles of a subgroup', () => {
  it('are those of its own persons, draws without any left out', () => {
    const none = new Uint32Array(12 * BINS + 1);
    const men = evenly(0, 12);
    // Leaves: the halves of the men, then of the women; in the last pair of draws there are no women.
    const draws = [...SIGNS, 1, -1].map((sign, d) => {
      const women = d < 8 ? evenly(sign > 0 ? 0 : 4, 12) : none;
      const ofWomen = [4, 6, 8].map((month) => (d < 8 ? month : Number.NaN));
      return {
        persons: [HALF, HALF, d < 8 ? HALF : 0, d < 8 ? HALF : 0],
        approaches: [
          {
            timeCounts: Uint32Array.of(...men, ...men, ...women, ...women),
            timeSample: [[], [], []].map((times) => Float64Array.from(times)),
            quartiles: Float64Array.of(1, 2, 3, 2, 4, 6, ...ofWomen),
          },
        ],
      };
    });
    const results = madeResults({ draws, groups: ['all', 'sex=men', 'sex=women'] });
    const [ofMen, ofWomen] = [1, 2].map((group) => timeQuantiles(results, 0, group));
    expect(ofMen!.map(({ estimate }) => estimate)).toEqual([2, 4, 6].map((month) => close(month)));
    expect(ofWomen!.map(({ estimate }) => estimate)).toEqual([4, 6, 8].map((month) => close(month)));
    expect(ofWomen![1]!.replicates).toEqual([...Array(8).fill(6), Number.NaN, Number.NaN]);
    expect(ofWomen![1]!.predictionHigh).toBeCloseTo(6 + 2 * T4, 2);
  });
});
