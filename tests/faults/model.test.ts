/** Bare models that are killed, interrupted or changed half-way: they go on to the same bytes, or begin anew. */

import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectOneLine, holdsMore, makeFolder, runToEnd, start, temporaryFolder, until } from './started.js';

const text = readFileSync(resolve('tests/fixtures/models/groups.yaml'), 'utf8');
const command = ['model', 'run', 'groups.yaml', '--persons', '250000', '--workers', '1'];
const units = 8;
const checkpoint = 'results/.groups.checkpoint';
/** Bytes of a checkpoint that some units have been put into. */
const some = 1000;
/** Bytes of one that has nearly all of them, 4.4 kB each. */
const nearlyAll = 30_000;
const kills = Number(process.env.DOORSTROOM_FAULT_RUNS ?? 2);

/** A new folder with the model in it. */
function folderWithModel(model: string, make = temporaryFolder): string {
  const folder = make();
  writeFileSync(join(folder, 'groups.yaml'), model);
  return folder;
}

/** The tables of a run and what describes them. */
function readResults(folder: string): string[] {
  const files = ['means.csv', 'probabilities.csv', 'datapackage.json'];
  return files.map((file) => readFileSync(join(folder, 'results/groups', file), 'utf8'));
}

let whole: string[];
/** The checkpoint of a run that was killed half-way. */
let torn: string;
beforeAll(async () => {
  const folder = folderWithModel(text, makeFolder);
  expect(await runToEnd(folder, command)).toEqual({ status: 0, stderr: '' });
  whole = readResults(folder);
  rmSync(join(folder, 'results'), { recursive: true });
  const run = start(folder, command);
  await until(() => holdsMore(join(folder, checkpoint), some), run);
  run.child.kill('SIGKILL');
  await run.ended;
  torn = join(folder, checkpoint);
  return () => rmSync(folder, { recursive: true });
});

/** A folder with a model and the checkpoint of the run that was killed half-way. */
function folderWithTorn(model: string): string {
  const folder = folderWithModel(model);
  mkdirSync(join(folder, 'results'));
  copyFileSync(torn, join(folder, checkpoint));
  return folder;
}

const foreign =
  /^groups: the checkpoint is of another run \(scenario, options or version\) or damaged; started again\ngroups: the checkpoint of an interrupted run was there; it is kept as results\/(\.groups\.checkpoint-[0-9a-f]{12}), and the same options as then with --resume go on with it\n$/;

/** Resumes a run to its end; how many units were there. */
async function resume(folder: string, more: readonly string[] = []): Promise<number> {
  const { status, stderr } = await runToEnd(folder, [...command, ...more, '--resume']);
  expect(status).toBe(0);
  const [, kept] = /^groups: resumed, (\d+) of \d+ units (?:was|were) there\n$/.exec(stderr) ?? [];
  const [, aside] = foreign.exec(stderr) ?? [];
  expect([kept, aside].filter((each) => each !== undefined)).toHaveLength(1);
  const left = readdirSync(join(folder, 'results'));
  expect(left).toEqual(aside === undefined ? ['groups'] : [aside, 'groups']);
  return Number(kept ?? 0);
}

describe('a bare model', { timeout: 60_000 + kills * 10_000 }, () => {
  it('that is killed at any moment is resumed to the same bytes', async () => {
    const folder = folderWithModel(text);
    for (let i = 0; i < kills; i++) {
      rmSync(join(folder, 'results'), { recursive: true, force: true });
      const run = start(folder, command);
      // Spread over the units, each time at another moment of its part.
      const moment = ((i + Math.random()) / kills) * nearlyAll;
      await until(() => holdsMore(join(folder, checkpoint), moment), run);
      run.child.kill('SIGKILL');
      await run.ended;
      if (existsSync(join(folder, 'results/groups'))) expect(readResults(folder)).toEqual(whole);
      else await resume(folder);
      expect(readResults(folder)).toEqual(whole);
    }
  });

  it('that is interrupted keeps what was done; a second run into its folder is refused', async () => {
    const folder = folderWithModel(text);
    const run = start(folder, command);
    await until(() => holdsMore(join(folder, checkpoint), some), run);
    run.child.kill('SIGSTOP');
    const second = await runToEnd(folder, [...command, '--resume', '--force']);
    expect(second.stderr).toContain(`another run (process ${run.child.pid}) is at work there`);
    expectOneLine(second.stderr);
    expect(second.status).toBe(2);
    run.child.kill('SIGINT');
    run.child.kill('SIGCONT');
    const advice = 'interrupted; what was complete is kept, and the same command with --resume continues\n';
    expect(await run.ended).toEqual({ status: 130, stderr: advice });
    expect(readdirSync(join(folder, 'results'))).toEqual(['.groups.checkpoint']);
    const kept = await resume(folder);
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(units);
    expect(readResults(folder)).toEqual(whole);
  });

  it('that was edited meanwhile begins anew', async () => {
    const edited = text.replace('hazard: 0.03', 'hazard: 0.04');
    const folder = folderWithTorn(edited);
    expect(await resume(folder)).toBe(0);
    const fresh = folderWithModel(edited);
    expect(await runToEnd(fresh, command)).toEqual({ status: 0, stderr: '' });
    expect(readResults(folder)).toEqual(readResults(fresh));
    expect(readResults(folder)).not.toEqual(whole);
  });

  it.each([
    ['--seed', '2'],
    ['--persons', '9000'],
  ])('that is run with another %s begins anew', async (...more) => {
    const folder = folderWithTorn(text);
    expect(await resume(folder, more)).toBe(0);
    // What was kept of the first is gone on with when it is asked for again.
    const { stderr } = await runToEnd(folder, [...command, '--resume']);
    expect(stderr).toMatch(/^groups: resumed, [1-7] of 8 units (?:was|were) there\n/);
    expect(readResults(folder)).toEqual(whole);
    // The results that had taken its place are kept as well.
    expect(readdirSync(join(folder, 'results'))).toEqual(['earlier', 'groups']);
    expect(readdirSync(join(folder, 'results/earlier'))).toEqual(['groups-1']);
  });

  it('of which only a comment was edited goes on', async () => {
    const folder = folderWithTorn(text.replace('# Two groups', '# Both groups'));
    expect(await resume(folder)).toBeGreaterThan(0);
    expect(readResults(folder)).toEqual(whole);
  });
});
