/** How far draws reach, of products, remainders and numbers that hang on a question. */

import { describe, expect, it } from 'vitest';
import { endsOf, rangeOfChoice, tiedRange } from '../../../src/domain/parameters/ends.js';
import type { AnnotatedQuantity } from '../../../src/domain/parameters/quantity.js';

const between = (low: number, high: number): AnnotatedQuantity => ({
  value: (low + high) / 2,
  low,
  high,
  distribution: 'uniform',
});
const at = (path: string, quantity: AnnotatedQuantity) => ({ path, quantity });
const tied = (tie: Partial<NonNullable<AnnotatedQuantity['tie']>>): AnnotatedQuantity => ({
  value: 1,
  tie: { to: 'numbers.a', of: between(2, 3), ratios: [], ...tie },
});

describe('the ends of the draws', () => {
  const ends = (quantity: AnnotatedQuantity) => {
    const { least, largest } = endsOf('x.y', quantity);
    return [Number(least.toFixed(9)), Number(largest.toFixed(9))];
  };

  it('are those of the number itself', () => {
    expect(ends(between(2, 3))).toEqual([2, 3]);
    expect(ends({ value: 4 })).toEqual([4, 4]);
  });

  it('are products of ends, whatever their signs', () => {
    expect(ends(tied({ ratios: [at('r', between(0.5, 2))] }))).toEqual([1, 6]);
    // The least is the lowest ratio times the largest number.
    expect(ends(tied({ ratios: [at('r', between(-1, 2))] }))).toEqual([-3, 6]);
    expect(ends(tied({ ratios: [at('r', between(-1, 2)), at('s', between(-2, 1))] }))).toEqual([-12, 6]);
    expect(ends(tied({ ratios: [at('r', between(-1, 2)), at('s', between(1, 2))] }))).toEqual([-6, 12]);
  });

  it('are what is left where the most and the least is taken off', () => {
    expect(ends(tied({ less: [at('p', between(0.25, 0.5)), at('q', between(1, 1.25))] }))).toEqual([
      2 - 0.5 - 1.25,
      3 - 0.25 - 1,
    ]);
  });

  it('are those of the same whole, where the parts that are taken off are shares of it', () => {
    const of = between(2, 3);
    const part = (path: string, quantity: AnnotatedQuantity) =>
      at(path, tied({ of, ratios: [at(`${path}.ratio`, quantity)] }));
    // At least half of 2, at most nine tenths of 3; not 2 - 1.5 and 3 - 0.2.
    expect(ends(tied({ of, less: [part('p', between(0.1, 0.5))] }))).toEqual([1, 2.7]);
    // A part that counts as one at most: as if it could be any size by itself.
    const kept = { ...part('p', between(0.1, 0.5)).quantity, bounds: { min: 0, max: 1 } };
    expect(ends(tied({ of, less: [at('p', kept)] }))).toEqual([1, 2.8]);
  });

  it('are those of any answer, and none beyond the place of the number', () => {
    const options = [between(2, 3), between(5, 7)].map((quantity, i) => ({
      name: `${i}`,
      ...at(`o.${i}`, quantity),
    }));
    const choice = { by: 'alternatives.q', weights: [0.5, 0.5], options };
    expect(ends({ value: 1, choice })).toEqual([2, 7]);
    expect(ends({ ...between(-2, 3), bounds: { min: 0, max: 1 } })).toEqual([0, 1]);
  });
});

describe('the range of what is left of a whole', () => {
  const range = (of: AnnotatedQuantity, ...less: { path: string; quantity: AnnotatedQuantity }[]) => {
    const { low, high } = tiedRange({ to: 'numbers.week', of, ratios: [], less });
    return [low, high];
  };
  const week = between(10, 20);
  /** What is left of the week beside a part. */
  const rest = (part: AnnotatedQuantity, of = week): AnnotatedQuantity => {
    const tie = { to: 'numbers.week', of, ratios: [], less: [at('numbers.part', part)] };
    return { ...tiedRange(tie), tie, bounds: { min: 0, max: 100 } };
  };

  it('is that of the same whole, where what is left of it is taken off again', () => {
    // The week less (the week less the part) is the part.
    expect(range(week, at('x.rest', rest(between(2, 4))))).toEqual([2, 4]);
  });

  it('counts what is left in a part as nothing where the whole is too small', () => {
    // 10 less 0 (10 less 25 is none), and 20 less 0 (20 less 25); 20 less 5 lies between.
    expect(range(week, at('x.rest', rest(between(15, 25))))).toEqual([10, 20]);
  });

  it('is largest where a part just comes to nothing', () => {
    const tie = (of: AnnotatedQuantity, ratio: AnnotatedQuantity, part: AnnotatedQuantity, to = 'x') =>
      tiedRange({ to, of, ratios: [at('x.ratio', ratio)], less: [at('part', part)] });
    // Four fifths of the week less what is left beside a course of 8 to 17: at most where the week is the course of 17.
    expect(
      tie(between(16, 24), between(0.6, 0.8), rest(between(8, 17), between(16, 24)), 'numbers.week'),
    ).toMatchObject({
      low: 0,
      high: 13.6,
    });
    // 3 x less what is left of 5 x beside 4, which is nothing up to x = 0.8; its central value of 3.15 - 1.25 lies between.
    const x = between(0.1, 2);
    const five = { to: 'x', of: x, ratios: [at('five', { value: 5 })], less: [at('four', { value: 4 })] };
    const left = { ...tiedRange(five), tie: five, bounds: { min: 0, max: 100 } };
    expect(tie(x, { value: 3 }, left)).toEqual({ value: 1.9, low: 0, high: 2.4 });
  });

  it('is nothing where the parts take all of the whole, without what binary fractions leave', () => {
    const parts = Array.from({ length: 10 }, (_, i) => at(`p.${i}`, { value: 0.1 }));
    expect(range(between(1, 1), ...parts)).toEqual([0, 0]);
  });

  it('is exact with more parts than have all their corners looked at', () => {
    const parts = Array.from({ length: 14 }, (_, i) => at(`p.${i}`, between(0.25, 0.5 + i / 64)));
    const most = parts.reduce((sum, { quantity }) => sum + quantity.high!, 0);
    expect(range(between(20, 40), ...parts)).toEqual([20 - most, 40 - 14 * 0.25]);
  });

  it('is that under answers with weight, which decide of all numbers that hang on a question at once', () => {
    const by = (path: string, weights: number[], ...values: AnnotatedQuantity[]): AnnotatedQuantity => {
      const options = values.map((quantity, i) => ({ name: `${i}`, path: `${path}.${i}`, quantity }));
      return { value: 1, choice: { by: 'alternatives.long', weights, options } };
    };
    const whole = (weights: number[]) => by('week', weights, between(10, 12), between(30, 36));
    const part = (weights: number[]) => by('part', weights, between(1, 2), between(5, 9));
    // Not 10 - 9 and 36 - 1.
    expect(range(whole([0.5, 0.5]), at('p', part([0.5, 0.5])))).toEqual([8, 31]);
    expect(range(whole([0, 1]), at('p', part([0, 1])))).toEqual([21, 31]);
    expect(rangeOfChoice(whole([0.5, 0.5]).choice!)).toEqual({ low: 10, high: 36 });
    expect(rangeOfChoice(whole([0, 1]).choice!)).toEqual({ low: 30, high: 36 });
  });
});
