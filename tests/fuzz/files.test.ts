/** No file makes a reader crash, hang or speak in stack traces: every refusal has a place and a message. */

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/scenario/check/diagnostic.js';
import { readExperiment } from '../../src/scenario/experiment/experiment.js';
import { loadScenario, packageLibrary } from '../../src/scenario/load-scenario.js';
import { loadModelFile } from '../../src/scenario/model/model-build.js';
import { readTargets } from '../../src/scenario/tables/targets-file.js';
import { BlockRunner } from '../../src/simulation/bare-model/model-block.js';
import { runUnit } from '../../src/simulation/cohort/draw-run.js';
import { people, taskOf } from '../shipped.js';
import { anyBytes, bombs, mutated } from './mutations.js';
import { cases, promise } from './promise.js';

const library = packageLibrary();
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const textsIn = (path: string) =>
  readdirSync(path)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readFileSync(join(path, name), 'utf8'));

function write(name: string, bytes: Buffer | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

const check = (bytes: fc.Arbitrary<Buffer>, read: (bytes: Buffer) => readonly Diagnostic[], weight = 1) =>
  fc.assert(
    fc.property(bytes, (each) => promise(() => read(each))),
    cases(weight),
  );

function readScenario(bytes: Buffer | string): readonly Diagnostic[] {
  const loaded = loadScenario(write('scenario.yaml', bytes), library);
  if (!loaded.ok) return loaded.diagnostics;
  // What is accepted must also run.
  const { tree } = loaded.scenario;
  const task = taskOf(tree);
  const result = runUnit(
    { ...task, tree: { ...tree, cohort: { ...tree.cohort, size: 3 } } },
    { draw: 0, first: 0, count: 1 },
  );
  for (const { totals } of result.approaches)
    expect(totals.every((total) => Number.isFinite(total))).toBe(true);
  return [];
}

function readModel(bytes: Buffer | string): readonly Diagnostic[] {
  const loaded = loadModelFile(write('model.yaml', bytes));
  if (!loaded.ok) return loaded.diagnostics;
  const { moments } = new BlockRunner(loaded.built, [1, 2], 5).run(0);
  expect(moments.mean.every((mean) => !Number.isNaN(mean))).toBe(true);
  return [];
}

describe('a scenario file', () => {
  it('is accepted and runs, or is refused with a place', () => {
    check(mutated([...textsIn('scenarios'), ...textsIn('scenarios/plans')]), readScenario, 2);
  });

  it('may be any bytes', () => check(anyBytes, readScenario));

  it.each(bombs)('may be %s', (_, text) => promise(() => readScenario(text)));

  it('never shows what is in a file that it builds on', () => {
    for (const path of ['/etc/passwd', '../../../../../../../etc/passwd', '/dev/zero', '.', folder]) {
      promise(() => readScenario(`extends: ${JSON.stringify(path)}\nname: x\n`));
      promise(() => readScenario(`extends: national\nposterior: ${JSON.stringify(path)}\nname: x\n`));
    }
  });

  it('may build on itself, or in a circle', () => {
    promise(() => readScenario('extends: ./scenario.yaml\nname: x\n'));
    write('other.yaml', 'extends: ./scenario.yaml\n');
    promise(() => readScenario('extends: ./other.yaml\nname: x\n'));
  });
});

describe('a model file', () => {
  it('is accepted and runs, or is refused with a place', () => {
    check(mutated([...textsIn('scenarios/models'), ...textsIn('tests/fixtures/models')]), readModel);
  });

  it.each(bombs)('may be %s', (_, text) => promise(() => readModel(text)));
});

describe('an experiment file', () => {
  const loaded = loadScenario(join(library.scenarios, 'national.yaml'), library);
  if (!loaded.ok) throw new Error('the package is broken');
  const read = (bytes: Buffer | string) => {
    return readExperiment(write('experiment.yaml', bytes), loaded.scenario).diagnostics;
  };

  it('is accepted, or is refused with a place', () =>
    check(mutated(textsIn('tests/fixtures/experiments')), read));

  it.each(bombs)('may be %s', (_, text) => promise(() => read(text)));
});

describe('a targets file', () => {
  const good = readFileSync('data/targets.csv', 'utf8');
  const short = good.split('\n').slice(0, 6).join('\n');
  const read = (bytes: Buffer | string) => {
    const result = readTargets(write('targets.csv', bytes), people);
    return result.ok ? [] : result.diagnostics;
  };
  const cell = fc.constantFrom(
    '',
    '"',
    'a"b',
    '=1+1',
    ';',
    '1,5',
    '1e400',
    'NaN',
    '-1',
    '2',
    '\r',
    'x'.repeat(9999),
    '\u0000',
  );

  it('is accepted, or is refused with a place', () => {
    check(mutated([good, short]), read);
    const cells = fc.tuple(fc.nat(5), fc.nat(10), cell).map(([line, column, value]) => {
      const lines = short.split('\n').map((text) => text.split(','));
      lines[line]![column] = value;
      return Buffer.from(lines.map((fields) => fields.join(',')).join('\n'));
    });
    check(cells, read);
  });

  it('may be any bytes', () => check(anyBytes, read));
});

describe('a posterior', () => {
  const posterior = `${library.data}/posteriors/cbs-2014`;
  const draws = readFileSync(join(posterior, 'posterior.csv'), 'utf8').split('\n').slice(0, 5).join('\n');
  const parameters = readFileSync(join(posterior, 'parameters.csv'), 'utf8');

  it('is accepted, or is refused with a place', () => {
    const read = (bytes: Buffer, file: string) => {
      write('posterior.csv', draws);
      write('parameters.csv', parameters);
      write(file, bytes);
      return readScenario(`extends: national\nname: x\nposterior: ${JSON.stringify(folder)}\n`);
    };
    check(mutated([draws]), (bytes) => read(bytes, 'posterior.csv'), 4);
    check(mutated([parameters]), (bytes) => read(bytes, 'parameters.csv'), 4);
  });
});
