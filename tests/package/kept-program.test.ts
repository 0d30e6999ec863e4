/** The program of the brief commands as the build keeps it compiled. */

import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runHereIn } from '../cli/program-here.js';

const commandLines = [
  [],
  ['--help'],
  ['--version'],
  ['explain', 'leiden'],
  ['explain', 'leiden', 'income.work'],
  ['explain', 'leiden', '--json'],
  ['explain', 'leiden', '--lang', 'nl', '--label', 'derived'],
  ['explain', 'leidn'],
  ['--', 'list'],
  ['--', 'run', 'leidn'],
  ['--help', 'run'],
  ['--lang', 'nl'],
  ['init', 'Mijnstad', '--lang', 'nl'],
  ['list'],
  ['list', 'measures'],
  ['list', 'nothing'],
  ['schema'],
  ['schema', '--kind', 'model'],
  ['trace', 'leiden'],
  ['validate', 'leiden', 'heerlen'],
  ['validate', 'leiden', '--set', 'income.wrk=1'],
  ['validate', 'national', '--targets', '--draws', '4', '--persons', '400'],
];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-program-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const env = { ...process.env, COLUMNS: '100' };

function run(program: string, commandLine: readonly string[]) {
  const cwd = mkdtempSync(join(folder, 'run-'));
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...commandLine], {
    cwd,
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

it('is taken from what V8 kept', () => {
  const asked = `process.stdout.write(String(require(${JSON.stringify(resolve('bin/kept.js'))}).loadKept().script.cachedDataRejected))`;
  expect(execFileSync(process.execPath, ['-e', asked], { encoding: 'utf8' })).toBe('false');
});

it('is read as it is written: without a sign that is no ASCII', () => {
  expect(readFileSync('dist/program/brief.cjs').every((byte) => byte < 128)).toBe(true);
});

describe('says and does what the program does', () => {
  it.each(commandLines.map((commandLine) => [commandLine.join(' '), commandLine] as const))(
    'doorstroom %s',
    async (_, commandLine) => {
      const said = run(resolve('bin/doorstroom.js'), commandLine);
      vi.stubEnv('COLUMNS', env.COLUMNS);
      const whole = await runHereIn(mkdtempSync(join(folder, 'run-')), ...commandLine);
      vi.unstubAllEnvs();
      expect(said).toEqual(whole);
      expect(said.stderr).not.toContain('a bug in');
    },
  );
});

it.each([
  ['nothing is kept', undefined],
  ['what is kept is no code', 'no code'],
  ['what is kept is empty', ''],
])('compiles the program anew where %s', (_, compiled) => {
  const copy = mkdtempSync(join(folder, 'copy-'));
  cpSync('bin', join(copy, 'bin'), { recursive: true });
  mkdirSync(join(copy, 'dist/program'), { recursive: true });
  cpSync('dist/program/brief.cjs', join(copy, 'dist/program/brief.cjs'));
  for (const name of ['scenarios', 'data', 'package.json', 'node_modules', 'dist/kept'])
    symlinkSync(resolve(name), join(copy, name));
  if (compiled !== undefined) writeFileSync(join(copy, 'dist/program/brief.compiled'), compiled);
  const said = run(join(copy, 'bin/doorstroom.js'), ['list', 'regimes']);
  expect(said).toEqual(run(resolve('bin/doorstroom.js'), ['list', 'regimes']));
  expect(said.status).toBe(0);
});

it('hands on all that it says before it ends', () => {
  const slow = `${JSON.stringify(process.execPath)} ${JSON.stringify(resolve('bin/doorstroom.js'))} schema | { sleep 0.5; wc -c; }`;
  const whole = run(resolve('bin/doorstroom.js'), ['schema']).stdout;
  expect(whole.length).toBeGreaterThan(100_000);
  expect(Number(execFileSync('bash', ['-c', slow], { encoding: 'utf8' }))).toBe(Buffer.byteLength(whole));
});
