import { describe, expect, it } from 'vitest';
import { type SaidTurning, sayTurns } from '../../src/output/say-turns.js';
import { en } from '../../src/output/words/en/all.js';

const speaker = {
  words: en,
  approach: '“A”',
  nameOf: (path: string) => path,
  answerName: (_: string, answer: string) => answer,
  sayNumber: String,
};

const turning = (path: string, part: Partial<SaidTurning>): SaidTurning => ({
  ...{
    path,
    range: [1, 2],
    value: undefined,
    isAboveAtLow: false,
    low: Number.NaN,
    high: Number.NaN,
    turns: 0,
  },
  ...part,
});

describe('sayTurns', () => {
  it('tells a value only where all but a fortieth of the regressions cross 0', () => {
    const at = { value: 1.5, direction: 'up', low: 1.4, high: Number.POSITIVE_INFINITY };
    expect(
      sayTurns(speaker, [
        turning('a', { ...at, turns: 0.98 }),
        turning('b', { ...at, turns: 0.63 }),
        turning('c', { turns: 0.1 }),
        turning('d', { turns: 0.02 }),
      ]),
    ).toEqual([
      'On average over all other numbers, the difference of “A” is above 0 if a is 1.5 or more (95% interval: 1.4 to above its range).',
      'Whether it turns within the range of b and c, the draws leave open.',
      'Within the range of d the difference of “A” never turns on average.',
    ]);
  });
});
