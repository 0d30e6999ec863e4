import { expect, it } from 'vitest';
import { enoughDraws, sayFirst, sayNamedGroups, sayStrongest } from '../../src/output/say-groups.js';
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
  // Two points: all bootstrap samples are nearly the same, and none is what the index is.
  expect(sayStrongest(speaker, [group('few', 0.72, 0.76, 0.763, 0.81)])[0]).toMatch(/of few /);
  // What prints the same is no contradiction.
  expect(sayStrongest(speaker, [group('near', 0.402, 0.4, 0.3, 0.5)])[0]).toContain('near: 40% alone, 40%');
});

it('says no share above all of the variance, and none that may be nearly none or nearly all', () => {
  const input = (path: string, share: number, shareLow: number, shareHigh: number) => ({
    path,
    share,
    shareLow,
    shareHigh,
  });
  expect(sayFirst(speaker, [input('wide', 1.19, 0.02, 2.36), input('most', 1.03, 0.8, 1.2)])).toEqual([
    'Of the variance of the difference of “A” over the parameters, most carries 100%.',
    'How much of the variance wide carries, the draws are too few to tell (--draws takes more).',
  ]);
  expect(sayFirst(speaker, [input('none', 0, 0, 0.1)])).toEqual([]);
});

it('says what the numbers of a group carry together, and of which the draws are too few to tell', () => {
  const carrying = (name: string, share: number, evppi: number, paths = ['a', 'b']) => ({
    name,
    paths,
    share,
    evppi: { value: evppi, error: evppi / 10 },
  });
  const groups = [
    carrying('one', 0.25, 120),
    carrying('worthless', 0.5, Number.NaN),
    carrying('few', Number.NaN, Number.NaN),
    // None of its numbers is uncertain and used: nothing is to be told.
    carrying('idle', Number.NaN, Number.NaN, []),
  ];
  const said = sayNamedGroups(speaker, groups, 'euros', (value) => `€${value}`);
  expect(said).toEqual([
    'The numbers of one together carry 25% of the variance; to know them would be worth €120 a person (standard error €12).',
    'The numbers of worthless together carry 50% of the variance.',
    'What the numbers of few carry together, the draws are too few to tell (--draws takes more).',
  ]);
});

it('says how many draws would tell where no share can be told', () => {
  const input = (path: string, share: number) => ({
    path,
    share,
    shareLow: Number.NaN,
    shareHigh: Number.NaN,
  });
  const few = [input('a', Number.NaN), input('b', Number.NaN)];
  // Of four draws with the same persons three count, and each of 100 numbers takes two: 67 blocks.
  expect(enoughDraws(64, 100)).toBe('268');
  expect([enoughDraws(267, 100), enoughDraws(268, 100)]).toEqual(['268', undefined]);
  expect(sayFirst({ ...speaker, enoughDraws: '268' }, few)).toEqual([
    'How much of the variance any number carries, the draws are too few to tell: it takes some 268 (--draws 268).',
  ]);
  expect(sayFirst({ ...speaker, words: wordsIn('nl'), enoughDraws: '268' }, few)).toEqual([
    "Hoeveel van de variantie van welk getal komt, is uit zo weinig trekkingen niet te zeggen: daar zijn er zo'n 268 voor nodig (--draws 268).",
  ]);
  expect(sayFirst(speaker, few)[0]).toContain('more draws or replications may help');
  // One that is told is told.
  expect(
    sayFirst({ ...speaker, enoughDraws: '268' }, [{ ...input('a', 0.3), shareLow: 0.2, shareHigh: 0.4 }]),
  ).toEqual(['Of the variance of the difference of “A” over the parameters, a carries 30%.']);
  const group = { name: 'few', paths: ['a'], share: Number.NaN, evppi: { value: Number.NaN, error: 0 } };
  expect(sayNamedGroups({ ...speaker, enoughDraws: '268' }, [group], 'euros', String)).toEqual([
    'What the numbers of few carry together, the draws are too few to tell (it takes some 268: --draws 268).',
  ]);
});
