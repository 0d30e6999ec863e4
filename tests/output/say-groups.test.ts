import { expect, it } from 'vitest';
import { sayStrongest } from '../../src/output/say-groups.js';
import { wordsIn } from '../../src/output/words/words.js';

const speaker = {
  words: wordsIn('en'),
  approach: '“A”',
  nameOf: (path: string) => path,
  answerName: (_: string, answer: string) => answer,
  sayNumber: String,
};
const group = (name: string, first: number, total: number, low: number, high: number) => ({
  name,
  first,
  total,
  totalLow: low,
  totalHigh: high,
});

it('keeps Sobol indices to itself of which the points are too few to tell', () => {
  expect(sayStrongest(speaker, [])).toEqual([]);
  const known = group('known', 0.3, 0.4, 0.3, 0.5);
  // A total below the part alone is chance; so is one anywhere between 0.1 and 0.7.
  const below = group('below', 0.53, 0.43, 0.3, 0.5);
  const wide = group('wide', 0.2, 0.41, 0.1, 0.7);
  const [said, unsaid] = sayStrongest(speaker, [known, below, wide]);
  expect(said).toContain('known: 30% alone, 40% together with others.');
  expect(said).not.toContain('53%');
  expect(unsaid).toMatch(/too few to tell the Sobol indices of below and wide /);
  expect(sayStrongest(speaker, [wide])).toHaveLength(1);
});
