/**
 * The same bytes on every version of Node.js that is supported. `npm test` compares the version it runs on with the newest that is
 * installed already, `npm run versions` with all: these are installed from the registry, once, into the folder for temporary files.
 */

import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../scenario/temporary-folder.js';
import { filesBelow } from './files.js';
import { install, orWhyNot, start } from './installing.js';

const own = process.versions.node.split('.')[0]!;
const others = ['20', '22', '24'].filter((version) => version !== own);
const isWhole = process.env.DOORSTROOM_VERSIONS === 'all';

const system = process.platform === 'win32' ? 'win' : process.platform;
/** The package that brings a version of Node.js. */
const name = `node-${system}-${process.arch}`;
const folderOf = (version: string) => join(tmpdir(), `doorstroom-${name}-${version}`);
const programIn = (folder: string) => join(folder, 'node_modules', name, 'bin', 'node');

const tested = isWhole
  ? others
  : others.filter((version) => existsSync(programIn(folderOf(version)))).slice(-1);

/** The program of a version of Node.js: its path. Installed where it is not there yet. */
async function nodeOf(version: string): Promise<string> {
  const folder = folderOf(version);
  const program = programIn(folder);
  if (existsSync(program)) return program;
  const unfinished = mkdtempSync(`${folder}-`);
  try {
    await install(unfinished, `${name}@${version}`);
    // Somebody else may have installed it meanwhile.
    if (!existsSync(folder)) renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return program;
}

const doorstroom = resolve('bin/doorstroom.js');
const scenario = resolve('scenarios/alphen-chaam.yaml');
/** A model whose durations have every distribution. */
const model = resolve('tests/fixtures/models/sojourns.yaml');
const small = ['--draws', '4', '--replications', '2', '--workers', '1', '--quiet'];

/** A calibration that is too small to be of use, and goes all the way. */
const calibration = ['--rounds', '60,40', '--persons', '100', '--draws', '10'];

/** The file that says when, where and on which version of Node.js the others were made. */
const MANIFEST = 'manifest.json';

/** What the program writes on a version of Node.js, by the name of the file. */
async function writtenOn(node: string, folder: string): Promise<Record<string, string>> {
  const run = (...args: readonly string[]) => start(node, [doorstroom, ...args], folder);
  await run('run', scenario, '--by', 'education', '--persons', ...small, '--out', 'run');
  await run('model', 'run', model, '--persons', '2000', '--workers', '1', '--quiet', '--out', 'model');
  if (isWhole) await run('calibrate', ...calibration, '--workers', '1', '--quiet', '--out', 'calibration');
  const files = filesBelow(folder).filter((name) => !name.endsWith(MANIFEST));
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

describe('the same bytes', () => {
  it.runIf(tested.length === 0)('on other versions of Node.js', ({ skip }) =>
    skip('no other version is installed; npm run versions installs them'),
  );

  it.for(tested)(`on Node.js ${own} and %s`, { timeout: 240_000 }, async (version, { skip }) => {
    const node = await orWhyNot(nodeOf(version));
    if (typeof node !== 'string') {
      console.warn(`Node.js ${version} is not tested: ${node.message}`);
      return skip(node.message);
    }
    expect(await start(node, ['--print', 'process.versions.node'], '.')).toMatch(
      new RegExp(`^${version}\\.`),
    );
    const digits = (node: string) => start(node, [resolve('tests/package/last-digits.js')], '.');
    expect(await digits(node)).toBe(await digits(process.execPath));
    const here = await writtenOn(process.execPath, folderWith({}));
    const there = await writtenOn(node, folderWith({}));
    expect(Object.keys(here).length).toBeGreaterThan(8);
    expect(there).toEqual(here);
  });
});

describe('arithmetic', () => {
  const sources = filesBelow('src').filter((name) => name.endsWith('.ts'));

  /**
   * Powers have other last digits since Node.js 24 (V8 13). Squares, powers of two and powers of ten from 1 on are the same everywhere; exp, log, sine
   * and cosine too. The bytes above may not show it: files have ten digits.
   */
  it('takes no powers but squares, those of two and those of ten', () => {
    expect(sources.length).toBeGreaterThan(100);
    const powers = sources.flatMap((name) =>
      readFileSync(join('src', name), 'utf8')
        .split('\n')
        .filter((line) => /Math\.pow|(?<!\b(?:2|10)) \*\* (?!2\b)/.test(line))
        .map((line) => `${name}: ${line.trim()}`),
    );
    expect(powers).toEqual([]);
  });
});
