/** Disks that are full or read-only, and things in the way: what is said, what is left, and that --resume goes on. */

import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runHere } from '../cli/program-here.js';
import { makeRun } from '../output/report/results.js';
import { readTables } from '../tables.js';
import { expectOneLine, runToEnd, scenario, temporaryFolder } from './started.js';

const small = [scenario, '--draws', '20', '--replications', '2', '--horizon', '1', '--workers', '1'];

/** Runs a program; whether it succeeded. */
function succeeds(program: string, ...args: string[]): boolean {
  return spawnSync(program, args).status === 0;
}

const mount = (folder: string, options: string) =>
  succeeds('mount', '-t', 'tmpfs', '-o', options, 'tmpfs', folder);
const unmount = (folder: string) => succeeds('umount', '--lazy', folder);

/** Whether this user may mount a file system of a chosen size. */
const mountable = (() => {
  const folder = mkdtempSync(join(tmpdir(), 'doorstroom-mount-'));
  const mounted = process.getuid?.() === 0 && mount(folder, 'size=64k');
  if (mounted) unmount(folder);
  rmSync(folder, { recursive: true, force: true });
  return mounted;
})();
if (!mountable) console.warn('full and read-only disks are not tested: only root may mount them');

/** A folder with a small disk mounted at `results`. */
function folderWithDisk(options: string): string {
  const folder = temporaryFolder();
  const disk = join(folder, 'results');
  mkdirSync(disk);
  expect(mount(disk, options)).toBe(true);
  // Runs before the folder's removal, since hooks run in the reverse order.
  onTestFinished(() => void unmount(disk));
  return folder;
}

describe.skipIf(!mountable)('a full disk', () => {
  it('ends the run with advice, leaves nothing half-written and takes nothing away, and can be gone on from', async () => {
    const whole = temporaryFolder();
    expect((await runToEnd(whole, ['run', ...small])).status).toBe(0);
    const expected = readTables(join(whole, 'results/alphen-chaam'));
    const folder = folderWithDisk('size=4m');
    const disk = join(folder, 'results');
    const ballast = join(disk, 'ballast');
    // The checkpoint takes 910 kB and the results 490: full while units are simulated, then when results are written.
    const stages = [
      { path: 'results/.alphen-chaam.checkpoint', room: 150 },
      { path: 'results/alphen-chaam', room: 1100 },
    ];
    for (const { path, room } of stages) {
      writeFileSync(ballast, new Uint8Array((4096 - room) * 1024));
      const { status, stderr } = await runToEnd(folder, ['run', ...small, '--resume']);
      expect(stderr.split('\n').at(-2)).toBe(
        `${path}: the disk is full; make room; then the same command with --resume continues`,
      );
      expect(stderr).not.toContain('.js:');
      expect(status).toBe(1);
      expect(readdirSync(disk).sort()).toEqual(['.alphen-chaam.checkpoint', 'ballast']);
      truncateSync(ballast);
    }
    rmSync(ballast);
    const { status, stderr } = await runToEnd(folder, ['run', ...small, '--resume']);
    expect(stderr).toMatch(/resumed, 20 of 20 units were there\n$/);
    expect(status).toBe(0);
    expect(readdirSync(disk)).toEqual(['alphen-chaam']);
    expect(readTables(join(disk, 'alphen-chaam'))).toEqual(expected);

    // Results that are there stay when there is no room for those that were to replace them.
    writeFileSync(ballast, new Uint8Array(3400 * 1024));
    for (const force of [['--force'], []]) {
      const replaced = await runToEnd(folder, ['run', ...small, '--seed', '2', ...force]);
      expect([replaced.status, replaced.stderr]).toEqual([1, expect.stringContaining('the disk is full')]);
      expect(readTables(join(disk, 'alphen-chaam'))).toEqual(expected);
    }

    // There is room for what is simulated, but not for the results themselves: those before are not moved away for nothing.
    writeFileSync(ballast, new Uint8Array((4096 - 500 - 1100) * 1024));
    const late = await runToEnd(folder, ['run', ...small, '--seed', '2', '--resume', '--force']);
    expect(late.stderr.split('\n').at(-2)).toMatch(/^results\/alphen-chaam: the disk is full/);
    const later = await runToEnd(folder, ['run', ...small, '--seed', '2', '--resume']);
    expect(later.stderr.split('\n').at(-2)).toMatch(/^results\/alphen-chaam: the disk is full/);
    expect(readdirSync(disk)).not.toContain('earlier');
    expect(readTables(join(disk, 'alphen-chaam'))).toEqual(expected);
  });
});

describe.skipIf(!mountable)('a full disk under a bare model', () => {
  it('ends the run with advice, and the run can be gone on from', async () => {
    const model = resolve('tests/fixtures/models/groups.yaml');
    const args = ['model', 'run', model, '--persons', '120000', '--workers', '1', '--resume'];
    const whole = temporaryFolder();
    expect(await runToEnd(whole, args)).toEqual({ status: 0, stderr: '' });
    const folder = folderWithDisk('size=256k');
    const ballast = join(folder, 'results/ballast');
    // Room for the sums of two of the four units, which take 4.4 kB each.
    writeFileSync(ballast, new Uint8Array((256 - 12) * 1024));
    const full = await runToEnd(folder, args);
    expect(full).toEqual({
      status: 1,
      stderr:
        'results/.groups.checkpoint: the disk is full; make room; then the same command with --resume continues\n',
    });
    rmSync(ballast);
    expect(await runToEnd(folder, args)).toEqual({
      status: 0,
      stderr: 'groups: resumed, 2 of 4 units were there\n',
    });
    expect(readdirSync(join(folder, 'results'))).toEqual(['groups']);
    for (const file of ['means.csv', 'probabilities.csv'])
      expect(readFileSync(join(folder, 'results/groups', file), 'utf8')).toBe(
        readFileSync(join(whole, 'results/groups', file), 'utf8'),
      );
  });
});

describe.skipIf(!mountable)('a read-only disk', () => {
  it('is said so before anything is simulated', async () => {
    const folder = folderWithDisk('ro');
    for (const command of [
      ['run', ...small],
      ['sweep', scenario, '--set', 'cohort.size=40,50'],
    ]) {
      const { status, stderr } = await runToEnd(folder, [...command, '--draws', '10000']);
      // Nothing is there to go on with.
      expect(stderr).toMatch(/^results\/\S+: this disk is read-only; choose another folder with --out\n$/);
      expectOneLine(stderr);
      expect(status).toBe(1);
    }
  });
});

/** Commands that write when they have done everything else, by the option that says where. */
const writers: readonly (readonly [string, string, (source: string, out: string) => string[]])[] = [
  ['report', '--out', (source, out) => ['report', source, '--format', 'md', '--out', out]],
  ['charts', '--out', (source, out) => ['charts', source, '--out', out]],
  ['init', '--file', (_, out) => ['init', 'x', '--file', join(out, 'x.yaml')]],
  ['trace', '--csv-file', (_, out) => ['trace', scenario, '--csv-file', join(out, 'x.csv')]],
  ['explain', '--csv-file', (_, out) => ['explain', scenario, '--csv-file', join(out, 'x.csv')]],
];

describe.skipIf(!mountable)('a command that only writes', () => {
  it.each(writers)(
    '%s says that the disk is full or read-only, and leaves nothing',
    async (_, option, args) => {
      const source = temporaryFolder();
      makeRun(source, 'leiden');
      const disk = join(folderWithDisk('size=64k'), 'results');
      writeFileSync(join(disk, 'ballast'), new Uint8Array(64 * 1024));
      for (const [out, message] of [
        [disk, 'the disk is full; make room'],
        // Node.js says of a new folder on a read-only disk that something is not there.
        [join(disk, 'new/folder'), `this disk is read-only; choose another .* with ${option}`],
      ] as const) {
        const { status, stderr } = await runHere(...args(join(source, 'leiden'), out));
        expect(stderr).toMatch(new RegExp(`^${disk}\\S*/[a-z][\\w-]*\\.(md|svg|yaml|csv): ${message}\n$`));
        expect(status).toBe(1);
        expect(readdirSync(disk)).toEqual(['ballast']);
        expect(succeeds('mount', '-o', 'remount,ro', disk)).toBe(true);
      }
    },
  );
});

describe.skipIf(!mountable)('a comparison of results', () => {
  it('promises no --resume, which it does not have', async () => {
    const source = temporaryFolder();
    const results = ['leiden', 'almere'].map((name) => {
      makeRun(source, name);
      return join(source, name);
    });
    const disk = join(folderWithDisk('size=64k'), 'results');
    writeFileSync(join(disk, 'ballast'), new Uint8Array(64 * 1024));
    for (const message of [
      'the disk is full; make room',
      'this disk is read-only; choose another folder with --out',
    ]) {
      const { status, stderr } = await runHere('compare', ...results, '--out', join(disk, 'c'));
      expect([status, stderr]).toEqual([1, `${join(disk, 'c/variants.csv')}: ${message}\n`]);
      expect(readdirSync(disk)).toEqual(['ballast']);
      expect(succeeds('mount', '-o', 'remount,ro', disk)).toBe(true);
    }
  });
});

describe.skipIf(process.platform !== 'linux')('standard output', () => {
  const program = resolve('bin/doorstroom.js');
  it('that is full is said so', () => {
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [program, 'schema'], {
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([1, 'standard output: the disk is full; make room\n']);
  });

  it('that nobody reads any more is no fault', () => {
    const { status, stderr } = spawnSync(
      'bash',
      ['-c', `set -o pipefail; ${process.execPath} ${program} schema | true`],
      {
        encoding: 'utf8',
      },
    );
    expect([status, stderr]).toEqual([0, '']);
  });
});

describe('something in the way', () => {
  const file = /^afile\S*: a file is in the way of a folder; choose another folder with --out/;
  const folder = /^afolder\/\.alphen-chaam\.checkpoint: a folder is in the way of a file/;
  it.each([
    ['a file where the folder for results would be', 'afile', file, [], 2],
    ['a file above it', 'afile/below', file, [], 2],
    ['a folder where the checkpoint would be', 'afolder', folder, ['--force'], 1],
    ['a folder where the checkpoint would be read', 'afolder', folder, ['--resume'], 1],
  ])('as %s is named, and left alone', async (_, out, message, more, ending) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'afile'), 'mine');
    mkdirSync(join(folder, 'afolder/.alphen-chaam.checkpoint'), { recursive: true });
    const args = ['run', ...small, '--draws', '10000', '--out', out, ...more];
    const { status, stderr } = await runToEnd(folder, args);
    expect(stderr).toMatch(message);
    expectOneLine(stderr);
    expect(status).toBe(ending);
    expect(readFileSync(join(folder, 'afile'), 'utf8')).toBe('mine');
    expect(readdirSync(folder)).toEqual(['afile', 'afolder']);
    expect(readdirSync(join(folder, 'afolder'))).toEqual(['.alphen-chaam.checkpoint']);
  });
});
