import { describe, expect, it } from 'vitest';
import { tornado } from '../../../src/analysis/sensitivity/tornado.js';

describe('tornado', () => {
  it('sorts bars by length, from the least to the most outcome', () => {
    const bars = tornado(
      [
        { input: 'nothing', atLow: 5, atHigh: 5 },
        { input: 'unknown', atLow: Number.NaN, atHigh: 9 },
        { input: 'rises', atLow: 4, atHigh: 7 },
        { input: 'falls', atLow: 9, atHigh: 3 },
        { input: 'turns', atLow: 6, atHigh: 8.5 },
      ],
      5,
    );
    expect(bars.map(({ input, from, to, turns }) => [input, from, to, turns])).toEqual([
      ['falls', 3, 9, false],
      ['turns', 5, 8.5, true],
      ['rises', 4, 7, false],
      ['nothing', 5, 5, false],
      ['unknown', Number.NaN, Number.NaN, false],
    ]);
  });
});
