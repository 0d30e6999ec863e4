/** Numbers by the answer to open questions, by themselves and through what they follow from. */

import { describe, expect, it } from 'vitest';
import type { AnnotatedQuantity, Choice } from '../../../src/domain/parameters/quantity.js';
import { answersIn, byAnswer } from '../../../src/output/package/by-answer.js';

const question = (by: string, values: readonly number[], weights: readonly number[]): Choice => ({
  by: `alternatives.${by}`,
  weights,
  options: values.map((quantity, i) => ({ name: 'abc'[i]!, path: `${by}.values.${i}`, quantity })),
});
const hanging = (...choice: Parameters<typeof question>): AnnotatedQuantity => ({
  value: 0,
  choice: question(...choice),
});
const rest = (of: AnnotatedQuantity, ...less: AnnotatedQuantity[]): AnnotatedQuantity => ({
  value: 0,
  tie: { to: 'whole', of, ratios: [], less: less.map((quantity, i) => ({ path: `part.${i}`, quantity })) },
});
const said = (quantity: AnnotatedQuantity) =>
  byAnswer(quantity).map(({ answers, value }) =>
    [...answers.map(({ alternative, option }) => `${alternative.slice(13)}: ${option}`), value].join(' '),
  );

describe('a number by answer', () => {
  const few = hanging('q', [10, 20, 30], [0.5, 0.5, 0]);

  it('is what it is under each answer that has weight', () => {
    expect(said(few)).toEqual(['q: a 10', 'q: b 20']);
    expect(said({ value: 5 })).toEqual([]);
    const tied = { value: 0, tie: { to: 'x', of: few, ratios: [{ path: 'r', quantity: 0.5 }] } };
    expect(said(tied)).toEqual(['q: a 5', 'q: b 10']);
  });

  it('is what is left of a whole that hangs on it, or from which something is taken that does', () => {
    expect(said(rest(few, { value: 3 }))).toEqual(['q: a 7', 'q: b 17']);
    expect(said(rest({ value: 24 }, { value: 3 }, few))).toEqual(['q: a 11', 'q: b 1']);
  });

  it('is what it is under each combination of answers to several questions', () => {
    const other = hanging('r', [1, 2], [0.3, 0.7]);
    expect(said(rest(few, other))).toEqual(['q: a r: a 9', 'q: a r: b 8', 'q: b r: a 19', 'q: b r: b 18']);
    const both = answersIn([{ share: rest(few, other) }, [few]]);
    expect(both.map(({ positions, weight }) => [[...positions.values()], weight])).toEqual([
      [[0, 0], 0.15],
      [[0, 1], 0.35],
      [[1, 0], 0.15],
      [[1, 1], 0.35],
    ]);
  });
});
