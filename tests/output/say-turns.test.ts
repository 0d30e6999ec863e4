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
      sayTurns(
        speaker,
        [
          turning('a', { ...at, turns: 0.98 }),
          turning('b', { ...at, turns: 0.63 }),
          turning('c', { turns: 0.1 }),
          turning('d', { turns: 0.02 }),
        ],
        [],
      ),
    ).toEqual([
      'On average over all other numbers, the difference of “A” is above 0 if a is 1.5 or more (95% interval: 1.4 to above its range).',
      'Whether it turns within the range of b and c, the draws leave open.',
      'Within the range of d the difference of “A” never turns on average.',
    ]);
  });

  it('says where one that never turns on average does by itself, or under one answer', () => {
    const never = ['a', 'b', 'c', 'd'].map((path) => turning(path, {}));
    const at = (path: string, outcomeAtLow: number, outcomeAtHigh: number, answer?: string) => ({
      path,
      outcomeAtLow,
      outcomeAtHigh,
      given: answer === undefined ? undefined : { question: 'alternatives.q', answer },
    });
    const alone = [
      at('a', -5, -1),
      at('b', -5, 1),
      at('c', 3, -2, 'yes'),
      at('d', 3, 2, 'yes'),
      // Not among those of which it is said.
      at('e', -1, 1),
    ];
    expect(sayTurns(speaker, never, alone)).toEqual([
      'Within the range of a, b, c and d the difference of “A” never turns on average.',
      'With all other numbers at their central values, though, it turns within the range of b.',
      'Under the answer yes to alternatives.q, though, with all other numbers at their central values, it turns within the range of c.',
    ]);
    // Where it turns on average, nothing is set against it.
    expect(sayTurns(speaker, [turning('b', { value: 1.5, direction: 'up', turns: 1 })], alone)).toHaveLength(
      1,
    );
  });
});
