import { describe, expect, it } from 'vitest';
import { varianceFromBatches } from '../../src/analysis/results.js';

describe('varianceFromBatches', () => {
  it('is the mean square between the batches of all halves', () => {
    // Four persons in two batches of 3 and 7 together (2 each): (9 / 2 + 49 / 2 - 10 x 2.5) / 1 = 4.
    const first = { persons: 4, batches: 2, sum: 10, squares: 29 };
    expect(varianceFromBatches([first])).toBeCloseTo(4, 12);
    // And six of one person each; the mean of all ten is 4: (29 + 155 - 10 x 16) / (8 - 1).
    const second = { persons: 6, batches: 6, sum: 30, squares: 155 };
    expect(varianceFromBatches([first, second])).toBeCloseTo(24 / 7, 12);
    expect(varianceFromBatches([first, { persons: 0, batches: 0, sum: 0, squares: 0 }])).toBeCloseTo(4, 12);
    // Persons of 1 and 4, each a half: 4.5, as of two persons. One alone tells nothing.
    const person = (value: number) => ({ persons: 1, batches: 1, sum: value, squares: value ** 2 });
    expect(varianceFromBatches([person(1), person(4)])).toBeCloseTo(4.5, 12);
    expect(varianceFromBatches([person(4)])).toBeNaN();
  });
});
