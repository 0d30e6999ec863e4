import { describe, expect, it } from 'vitest';
import { integrate } from './quadrature.js';

describe('integrate', () => {
  it('is exact for polynomials and accurate for exponentials', () => {
    expect(integrate((x) => x ** 7, 0, 2)).toBeCloseTo(32, 11);
    expect(integrate((x) => Math.exp(-0.3 * x), 0, 50)).toBeCloseTo((1 - Math.exp(-15)) / 0.3, 13);
  });

  it('keeps its accuracy across a jump that it is told of', () => {
    expect(integrate((x) => (x < 1.5 ? 1 : 3), 0, 4, [1.5])).toBeCloseTo(9, 13);
  });
});
