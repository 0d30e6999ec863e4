/** What an editor says of the files that come with doorstroom, by the JSON Schemas that it is given. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  experimentJsonSchema,
  modelJsonSchema,
  scenarioJsonSchema,
} from '../../../src/scenario/check/json-schema.js';
import { packageLibrary } from '../../../src/scenario/load-scenario.js';

// Our own words in a schema, such as units, are for people.
const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
const checkers = {
  scenario: ajv.compile(scenarioJsonSchema(packageLibrary())),
  model: ajv.compile(modelJsonSchema()),
  experiment: ajv.compile(experimentJsonSchema()),
};

/** What is wrong with a text by the schema of its kind: the places. */
function problemsOf(kind: keyof typeof checkers, text: string): string[] {
  const check = checkers[kind];
  check(parse(text));
  return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const filesOf = (kind: keyof typeof checkers, ...folders: readonly string[]) =>
  folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => [kind, join(folder, name)] as const),
  );

it.each([
  ...filesOf('scenario', 'scenarios', 'scenarios/plans', 'data', 'data/regimes'),
  ...filesOf('model', 'scenarios/models'),
  ...filesOf('experiment', 'scenarios/experiments'),
])('the JSON Schema of a %s takes %s', (kind, file) => {
  expect(problemsOf(kind, readFileSync(file, 'utf8'))).toEqual([]);
});

describe('the JSON Schema of a scenario', () => {
  const named = 'name: { nl: "Uren", en: "Hours" }';

  it.each([
    ['a number', `{ ${named}, value: 1, unit: hours }`],
    ['one that is the same as another', `{ ${named}, same_as: numbers.half }`],
    ['what is left of another', `{ ${named}, same_as: numbers.half, less: [numbers.quarter] }`],
    [
      'one that hangs on an answer',
      `{ ${named}, by: alternatives.which, values: { yes: 1, no: { value: 2 } } }`,
    ],
  ])('lets %s have a name where readers see it', (_, text) => {
    expect(problemsOf('scenario', `numbers: { own: ${text} }`)).toEqual([]);
    expect(problemsOf('scenario', `discount_rate: ${text}`)).not.toEqual([]);
  });

  it('refuses a name under an answer, and one that is misspelled', () => {
    const under = `{ by: alternatives.which, values: { yes: { ${named}, same_as: numbers.half }, no: 1 } }`;
    expect(problemsOf('scenario', `numbers: { own: ${under} }`)).not.toEqual([]);
    expect(problemsOf('scenario', 'numbers: { own: { nmae: Own, value: 1 } }')).not.toEqual([]);
  });
});

it('asks for no class of Unicode in a pattern, which checkers in other languages do not know', () => {
  const all = [scenarioJsonSchema(packageLibrary()), modelJsonSchema(), experimentJsonSchema()];
  const patterns = all.flatMap((schema) => JSON.stringify(schema).match(/"pattern":"[^"]*"/g) ?? []);
  expect(patterns.length).toBeGreaterThan(20);
  expect(patterns.filter((pattern) => /\\p\{/i.test(pattern))).toEqual([]);
});
