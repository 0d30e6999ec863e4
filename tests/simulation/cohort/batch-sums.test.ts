import { describe, expect, it } from 'vitest';
import { BatchSums } from '../../../src/simulation/cohort/batch-sums.js';

describe('sums over batches', () => {
  /** Adds a part of a batch: two variables, of so many persons. */
  function add(
    sums: BatchSums,
    leaf: number,
    batch: number,
    values: [number, number],
    persons: number,
  ): void {
    sums.values.set(values);
    sums.add(leaf, batch, persons);
  }

  it('of halves are the squares of the batches over their persons', () => {
    const squares = new Float64Array(2 * 2);
    const sums = new BatchSums(squares, 2, 3);
    add(sums, 0, 0, [4, 6], 2);
    add(sums, 0, 2, [3, 0], 1);
    add(sums, 1, 0, [5, -10], 5);
    sums.endReplication();
    // 16 / 2 + 9 / 1, 36 / 2; 25 / 5, 100 / 5.
    expect([...squares]).toEqual([17, 18, 5, 20]);
  });

  it('of leaves stand before those of the halves, whose batches are made of parts of several leaves', () => {
    const squares = new Float64Array((4 + 2) * 2);
    const sums = new BatchSums(squares, 4, 2);
    // The first half is leaves 0 and 2, the second 1 and 3.
    add(sums, 0, 0, [4, 6], 2);
    add(sums, 2, 0, [2, 0], 1);
    add(sums, 2, 1, [1, 1], 1);
    add(sums, 3, 1, [6, 9], 3);
    sums.endReplication();
    // A batch of the next replication is another one.
    add(sums, 2, 0, [3, 3], 3);
    sums.endReplication();
    const leaves = [8, 18, 0, 0, 4 + 1 + 3, 0 + 1 + 3, 12, 27];
    // (4 + 2)^2 / 3 + 1 + 9 / 3, 36 / 3 + 1 + 3; 36 / 3, 81 / 3.
    expect([...squares]).toEqual([...leaves, 16, 16, 12, 27]);
  });
});
