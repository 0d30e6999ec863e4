/** What follows from declaring an array, shown on arrays that no result has: those who wait in a queue, week by week. */

import { describe, expect, it } from 'vitest';
import {
  areShaped,
  byReplication,
  counts,
  firstValues,
  joinArrays,
  keepReplications,
  nothing,
  shapesOf,
  sums,
  zeros,
} from '../../../src/simulation/results/declared.js';

const declared = {
  waiting: counts('leaf', 'queue', 'week'),
  weeksWaited: sums('leaf', 'queue'),
  longest: byReplication('queue'),
  firstWaits: firstValues('group', 4),
};
const sizes = { leaf: 2, queue: 3, week: 2, replication: 2, group: 1 };

/** The arrays of one unit with a value in each. */
function unit(waiting: number, waited: number, longest: readonly number[], first: readonly number[]) {
  const arrays = zeros(declared, { ...sizes, replication: longest.length / sizes.queue });
  const shapes = shapesOf(declared, sizes);
  arrays.waiting[shapes.waiting.at(1, 2, 1)]! += waiting;
  arrays.weeksWaited[shapes.weeksWaited.at(1, 0)]! += waited;
  arrays.longest.set(longest);
  return { ...arrays, firstWaits: [Float64Array.from(first)] };
}

describe('declared arrays', () => {
  const one = unit(5, 2.5, [1, 2, 3], [7, 8, 9]);
  const two = unit(6, 4, [4, 5, 6, 7, 8, 9], [10, 11]);

  it('begin with zeros of their kind', () => {
    const { waiting, weeksWaited, longest, firstWaits } = zeros(declared, sizes);
    expect(waiting).toEqual(new Uint32Array(12));
    expect(weeksWaited).toEqual(new Float64Array(6));
    expect(longest).toEqual(new Float64Array(6));
    expect(firstWaits).toEqual([new Float64Array(0)]);
  });

  it('are not made without the size of every axis', () => {
    const { week: _, ...rest } = sizes;
    // @ts-expect-error The compiler asks for the weeks.
    expect(zeros(declared, rest).weeksWaited).toHaveLength(6);
  });

  it('add up, follow each other or are cut off, each as it is declared', () => {
    const joined = joinArrays(declared, one, two);
    expect([...joined.waiting]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 11]);
    expect([...joined.weeksWaited]).toEqual([0, 0, 0, 6.5, 0, 0]);
    expect([...joined.longest]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(joined.firstWaits).toEqual([Float64Array.of(7, 8, 9, 10)]);
    // What was joined is as it was.
    expect([one.waiting[11], two.waiting[11]]).toEqual([5, 6]);
  });

  it('are cut to the first replications where they have any', () => {
    const joined = joinArrays(declared, one, two);
    const cut = keepReplications(declared, joined, 3, 2);
    expect([...cut.longest]).toEqual([1, 2, 3, 4, 5, 6]);
    expect([cut.waiting, cut.firstWaits]).toEqual([joined.waiting, joined.firstWaits]);
  });

  it('have the lengths of their axes, or are not kept', () => {
    expect(areShaped(declared, sizes, zeros(declared, sizes))).toBe(true);
    expect(areShaped(declared, sizes, nothing(declared))).toBe(true);
    expect(areShaped(declared, sizes, one)).toBe(false);
    expect(areShaped(declared, { ...sizes, replication: 1 }, one)).toBe(true);
    expect(areShaped(declared, { ...sizes, replication: 1, group: 2 }, one)).toBe(false);
    expect(areShaped(declared, { ...sizes, replication: 1, week: 3 }, one)).toBe(false);
  });
});
