import { expect, it } from 'vitest';
import { meanLines } from '../../../src/cli/terminal/model-means.js';
import type { ModelRun } from '../../../src/run/model/model.js';

const plain = (text: string) => text;
const brush = new Proxy({}, { get: () => plain }) as Parameters<typeof meanLines>[3];

it('gives an error to two digits, with a mark between thousands', () => {
  const of = (mean: number, mcse: number) => ({
    name: 'r',
    nominal: { mean, mcse },
    discounted: { mean, mcse },
  });
  const run = {
    persons: 1000,
    states: [],
    rewards: [of(70_000, 1_234), of(12, 0.5), of(12, 0.0996), of(12, 0)],
    milestones: [],
  } as unknown as ModelRun;
  const errors = (language: 'nl' | 'en') =>
    meanLines(run, 'results', { language, table: 80, text: 80 }, brush)
      .filter((line) => line.startsWith('reward '))
      .map((line) => line.trim().split(/ +/).at(-1));
  expect(errors('nl')).toEqual(['1.200', '0,50', '0,10', '0']);
  expect(errors('en')).toEqual(['1,200', '0.50', '0.10', '0']);
});
