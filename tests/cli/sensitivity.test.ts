/**
 * `doorstroom sensitivity` and `doorstroom threshold` on a scenario whose answer is known: the approach differs from the reference only by
 * an activity that does nothing and costs a price for each participant, so that the difference is minus the price times their share.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { inputsOf } from '../../src/domain/parameters/inputs.js';
import { loadScenario, packageLibrary } from '../../src/scenario/load-scenario.js';
import { folderWith } from '../scenario/temporary-folder.js';
import { readTables } from '../tables.js';
import { expectDescribed, rowsOf } from './in-folder.js';
import { runHere } from './program-here.js';

const PRICE = 'approaches.parallel.activities.idle.costs.0.per_participant';
const folder = folderWith({
  'open.yaml': `name: Price
extends: national
cohort: { size: 20 }
groups: { both: { numbers: [${PRICE}, approaches.sequential.course.mean_wait] } }
approaches:
  parallel:
    label: The same at a price
    course: { opens: { housing: housed }, mean_wait: { same_as: approaches.sequential.course.mean_wait } }
    search: { opens: { inburgering: [passed, exempt, overdue] } }
    activities:
      idle:
        label: Nothing at a price
        phase: 3
        start: { when: { housing: housed } }
        weeks: 4
        hours_per_week: 0
        acts_on: []
        mandatory: false
        dropout: 0
        costs: [{ payer: municipality, per_participant: { value: 200, low: 100, high: 300, distribution: uniform, unit: euros a participant, label: assumption } }]
`,
});
const open = join(folder, 'open.yaml');
const scenario = join(folder, 'price.yaml');
const UNCERTAIN = [PRICE, 'approaches.sequential.course.mean_wait', 'effects.work_men'];

/** A scenario that extends the open one and fixes all other uncertain numbers, so that few points are simulated. */
function fixOthers(): void {
  const loaded = loadScenario(open, packageLibrary(), ['posterior=none']);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
  const tree: Record<string, unknown> = { name: 'Price', extends: 'open.yaml', posterior: 'none' };
  for (const { path, central } of inputsOf(loaded.scenario.tree)) {
    const names = path.split('.');
    // A list is set as a whole.
    if (UNCERTAIN.includes(path) || names.some((name) => /^\d+$/.test(name))) continue;
    let node = tree;
    for (const name of names.slice(0, -1)) {
      node[name] ??= {};
      node = node[name] as Record<string, unknown>;
    }
    node[names.at(-1)!] = central;
  }
  writeFileSync(scenario, JSON.stringify(tree));
}
fixOthers();

const few = ['--draws', '4', '--replications', '2', '--workers', '1'];
const run = (command: string, ...args: string[]) =>
  runHere(command, scenario, ...few, ...args, '--out', join(folder, command));

/** The report of some results as Markdown, with plain spaces and hyphens for minus signs. */
async function reportOn(results: string, lang: 'en' | 'nl'): Promise<string> {
  const out = join(results, '..', `report-${lang}`);
  const { status, stderr } = await runHere('report', results, '--format', 'md', '--lang', lang, '--out', out);
  expect([status, stderr]).toEqual([0, '']);
  const text = readFileSync(join(out, 'report.md'), 'utf8');
  expect(text).not.toMatch(/NaN|undefined|Infinity/);
  return text.replaceAll('\u00a0', ' ').replaceAll('\u2212', '-');
}

describe('sensitivity', () => {
  let ended: Awaited<ReturnType<typeof run>>;
  const results = join(folder, 'sensitivity', 'sensitivity-price');
  beforeAll(async () => {
    vi.stubEnv('COLUMNS', '60');
    ended = await run('sensitivity', '--draws', '48', '--base-points', '16', '--trajectories', '1');
    vi.unstubAllEnvs();
  });

  it('finds the price, and the difference at both of its ends to the last digit', () => {
    expect([ended.status, ended.stderr]).toEqual([0, expect.stringMatching(/^Price: /)]);
    const [first, second] = rowsOf(join(results, 'inputs.csv'));
    expect(first).toMatchObject({
      approach: 'parallel',
      path: PRICE,
      stands_out: 'true',
      label: 'assumption',
    });
    expect(Number(first!.share)).toBeGreaterThan(0.9);
    // Nothing else has a part in it.
    expect(Number(second!.share)).toBeLessThan(0.01);
    expect(second!.outcome_at_low).toBe(second!.outcome_at_high);
    // 2.5 and 97.5 % of 100 to 300.
    expect([first!.low, first!.high]).toEqual(['105', '295']);
    const perEuro = Number(first!.outcome_at_low) / 105;
    expect(Number(first!.outcome_at_high) / 295).toBeCloseTo(perEuro, 8);
    expect(Number(first!.outcome) / 200).toBeCloseTo(perEuro, 8);
    // Nearly all are housed and take part, and what they cost is discounted.
    expect(perEuro).toBeGreaterThan(-1);
    expect(perEuro).toBeLessThan(-0.8);
  });

  it('leaves out what neither approach uses', () => {
    const paths = rowsOf(join(results, 'inputs.csv')).map(({ path }) => path);
    expect(paths).toContain('approaches.sequential.course.mean_wait');
    // Nothing acts on work.
    expect(paths).not.toContain('effects.work_men');
  });

  it('tells what a group of numbers carries together', () => {
    const [price, wait] = rowsOf(join(results, 'inputs.csv'));
    const rows = rowsOf(join(results, 'groups.csv'));
    expect(rows).toMatchObject([
      { group: 'groups.both', inputs: `${price!.path} ${wait!.path}`, evppi: '0' },
    ]);
    expect(Number(rows[0]!.share)).toBeCloseTo(Number(price!.share) + Number(wait!.share), 8);
    expect(ended.stdout.replaceAll(/\s+/g, ' ')).toMatch(
      /Together groups\.both carry \d+% of the variance; to know them/,
    );
  });

  it('knows that no knowledge would make it pay', () => {
    expect(rowsOf(join(results, 'value-of-information.csv'))).toMatchObject([
      { approach: 'parallel', best: 'sequential', evpi: '0' },
    ]);
    expect(rowsOf(join(results, 'box.csv'))).toMatchObject([
      { approach: 'parallel', outcome: 'better', share_of_draws: '0', path: '', coverage: '' },
    ]);
    expectDescribed(results);
  });

  it('screens and indexes a group of numbers as one, which then is all that matters', () => {
    const about = { approach: 'parallel', group: 'groups.both' };
    const [screened, ...idle] = rowsOf(join(results, 'screening.csv'));
    expect(screened).toMatchObject({ ...about, mu: '', sigma: '' });
    expect(new Set(idle.map((row) => row.mu_star))).toEqual(new Set(['0']));
    // Half of the probability is 100 euros, so that the whole is 200; some wait so long that they pay less.
    const perEuro = Number(rowsOf(join(results, 'inputs.csv'))[0]!.outcome) / 200;
    expect(Number(screened!.mu_star) / -perEuro).toBeGreaterThan(180);
    expect(Number(screened!.mu_star) / -perEuro).toBeLessThan(220);
    const [indices, ...others] = rowsOf(join(results, 'indices.csv'));
    expect(indices).toMatchObject({ ...about, points: '16' });
    for (const order of ['first', 'total']) {
      expect(Number(indices![`${order}_low`])).toBeLessThan(1);
      expect(Number(indices![`${order}_high`])).toBeGreaterThan(1);
      for (const other of others) expect(Math.abs(Number(other[order]))).toBeLessThan(0.01);
    }
  });

  it('gives the same bytes in shards, and has nothing to do when it is resumed', async () => {
    const shards = join(folder, 'shards');
    const small = ['--draws', '2', '--base-points', '2', '--trajectories', '1', '--quiet'];
    const analyse = (...args: string[]) => runHere('sensitivity', scenario, ...few, ...args);
    for (const shard of ['1/2', '2/2'])
      expect((await analyse(...small, '--shard', shard, '--out', shards)).stderr).toBe('');
    expect(await runHere('merge', shards, '--quiet')).toMatchObject({ status: 0, stderr: '' });
    const whole = join(folder, 'whole');
    await analyse(...small, '--out', whole);
    const name = 'sensitivity-price';
    expect(readTables(join(shards, name))).toEqual(readTables(join(whole, name)));
    const again = await analyse(...small.slice(0, -1), '--out', whole, '--resume');
    expect([again.status, again.stdout, again.stderr]).toEqual([
      0,
      '',
      expect.stringContaining('complete already, nothing to do'),
    ]);
  });

  it('says so in sixty columns', () => {
    expect(ended.stdout.replaceAll(/\s+/g, ' ')).toContain(
      `Most of what is not known about the net balance of “parallel” against “sequential” hangs on: “Nothing at a price: costs a participant (item 1)”.`,
    );
    const wide = ended.stdout.split('\n').filter((line) => line.length > 60 && !line.includes(results));
    expect(wide).toEqual([]);
    expect(ended.stdout).not.toMatch(/NaN|undefined|Infinity/);
  });
});

describe('reports of both', () => {
  it('rank in words what the difference hangs on, and picture it', async () => {
    const results = join(folder, 'sensitivity', 'sensitivity-price');
    const text = await reportOn(results, 'en');
    const price = 'Nothing at a price: costs a participant (item 1)';
    expect(text).toContain(
      `Most of what is not known about the difference of “The same at a price” hangs on “${price}”.`,
    );
    expect(text).toContain('No number by itself turns its sign.');
    const [low, high] = ['outcome_at_low', 'outcome_at_high'].map((column) =>
      Number(rowsOf(join(results, 'inputs.csv'))[0]![column]),
    );
    // A fiftieth of the swing, about 160 euros, is 3 euros: whole euros.
    expect(text).toContain(`${price}: -€${-Math.round(low!)} to -€${-Math.round(high!)}`);
    expect(readFileSync(join(results, '..', 'report-en', 'report-tornado-parallel.svg'), 'utf8')).toContain(
      '<title>Nothing at a price: costs',
    );
    expect(await reportOn(results, 'nl')).toContain('De meeste onzekerheid over het verschil van');
  });
});

describe('threshold', () => {
  it('is where a straight line through a run crosses the target', async () => {
    const { status, stdout } = await run('threshold', PRICE, '--at', '-150', '--lang', 'nl');
    expect(status).toBe(0);
    await run('run', '--set', `${PRICE}=200`, '--quiet');
    const at200 = rowsOf(join(folder, 'run', 'price', 'differences.csv')).find(
      ({ measure }) => measure === 'net_balance_discounted',
    )!;
    const perEuro = Number(at200.estimate) / 200;
    const results = join(folder, 'threshold', `threshold-price-${PRICE}`);
    const [row, ...more] = rowsOf(join(results, 'threshold.csv'));
    expect(more).toEqual([]);
    expect(row).toMatchObject({ direction: 'down', from: '100', to: '300', target: '-150' });
    expect(Number(row!.value)).toBeCloseTo(-150 / perEuro, 6);
    expect(Number(row!.difference_to)).toBeCloseTo(300 * perEuro, 6);
    expect(stdout).toContain(`niet meer boven -150 euro vanaf ${Number((-150 / perEuro).toPrecision(3))} (`);
    const said = (-150 / perEuro).toPrecision(3);
    expect(await reportOn(results, 'en')).toContain(
      `If “Nothing at a price: costs a participant (item 1)” is below ${said}, the difference of “The same at a price” from “Sequential” is above -€150; if it is more, it is not (95% interval: cannot be estimated).`,
    );
    expect(await reportOn(results, 'nl')).toContain(
      `minder dan ${said}, dan ligt het verschil van ‘The same at a price’ met ‘Opeenvolgend’ boven -€ 150`,
    );
    expectDescribed(results);
  });

  it('is never within the range where the difference is on one side throughout', async () => {
    const { status, stdout } = await run('threshold', PRICE, '--from', '10', '--to', '20', '--json');
    expect([status, JSON.parse(stdout)]).toEqual([
      0,
      expect.objectContaining({
        approaches: [expect.objectContaining({ above_at_ends: [false, false], crossings: [] })],
      }),
    ]);
  });

  describe('in two numbers', () => {
    const wait = 'approaches.sequential.course.mean_wait';
    const named = (target: string) => join(folder, target, `threshold-price-${PRICE}-against-${wait}`);
    const inTwo = (at: string, out: string) =>
      runHere(
        ...['threshold', scenario, PRICE, '--against', wait, '--at', at, '--workers', '1'],
        ...['--draws', '1', '--replications', '1', '--out', join(folder, out)],
      );

    it('is a border at one price, whatever the other number is that the reference shares', async () => {
      const { stdout } = await inTwo('-150', 'two');
      const results = named('two');
      const rows = rowsOf(join(results, 'border.csv'));
      const lattice = rowsOf(join(results, 'lattice.csv'));
      expect(lattice.length).toBe(49);
      // On the lines of the lattice the difference is the price times what it is for a euro: that tells where -150 is.
      for (const { value, value_against, line } of rows) {
        expect(line).toBe('1');
        const beside = lattice.find((each) => each.value_against === value_against)!;
        const perEuro = Number(beside.estimate) / Number(beside.value);
        expect(Number(value)).toBeCloseTo(-150 / perEuro, 6);
      }
      expect(new Set(rows.map((row) => row.value_against)).size).toBe(7);
      expect(stdout.replaceAll(/\s+/g, ' ')).toContain('crosses -150 euros along a border: from');
      const text = await reportOn(results, 'en');
      expect(text).toContain('crosses -€150 along a border: from “Nothing at a price: costs a participant');
      expect(await reportOn(results, 'nl')).toContain('gaat door -€ 150 langs een grens: van ‘');
      expectDescribed(results);
    });

    it('is never within their ranges where the difference is on one side throughout', async () => {
      const { stdout } = await inTwo('0', 'never');
      expect(stdout.replaceAll(/\s+/g, ' ')).toContain('the answer does not turn on them.');
    });
  });

  it.each([
    [PRICE, ['--against', PRICE], /is the number itself; expected another one/],
    ['effects.wrk_men', [], /no number at "effects\.wrk_men" in Price; did you mean "effects\.work_men"/],
    [PRICE, ['--measure', 'net_balanc'], /--measure net_balanc: .*did you mean "net_balance"\?/],
    [
      PRICE,
      ['--measure', 'self_sufficient_share'],
      /it goes by year: expected one of self_sufficient_share@12,/,
    ],
    [PRICE, ['--from', '300'], /expected a range from a lower to a higher value, got 300 to 300/],
    ['cohort.size', [], /cohort\.size: is a whole number/],
  ])('refuses %s %j', async (path, options, message) => {
    const { status, stderr } = await run('threshold', path, ...options);
    expect([status, stderr]).toEqual([2, expect.stringMatching(message)]);
  });
});
