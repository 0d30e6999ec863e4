/** Curves of a few persons over three months, worked out by hand. */

import { describe, expect, it } from 'vitest';
import { curvesOf } from '../../src/analysis/curves.js';
import { madeResults, SIGNS, T4 } from './made-results.js';

const model = {
  tracks: [
    { name: 'income', states: ['bijstand', 'work'] },
    { name: 'housing', states: ['housed'] },
  ],
  milestones: [{ name: 'passed' }, { name: 'self_sufficient' }],
};

/** Of one leaf by month: in bijstand, in work, housed; and past each of the two milestones. */
interface Leaf {
  readonly occupancy: readonly (readonly number[])[];
  readonly reached: readonly (readonly number[])[];
}

const arraysOf = (leaves: readonly Leaf[]) => ({
  occupancy: Uint32Array.from(leaves.flatMap(({ occupancy }) => occupancy.flat())),
  reached: Uint32Array.from(leaves.flatMap(({ reached }) => reached.flat())),
});

const nobody: Leaf = {
  occupancy: [
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ],
  reached: [
    [0, 0, 0],
    [0, 0, 0],
  ],
};

/** A leaf of which so many are in work by month; the others have bijstand, and all in work have passed. */
function working(persons: number, ...months: readonly number[]): Leaf {
  return {
    occupancy: [months.map((count) => persons - count), months, months.map(() => persons)],
    reached: [months, months.map(() => 0)],
  };
}

const numbers = (values: Float64Array) => Array.from(values);
const close = (value: number) => expect.closeTo(value, 12);

/** Curves of an approach by their state. */
function byState(results: Parameters<typeof curvesOf>[0], subgroup = 'all', approach = 'own') {
  const curves = curvesOf(results).filter(
    (curve) => curve.subgroup === subgroup && curve.approach === approach,
  );
  return new Map(curves.map((curve) => [curve.state, curve]));
}

describe('curves of one draw', () => {
  const results = madeResults({
    model,
    horizonMonths: 2,
    groups: ['all', 'sex=men', 'sex=women'],
    draws: [
      {
        persons: [4, 4, 1, 3],
        approaches: [
          arraysOf([working(4, 0, 0, 4), working(4, 0, 0, 4), nobody, nobody]),
          arraysOf([working(4, 0, 1, 3), working(4, 0, 1, 3), working(1, 0, 0, 1), working(3, 0, 3, 3)]),
        ],
      },
    ],
  });

  it('count the persons of a group, month by month', () => {
    const all = byState(results);
    expect(numbers(all.get('work')!.estimate)).toEqual([0, 5 / 12, 10 / 12]);
    expect(numbers(all.get('bijstand')!.estimate)).toEqual([1, 7 / 12, 2 / 12]);
    expect(numbers(all.get('housed')!.estimate)).toEqual([1, 1, 1]);
    expect(numbers(all.get('passed')!.estimate)).toEqual([0, 5 / 12, 10 / 12]);
    expect(numbers(all.get('self_sufficient')!.estimate)).toEqual([0, 0, 0]);
    expect(numbers(byState(results, 'sex=men').get('work')!.estimate)).toEqual([0, 2 / 8, 6 / 8]);
    expect(numbers(byState(results, 'sex=women').get('work')!.estimate)).toEqual([0, 3 / 4, 1]);
    expect(numbers(byState(results, 'sex=men', 'reference').get('work')!.estimate)).toEqual([0, 0, 1]);
  });

  it('say what they are of, milestones before states', () => {
    const own = curvesOf(results).filter(
      ({ approach, subgroup }) => approach === 'own' && subgroup === 'all',
    );
    expect(own.map(({ kind, track, state }) => [kind, track, state])).toEqual([
      ['cumulative_incidence', 'milestone', 'passed'],
      ['cumulative_incidence', 'milestone', 'self_sufficient'],
      ['occupancy', 'income', 'bijstand'],
      ['occupancy', 'income', 'work'],
      ['occupancy', 'housing', 'housed'],
    ]);
  });

  it('have the error of their persons, and no interval', () => {
    const work = byState(results).get('work')!;
    // Of 12 persons; unbiased: p (1 - p) 12 / 11, over 12.
    const error = (share: number) => Math.sqrt((share * (1 - share)) / 11);
    expect(numbers(work.mcse)).toEqual([0, close(error(5 / 12)), close(error(10 / 12))]);
    expect([...work.parameterLow, ...work.parameterHigh]).toEqual(Array(6).fill(Number.NaN));
    // 2 of 8 and 6 of 8, in halves that are alike.
    const men = byState(results, 'sex=men').get('work')!;
    expect(numbers(men.mcse)).toEqual([0, close(Math.sqrt(3 / 16 / 7)), close(Math.sqrt(3 / 16 / 7))]);
  });
});

describe('curves of several draws', () => {
  it('have the error of the draws and of their persons, draws of nobody left out', () => {
    const draw = (persons: number, ...leaves: readonly [Leaf, Leaf]) => ({
      persons: [persons, persons],
      approaches: [arraysOf(leaves), arraysOf(leaves)],
    });
    // In work in month 1: 2 of 8, then 12 of 16; in month 2 as many; and a draw of nobody.
    const results = madeResults({
      model,
      horizonMonths: 2,
      draws: [
        draw(4, working(4, 0, 1, 1), working(4, 0, 1, 1)),
        draw(8, working(8, 0, 6, 6), working(8, 0, 6, 6)),
        draw(0, nobody, nobody),
      ],
    });
    const { estimate, mcse, parameterLow } = byState(results).get('work')!;
    expect(numbers(estimate)).toEqual([0, 14 / 24, 14 / 24]);
    // Influences (2 - 8 x 14 / 24) / 24 and its opposite; chance 3 / 16 over 8 - 1 and over 16 - 1, on average over the two.
    const influence = (2 - (8 * 14) / 24) / 24;
    const chance = (3 / 16 / 7 + 3 / 16 / 15) / 2;
    const expected = Math.sqrt(2 * influence ** 2 * 2 + chance);
    expect(numbers(mcse)).toEqual([0, close(expected), close(expected)]);
    expect(parameterLow[1]).toBeNaN();
  });

  it('have the interval of every month, also where one is as the month before', () => {
    const results = madeResults({
      model,
      horizonMonths: 2,
      draws: SIGNS.map((sign) => {
        const half = working(100, 50, 50 + 10 * sign, 50 + 10 * sign);
        return { persons: [100, 100], approaches: [arraysOf([half, half]), arraysOf([half, half])] };
      }),
    });
    const { estimate, parameterLow, parameterHigh } = byState(results).get('work')!;
    expect(numbers(estimate)).toEqual([0.5, 0.5, 0.5]);
    expect([parameterLow[0], parameterHigh[0]]).toEqual([0.5, 0.5]);
    for (const month of [1, 2]) {
      expect(parameterLow[month]).toBeCloseTo(0.5 - 0.1 * T4, 3);
      expect(parameterHigh[month]).toBeCloseTo(0.5 + 0.1 * T4, 3);
    }
  });

  it('tell a month anew in which only one half of one draw has moved', () => {
    const draws = SIGNS.map((_, d) => {
      const still = working(100, 50, 50, 50);
      const moved = d === 7 ? working(100, 50, 50, 60) : still;
      return { persons: [100, 100], approaches: [arraysOf([still, moved]), arraysOf([still, moved])] };
    });
    const { estimate, mcse } = byState(madeResults({ model, horizonMonths: 2, draws })).get('work')!;
    expect(numbers(estimate)).toEqual([0.5, 0.5, 810 / 1600]);
    expect(mcse[1]).toBe(0);
    expect(mcse[2]).toBeGreaterThan(0);
  });
});
