import { expect, it } from 'vitest';
import { saySameDraws } from '../../src/output/same-draws.js';

const answer = (question: string, label: string, draws: number, ...estimates: number[]) => {
  return { question, label, draws, estimates };
};

it('answers to two questions that hold in the same draws are named, and no others', () => {
  const answers = [
    answer('A', 'talks', 4, 120.5, Number.NaN),
    answer('A', 'course', 4, 7, 2),
    answer('B', 'no', 4, 120.5, Number.NaN),
    // As many draws of another kind, fewer, and one question's own answer.
    answer('B', 'yes', 4, 7, 3),
    answer('C', 'none', 3, 7, 2),
    answer('A', 'same question', 4, 7, 2),
  ];
  expect(saySameDraws(answers, 'en')).toEqual([
    'With so few parameter draws “talks” and “no” hold in the same draws: their rows are alike, and nothing tells what either does. Ask for more draws.',
  ]);
  expect(saySameDraws(answers, 'nl')).toHaveLength(1);
  const [both] = saySameDraws([answer('A?', 'Yes', 1, 5), answer('B?', 'Yes', 1, 5)], 'en');
  expect(both).toContain('“A? Yes” and “B? Yes”');
  // Without any difference from the reference all answers are alike, whatever their draws.
  expect(saySameDraws([answer('A', 'x', 4, 0), answer('B', 'y', 4, 0)], 'en')).toEqual([]);
});
