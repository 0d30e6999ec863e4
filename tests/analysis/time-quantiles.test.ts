/** Quartiles of the time to self-sufficiency: their error, interval and differences, on times written down by hand. */

import { describe, expect, it } from 'vitest';
import { timeQuantiles } from '../../src/analysis/time-quantiles.js';
import { madeResults, T4 } from './made-results.js';
import { close, early, evenly, HALF, INFINITE, resultsOf, twice } from './made-times.js';

describe('quartiles of one draw', () => {
  it('have the error of the share who are there by then, over the density', () => {
    const samples = [[1, 2, 3, 4, 5, 7]];
    const rows = timeQuantiles(resultsOf([[0]], { samples }), 0, 0);
    expect(rows.map(({ measure }) => measure)).toEqual(
      ['p25', 'median', 'p75'].map((name) => `months_to_self_sufficiency_${name}`),
    );
    expect(rows.map(({ estimate }) => estimate)).toEqual([2, 4, 6].map((month) => close(month)));
    // Of the sample 2, 4 and 5 of 6 are there. By month 5 there are 5/8, from 1 to 7 there are 6/8, from month 3 on 5/8.
    const error = (there: number, density: number) =>
      Math.sqrt(((6 / 5) * (there / 6) * (1 - there / 6)) / (2 * HALF)) / density;
    expect(rows.map(({ mcse }) => mcse)).toEqual([
      close(error(2, 5 / 8 / 6)),
      close(error(4, 6 / 8 / 6)),
      close(error(5, 5 / 8 / 6)),
    ]);
    for (const { parameterLow, parameterHigh } of rows)
      expect([parameterLow, parameterHigh]).toEqual([Number.NaN, Number.NaN]);
    expect(rows.map(({ replicates }) => replicates)).toEqual([[2], [4], [6]]);
  });

  it('have in a difference the error of the same persons', () => {
    const samples = [
      [1, 2, 3, 4, 5, 7],
      [5, 6, 9, 8, 7, 11],
    ];
    const [, median] = timeQuantiles(resultsOf([[0, 4]], { samples }), 1, 0, 0);
    expect(median!.estimate).toBeCloseTo(4, 9);
    // There by month 8 under the one: 4 of 6, by month 4 under the other: 4 of 6, three of them the same.
    const influence = [0, 0, -1, 0, 1, 0].map((value) => value / (6 / 8 / 6));
    const squares = influence.reduce((sum, value) => sum + value ** 2, 0);
    expect(median!.mcse).toBeCloseTo(Math.sqrt(squares / 5 / (2 * HALF)), 9);
    expect(median!.replicates).toEqual([4]);
  });

  it('are of nobody where there is nobody, and beyond the horizon where too few get there', () => {
    const nobody = madeResults({
      draws: [
        {
          persons: [0, 0],
          approaches: [
            {
              timeCounts: new Uint32Array(2 * 193),
              timeSample: [new Float64Array(0)],
              quartiles: Float64Array.of(Number.NaN, Number.NaN, Number.NaN),
            },
          ],
        },
      ],
    });
    for (const row of timeQuantiles(nobody, 0, 0)) {
      expect(row).toMatchObject({ estimate: Number.NaN, mcse: Number.NaN, replicates: [] });
    }
    const [first, , last] = timeQuantiles(resultsOf([[4]], { horizon: 9, samples: [[5, 7, 8]] }), 0, 0);
    expect(first!.estimate).toBeCloseTo(6, 9);
    expect(last).toMatchObject({
      estimate: Number.NaN,
      mcse: Number.NaN,
      parameterLow: Number.NaN,
      predictionLow: Number.NaN,
    });
  });
});

describe('quartiles of several draws', () => {
  // Together a sixteenth a month in the first four and the last four months, an eighth between.
  const densities = [3 / 16 + 3 / 8, 10 / 16, 3 / 16 + 3 / 8].map((share) => share / 6);

  it('have the error of the draws, and of their persons', () => {
    const rows = timeQuantiles(resultsOf([[0], [4]]), 0, 0);
    expect(rows.map(({ estimate }) => estimate)).toEqual([4, 6, 8].map((month) => close(month)));
    // By these months 1/2 and 0, 3/4 and 1/4, 1 and 1/2 of the two draws are there: 1/4 off their mean.
    const shares = [0.25, 0.5, 0.75];
    rows.forEach(({ mcse }, i) => {
      const chance = (shares[i]! * (1 - shares[i]!)) / (2 * HALF);
      expect(mcse).toBeCloseTo(Math.sqrt(0.25 ** 2 + chance) / densities[i]!, 9);
      expect(rows[i]!.parameterLow).toBeNaN();
    });
  });

  describe('in a difference from a reference of the same persons', () => {
    // The reference gets there from 4 months on in both draws: half of them by 8. Of the other, 3/4 and 1/4 by its median of 6.
    const betweenDraws = 0.25 / densities[1]!;
    const median = (results: ReturnType<typeof resultsOf>) => timeQuantiles(results, 1, 0, 0)[1]!;
    const starts = [
      [4, 0],
      [4, 4],
    ];

    it('have the chance that replications differ by', () => {
      // The replications are 2 or 6 months apart, their differences -6 and -2 in the first draw (variance 8) and alike in the second.
      const kept = (from: number) =>
        [-1, 1].map((off) => [2, 4, 6].map((month) => month + from + off * (from === 0 ? 3 : 1)));
      const { estimate, mcse } = median(resultsOf(starts, { kept }));
      expect(estimate).toBeCloseTo(6 - 8, 9);
      expect(mcse).toBeCloseTo(Math.sqrt(betweenDraws ** 2 + (8 + 0) / 2 / 2), 9);
    });

    it('have that of the halves where there is one replication, or some do not get there', () => {
      // Both halves are alike on both sides.
      expect(median(resultsOf(starts)).mcse).toBeCloseTo(betweenDraws, 9);
      // In the second draw from 3 and from 5 months on: by month 6 are there 3/8 and 1/8, so that a half is 1/8 off the mean.
      const own = [
        [0, 0],
        [3, 5],
      ].map((halves) => Uint32Array.of(...halves.flatMap((from) => [...evenly(from, 12)])));
      const results = (quartiles: readonly number[][]) =>
        madeResults({
          horizonMonths: 12,
          draws: own.map((timeCounts) => ({
            persons: [HALF, HALF],
            kept: quartiles.length,
            approaches: [twice(evenly(4, 12)), timeCounts].map((counts) => ({
              timeCounts: counts,
              timeSample: [new Float64Array()],
              quartiles: Float64Array.from(quartiles.flat()),
            })),
          })),
        });
      const luck = (1 / 8 / densities[1]!) ** 2 / 2;
      for (const quartiles of [
        [[4, 6, 8]],
        [
          [4, 6, 8],
          [4, INFINITE, INFINITE],
        ],
      ])
        expect(median(results(quartiles)).mcse).toBeCloseTo(Math.sqrt(betweenDraws ** 2 + luck), 9);
    });
  });

  it('have their interval where the ends of that of the share reach them', () => {
    const rows = timeQuantiles(resultsOf(early.map((from) => [from])), 0, 0);
    // Before month 4 a sixteenth a month, and as far up and down by draw; from month 8 on the mirror image.
    const first = (p: number) => (16 * p) / (1 + T4);
    const last = (p: number) => 12 - first(1 - p);
    [0.25, 0.5, 0.75].forEach((p, i) => {
      expect(rows[i]!.parameterLow).toBeCloseTo(first(p), 2);
      expect(rows[i]!.parameterHigh).toBeCloseTo(last(p), 2);
    });
  });

  it('have both ends, also where months farther off have no interval of their own', () => {
    // Of 320 persons of a half 64 get there in the two bins about 1.25 months: those of one half in the first, of the other in the
    // second. There the halves differ by more than draws do, so that at 1.25, where the search looks, nothing can be told.
    const counts = (from: number, bins: readonly number[]) =>
      Uint32Array.of(
        ...bins.flatMap((bin) => {
          const half = evenly(from, 12);
          half[bin]! += 64;
          return [...half];
        }),
      );
    const rows = timeQuantiles(
      madeResults({
        horizonMonths: 12,
        draws: early.map((from, d) => ({
          persons: [HALF + 64, HALF + 64],
          approaches: [
            {
              timeCounts: counts(from, d % 2 === 0 ? [19, 20] : [20, 19]),
              timeSample: [new Float64Array()],
              quartiles: new Float64Array(3),
            },
          ],
        })),
        approaches: ['own'],
      }),
      0,
      0,
    );
    // From then to month 4 there are 1/5 and a twentieth a month on average, and as far up and down by draw.
    expect(rows[1]!.estimate).toBeCloseTo(5, 9);
    expect(rows[1]!.parameterLow).toBeCloseTo(0.3 / (0.05 * (1 + T4)), 2);
    expect(rows[1]!.parameterHigh).toBeGreaterThan(5);
    // The first quarter is there in those very bins: neither end can be told.
    expect([rows[0]!.parameterLow, rows[0]!.parameterHigh]).toEqual([Number.NaN, Number.NaN]);
  });

  it('have an open interval where its end is beyond the horizon', () => {
    // At ten months 1 or 3/4 are there, 0.875 - 0.125 x 2.776 = 0.53 at the least.
    const rows = timeQuantiles(
      resultsOf(
        early.map((from) => [from]),
        { horizon: 10 },
      ),
      0,
      0,
    );
    expect(rows.map(({ estimate }) => estimate)).toEqual([4, 6, 8].map((month) => close(month)));
    expect(rows[1]!.parameterHigh).toBeCloseTo(12 - 8 / (1 + T4), 2);
    expect(rows[2]!.parameterHigh).toBeNaN();
    expect(rows[2]!.parameterLow).toBeCloseTo(12 / (1 + T4), 2);
  });

  it('predict a cohort by the draws, and by what its replications differ', () => {
    const kept = (from: number) => [-1, 1].map((off) => [2, 4, 6].map((month) => month + from + off));
    const rows = timeQuantiles(
      resultsOf(
        early.map((from) => [from]),
        { kept },
      ),
      0,
      0,
    );
    // Variance 4 between draws with 4 degrees of freedom, 2 between two replications of two blocks with 2: 36 / (16 / 4 + 4 / 2).
    const T6 = 2.4469;
    expect(rows[1]!.predictionLow).toBeCloseTo(6 - T6 * Math.sqrt(6), 2);
    expect(rows[1]!.predictionHigh).toBeCloseTo(6 + T6 * Math.sqrt(6), 2);
    expect(rows[0]!.predictionLow).toBe(0);
    expect(rows[0]!.replicates.slice(0, 4)).toEqual([1, 3, 5, 7]);
  });
});
