/** The box of the rarer of worse and better. */

import { describe, expect, it } from 'vitest';
import { turnBox } from '../../../src/analysis/sensitivity/box.js';

const ROWS = 1000;
/** 0.5, 1.5, ... in thousandths, and the same in another order. */
const even = Float64Array.from({ length: ROWS }, (_, i) => (i + 0.5) / ROWS);
const mixed = even.map((_, i) => (((i * 387) % ROWS) + 0.5) / ROWS);
const answer = Float64Array.from(even, (_, i) => i % 3);
const inputs = [
  { path: 'a', values: even },
  { path: 'b', values: mixed },
  { path: 'alternatives.held', values: answer, answers: ['no', 'part', 'yes'] },
];

describe('turnBox', () => {
  it('finds where an approach does worse', () => {
    const { outcome, share, box } = turnBox(
      inputs,
      even.map((value) => value - 0.3),
    );
    expect([outcome, share]).toEqual(['worse', 0.3]);
    expect(box!.limits.map(({ input }) => input)).toEqual(['a']);
    // Halfway between the last row in it and the next.
    expect(box!.limits[0]!.high).toBeCloseTo(0.3, 12);
    expect([box!.coverage, box!.density]).toEqual([1, 1]);
  });

  it('finds where it does better if that is rarer, and under which answer', () => {
    const { outcome, share, box } = turnBox(
      inputs,
      even.map((value, i) => (value > 0.5 && answer[i] === 2 ? 1 : -1)),
    );
    expect([outcome, share]).toEqual(['better', 0.167]);
    expect(box!.limits).toMatchObject([
      { input: 'a', high: Number.POSITIVE_INFINITY },
      { input: 'alternatives.held', categories: ['yes'] },
    ]);
    expect([box!.coverage, box!.density]).toEqual([1, 1]);
  });

  it('has no box where it never turns, or where no input is told', () => {
    expect(turnBox(inputs, even)).toMatchObject({ outcome: 'worse', share: 0, box: undefined });
    const never = even.map(() => -1);
    expect(turnBox(inputs, never)).toMatchObject({ outcome: 'better', share: 0, box: undefined });
    expect(
      turnBox(
        [],
        mixed.map((value) => value - 0.5),
      ).box,
    ).toBeUndefined();
  });
});
