/** Variances between persons, on a handful of persons written down one by one. */

import { describe, expect, it } from 'vitest';
import { differenceVariances, outcomeVariance, type Side } from '../../src/analysis/person-variance.js';
import type { AnyMeasure } from '../../src/analysis/results.js';
import { madeResults } from './made-results.js';

const measure = (name: string, over?: string): AnyMeasure => ({
  name,
  unit: 'share',
  reading: { kind: 'any', rewards: [] },
  ...(over === undefined ? {} : { over }),
});
const occupancy = (month: number): AnyMeasure => ({
  name: 'working_share',
  month,
  unit: 'share',
  better: 'more',
  track: 'income',
  states: ['work'],
});

/** Months, whether concerned, whether counted among these; one approach has them in another order than the other. */
const own = [
  measure('months'),
  measure('concerned'),
  measure('counted', 'concerned'),
  occupancy(12),
  occupancy(24),
];
const other = [own[2]!, own[0]!, own[1]!, own[3]!, own[4]!];
const [MONTHS, COUNTED, YEAR, TWO_YEARS] = [0, 2, 3, 4];

/** A person: the leaf, and months, concerned, counted under either approach. */
interface Person {
  readonly leaf: number;
  readonly own: readonly [number, number, number];
  readonly other: readonly [number, number, number];
}

const sum = (persons: readonly Person[], of: (person: Person) => number) =>
  persons.reduce((all, person) => all + of(person), 0);

/** Both sides of a run of these persons by draw, and their sums of pairs; numbers present at two months by leaf beside. */
function sidesOf(
  byDraw: readonly (readonly Person[])[],
  {
    leaves = 2,
    present = [],
    batches,
  }: { leaves?: number; present?: readonly (readonly number[][])[]; batches?: readonly number[] } = {},
) {
  const each = <T>(of: (leaf: number) => readonly T[]) =>
    Array.from({ length: leaves }, (_, leaf) => of(leaf)).flat();
  const within = (persons: readonly Person[], leaf: number) =>
    persons.filter((person) => person.leaf === leaf);
  const side = (at: 'own' | 'other', measures: readonly AnyMeasure[], order: readonly number[]): Side => ({
    approach: 0,
    results: madeResults({
      approaches: [at],
      measures,
      groups: leaves === 2 ? ['all'] : ['all', 'sex=men', 'sex=women'],
      draws: byDraw.map((persons) => ({
        persons: each((leaf) => [within(persons, leaf).length]),
        ...(batches === undefined ? {} : { batches }),
        approaches: [
          {
            totals: Float64Array.from(
              each((leaf) => [
                ...order.map((m) => sum(within(persons, leaf), (person) => person[at][m]!)),
                ...(present[at === 'own' ? 0 : 1]?.[leaf] ?? [0, 0]),
              ]),
            ),
            squares: Float64Array.from(
              each((leaf) => order.map((m) => sum(within(persons, leaf), (person) => person[at][m]! ** 2))),
            ),
          },
        ],
      })),
    }),
  });
  const products = byDraw.map((persons) =>
    Float64Array.from(
      each((leaf) => [0, 1, 2].map((m) => sum(within(persons, leaf), (p) => p.own[m]! * p.other[m]!))),
    ),
  );
  const crossProducts = byDraw.map((persons) =>
    Float64Array.from(
      each((leaf) => [
        ...[0, 0, 0, 0],
        sum(within(persons, leaf), (p) => p.own[2] * p.other[1]),
        sum(within(persons, leaf), (p) => p.other[2] * p.own[1]),
      ]),
    ),
  );
  return {
    left: side('own', own, [0, 1, 2]),
    right: side('other', other, [2, 0, 1]),
    products,
    crossProducts,
  };
}

const person = (leaf: number, mine: Person['own'], theirs: Person['own'] = [0, 0, 0]): Person => ({
  leaf,
  own: mine,
  other: theirs,
});

/** Months 2, 4, 6 and 8 (squares of 20 over 3), and 1 and 5 (of 8 over 1); concerned 3 of 4 and all; counted 2 of 3 and 1 of 2. */
const first = [
  person(0, [2, 1, 1], [1, 1, 1]),
  person(1, [4, 1, 0], [3, 1, 1]),
  person(0, [6, 1, 1], [5, 0, 0]),
  person(1, [8, 0, 0], [7, 1, 0]),
];
const second = [person(0, [1, 1, 1], [4, 1, 1]), person(1, [5, 1, 0], [0, 1, 1])];

describe('the variance of an outcome', () => {
  it('is that between persons, draw by draw, without draws of nobody', () => {
    const { left } = sidesOf([first, second, []]);
    expect(outcomeVariance(left, 0, own[MONTHS]!, MONTHS)).toBeCloseTo((20 / 3 + 8) / 2, 12);
  });

  it('leaves out draws of one person, who has nobody to differ from', () => {
    const alone = [person(0, [9, 1, 1], [2, 1, 1])];
    const { left, right, products } = sidesOf([first, alone]);
    const at = { position: MONTHS, counterpart: 1 };
    expect(outcomeVariance(left, 0, own[MONTHS]!, MONTHS)).toBeCloseTo(20 / 3, 12);
    // Of three who are concerned: 2 / 9 x 3 / 2.
    expect(outcomeVariance(left, 0, own[COUNTED]!, COUNTED)).toBeCloseTo(1 / 3 / ((3 / 4 + 1) / 2), 12);
    expect(differenceVariances(left, right, 0, own[MONTHS]!, at, { products }).paired).toBeCloseTo(0, 12);
    const only = sidesOf([alone]);
    expect(outcomeVariance(only.left, 0, own[MONTHS]!, MONTHS)).toBeNaN();
    expect(outcomeVariance(only.left, 0, own[COUNTED]!, COUNTED)).toBeNaN();
    expect(
      differenceVariances(only.left, only.right, 0, own[MONTHS]!, at, { products: only.products }).paired,
    ).toBeNaN();
  });

  it('of a share of those concerned is p (1 - p) over the share concerned, n / (n - 1) of it', () => {
    const { left } = sidesOf([first, second, []]);
    const binomial = ((2 / 3) * (1 / 3) * (3 / 2) + (1 / 2) * (1 / 2) * (2 / 1)) / 2;
    expect(outcomeVariance(left, 0, own[COUNTED]!, COUNTED)).toBeCloseTo(binomial / ((3 / 4 + 1) / 2), 12);
  });

  it('of a share who are somewhere is p (1 - p), n / (n - 1) of it', () => {
    // 1 of 2 and 2 of 2, together 3 of 4 after a year; 0 and 1 of 4 after two.
    const present = [
      [
        [1, 0],
        [2, 1],
      ],
    ];
    const { left } = sidesOf([first], { present });
    expect(outcomeVariance(left, 0, own[YEAR]!, YEAR)).toBeCloseTo((3 / 16) * (4 / 3), 12);
    expect(outcomeVariance(left, 0, own[TWO_YEARS]!, TWO_YEARS)).toBeCloseTo((3 / 16) * (4 / 3), 12);
  });

  it('of a subgroup is that of its own persons', () => {
    const women = second.map((each) => ({ ...each, leaf: each.leaf + 2 }));
    const { left } = sidesOf([[...first, ...women]], { leaves: 4 });
    expect([1, 2].map((group) => outcomeVariance(left, group, own[MONTHS]!, MONTHS))).toEqual([
      expect.closeTo(20 / 3, 12),
      expect.closeTo(8, 12),
    ]);
    expect(outcomeVariance(left, 2, own[COUNTED]!, COUNTED)).toBeCloseTo(1 / 2, 12);
  });
});

describe('the variance of a difference', () => {
  const months = { position: MONTHS, counterpart: 1 };
  const counted = { position: COUNTED, counterpart: 0 };

  it('of the same persons is less by twice their covariance', () => {
    const { left, right, products } = sidesOf([first, second, []]);
    const { separate, paired } = differenceVariances(left, right, 0, own[MONTHS]!, months, { products });
    // The others' months: 1, 3, 5, 7 (20 / 3) and 4, 0 (8). One less each in the first draw; 3 less and 5 more in the second.
    expect(separate).toBeCloseTo((20 / 3 + 8) / 2 + (20 / 3 + 8) / 2, 12);
    // -3 and 5 round 1: 32 over 1.
    expect(paired).toBeCloseTo((0 + 32) / 2, 12);
  });

  it('is never below zero', () => {
    const { left, right, products } = sidesOf([first]);
    const more = products.map((sums) => sums.map((value) => value + 1));
    const { paired } = differenceVariances(left, right, 0, own[MONTHS]!, months, { products: more });
    expect(paired).toBe(0);
  });

  it('of shares of those concerned is that of the linearised ratios', () => {
    const { left, right, products, crossProducts } = sidesOf([first]);
    const sums = { products, crossProducts };
    const { separate, paired } = differenceVariances(left, right, 0, own[COUNTED]!, counted, sums);
    // Counted minus 2/3 of concerned: 1/3, -2/3, 1/3, 0 under the one, 1/3, 1/3, 0, -2/3 under the other; 3/4 are concerned.
    // Of three concerned under either: 3 / 2 of each variance and of what they have in common.
    expect(separate).toBeCloseTo((2 * (2 / 9) * (3 / 2)) / (3 / 4), 12);
    const covariance = (((1 / 9 - 2 / 9) / 4) * (3 / 2)) / (3 / 4) ** 2;
    expect(paired).toBeCloseTo(separate - 2 * covariance, 12);
    const without = differenceVariances(left, right, 0, own[COUNTED]!, counted, { products });
    expect(without).toEqual({ separate, paired: separate });
  });

  it('of shares of those concerned takes the ratios of each draw', () => {
    const { left, right, products, crossProducts } = sidesOf([first, second]);
    const sums = { products, crossProducts };
    const { separate, paired } = differenceVariances(left, right, 0, own[COUNTED]!, counted, sums);
    // Counted of those concerned 2/3 and 1/2 under the one, 2/3 and 1 under the other, where nobody differs from another in the second draw;
    // concerned 3 of 4 and 2 of 2 under either.
    const one = (((1 - 2 / 3) * (1 - 2 / 3) + (0 - 2 / 3) * (1 - 2 / 3)) / 4) * (3 / 2);
    expect(paired).toBeCloseTo(separate - 2 * ((one + 0) / 2 / (7 / 8) ** 2), 12);
    const more = crossProducts.map((values) => values.map((value) => value - 10));
    expect(
      differenceVariances(left, right, 0, own[COUNTED]!, counted, { products, crossProducts: more }).paired,
    ).toBe(0);
  });

  it('of a share who are somewhere comes from the batches of each draw', () => {
    // Four persons in two batches, six in three; after two years 3 and 4 there under the one, 1 and 4 under the other.
    const persons = [...Array(4).fill(0), ...Array(6).fill(1)].map((leaf) => person(leaf, [0, 0, 0]));
    const present = [
      [
        [4, 3],
        [5, 4],
      ],
      [
        [2, 1],
        [6, 4],
      ],
    ];
    const { left, right, products } = sidesOf([persons, persons], { present, batches: [2, 3] });
    const at = { position: TWO_YEARS, counterpart: TWO_YEARS };
    // 2 and 0 more in two batches of two, or 3 and -1; 2, 0 and -2 in three.
    const three = (2 ** 2 + 0 + 2 ** 2) / 2;
    const occupancyDifferenceSquares = [(2 ** 2 + 0) / 2, (3 ** 2 + 1) / 2].map((two) =>
      Float64Array.of(99, two, 99, three),
    );
    const sums = { products, occupancyDifferenceSquares };
    const { separate, paired } = differenceVariances(left, right, 0, own[TWO_YEARS]!, at, sums);
    expect(separate).toBeCloseTo((0.7 * 0.3 + 0.5 * 0.5) * (10 / 9), 12);
    // 2 + 4, or 5 + 4, less 2 squared over ten persons, over 5 - 1.
    expect(paired).toBeCloseTo(((2 + 4 - 2 ** 2 / 10) / 4 + (5 + 4 - 2 ** 2 / 10) / 4) / 2, 12);
    expect(differenceVariances(left, right, 0, own[TWO_YEARS]!, at, { products })).toEqual({
      separate,
      paired: separate,
    });
  });
});
