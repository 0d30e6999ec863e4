import { describe, expect, it } from 'vitest';
import { countBatches } from '../../../src/simulation/cohort/division.js';

describe('batches of a replication', () => {
  it('are counted by leaf, and of the whole cohort by half where an attribute divides it', () => {
    // Two values of an attribute by two halves: leaves 0 and 2 are the first half, 1 and 3 the second.
    const division = [
      [[1], [], []],
      [[2, 3], [4], []],
      [[5], [], [6]],
      [[], [], []],
    ];
    const counts = new Float64Array(6).fill(10);
    countBatches(counts, division, [4, 5]);
    // The first batch of the first half has parts in two leaves, and is one batch.
    expect([...counts]).toEqual([11, 12, 12, 10, 12, 12]);
  });

  it('are those of the leaves where none does', () => {
    const counts = new Float64Array(2);
    countBatches(
      counts,
      [
        [[1], [2]],
        [[3], []],
      ],
      [0, 1],
    );
    expect([...counts]).toEqual([2, 1]);
  });
});
