/** The package as another one uses it: by its name, with its types. */

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blocksOf } from '../documents/blocks.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'user-of-doorstroom-'));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(resolve('.'), join(folder, 'node_modules/doorstroom'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a program of that other package; returns what it prints as data. */
function runThere(program: string, ...args: string[]): unknown {
  writeFileSync(join(folder, 'program.js'), program);
  return JSON.parse(
    execFileSync(process.execPath, ['program.js', ...args], { cwd: folder, encoding: 'utf8' }),
  );
}

const leiden = resolve('scenarios/leiden.yaml');

describe('the package, used by another', () => {
  it('loads a scenario, simulates it and reads the results of the same run: they are the same', () => {
    const found = runThere(`
      import { loadScenario, readResults, simulate } from 'doorstroom';
      import { execFileSync } from 'node:child_process';
      const scenario = loadScenario('${leiden}', ['cohort.size=20']);
      const steps = [];
      const simulated = await simulate(scenario, {
        draws: 4, replications: 2, workers: 1, onProgress: ({ done, total }) => steps.push([done, total]),
      });
      execFileSync(process.execPath, ['${resolve('bin/doorstroom.js')}', 'run', '${leiden}', '--set', 'cohort.size=20',
        '--draws', '4', '--replications', '2', '--workers', '1', '--quiet']);
      const read = await readResults('results/leiden');
      const isMain = (row) => row.measure === 'net_balance_discounted' && row.subgroup === 'all';
      const cell = read.table('differences.csv').find(isMain);
      const row = simulated.differences.find(isMain);
      console.log(JSON.stringify({
        approaches: simulated.approaches,
        steps,
        rows: [simulated.differences.length, read.table('differences.csv').length],
        same: Math.abs(row.estimate - cell.estimate) < 1e-9 * Math.abs(row.estimate),
        persons: [row.persons, cell.persons],
      }));
    `);
    expect(found).toMatchObject({
      approaches: ['sequential', 'parallel'],
      // Four draws of one unit each, told before the first and after every one.
      steps: [
        [0, 4],
        [1, 4],
        [2, 4],
        [3, 4],
        [4, 4],
      ],
      same: true,
      // 4 draws of 2 cohorts of 20.
      persons: [160, 160],
    });
    const { rows } = found as { rows: [number, number] };
    // The file has besides the month, the year and the probability of breaking even.
    expect(rows[1] - rows[0]).toBe(3);
  });

  it('runs the example of src/api/README.md as it stands, where the program has run', () => {
    const [example] = blocksOf('src/api/README.md', 'js');
    // With fewer draws: what it prints is not looked at closely.
    const program = example!.replace('draws: 64', 'draws: 2, replications: 1, workers: 1');
    expect(program).not.toBe(example);
    writeFileSync(join(folder, 'example.js'), program);
    const printed = execFileSync(process.execPath, ['example.js'], { cwd: folder, encoding: 'utf8' });
    expect(printed).toContain("measure: 'net_balance_discounted'");
  });

  it('hears in a Refusal what is wrong, and where', () => {
    writeFileSync(join(folder, 'wrong.yaml'), 'extends: leiden\nname: Wrong\ncohort: { sise: 4 }\n');
    const found = runThere(`
      import { Refusal, loadScenario } from 'doorstroom';
      try {
        loadScenario('wrong.yaml');
      } catch (error) {
        const [{ line, column, message }] = error.diagnostics;
        console.log(JSON.stringify({ isRefusal: error instanceof Refusal, line, column, message }));
      }
    `);
    expect(found).toEqual({
      isRefusal: true,
      line: 3,
      column: 11,
      message: expect.stringContaining('did you mean "size"?'),
    });
  });

  it('gives its types', () => {
    writeFileSync(
      join(folder, 'typed.ts'),
      `import { loadScenario, type Simulation, simulate } from 'doorstroom';
       const simulated: Simulation = await simulate(loadScenario('x.yaml'), { draws: 4 });
       export const estimate: number = simulated.differences[0]!.estimate;
       // @ts-expect-error a number of draws is a number
       await simulate(loadScenario('x.yaml'), { draws: '4' });
      `,
    );
    const flags = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--target', 'es2023'];
    const types = ['--types', 'node', '--typeRoots', resolve('node_modules/@types')];
    const checked = spawnSync(resolve('node_modules/.bin/tsc'), [...flags, ...types, 'typed.ts'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect([checked.status, checked.stdout]).toEqual([0, '']);
  });
});
