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
  const documents = ['README.md', 'README.nl.md'];
  const shells = ['sh', 'powershell'];

  it('begin with npm start, which compares', () => {
    for (const document of documents)
      for (const shell of shells) expect(linesOf(document, shell)[0]).toMatch(/^npm ci *(&&|;) *npm start$/);
    const { start } = JSON.parse(readFileSync('package.json', 'utf8')).scripts;
    expect(start).toMatch(/doorstroom\.js compare$/);
  });

  const done = new Set<string>();
  const seen = new Set<string>();
  const home = process.cwd();

  /** Runs the commands of a document; those of PowerShell and of the other page are in part the same: each once. */
  async function runCommandsOf(document: string): Promise<void> {
    for (const command of shells.flatMap((shell) => linesOf(document, shell))) {
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

  describe.each(documents)('of %s', (document) => {
    it('work one after the other, after npm start', async () => {
      if (done.size === 0)
        expect(runProgram(folder, 'compare', 'leiden', 'almere', ...smaller.compare!).status).toBe(0);
      await runCommandsOf(document);
    }, 120_000);

    it.runIf(hasR)('leave results that the lines of R read', () => {
      const [code] = blocksOf(document, 'r');
      const { status, stdout, stderr } = spawnSync('Rscript', ['-e', code!], {
        cwd: folder,
        encoding: 'utf8',
      });
      expect([status, stderr]).toEqual([0, '']);
      expect(stdout).toMatch(/sequential[\s\S]*parallel[\s\S]*probability_better/);
      // Numbers, that is, which stand without quotes and with a decimal point: the mean months on bijstand within two years.
      expect(Number(/sequential +(\d+\.\d+)/.exec(stdout)?.[1])).toBeGreaterThan(1);
    });

    // Where there is no Stata, at least the names are held: of files, columns and measures.
    it('leave results that have what the lines of Stata name', () => {
      const [code] = blocksOf(document, 'stata');
      let columns: string[] = [];
      for (const line of code!.trim().split('\n')) {
        const file = /^import delimited "([^"]+)"/.exec(line)?.[1];
        if (file !== undefined) {
          const text = readFileSync(join(folder, file), 'utf8');
          columns = text.slice(0, text.indexOf('\n')).trim().split(/[;,]/).slice(1);
          const isDutch = text.startsWith('\uFEFF');
          expect([line, line.includes('delimiters(";") stringcols(_all)')]).toEqual([line, isDutch]);
        } else {
          const named = [
            ...(/^(?:list|destring) ([\w ]+?)(?= if|,|$)/.exec(line)?.[1]?.split(' ') ?? []),
            ...[...line.matchAll(/(\w+) ==/g)].map(([, name]) => name!),
          ];
          expect([line, named.length > 0]).toEqual([line, true]);
          expect([line, named.filter((name) => !columns.includes(name))]).toEqual([line, []]);
        }
      }
    });
  });
});
