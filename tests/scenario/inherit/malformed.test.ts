/** Numbers that follow from others are followed before the schema is asked: their parts may still be anything. */

import { describe, expect, it } from 'vitest';
import { loadScenario, packageLibrary } from '../../../src/scenario/load-scenario.js';
import { readingOnce } from '../../../src/scenario/yaml/yaml-file.js';
import { promise } from '../../fuzz/promise.js';
import { folderWith } from '../temporary-folder.js';
import { activity, approach, price, problemsOf, twins } from '../twins.js';

const wrong = [
  '~',
  'true',
  '5',
  '-1',
  '""',
  '"a.b"',
  '"numbers.price"',
  '[]',
  '[~]',
  '[5]',
  '[[]]',
  '[{}]',
  '["numbers.price", 5]',
  '{}',
  '{ a: ~ }',
  '{ value: ~ }',
  '{ value: 1, low: ~, points: 5 }',
  '{ same_as: ~ }',
  '{ by: ~ }',
  '{ same_as: numbers.price, less: ~ }',
  '{ by: alternatives.q, values: ~ }',
];

const tie = { same_as: 'numbers.price', ratio: '2', less: '[numbers.part]', note: '"as there"' };
const chosen = { by: 'alternatives.q', values: '{ y: 1, n: 2 }', unit: 'euros', note: '"as there"' };
const question = {
  question: 'Q',
  holds: 'y',
  options: '{ y: { weight: 0.5, label: Y }, n: { weight: 0.5, label: N } }',
};
const numbers = { price, part: '{ value: 10, low: 5, high: 20, points: [[0.1, 6], [0.9, 18]] }' };

type Parts = Readonly<Record<string, string>>;
const written = (parts: Parts) =>
  `{ ${Object.entries(parts)
    .map(([name, text]) => `${name}: ${text}`)
    .join(', ')} }`;

/** A scenario with one of these numbers; `head` in place of what they are tied to. */
const scenarioWith = (cost: string, head: { q?: string; numbers?: string } = {}) =>
  twins(
    approach(activity(price)),
    approach(activity(cost)),
    `alternatives: { q: ${head.q ?? written(question)} }\nnumbers: ${head.numbers ?? written(numbers)}`,
  );

/** Each part of something, with all that it must not be. */
const withWrong = (parts: Parts) =>
  Object.keys(parts).flatMap((name) =>
    wrong.map((text): [string, string] => [`${name}: ${text}`, written({ ...parts, [name]: text })]),
  );

const library = packageLibrary();
const reader = readingOnce();
function keeps(text: string): void {
  const folder = folderWith({ 'a.yaml': text });
  promise(() => {
    const loaded = loadScenario(`${folder}/a.yaml`, library, [], undefined, reader);
    return loaded.ok ? [] : loaded.diagnostics;
  });
}

describe('is refused with its place, or read', () => {
  it.each(withWrong(tie))('a tie with %s', (_, cost) => keeps(scenarioWith(cost)));
  it.each(withWrong(chosen))('a number by answers with %s', (_, cost) => keeps(scenarioWith(cost)));
  it.each(wrong.map((text) => [text, written({ y: '1', n: text })]))('an answer with %s', (_, values) =>
    keeps(scenarioWith(written({ ...chosen, values }))),
  );
  it.each(withWrong(question))('a question with %s', (_, q) => keeps(scenarioWith(written(chosen), { q })));
  it.each(withWrong(numbers))('what a tie names with %s', (_, named) =>
    keeps(scenarioWith(written(tie), { numbers: named })),
  );
});

it.each([
  ['~', 'expected a list, got nothing'],
  ['numbers.part', 'expected a list, got "numbers.part"'],
  ['[5]', '0: expected a text, got 5'],
])('says what is wrong with what is taken off: %s', (less, message) => {
  const said = problemsOf(scenarioWith(written({ ...tie, less }))).join('\n');
  expect(said).toContain('per_month.less');
  expect(said).toContain(message);
});
