import { describe, expect, it } from 'vitest';
import { varianceFromBatches } from '../../src/analysis/results.js';

describe('varianceFromBatches', () => {
  it('is worked out within leaves and between them', () => {
    // Four persons in two batches of 3 and 7 together (2 each): (9 / 2 + 49 / 2 - 10 x 2.5) / 1 = 4.
    const first = { persons: 4, batches: 2, sum: 10, squares: 29 };
    expect(varianceFromBatches([first])).toBeCloseTo(4, 12);
    // A second leaf of 6 with mean 5 and a variance of 1; the mean of all is 4.
    const second = { persons: 6, batches: 6, sum: 30, squares: 155 };
    const between = 0.4 * (2.5 - 4) ** 2 + 0.6 * (5 - 4) ** 2;
    expect(varianceFromBatches([first, second])).toBeCloseTo(0.4 * 4 + 0.6 * 1 + between, 12);
    expect(varianceFromBatches([first, { persons: 0, batches: 0, sum: 0, squares: 0 }])).toBeCloseTo(4, 12);
    expect(varianceFromBatches([{ ...first, batches: 1 }])).toBeNaN();
  });
});
