/** Sums over persons and units, worked out by hand. */

import { describe, expect, it } from 'vitest';
import type { PersonMeasure } from '../../src/domain/measures/measures.js';
import { runUnit } from '../../src/simulation/cohort/draw-run.js';
import { concernedBy, counterpartsOf, PersonSums } from '../../src/simulation/cohort/person-sums.js';
import { keptOf, unitsOf } from '../../src/simulation/cohort/units.js';
import { outcomeArrays } from '../../src/simulation/results/arrays.js';
import { shapesOf, zeros } from '../../src/simulation/results/declared.js';
import type { DrawResult } from '../../src/simulation/results/draw-result.js';
import { joinUnits } from '../../src/simulation/results/join.js';
import { shippedTree, taskOf } from '../shipped.js';

const measure = (name: string, extra: Partial<PersonMeasure> = {}): PersonMeasure => ({
  name,
  unit: 'share',
  reading: { kind: 'any', rewards: [] },
  ...extra,
});

describe('sums over persons', () => {
  const measures = [
    measure('a'),
    measure('part', { over: 'a' }),
    measure('share', { month: 12 }),
    measure('own'),
  ];
  // The reference has the same measures in another order, and one other.
  const reference = [
    measure('share', { month: 12 }),
    measure('part', { over: 'a' }),
    measure('other'),
    measure('a'),
  ];

  it('find who is concerned, and the counterparts by name and month', () => {
    expect([...concernedBy(measures)]).toEqual([-1, 0, -1, -1]);
    expect([...counterpartsOf(measures, reference)]).toEqual([3, 1, 0, -1]);
    expect([...counterpartsOf([measure('share', { month: 24 })], reference)]).toEqual([-1]);
  });

  it('add up squares and products by leaf', () => {
    const declared = {
      squares: outcomeArrays.squares,
      products: outcomeArrays.products,
      crossProducts: outcomeArrays.crossProducts,
    };
    const sizes = { leaf: 2, personMeasure: 4, whoseMeasure: 2 };
    const arrays = zeros(declared, sizes);
    const sums = new PersonSums(
      measures,
      reference,
      concernedBy(measures),
      arrays,
      shapesOf(declared, sizes),
    );
    // In the order of the measures; then in that of the reference's.
    sums.add(1, Float64Array.of(2, 3, 5, 7), Float64Array.of(11, 13, 17, 19));
    sums.add(1, Float64Array.of(1, 0, 2, 1), Float64Array.of(1, 2, 3, 4));
    sums.add(0, Float64Array.of(1, 1, 1, 1), Float64Array.of(1, 1, 1, 1));
    expect([...arrays.squares]).toEqual([1, 1, 1, 1, 5, 9, 29, 50]);
    // 2 x 19 + 1 x 4, 3 x 13, 5 x 11 + 2 x 1; `own` has no counterpart.
    expect([...arrays.products]).toEqual([1, 1, 1, 0, 42, 39, 57, 0]);
    // Of `part`: its own times the reference's concerned, and the reference's times its own concerned.
    const cross = [...arrays.crossProducts];
    expect(cross.slice(0, 8)).toEqual([0, 0, 1, 1, 0, 0, 0, 0]);
    expect(cross.slice(8)).toEqual([0, 0, 3 * 19 + 0, 13 * 2 + 2 * 1, 0, 0, 0, 0]);
  });
});

/** All numbers of a result in order, with the path to each. */
function numbersOf(node: unknown, path = ''): [string, number][] {
  if (typeof node === 'number') return [[path, node]];
  if (typeof node !== 'object' || node === null) return [];
  if (ArrayBuffer.isView(node))
    return Array.from(node as Float64Array, (value, i) => [`${path}[${i}]`, value]);
  return Object.entries(node).flatMap(([key, value]) => numbersOf(value, `${path}.${key}`));
}

describe('units', () => {
  const small = () => shippedTree('alphen-chaam', ['cohort.size=30', 'horizon_years=3']);

  it('joined are the whole draw', () => {
    const task = taskOf(small(), { draws: 1, replications: 3, by: 'sex', persons: true });
    const unit = (first: number, count: number): DrawResult => runUnit(task, { draw: 0, first, count });
    // Batches are smaller the fewer replications a unit has; all else is the same.
    const sums = ({ batches: _, ...rest }: DrawResult) =>
      numbersOf({
        ...rest,
        approaches: rest.approaches.map(
          ({ costSquares: __, occupancyDifferenceSquares: ___, ...own }) => own,
        ),
      });
    const whole = sums(unit(0, 3));
    const joined = sums([unit(0, 1), unit(1, 1), unit(2, 1)].reduce(joinUnits));
    expect(joined.map(([path]) => path)).toEqual(whole.map(([path]) => path));
    const off = joined.filter(([, value], i) => {
      const expected = whole[i]![1];
      const isSame = Object.is(value, expected) || Math.abs(value - expected) <= 1e-9 * Math.abs(expected);
      return !isSame;
    });
    expect(off).toEqual([]);
    expect(whole.length).toBeGreaterThan(1000);
  });

  it('divide the replications of every draw, ten thousand persons at most in each', () => {
    const tree = small();
    const units = unitsOf({
      tree: { ...tree, cohort: { ...tree.cohort, size: 4000 } },
      draws: 2,
      replications: 5,
    });
    expect(units).toEqual([
      { draw: 0, first: 0, count: 2 },
      { draw: 0, first: 2, count: 2 },
      { draw: 0, first: 4, count: 1 },
      { draw: 1, first: 0, count: 2 },
      { draw: 1, first: 2, count: 2 },
      { draw: 1, first: 4, count: 1 },
    ]);
    const large = { ...tree, cohort: { ...tree.cohort, size: 50_000 } };
    expect(unitsOf({ tree: large, draws: 1, replications: 2 }).map(({ count }) => count)).toEqual([1, 1]);
  });

  it('keep five thousand cohorts one by one, over all draws', () => {
    expect(keptOf({ draws: 10 }, { first: 0, count: 100 })).toBe(100);
    expect(keptOf({ draws: 10 }, { first: 450, count: 100 })).toBe(50);
    expect(keptOf({ draws: 10 }, { first: 600, count: 100 })).toBe(0);
    expect(keptOf({ draws: 3 }, { first: 1666, count: 5 })).toBe(1);
  });
});
