/** `doorstroom sensitivity` on the scenario of `price.ts`, whose answer is known. */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { formatAs } from '../../src/output/number.js';
import { makeRun } from '../output/report/results.js';
import { readTables } from '../tables.js';
import { expectDescribed, rowsOf } from './in-folder.js';
import { few, folder, PRICE, reportOn, run, scenario } from './price.js';
import { runHere } from './program-here.js';

let shown = '';

describe('sensitivity', () => {
  let ended: Awaited<ReturnType<typeof run>>;
  const results = join(folder, 'sensitivity', 'sensitivity-price');
  beforeAll(async () => {
    vi.stubEnv('COLUMNS', '60');
    ended = await run('sensitivity', '--draws', '48', '--base-points', '16', '--trajectories', '1');
    vi.unstubAllEnvs();
    shown = ended.stdout;
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
      /The numbers of “Price and wait” together carry \d+% of the variance; to know them would be worth 0 euros a person \(standard error 0 euros\)/,
    );
  });

  it('writes the value of every number and the outcomes by draw, from which all can be computed anew', () => {
    const values = rowsOf(join(results, 'input-values.csv'));
    const outcomes = rowsOf(join(results, 'outcomes.csv'));
    expect(values.map(({ draw }) => draw)).toEqual(Array.from({ length: 48 }, (_, draw) => String(draw)));
    const of = (approach: string) => outcomes.filter((row) => row.approach === approach);
    const [own, reference] = [of('parallel'), of('sequential')];
    // In every draw the difference is minus the price of that draw times the participants, nearly all, discounted.
    const parts = values.map((row, d) => {
      const difference = Number(own[d]!.outcome) - Number(reference[d]!.outcome);
      return -difference / Number(row[PRICE]);
    });
    for (const part of parts) {
      expect(part).toBeGreaterThan(0.8);
      expect(part).toBeLessThan(1);
    }
    // Evenly from 100 to 300, in pairs that mirror each other: on average 200.
    const prices = values.map((row) => Number(row[PRICE]));
    expect(prices.reduce((sum, price) => sum + price) / 48).toBeCloseTo(200, 6);
    // What the EVPPI is by hand: the reference is better in every draw, so that nothing is gained by knowing.
    expect(parts.every((part) => part > 0)).toBe(true);
    expect(Object.keys(values[0]!)).toContain('effects.work_men');
    expect(Object.keys(outcomes[0]!).slice(-2)).toEqual(['outcome', 'half_difference']);
  });

  it('knows that no knowledge would make it pay', () => {
    expect(rowsOf(join(results, 'value-of-information.csv'))).toMatchObject([
      { approach: 'parallel', best: 'sequential', evpi: '0' },
    ]);
    expect(rowsOf(join(results, 'box.csv'))).toMatchObject([
      { approach: 'parallel', outcome: 'better', share_of_draws: '0', path: '', coverage: '' },
    ]);
    expect(expectDescribed(results)).toContain('thresholds: approach,path of inputs');
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

  it('tells from what value on it turns: at no price, and names the inputs of a group', async () => {
    const [row] = rowsOf(join(results, 'thresholds.csv'));
    expect(row).toMatchObject({ path: PRICE, value: '', direction: '', above_at_low: 'false', turns: '0' });
    expect(Number(row!.from)).toBeGreaterThanOrEqual(100);
    expect(Number(row!.to)).toBeLessThanOrEqual(300);
    expect(ended.stdout.replaceAll(/\s+/g, ' ')).toContain(
      'the difference of “The same at a price” never turns',
    );
    const members = rowsOf(join(results, 'group-inputs.csv')).filter(({ group }) => group === 'groups.both');
    expect(members.map(({ path }) => path).sort()).toEqual([PRICE, 'approaches.sequential.course.mean_wait']);
    expect(rowsOf(join(results, 'indices.csv'))[0]).toMatchObject({ group: 'groups.both', inputs: '2' });
    expect((await runHere('merge', join(folder, 'price.yaml.shard-1-of-2'))).stderr).toContain(
      'is a shard itself; expected the folder that holds all of them',
    );
  });

  it('analyses the measure of one approach by itself, and leaves out what only a difference has', async () => {
    const itself = join(folder, 'itself');
    const of = (approach: string, draws: string, designs: string) =>
      runHere(
        ...(['sensitivity', scenario, ...few, '--of', approach, '--draws', draws] as const),
        ...['--base-points', designs, '--trajectories', designs, '--out', itself],
      );
    const parallel = await of('parallel', '48', '1');
    expect([parallel.status, parallel.stderr]).toEqual([0, expect.stringMatching(/^Price: /)]);
    const own = join(itself, 'sensitivity-price-of-parallel');
    const rows = rowsOf(join(own, 'inputs.csv'));
    const price = rows.find(({ path }) => path === PRICE)!;
    const difference = rowsOf(join(results, 'inputs.csv'))[0]!;
    // From 105 to 295 euros the approach itself loses what the difference does: the reference does not know the price.
    const swing = (row: Record<string, string>) => Number(row.outcome_at_high) - Number(row.outcome_at_low);
    expect(swing(price)).toBeCloseTo(swing(difference), 4);
    expect([price.approach, price.reference, price.evppi]).toEqual(['parallel', '', '']);
    // All but the price is what the reference has.
    expect((await of('sequential', '2', '0')).status).toBe(0);
    const reference = rowsOf(join(itself, 'sensitivity-price-of-sequential', 'inputs.csv'));
    expect(Number(price.outcome) - Number(difference.outcome)).toBeCloseTo(Number(reference[0]!.outcome), 4);
    // The wait moves both alike, and so no difference; each by itself it does move.
    const wait = rows.find(({ path }) => path === 'approaches.sequential.course.mean_wait')!;
    expect(swing(wait)).not.toBe(0);
    const used = reference.map(({ path }) => path);
    expect([used.includes(wait.path!), used.includes(PRICE)]).toEqual([true, false]);
    expect(readdirSync(own).filter((file) => file.endsWith('.csv'))).toEqual(
      expect.not.arrayContaining(['value-of-information.csv', 'thresholds.csv', 'box.csv']),
    );
    expect(rowsOf(join(own, 'screening.csv'))[0]).toMatchObject({ approach: 'parallel', reference: '' });
    expect(rowsOf(join(own, 'indices.csv'))[0]).toMatchObject({ group: 'groups.both', points: '1' });
    expectDescribed(own);
    const said = parallel.stdout.replaceAll(/\s+/g, ' ');
    expect(said).toContain('the net balance of “The same at a price” itself hangs on');
    expect(said).toContain('belong to a difference between approaches; they are left out.');
    expect(said).not.toMatch(/ the difference| against |worth:|NaN|undefined/);
    expect(await reportOn(own, 'en')).toContain('about the outcome of “The same at a price” itself hangs on');
    const dutch = await reportOn(own, 'nl');
    expect(dutch).toContain('onzekerheid over de uitkomst van ‘The same at a price’ zelf');
    expect(dutch).not.toMatch(/het verschil (van|met)|verandert het verschil|Waarde van weten/);
    const { status, stderr } = await run('sensitivity', '--of', 'paralel');
    expect([status, stderr]).toEqual([2, expect.stringContaining('did you mean "parallel"?')]);
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
    const other = await analyse(...small.slice(0, -1), '--seed', '2', '--shard', '1/2', '--out', shards);
    expect(other.stderr).toContain(`kept as ${join(shards, 'earlier', `${name}-1.shard-1-of-2`)}\n`);
  });

  it('says so in sixty columns', () => {
    expect(ended.stdout.replaceAll(/\s+/g, ' ')).toContain(
      `Most of what is not known about the net balance of “The same at a price” against “Sequential” hangs on: “Nothing at a price: costs a participant”.`,
    );
    // 48 draws: what is said of them holds from 256 on.
    expect(ended.stdout.replaceAll(/\s+/g, ' ')).toContain(
      'With 48 draws the standard error of what information is worth',
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
    const price = 'Nothing at a price: costs a participant';
    expect(text).toContain(
      `Most of what is not known about the difference of “The same at a price” hangs on “${price}”.`,
    );
    expect(text).toContain(
      'With any one number at the low or the high point of its range and all others at central values, the difference keeps its sign.',
    );
    const [low, high] = ['outcome_at_low', 'outcome_at_high'].map((column) =>
      Number(rowsOf(join(results, 'inputs.csv'))[0]![column]),
    );
    expect(text).toMatch(/\| Worth \| Standard error \|/);
    // By the error that the terminal goes by, of the difference over all draws.
    const { outcome_mcse: errors } = JSON.parse(readFileSync(join(results, 'manifest.json'), 'utf8')) as {
      outcome_mcse: Readonly<Record<string, number>>;
    };
    const said = [low!, high!].map((value) => formatAs('euros', value, errors.parallel!).replace('-', '-€'));
    expect(text).toContain(`${price}: ${said.join(' to ')}`);
    for (const value of [low!, high!]) expect(shown).toContain(formatAs('euros', value, errors.parallel!));
    expect(readFileSync(join(results, '..', 'report-en', 'report-tornado-parallel.svg'), 'utf8')).toContain(
      '<title>Nothing at a price: costs',
    );
    const dutch = await reportOn(results, 'nl');
    expect(dutch).toContain('De meeste onzekerheid over het verschil van');
    expect(dutch).toMatch(
      /De getallen van ‘Prijs en wachttijd’ dragen samen \d+% van de variantie; ze te weten/,
    );
    expect(dutch).toContain('| Prijs en wachttijd |');
  });
});

describe('the report of a run', () => {
  it('takes analyses of its scenario as an annex, and none of another', async () => {
    makeRun(join(folder, 'made'), 'price', { municipality: 'Price' });
    makeRun(join(folder, 'made'), 'other', { municipality: 'Elsewhere' });
    const results = join(folder, 'sensitivity', 'sensitivity-price');
    const out = join(folder, 'annex');
    const together = (run: string, ...more: string[]) =>
      runHere('report', join(folder, 'made', run), results, ...more, '--out', out);
    expect(await together('price', '--format', 'all', '--lang', 'nl')).toMatchObject({
      status: 0,
      stderr: '',
    });
    const text = readFileSync(join(out, 'report.md'), 'utf8');
    const headings = text.split('\n').filter((line) => line.startsWith('#'));
    const at = headings.indexOf('## Bijlage: hoe zeker');
    expect(headings.slice(at, at + 3)).toEqual([
      '## Bijlage: hoe zeker',
      '### Waar het antwoord van afhangt: Price',
      '## Bijlage: methode',
    ]);
    expect(text).toContain('slaat het verschil van ‘The same at a price’ gemiddeld nooit om');
    expect(text).toMatch(
      /Met 48\strekkingen kan de standaardfout van wat informatie waard is zelf te klein zijn/,
    );
    // Both are repeated by their own command.
    expect(text).toMatch(/doorstroom sensitivity /);
    expect(readFileSync(join(out, 'report.html'), 'utf8')).toContain('id="how-sure"');
    // Of the same name, but from another state of its numbers.
    const known = join(results, 'manifest.json');
    const { scenario_sha256: hash } = JSON.parse(readFileSync(known, 'utf8'));
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    const manifest = join(folder, 'made', 'price', 'manifest.json');
    const own = readFileSync(manifest, 'utf8');
    const recorded = (of: string) =>
      writeFileSync(manifest, own.replace('{', `{ "scenario_sha256": "${of}",`));
    recorded('0');
    expect(await together('price')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(
        /is a sensitivity analysis of Price .*from other contents of price\.yaml/,
      ),
    });
    recorded(hash);
    expect((await together('price')).status).toBe(0);
    expect((await together('other')).stderr).toContain('is a sensitivity analysis of Price, and ');
    expect((await together('price', join(folder, 'made', 'other'))).stderr).toContain(
      'expected one run of its scenario with it, got 2',
    );
  });
});
