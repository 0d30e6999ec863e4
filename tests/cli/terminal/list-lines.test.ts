import { expect, it } from 'vitest';
import { listLines } from '../../../src/cli/terminal/list-lines.js';
import type { Listing } from '../../../src/run/list/list.js';

const plain = (text: string) => text;
const brush = {
  bold: plain,
  dim: plain,
  title: plain,
  good: plain,
  bad: plain,
  doubtful: plain,
  heading: plain,
  rule: plain,
};
const long = 'programme_cost_of_the_municipality';
const listing = {
  title: 'Measures',
  items: [
    { name: long, what: 'Programme costs that the municipality bears' },
    { name: 'x', what: 'X' },
  ],
} as unknown as Listing;
const at = (width: number) =>
  listLines(
    [listing],
    { text: width, table: width, language: 'en' } as Parameters<typeof listLines>[1],
    brush,
  );

it('puts what a name is below it where beside the longest it could not be read', () => {
  expect(at(60)).toEqual(['Measures', long, '  Programme costs that the municipality bears', 'x', '  X']);
});

it('keeps a line for each name where there is room, or nothing is cut', () => {
  const besideIt = (what: string) => `${what}  `.padEnd(long.length + 2);
  const lines = [
    'Measures',
    `${besideIt(long)}Programme costs that the municipality bears`,
    `${besideIt('x')}X`,
  ];
  expect([at(80), at(160)]).toEqual([lines, lines]);
  // What is cut all the same leaves enough to read.
  expect(at(long.length + 2 + 40)[1]).toMatch(/ Programme costs that the municipality b.*…$/);
});
