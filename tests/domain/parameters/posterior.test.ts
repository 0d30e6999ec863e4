/** Quantiles of the joint draws of calibrated parameters, by hand; what else is read of them: tests/domain/parameters.test.ts. */

import { describe, expect, it } from 'vitest';
import { type Posterior, quantileOfDraws } from '../../../src/domain/parameters/posterior.js';

// Three draws of two parameters, neither in order.
const posterior: Posterior = {
  paths: ['a', 'b'],
  rows: 3,
  values: Float64Array.of(4, 10, 1, 50, 2, 30),
  central: Float64Array.of(2.5, 31),
};

describe('a posterior', () => {
  it('has quantiles on straight lines between its draws in order', () => {
    const at = quantileOfDraws(posterior, 'a')!;
    // 1, 2 and 4 at 0, 1/2 and 1.
    expect([0, 0.25, 0.5, 0.75, 0.9, 1].map(at)).toEqual([1, 1.5, 2, 3, expect.closeTo(3.6, 12), 4]);
    expect(quantileOfDraws(posterior, 'b')!(0.25)).toBe(20);
    expect(quantileOfDraws(posterior, 'c')).toBeUndefined();
  });
});
