/** What the public functions refuse, as the command line does: a program in plain JavaScript may pass anything. */

import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  loadScenario,
  Refusal,
  readResults,
  type SimulateOptions,
  simulate,
  taskOfScenario,
} from '../../src/api/index.js';
import { numberColumn, type Table } from '../../src/output/package/columns.js';
import { writeRun } from '../../src/output/package/run.js';
import { folderWith } from '../scenario/temporary-folder.js';

const scenario = loadScenario('smallingerland', ['cohort.size=10', 'horizon_years=2']);
const saidOf = (error: unknown) =>
  error instanceof Refusal ? error.message : `not refused: ${String(error)}`;
const refusalOf = (options: unknown) =>
  simulate(scenario, options as SimulateOptions).then(() => 'accepted', saidOf);
/** What a call refuses, with whatever arguments. */
function refusedBy(call: (...args: never[]) => unknown, ...args: readonly unknown[]): string {
  try {
    (call as (...all: readonly unknown[]) => unknown)(...args);
    return 'accepted';
  } catch (error) {
    return saidOf(error);
  }
}

describe('an option that is none', () => {
  it.each([
    [{ draws: 0 }, 'draws: expected a whole number from 1 to 100000, got 0'],
    [{ draws: -1 }, 'draws: expected a whole number from 1 to 100000, got -1'],
    [{ draws: 1.5 }, 'draws: expected a whole number from 1 to 100000, got 1.5'],
    [{ draws: '4' }, 'draws: expected a whole number from 1 to 100000, got "4"'],
    [{ draws: Number.NaN }, 'draws: expected a whole number from 1 to 100000, got NaN'],
    [{ draws: 100_001 }, 'draws: expected a whole number from 1 to 100000, got 100001'],
    [{ replications: 0 }, 'replications: expected a whole number from 1 to 1000000, got 0'],
    [{ replications: 2.5 }, 'replications: expected a whole number from 1 to 1000000, got 2.5'],
    [{ workers: 0 }, 'workers: expected a whole number from 1 to 1024, got 0'],
    [{ workers: 1025 }, 'workers: expected a whole number from 1 to 1024, got 1025'],
    [{ seed: 7 }, 'seed: expected a text, got 7'],
    [{ by: 1 }, 'by: expected a text, got 1'],
    [{ draws: 2, drawz: 3 }, 'options: no option "drawz"; did you mean "draws"?'],
    [
      { length: 2 },
      'options: no option "length"; expected one of: draws, replications, seed, by, workers, onProgress, signal',
    ],
    ['x', 'options: expected an object, such as { draws: 64 }, got "x"'],
    [null, 'options: expected an object, such as { draws: 64 }, got null'],
    [[64], 'options: expected an object, such as { draws: 64 }, got a list'],
    [new Map([['draws', 2]]), 'options: expected an object, such as { draws: 64 }, got a Map'],
    [{ onProgress: 'x' }, 'onProgress: expected a function, got "x"'],
    [{ signal: {} }, 'signal: expected an AbortSignal, got an object'],
  ])('is refused: %j', async (options, message) => {
    expect(await refusalOf(options)).toBe(message);
  });

  it('is refused for a task as well, and one left out is not', () => {
    expect(() => taskOfScenario(scenario, { draws: 0 })).toThrow(Refusal);
    expect(refusedBy(taskOfScenario, scenario, { workers: 2 })).toMatch(/^options: no option "workers"; /);
    const leftOut = { draws: 2, replications: undefined, by: undefined } as unknown as SimulateOptions;
    expect(taskOfScenario(scenario, leftOut).draws).toBe(2);
  });

  it('is refused of the horizon where the scenario is loaded', () => {
    expect(() => loadScenario('leiden', ['horizon_years=0'])).toThrow(/horizon_years: expected at least 1/);
    expect(() => loadScenario('leiden', ['horizon_years=1.5'])).toThrow(/expected a whole number/);
  });
});

describe('a scenario that is none', () => {
  it.each([
    ['leiden', 'got "leiden"; did you mean loadScenario("leiden")?'],
    [{}, 'got an object'],
    [undefined, 'got undefined'],
    [null, 'got null'],
  ])('is refused: %j', async (given, got) => {
    const message = `scenario: expected what loadScenario returns, ${got}`;
    expect(await simulate(given as never, { draws: 2 }).then(() => 'accepted', saidOf)).toBe(message);
    expect(refusedBy(taskOfScenario, given)).toBe(message);
  });
});

describe('what to load', () => {
  const list = 'settings: expected a list of texts, such as ["cohort.size=40"]';
  const path = 'path: expected the name or the path of a scenario, such as "leiden"';
  it.each([
    [[], `${path}, got undefined`],
    [[4], `${path}, got 4`],
    [['a\0b'], `${path}, got "a\\u0000b"`],
    [['leiden', 'cohort.size=40'], `${list}, got "cohort.size=40"`],
    [['leiden', { 'cohort.size': 40 }], `${list}, got an object`],
    [['leiden', null], `${list}, got null`],
    [['leiden', ['cohort.size=40', 4]], 'settings[1]: expected a text, such as "cohort.size=40", got 4'],
    [['leidn'], 'no scenario "leidn" in this folder or in the package; did you mean "leiden"?'],
  ])('is refused: %j', (args, message) => {
    expect(refusedBy(loadScenario, ...args)).toBe(message);
  });

  it('is refused in words for a program, which has no options of a command', () => {
    expect(refusedBy(loadScenario, 'leiden', ['cohort.sise=40', 'regime=x', 'cohort.size=-1'])).toBe(
      [
        'settings: cohort.sise=40: no such path "cohort.sise"; did you mean "cohort.size"?',
        'settings: cohort.size=-1: cohort.size: expected at least 1 (persons), got -1',
        'settings: regime=x: "regime" cannot be changed by a setting: what it names has been read by then; make a scenario of its own',
      ].join('\n'),
    );
    expect(refusedBy(taskOfScenario, scenario, { draws: 100_000, replications: 1_000_000 })).toMatch(
      /lower the draws, the replications or cohort\.size$/,
    );
  });
});

describe('results', () => {
  const table: Table<number> = {
    file: 'estimates.csv',
    title: 'x',
    columns: [numberColumn('value', '', (value) => value)],
    rows: [1, 2],
  };
  const date = new Date(0);
  const nothing = { inputs: [], settings: [], warnings: { en: [], nl: [] }, commandLine: [] };
  const record = { title: 'x', version: '0', seed: '1', draws: 2, replications: 1, workers: 1, ...nothing };

  it('refuse the name of a table that they have not, and a folder that is none', async () => {
    const folder = join(folderWith({}), 'run');
    writeRun(folder, [table], 'standard', { ...record, started: date, finished: date });
    const results = await readResults(folder);
    expect(results.table('estimates.csv')).toEqual([{ value: 1 }, { value: 2 }]);
    for (const [name, said] of [
      ['estimate.csv', 'FOLDER has no file "estimate.csv"; did you mean "estimates.csv"?'],
      ['../x', 'FOLDER has no file "../x"; expected one of: estimates.csv'],
      [undefined, 'FOLDER has no file undefined; expected one of: estimates.csv'],
    ] as const)
      expect(refusedBy(results.table, name)).toBe(`table: ${said.replace('FOLDER', folder)}`);
    expect(await readResults(4 as never).catch(saidOf)).toBe(
      'folder: expected the path of a result folder, such as "results/leiden", got 4',
    );
  });

  it('refuse a table with a cell that cannot be read, where it is asked for', async () => {
    const folder = join(folderWith({}), 'run');
    writeRun(folder, [table], 'standard', { ...record, started: date, finished: date });
    appendFileSync(join(folder, 'estimates.csv'), 'x\n');
    const results = await readResults(folder);
    expect(refusedBy(results.table, 'estimates.csv')).toMatch(
      /estimates\.csv:4:1: value: expected a number, such as 0\.57, got "x"$/,
    );
  });
});
