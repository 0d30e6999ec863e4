/** Joint draws of calibrated parameters: what is read of them, by hand. */

import { describe, expect, it } from 'vitest';
import {
  drawsOf,
  isPrior,
  type Posterior,
  posteriorValues,
  quantileOfDraws,
  valueAt,
} from '../../../src/domain/parameters/posterior.js';
import type { AnnotatedQuantity } from '../../../src/domain/parameters/quantity.js';

// Three draws of two parameters, neither in order.
const posterior: Posterior = {
  paths: ['a', 'b'],
  rows: 3,
  values: Float64Array.of(4, 10, 1, 50, 2, 30),
  central: Float64Array.of(2.5, 31),
};

describe('a posterior', () => {
  it('has a value by row and parameter, and one set for where a single one is needed', () => {
    expect(valueAt(posterior, 1, 1)).toBe(50);
    expect([drawsOf(posterior, 'a'), drawsOf(posterior, 'c')]).toEqual([[4, 1, 2], undefined]);
    expect([...posteriorValues(posterior, 2)]).toEqual([
      ['a', 2],
      ['b', 30],
    ]);
    expect([...posteriorValues(posterior, undefined)]).toEqual([
      ['a', 2.5],
      ['b', 31],
    ]);
  });

  it('has quantiles on straight lines between its draws in order', () => {
    const at = quantileOfDraws(posterior, 'a')!;
    // 1, 2 and 4 at 0, 1/2 and 1.
    expect([0, 0.25, 0.5, 0.75, 0.9, 1].map(at)).toEqual([1, 1.5, 2, 3, expect.closeTo(3.6, 12), 4]);
    expect(quantileOfDraws(posterior, 'b')!(0.25)).toBe(20);
    expect(quantileOfDraws(posterior, 'c')).toBeUndefined();
  });

  it('is of a number only as long as that has the distribution that it was fitted from', () => {
    const quantity = { value: 1, low: 0, high: 3, distribution: 'triangular' } as AnnotatedQuantity;
    expect(isPrior(quantity, { ...quantity })).toBe(true);
    for (const other of [{ value: 2 }, { low: 0.5 }, { high: 4 }, { distribution: 'uniform' as const }])
      expect(isPrior({ ...quantity, ...other }, quantity)).toBe(false);
    expect(isPrior(1, quantity)).toBe(false);
  });
});
