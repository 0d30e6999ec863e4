/** Shares of draws beyond the bounds of a place, of what is left of a whole; the right ones by hand. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharesBeyond } from '../../../src/domain/parameters/beyond.js';
import type { AnnotatedQuantity, Parameter } from '../../../src/domain/parameters/quantity.js';

const even = (low: number, high: number): AnnotatedQuantity => ({
  value: (low + high) / 2,
  low,
  high,
  distribution: 'uniform',
});

const rest = (of: AnnotatedQuantity, less: readonly Parameter[]): AnnotatedQuantity => ({
  value: 0,
  bounds: { min: 0, max: 10 },
  tie: { to: 'whole', of, ratios: [], less },
});

/** A share of the whole itself. */
const part = (of: AnnotatedQuantity, path: string, quantity: number | AnnotatedQuantity): Parameter => ({
  path,
  quantity: { value: 0, tie: { to: 'whole', of, ratios: [{ path: `${path}.ratio`, quantity }] } },
});

const below = (quantity: AnnotatedQuantity) => sharesBeyond('rest', quantity, undefined).below;

describe('what is left of a whole', () => {
  it('is never less than nothing where the parts are at most the whole, however the whole varies', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        fc.double({ min: 0.05, max: 1.5, noNaN: true }),
        (first, second) => {
          const whole = even(1, 4);
          const share = below(
            rest(whole, [part(whole, 'a', even(0, first)), part(whole, 'b', even(0, second))]),
          );
          // How often two even shares are together more than one: a corner of their rectangle, cut where the second is above one.
          const corner = Math.max(0, first + second - 1) ** 2 / 2;
          const cut = Math.max(0, second - 1) ** 2 / 2;
          const right = (corner - cut) / (first * second);
          expect(Math.abs(share - right)).toBeLessThan(0.015);
          if (first + second < 1 - 1e-9) expect(share).toBe(0);
        },
      ),
    );
  });

  it('is looked at under every option of an alternative', () => {
    const values = { few: 0, many: 5, some: 1 };
    const choice = {
      by: 'alternatives.which',
      weights: [0.25, 0.25, 0.5],
      options: Object.entries(values).map(([name, quantity]) => ({
        name,
        path: `part.values.${name}`,
        quantity,
      })),
    };
    const less = [{ path: 'part', quantity: { value: 1, choice } }];
    expect(below(rest({ value: 3, low: 2, high: 4, distribution: 'uniform' }, less))).toBeCloseTo(0.25, 3);
  });

  it('is counted as closely where the whole is the same in every draw', () => {
    // Of 6.5 x 5.3, the corner where both together are more than 10.
    const parts = [even(0, 6.5), even(0, 5.3)].map((quantity, i) => ({ path: `part.${i}`, quantity }));
    expect(Math.abs(below(rest({ value: 10 }, parts)) - 1.8 ** 2 / 2 / (6.5 * 5.3))).toBeLessThan(0.001);
  });

  it('is counted where a part is kept within bounds of its own, so that it is least between the ends', () => {
    const whole = even(0, 3);
    const kept = { ...(part(whole, 'part', 2).quantity as AnnotatedQuantity), bounds: { min: 0, max: 1 } };
    const quantity = rest(whole, [{ path: 'part', quantity: kept }]);
    // x less the smaller of 2x and 1: nothing at 0, 2 at 3, and less than -1/4 from 1/4 to 3/4.
    expect(below({ ...quantity, bounds: { min: -0.25, max: 10 } })).toBeCloseTo(1 / 6, 3);
  });
});
