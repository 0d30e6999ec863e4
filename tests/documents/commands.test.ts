/** The commands of both READMEs, in their order and in one folder, after `npm start` has been there: all of them work. */

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../cli/built-program.js';
import { runHere } from '../cli/program-here.js';
import { folderWith } from '../scenario/temporary-folder.js';
import { blocksOf } from './blocks.js';

/** Words of a command, without quotes. */
const wordsOf = (command: string) =>
  [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);

/** Commands that simulate, and with what they do it in no time. */
const tiny = ['--draws', '2', '--replications', '1', '--workers', '1'];
const smaller: Readonly<Record<string, readonly string[]>> = {
  compare: [...tiny, '--horizon', '2', '--set', 'cohort.size=40'],
  run: [...tiny, '--horizon', '2', '--set', 'cohort.size=40'],
  sweep: [...tiny, '--base', 'horizon_years=2', '--base', 'cohort.size=40'],
  // The pages write the same file in one folder, each in its language.
  init: ['--force'],
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

describe('the commands of the READMEs', () => {
  const folder = folderWith({});
  const linesOf = (document: string, language: string) =>
    blocksOf(document, language).flatMap((block) => block.trim().split('\n'));
  // Read here, since tests go to another folder.
  const documents = ['README.md', 'README.nl.md'].map((name) => ({
    name,
    shells: [linesOf(name, 'sh'), linesOf(name, 'powershell')],
    r: linesOf(name, 'r').join('\n'),
    stata: linesOf(name, 'stata'),
  }));

  it('begin with npm start, which compares', () => {
    for (const [first] of documents.flatMap(({ shells }) => shells))
      expect(first).toMatch(/^npm ci *(&&|;) *npm start$/);
    const { start } = JSON.parse(readFileSync('package.json', 'utf8')).scripts;
    expect(start).toMatch(/doorstroom\.js compare$/);
  });

  const done = new Set<string>();
  const seen = new Set<string>();
  const home = process.cwd();

  /** Runs commands; those of PowerShell and of the other page are in part the same: each once. */
  async function runOnce(commands: readonly string[]): Promise<void> {
    for (const command of commands) {
      const args = argumentsOf(command);
      if (args === undefined || done.has(command)) continue;
      done.add(command);
      // Each command once as it is built; with other options in this process, which need not start.
      const isFirst = !seen.has(args[0]!);
      seen.add(args[0]!);
      process.chdir(folder);
      const { status, stderr } = isFirst ? runProgram(folder, ...args) : await runHere(...args);
      process.chdir(home);
      expect([command, status, status === 0 ? '' : stderr]).toEqual([command, 0, '']);
    }
  }

  const hasR = spawnSync('Rscript', ['-e', '1']).status === 0;

  describe.each(documents)('of $name', ({ shells, r, stata }) => {
    it('work one after the other, after npm start', async () => {
      if (done.size === 0) {
        const started = runProgram(folder, 'compare', 'leiden', 'almere', ...smaller.compare!);
        expect(started.status).toBe(0);
      }
      await runOnce(shells.flat());
    }, 120_000);

    it.runIf(hasR)('leave results that the lines of R read', () => {
      const { status, stdout, stderr } = spawnSync('Rscript', ['-e', r], { cwd: folder, encoding: 'utf8' });
      expect([status, stderr]).toEqual([0, '']);
      expect(stdout).toMatch(/sequential[\s\S]*parallel[\s\S]*probability_better/);
      // R has read numbers, not texts with a decimal comma: here the mean months on bijstand within two years.
      expect(Number(/sequential +(\d+\.\d+)/.exec(stdout)?.[1])).toBeGreaterThan(1);
    });

    // Nothing here runs Stata: held is that the files have what its lines name, and the form in which they are read.
    it('leave results that have what the lines of Stata name', () => {
      let text = '';
      for (const line of stata) {
        const file = /^import delimited "([^"]+)"/.exec(line)?.[1];
        if (file !== undefined) {
          text = readFileSync(join(folder, file), 'utf8');
          const isRead = line.includes(' delimiters(";") stringcols(_all)') ? 'as Dutch' : 'as it is';
          expect([line, isRead]).toEqual([line, text.startsWith('\uFEFF') ? 'as Dutch' : 'as it is']);
          continue;
        }
        // The mark at the beginning of a Dutch file may cling to the first column.
        const [, ...columns] = text.slice(0, text.indexOf('\n')).trim().split(/[;,]/);
        const [, listed = ''] = /^(?:list|destring) ([\w ]+?)(?= if|,|$)/.exec(line) ?? [];
        const asked = [...line.matchAll(/(\w+) == "(\w+)"/g)];
        const named = [...listed.split(' ').filter(Boolean), ...asked.map(([, name]) => name!)];
        expect([line, named.length > 0]).toEqual([line, true]);
        expect([line, named.filter((name) => !columns.includes(name))]).toEqual([line, []]);
        const values = asked.map(([, , value]) => value!);
        expect([line, values.filter((value) => !new RegExp(`[;,]${value}[;,]`).test(text))]).toEqual([
          line,
          [],
        ]);
      }
    });
  });
});
