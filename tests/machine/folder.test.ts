/** What stands under a final name is complete, whatever is in the way and whoever was killed before. */

import { spawn, spawnSync } from 'node:child_process';
import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { writeFolder, writeTogether, writeWhole } from '../../src/machine/folder.js';
import { makeFolder } from '../../src/machine/made-folder.js';
import { folderWith } from '../scenario/temporary-folder.js';

const nobody = 2 ** 22 + 1;
const leftOf = (name: string, pid: number) => `.${name}.${hostname()}.${pid}.tmp`;
const contents = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8');

it('is made over what a killed process of the same number left, as containers give it', () => {
  const left = leftOf('run', process.pid);
  const folder = folderWith({
    [join(left, 'half.csv')]: 'half',
    [join(`${left}.old`, 'a.csv')]: 'old',
    'run/a.csv': 'x',
  });
  writeFolder(join(folder, 'run'), { 'b.csv': 'new' });
  expect(readdirSync(folder)).toEqual(['run']);
  expect(readdirSync(join(folder, 'run'))).toEqual(['b.csv']);
});

it('comes back where the process that was replacing it was killed', () => {
  const left = leftOf('run', nobody);
  const folder = folderWith({ [join(left, 'a.csv')]: 'new', [join(`${left}.old`, 'a.csv')]: 'old' });
  mkdirSync(join(folder, 'x.csv'));
  // A write that fails takes nothing away: a file's name cannot lead through another file.
  expect(() => writeFolder(join(folder, 'run'), { 'b.csv': '', 'b.csv/c': '' })).toThrow('ENOTDIR');
  expect(readdirSync(folder).sort()).toEqual(['run', 'x.csv']);
  expect(contents(folder, 'run/a.csv')).toBe('old');
});

it('appears with what belongs to it, or not at all', () => {
  const folder = folderWith({ 'a.md': 'old', taken: 'mine' });
  const files = ['a.md', 'a.svg', 'taken/b.svg'].map((name) => ({
    path: join(folder, name),
    content: 'new',
  }));
  const failure = expect(() => writeTogether(files));
  failure.toThrow(expect.objectContaining({ path: join(folder, 'taken/b.svg') }));
  expect(readdirSync(folder).sort()).toEqual(['a.md', 'taken']);
  expect(contents(folder, 'a.md')).toBe('old');
  writeTogether(files.slice(0, 2));
  expect(['a.md', 'a.svg'].map((name) => contents(folder, name))).toEqual(['new', 'new']);
});

it('is what a link leads to', () => {
  const folder = folderWith({ 'elsewhere/a.csv': 'old' });
  symlinkSync('elsewhere/a.csv', join(folder, 'link.csv'));
  writeWhole(join(folder, 'link.csv'), 'new');
  expect(lstatSync(join(folder, 'link.csv')).isSymbolicLink()).toBe(true);
  expect(contents(folder, 'elsewhere/a.csv')).toBe('new');
});

it.skipIf(process.platform === 'win32')('never takes the place of a pipe or device', async () => {
  const folder = folderWith({});
  const pipe = join(folder, 'pipe');
  expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
  const reader = spawn('cat', [pipe]);
  onTestFinished(() => void reader.kill());
  const read = new Promise((done) => reader.stdout.once('data', (bytes) => done(String(bytes))));
  writeWhole(pipe, 'events');
  expect(lstatSync(pipe).isFIFO()).toBe(true);
  expect(await read).toBe('events');
});

it('has its folders made, or says why they cannot be', () => {
  const folder = folderWith({ file: '' });
  makeFolder(join(folder, 'a/b/c'));
  writeFileSync(join(folder, 'a/b/c/d'), '');
  makeFolder(join(folder, 'a/b'));
  expect(() => makeFolder(join(folder, 'file/below'))).toThrow('ENOTDIR');
});

it.skipIf(process.platform !== 'linux')('is refused by a file system that makes no folders', () => {
  // Node.js itself tries without end.
  expect(() => makeFolder('/proc/doorstroom/results')).toThrow('ENOENT');
});
