/** Files that once took minutes, overflowed the stack or spoke in code, each by what was wrong with it. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planSweep } from '../../src/run/sweep/points.js';
import { formatDiagnostic } from '../../src/scenario/check/diagnostic.js';
import { readExperiment } from '../../src/scenario/experiment/experiment.js';
import { loadScenario, packageLibrary } from '../../src/scenario/load-scenario.js';
import { loadModelFile } from '../../src/scenario/model/model-build.js';
import { readNorms } from '../../src/scenario/tables/norms.js';
import { readTargets } from '../../src/scenario/tables/targets-file.js';
import { folderWith } from '../scenario/temporary-folder.js';
import { people } from '../shipped.js';
import { promise } from './promise.js';

const library = packageLibrary();
const folder = folderWith({});

function messagesOf(text: string, load: typeof loadScenario | typeof loadModelFile = loadScenario): string[] {
  const path = join(folder, 'file.yaml');
  writeFileSync(path, text);
  const said: string[] = [];
  promise(() => {
    const loaded = load(path, library);
    if (loaded.ok) return [];
    said.push(...loaded.diagnostics.map((each) => formatDiagnostic(each).replace(`${folder}/`, '')));
    return loaded.diagnostics;
  });
  return said;
}

/** Nearly as many values as a file may have. */
const MANY = 15_000;
const lines = (line: (i: number) => string, count = MANY) =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');

describe('thousands of values', () => {
  it.each([
    ['unknown names', `extends: national\n${lines((i) => `k${i}: 1`)}\n`, 'unknown name "k0"'],
    ['empty values', `extends: national\n${lines((i) => `k${i}:`)}\n`, 'k0: expected a value'],
    ['repeated names', `extends: national\n${lines(() => 'name: x')}\n`, '"name" occurs twice'],
    ['tags', lines((i) => `k${i}: !x 1`), 'the tag !x is not supported'],
    ['references', `a: &a 1\nb: [${Array(MANY).fill('*a').join(', ')}]\n`, 'repeat their sections'],
    ['bases', `extends: [${Array(MANY).fill('x').join(', ')}]\n`, `expected at most 16 names, got ${MANY}`],
    [
      'wrong entries of a list',
      `extends: national\nself_sufficiency: { sustained_months: 0, states: [${Array(MANY).fill('x').join(', ')}] }\n`,
      'self_sufficiency.states.0: "x" is not valid',
    ],
    [
      'approaches',
      `extends: national\napproaches:\n${lines((i) => `  a${i}: { label: x }`, 3000)}\n`,
      'missing: approaches.a0.course',
    ],
  ])('%s', (_, text, message) => {
    const said = messagesOf(text);
    expect(said.join('\n')).toContain(message);
    expect(said.length).toBeLessThanOrEqual(501);
    promise(() => {
      const model = loadModelFile(join(folder, 'file.yaml'));
      return model.ok ? [] : model.diagnostics;
    });
  });

  it.each([
    ['more values than a file may have', lines((i) => `k${i}: 1`, 21_000)],
    ['a million blank lines', `a: 1${'\n'.repeat(1_000_000)}`],
    ['tabs on every line', lines(() => '\ta: 1', 150_000)],
    ['dashes within dashes', '- '.repeat(500_000)],
    ['a hundred thousand documents', '---\na: 1\n'.repeat(100_000)],
  ])('%s', (_, text) => {
    expect(messagesOf(text)).toEqual([
      expect.stringMatching(/^file\.yaml:\d+:\d+: expected a file of at most 20000 values$/),
    ]);
  });

  it('brackets within brackets', () => {
    expect(messagesOf(`a: ${'['.repeat(1_000_000)}`)).toEqual([
      'file.yaml:1:105: nested more than 100 levels deep',
    ]);
  });
});

describe('a hundred points of a sweep', () => {
  it('are checked in a moment, each', () => {
    const base = loadScenario(join(library.scenarios, 'national.yaml'), library);
    if (!base.ok) throw new Error('the package is broken');
    const values = Array.from({ length: 99 }, (_, i) => 0.01 + i / 1e5);
    promise(() => {
      const { points } = planSweep(base.scenario, { set: [`income.work=${values.join()}`], seed: '1' });
      expect(points).toHaveLength(100);
      return [];
    });
  });
});

describe('values that are no texts', () => {
  const condition = (value: string) =>
    messagesOf(
      `extends: national\nname: x\napproaches: { sequential: { course: { opens: { housing: ${value} } } } }\n`,
    );

  it.each(['{ a: 1 }', '{ toString: 1, valueOf: 2 }', '[[housed]]'])('for a state: %s', (value) => {
    expect(condition(value).join()).toContain('expected a state of track "housing", or a list of states');
  });

  it('for a date', () => {
    const said = messagesOf(
      'extends: national\nname: x\ncohort: { first_permit: { toString: 1, valueOf: 2 } }\n',
    );
    expect(said).toEqual([
      'file.yaml:3:25: cohort.first_permit: expected a date like 2016-01-31, got a section',
    ]);
  });
});

describe('numbers out of bounds', () => {
  it('in the points of a distribution', () => {
    const points = '{ value: 0.05, distribution: quantiles, points: [[0.1, -5], [0.9, 0.1]] }';
    const said = messagesOf(`extends: national\nname: x\nincome: { work: ${points} }\n`);
    expect(said).toEqual([
      expect.stringContaining('income.work.points: points must lie between 0 and 10 (per month), got -5'),
    ]);
  });

  it('in targets: as long as a line', () => {
    const good = readFileSync(join(library.data, 'targets.csv'), 'utf8').split('\n').slice(0, 2);
    const path = join(folder, 'targets.csv');
    writeFileSync(path, good.join('\n').replace(/,(0\.\d+),share/, `,${'9'.repeat(400)},share`));
    const read = readTargets(path, people);
    expect(
      read.ok ? [] : read.diagnostics.map(({ line, column, message }) => [line, column, message]),
    ).toEqual([[2, 6, 'tolerance: expected a number with a point, such as 0.57']]);
  });

  it('in an experiment: steps beyond all numbers', () => {
    const base = loadScenario(join(library.scenarios, 'national.yaml'), library);
    if (!base.ok) throw new Error('the package is broken');
    const path = join(folder, 'experiment.yaml');
    writeFileSync(path, 'kind: grid\npaths:\n  income.work: { from: -1e308, to: 1e308, steps: 3 }\n');
    promise(() => readExperiment(path, base.scenario).diagnostics);
    expect(readExperiment(path, base.scenario).diagnostics).toHaveLength(2);
  });
});

describe('norms', () => {
  const header = 'from,couple,single,single_18_20,unit,label,source\n';
  const row = '2015-01-01,1372.62,960.83,237.16,euros,published,a\n';
  it.each([
    ['', 'norms.csv:1:1: the file is empty'],
    [header, 'norms.csv:1:1: expected at least one norm'],
    [
      header + row.replace('1372.62', ''),
      'norms.csv:2:2: couple: expected euros with a point, such as 1372.62',
    ],
    [
      header + row.replace('1372.62', '"1372,62"'),
      'norms.csv:2:2: couple: expected euros with a point, such as 1372.62',
    ],
    [header + row + row, 'norms.csv:3:1: from: expected a date after 2015-01-01, which stands above it'],
    [header + row.replace(',a\n', '\n'), 'norms.csv:2:7: expected 7 cells, got 6'],
    [
      header.replace('couple', 'cuple') + row,
      'norms.csv:1:2: unknown column "cuple"; did you mean "couple"?',
    ],
    [header.replaceAll(',', ';') + row, 'norms.csv:2:2: expected 7 cells, got'],
    [`${header}"${row}`, 'norms.csv:'],
  ])('%#', (text, message) => {
    writeFileSync(join(folder, 'norms.csv'), text);
    expect(() => readNorms({ ...library, data: folder })).toThrow(message);
  });
});
