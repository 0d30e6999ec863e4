/** `doorstroom pilot`, its charts and its report, on a few persons: files agree with each other, and what cannot be is refused. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { addPilotCommand } from '../../src/cli/commands/pilot.js';
import { chartsOf } from '../../src/output/charts/all.js';
import { readRunFolder } from '../../src/output/package/run-folder.js';
import { analysisReport } from '../../src/output/report/analysis-report.js';
import { pilotChapter } from '../../src/output/report/build-pilot-report.js';
import type { Progress } from '../../src/run/caller.js';
import { pilot } from '../../src/run/pilot/pilot.js';
import type { PilotOptions } from '../../src/run/pilot/plan.js';
import { folderWith } from '../scenario/temporary-folder.js';
import { readTables } from '../tables.js';
import { expectDescribed, rowsOf } from './in-folder.js';
import { runHere } from './program-here.js';

const folder = folderWith({});
const few = ['--draws', '8', '--replications', '2', '--workers', '1', '--set', 'cohort.size=30'];
const asked = ['--persons', '90000,40', '--months', '24', '--fixed-cost', '1000', '--decides-for', '5'];
const run = (...args: string[]) => runHere('pilot', 'leiden', ...few, ...args, '--out', folder);

describe('pilot', () => {
  const results = join(folder, 'pilot-leiden');
  let ended: Awaited<ReturnType<typeof run>>;
  beforeAll(async () => {
    vi.stubEnv('COLUMNS', '70');
    ended = await run(...asked);
    vi.unstubAllEnvs();
  });

  it('writes what each pilot would tell, smallest first', () => {
    expect(ended.status).toBe(0);
    const rows = rowsOf(join(results, 'pilot.csv'));
    expect(rows.map(({ persons, months }) => `${persons} ${months}`)).toEqual(['40 24', '90000 24']);
    const [small, large] = rows as [Record<string, string>, Record<string, string>];
    // A cohort of 30 a year is 2.5 persons a month: 16 months and 24.
    expect([small.months_until_choice, small.measure]).toEqual(['40', 'self_sufficient_share']);
    // Nobody is left to decide for after 90,000 have been followed.
    expect(Number(large.people)).toBe(0);
    // 1,000 for the whole, nothing for each: the rest is what half of 40, and of 90,000, lose: as much a person.
    expect([small.cost_following, large.cost_following]).toEqual(['1000', '1000']);
    expect((Number(large.cost) - 1000) / 45_000).toBeCloseTo((Number(small.cost) - 1000) / 20, 4);
    expect(Number(large.cost)).toBeGreaterThan(1000);
    expect(Number(small.width)).toBeGreaterThan(Number(large.width));
    expectDescribed(results);
    const { resources } = JSON.parse(readFileSync(join(results, 'datapackage.json'), 'utf8'));
    expect(resources.map(({ path }: { path: string }) => path)).toEqual([
      'pilot.csv',
      'decision.csv',
      'frontier.csv',
      'plane.csv',
    ]);
  });

  it('says on the terminal and in both reports whether one tells and is worth it', () => {
    const said = ended.stdout.replaceAll(/\s+/g, ' ');
    expect(said).toMatch(/(No pilot of “[^”]*” of up to 90,000 people can tell|A pilot of “[^”]*” with )/);
    expect(said).not.toMatch(/NaN|undefined|Infinity/);
    expect(ended.stdout.split('\n').filter((line) => line.length > 70 && !line.includes(results))).toEqual(
      [],
    );
    for (const language of ['en', 'nl'] as const) {
      const made = analysisReport(pilotChapter(readRunFolder(results), [], language));
      // What is said of money stands before the tables, and not alone on a page after the last.
      const annex = made.blocks.findIndex((block) => block.kind === 'heading' && block.apart === true);
      expect(made.blocks[annex - 1]!.kind).toBe('table');
      const report = JSON.stringify(made);
      expect(report).toContain(
        language === 'en' ? 'The pilot worth running' : 'De proef die de moeite waard is',
      );
      expect(report).toMatch(
        language === 'en' ? /With 8\sdraws the standard error/ : /Met 8\strekkingen kan/,
      );
      expect(report).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  it('rounds money to whole euros at the finest, whatever its error', () => {
    const [table] = pilotChapter(readRunFolder(results), [], 'en').tables;
    const cells = table!.rows.flatMap((row) => row.slice(5).map(({ text }) => text));
    expect(cells).toHaveLength(4);
    for (const text of cells) expect(text).toMatch(/^(–|-?[\d,]+)$/);
  });

  it('tells how the choice stands at each willingness to pay', () => {
    const rows = rowsOf(join(results, 'decision.csv'));
    const at = (willingness: string) => rows.filter((row) => row.willingness === willingness);
    const [reference, own] = at('0');
    const [, later] = at('10000');
    // Of the same draws: net benefit rises evenly.
    const [, last] = at('300000');
    const perEuro = (Number(later!.net_benefit) - Number(own!.net_benefit)) / 10_000;
    expect(Number(last!.net_benefit)).toBeCloseTo(Number(own!.net_benefit) + 300_000 * perEuro, 4);
    expect(reference!.net_benefit).toBe('0');
    expect(rows.filter(({ frontier }) => frontier === 'true')).toHaveLength(31);
    // Where the line crosses 0, between the values that are listed.
    const [begin, turn] = rowsOf(join(results, 'frontier.csv'));
    expect(begin).toMatchObject({ willingness_from: '0', willingness_from_error: '' });
    expect(Number(turn!.willingness_from)).toBeCloseTo(-Number(own!.net_benefit) / perEuro, 2);
    expect(Number(turn!.willingness_from) % 10_000).not.toBe(0);
    const charts = chartsOf(readRunFolder(results), 'nl').map(({ name }) => name);
    expect(charts[0]).toBe('pilot-parallel');
  });

  it('goes on where it was interrupted, and gives the same bytes', async () => {
    const read = (out: string) => readFileSync(join(out, 'pilot-leiden', 'pilot.csv'), 'utf8');
    const again = join(folder, 'again');
    const options = [...few, ...asked];
    const stop = new AbortController();
    const program = new Command().exitOverride();
    let given: PilotOptions | undefined;
    addPilotCommand(program, () => undefined, { breakdowns: [] });
    const command = program.commands[0]!.action((_: string, own: PilotOptions) => {
      given = own;
    });
    await command.parseAsync(['leiden', ...options, '--out', again], { from: 'user' });
    const caller = {
      note: () => undefined,
      commandLine: [],
      signal: stop.signal,
      onProgress: ({ done }: Progress) => {
        if (done >= 2) stop.abort();
      },
    };
    await expect(pilot('leiden', given!, caller)).rejects.toThrow();
    expect(existsSync(join(again, 'pilot-leiden'))).toBe(false);
    const going = ['--resume', '--lang', 'nl', '--out', again];
    const { status, stderr, stdout } = await runHere('pilot', 'leiden', ...options, ...going);
    expect([status, stderr]).toEqual([
      0,
      expect.stringMatching(/Leiden: hervat, \d van de \d eenheden waren er al/),
    ]);
    expect(read(again)).toBe(read(folder));
    const said = stdout.replaceAll(/\s+/g, ' ');
    expect(said).toMatch(/Leiden: een proef met ‘.*Gemeten: deel zelfredzaam\. .*weggeschreven naar /);
    expect(said).not.toMatch(/ (persons|pilot|the|draws) /);
    expect(existsSync(join(again, '.pilot-leiden.checkpoint'))).toBe(false);
    // Complete now: nothing is left to do, unless something else is asked.
    const complete = await runHere('pilot', 'leiden', ...options, '--resume', '--out', again);
    expect([complete.status, complete.stdout, complete.stderr]).toEqual([
      0,
      '',
      expect.stringMatching(/^pilot-leiden: complete already, nothing to do; the results are in .*\n$/),
    ]);
    const other = await runHere(
      'pilot',
      'leiden',
      ...options,
      '--resume',
      '--out',
      again,
      '--fixed-cost',
      '7',
    );
    expect([other.status, other.stderr]).toEqual([2, expect.stringContaining('of other settings')]);
  });

  it('gives the same bytes in shards, and says when one is missing', async () => {
    const shards = join(folder, 'shards');
    const part = (shard: string) =>
      runHere('pilot', 'leiden', ...few, ...asked, '--quiet', '--shard', shard, '--out', shards);
    expect((await part('1/2')).status).toBe(0);
    expect(await runHere('merge', shards)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('shard 2/2 of pilot-leiden is missing'),
    });
    expect((await part('2/2')).status).toBe(0);
    const merged = await runHere('merge', shards);
    expect([merged.status, merged.stdout]).toEqual([
      0,
      expect.stringContaining('a pilot of “JAS 24 x 24” against “Sequential”'),
    ]);
    expect(readTables(join(shards, 'pilot-leiden'))).toEqual(readTables(results));
    expect(await runHere('merge', shards, '--resume')).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('pilot-leiden: complete already'),
    });
  });

  it('refuses a pilot that cannot be held, before it simulates', async () => {
    const refused = async (...args: string[]) => {
      const { status, stderr } = await runHere('pilot', 'leiden', ...args, '--out', join(folder, 'refused'));
      expect([status, existsSync(join(folder, 'refused'))]).toEqual([2, false]);
      return stderr;
    };
    expect(await refused('--persons', '61')).toContain('expected an even number');
    expect(await refused('--months', '500')).toContain('after the horizon of Leiden, 120 months');
    expect(await refused('--group-size', '10')).toContain('expected both');
    expect(await refused('--outcome', 'self_suficient_share')).toContain('self_sufficient_share');
    expect(await refused('--outcome', 'net_balance')).toContain(
      'nothing that is known of a person at any month',
    );
    expect(await refused('--lost', '1.5')).toContain('expected a number from 0 to 0.99');
  });
});
