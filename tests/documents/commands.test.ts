/** The commands of the README, in its order and in one folder, after `npm start` has been there: all of them work. */

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../cli/built-program.js';
import { runHere } from '../cli/program-here.js';
import { folderWith } from '../scenario/temporary-folder.js';
import { blocksOf } from './blocks.js';

/** Words of a command, without quotes. */
const wordsOf = (command: string) =>
  [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);

/** Commands that simulate, and with what they do it in no time. */
const smaller: Readonly<Record<string, readonly string[]>> = {
  compare: ['--draws', '2', '--replications', '1', '--horizon', '2', '--workers', '1'],
  run: ['--draws', '2', '--replications', '1', '--horizon', '2', '--workers', '1'],
  sweep: ['--draws', '2', '--replications', '1', '--base', 'horizon_years=2', '--workers', '1'],
};

/** What a command of a document stands for here: npm installs nothing, and starts as package.json says. */
function argumentsOf(command: string): string[] | undefined {
  const [npx, program, ...rest] = wordsOf(command);
  if (npx === 'npm') return undefined;
  expect([npx, program]).toEqual(['npx', 'doorstroom']);
  // Two result folders are compared without simulating anything.
  const options = rest[0] === 'compare' ? [] : (smaller[rest[0]!] ?? []);
  return [...rest, ...options];
}

describe('the commands of the README', () => {
  const folder = folderWith({});
  const linesOf = (document: string, language: string) =>
    blocksOf(document, language).flatMap((block) => block.trim().split('\n'));
  const listed = [
    linesOf('README.md', 'sh'),
    linesOf('README.md', 'powershell'),
    linesOf('README.nl.md', 'sh'),
  ];

  it('begin with npm start, which compares', () => {
    for (const [first] of listed) expect(first).toMatch(/^npm ci *(&&|;) *npm start$/);
    const { start } = JSON.parse(readFileSync('package.json', 'utf8')).scripts;
    expect(start).toMatch(/doorstroom\.js compare$/);
  });

  // Those of PowerShell and of the Dutch page are for the most part the same: each once.
  it('work one after the other, after npm start', async () => {
    const started = runProgram(folder, 'compare', 'leiden', 'almere', ...smaller.compare!);
    expect(started.status).toBe(0);
    const home = process.cwd();
    const seen = new Set<string>();
    for (const command of new Set(listed.flat())) {
      const args = argumentsOf(command);
      if (args === undefined) continue;
      // Each command once as it is built; with other options in this process, which need not start.
      const isFirst = !seen.has(args[0]!);
      seen.add(args[0]!);
      process.chdir(folder);
      const { status, stderr } = isFirst ? runProgram(folder, ...args) : await runHere(...args);
      process.chdir(home);
      expect([command, status, status === 0 ? '' : stderr]).toEqual([command, 0, '']);
    }
  }, 120_000);

  const hasR = spawnSync('Rscript', ['-e', '1']).status === 0;
  it.runIf(hasR)('leave results that the lines of R read', () => {
    const [code] = blocksOf('README.md', 'r');
    const { status, stdout, stderr } = spawnSync('Rscript', ['-e', code!], { cwd: folder, encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/sequential[\s\S]*parallel[\s\S]*probability_better/);
  });
});
