/** The package as others get it: packed from a fresh copy of the sources, installed in another folder, run from there. */

import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runHere } from '../cli/program-here.js';
import { linksOf, pathsIn } from '../documents/links.js';
import { folderWith } from '../scenario/temporary-folder.js';
import { readTables } from '../tables.js';
import { filesBelow } from './files.js';
import { install, orWhyNot, start } from './installing.js';

const notCopied = new Set(['node_modules', 'dist', 'results', 'coverage', '.git']);

/** A copy of the sources with the packages of this one, and with what an earlier build might have left. */
function copyOfSources(): string {
  const folder = folderWith({ 'dist/cli/left-over.js': '' });
  cpSync('.', folder, { recursive: true, filter: (path) => !notCopied.has(relative('.', path)) });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  return folder;
}

let tarball: string;
let packed: string[];

/** Whether the package holds a file or a folder. */
const holds = (path: string) => packed.some((each) => each === path || each.startsWith(`${path}/`));

/** What the program and each of its commands say to `--help`. */
async function helps(): Promise<string[]> {
  const helpOf = async (...command: string[]) => (await runHere(...command, '--help')).stdout;
  const whole = await helpOf();
  const commands = [...whole.slice(whole.indexOf('Commands:')).matchAll(/^ {2}([a-z]+)/gm)].map(
    ([, name]) => name!,
  );
  const each = [];
  for (const name of commands.filter((name) => name !== 'help')) each.push(await helpOf(name));
  return [whole, ...each, await helpOf('model', 'run')];
}

beforeAll(async () => {
  const folder = copyOfSources();
  const [made] = JSON.parse(await start('npm', ['pack', '--json'], folder));
  tarball = join(folder, made.filename);
  packed = made.files.map(({ path }: { path: string }) => path);
}, 120_000);

describe('the package', () => {
  it('is built when it is packed, from nothing', () => {
    const sources = filesBelow('src').filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'));
    const built = packed.filter((name) => /^dist\/(?!program\/).*\.js$/.test(name));
    const fromSources = sources.map((name) => `dist/${name.replace(/\.ts$/, '.js')}`);
    // What is written in AssemblyScript becomes one file, and what runs in a browser one in each language.
    expect(built.filter((name) => !fromSources.includes(name))).toEqual([
      'dist/output/page/program.en.js',
      'dist/output/page/program.nl.js',
    ]);
    const together = /[/](?:assembly|browser)[/]/;
    expect(fromSources.filter((name) => !built.includes(name) && !together.test(name))).toEqual([]);
    expect(packed).toContain('dist/engine/kernel.wasm');
  });

  it('holds the program in few files, with the licences of what is in them', () => {
    const files = packed.filter((name) => name.startsWith('dist/program/'));
    const entries = [
      'main.js',
      'standard-output.js',
      'worker.js',
      'brief.cjs',
      'brief.compiled',
      'licences.txt',
    ];
    expect(entries.filter((name) => !files.includes(`dist/program/${name}`))).toEqual([]);
    const licences = readFileSync('dist/program/licences.txt', 'utf8');
    expect(licences.match(/^zod \d/m)).not.toBeNull();
  });

  it('finds its files from any module of any build: each that looks stands one folder below src', () => {
    const looking = filesBelow('src').filter((name) =>
      readFileSync(`src/${name}`, 'utf8').includes('import.meta.url'),
    );
    expect(looking.length).toBeGreaterThan(2);
    expect(looking.filter((name) => name.split('/').length !== 2)).toEqual([]);
  });

  it('holds no maps, no files of the build, no sources and no tests', () => {
    expect(packed.filter((name) => /(\.map|(?<!\.d)\.ts|\.tsbuildinfo)$/.test(name))).toEqual([]);
    expect(packed.filter((name) => /^(src|tests)\//.test(name) && !name.endsWith('.md'))).toEqual([]);
  });

  it('holds what its exports name, with their types', () => {
    const { exports } = JSON.parse(readFileSync('package.json', 'utf8'));
    const named = Object.values(exports).flatMap((target) =>
      typeof target === 'string' ? [target] : Object.values(target as object),
    );
    expect(named.length).toBeGreaterThan(4);
    expect(named.filter((path) => !packed.includes(path.replace('./', '')))).toEqual([]);
  });

  it('holds the job scripts, the data and every scenario', () => {
    const all = ['bin', 'data', 'scenarios'].flatMap((folder) =>
      filesBelow(folder).map((name) => `${folder}/${name}`),
    );
    expect(all.length).toBeGreaterThan(25);
    expect(all.filter((name) => !packed.includes(name))).toEqual([]);
  });

  it('holds what its documents link to', () => {
    const documents = packed.filter((name) => name.endsWith('.md'));
    expect(documents).toContain('README.md');
    const lost = documents.flatMap((name) =>
      linksOf(readFileSync(name, 'utf8'))
        .map(({ path }) => relative('.', join(dirname(name), path)))
        .filter((path) => path !== '' && !holds(path))
        .map((path) => `${name} links to ${path}`),
    );
    expect(lost).toEqual([]);
  });

  it('holds what its documents name, where they do not say that they are about the repository', () => {
    // What the changelog names was there at the time.
    const documents = packed.filter((name) => name.endsWith('.md') && name !== 'CHANGELOG.md');
    const outside = documents.flatMap((name) =>
      pathsIn(readFileSync(name, 'utf8'))
        .filter((path) => [path, relative('.', join(dirname(name), path))].every((each) => !holds(each)))
        .map((path) => ({ name, path })),
    );
    expect(new Set(outside.map(({ name }) => name))).toContain('CONTRIBUTING.md');
    expect(outside.filter(({ name }) => !readFileSync(name, 'utf8').includes('not in the package'))).toEqual(
      [],
    );
  });

  it('holds the files that the helps name', async () => {
    const named = (await helps()).join('\n').match(/\b(?:bin|data|scenarios|src|tests)\/[\w/.-]*\w/g) ?? [];
    expect(named).not.toEqual([]);
    expect(named.filter((path) => !holds(path))).toEqual([]);
  });

  it('runs Leiden where it is installed', { timeout: 180_000 }, async ({ skip }) => {
    const home = folderWith({ 'package.json': '{ "private": true }' });
    const missing = await orWhyNot(install(home, tarball));
    if (missing !== undefined) {
      console.warn(`the installed package is not tested: ${missing.message}`);
      return skip(missing.message);
    }
    const elsewhere = join(home, 'work');
    mkdirSync(elsewhere);
    const program = join(home, 'node_modules', '.bin', 'doorstroom');
    const installed = join(home, 'node_modules', 'doorstroom');
    const doorstroom = (...args: readonly string[]) => start(program, args, elsewhere);

    const small = ['--draws', '2', '--replications', '1', '--workers', '2', '--quiet'];
    await doorstroom('run', join(installed, 'scenarios', 'leiden.yaml'), ...small);
    const estimates = readTables(join(elsewhere, 'results', 'leiden'))['estimates.csv']!;
    expect(estimates).toContain('months_to_self_sufficiency_median');

    // A scenario made elsewhere finds what it extends.
    await doorstroom('init', 'Mijn stad');
    await doorstroom('validate', 'mijn-stad.yaml');
  });
});
