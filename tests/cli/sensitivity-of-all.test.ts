/**
 * `doorstroom sensitivity` on three approaches that differ by a price alone: 200 euros under the reference, and anything from 100 to 300
 * under each of the others. The worth of knowing is then known: a gain x is even from -100 to 100, so that E max(0, x) is 25 euros a
 * participant, and that of two, E max(0, x, y), 125 / 3.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { folderWith } from '../scenario/temporary-folder.js';
import { expectDescribed, rowsOf } from './in-folder.js';
import { few, fixOthers, idleAt, reportOn } from './price.js';
import { runHere } from './program-here.js';

const PRICED = 'activities.idle.costs.0.per_participant';
const other = (name: string, label: string) => `
  ${name}:
    label: ${label}
    course: { opens: { housing: housed }, mean_wait: { same_as: approaches.sequential.course.mean_wait } }
    search: { opens: { inburgering: [passed, exempt, overdue] } }${idleAt('value: 200, low: 100, high: 300, distribution: uniform')}`;
const folder = folderWith({
  'open.yaml': `name: Prices
extends: national
cohort: { size: 20 }
approaches:
  sequential:${idleAt('value: 200, distribution: fixed')}${other('parallel', 'One price')}${other('late', 'Other price')}
`,
});
const scenario = join(folder, 'prices.yaml');
fixOthers(
  scenario,
  'open.yaml',
  'Prices',
  ['parallel', 'late'].map((name) => `approaches.${name}.${PRICED}`),
);

describe('sensitivity of three approaches', () => {
  let ended: Awaited<ReturnType<typeof runHere>>;
  const results = join(folder, 'out', 'sensitivity-prices');
  beforeAll(async () => {
    vi.stubEnv('COLUMNS', '60');
    ended = await runHere(
      ...(['sensitivity', scenario, ...few, '--draws', '128'] as const),
      ...(['--base-points', '0', '--trajectories', '0', '--out', join(folder, 'out')] as const),
    );
    vi.unstubAllEnvs();
  });
  const said = () => ended.stdout.replaceAll(/\s+/g, ' ');

  it('knows what it is worth to know before one of all is chosen', () => {
    expect(ended).toMatchObject({ status: 0 });
    const inputs = rowsOf(join(results, 'inputs.csv'));
    const swing = ({ outcome_at_low: low, outcome_at_high: high }: Record<string, string>) =>
      Number(low) - Number(high);
    // 105 to 295 euros.
    const perEuro = swing(inputs[0]!) / 190;
    expect(perEuro).toBeGreaterThan(0.8);
    const rows = rowsOf(join(results, 'value-of-information.csv'));
    expect(rows.map(({ approach }) => approach)).toEqual(['parallel', 'late', '']);
    const [one, , all] = rows;
    expect(Math.abs(Number(one!.evpi) / perEuro - 25)).toBeLessThan(6);
    expect(Math.abs(Number(all!.evpi) / perEuro - 125 / 3)).toBeLessThan(6);
    const worth = rowsOf(join(results, 'value-of-inputs.csv'));
    expect(
      worth
        .slice(0, 2)
        .map(({ path }) => path)
        .sort(),
    ).toEqual(['late', 'parallel'].map((name) => `approaches.${name}.${PRICED}`));
    expect(worth[0]).toMatchObject({ approaches: '3', measure: 'net_balance_discounted' });
    // To know one price says nothing of the other, whose mean is that of the reference.
    for (const row of worth.slice(0, 2)) expect(Math.abs(Number(row.evppi) / perEuro - 25)).toBeLessThan(6);
    expectDescribed(results);
  });

  it('says so first, in a sentence and a table, in sixty columns', () => {
    const text = said();
    expect(text).toMatch(
      /^ ?Prices: net balance, all approaches at once Of all 3 approaches, “[^”]+” is best on average\. To know everything before one of them is chosen would be worth \d+ euros a person \(standard error \d+ euros\)\./,
    );
    expect(text).toContain('What follows is about each approach against the reference alone.');
    const [joint] = ended.stdout.split('Prices: net balance, “One price');
    expect(joint).toMatch(/worth,\s+uncertain number\s+euros/);
    expect(joint!.match(/\d+\s±\s\d+/g)!.length).toBeGreaterThanOrEqual(2);
    const wide = ended.stdout.split('\n').filter((line) => line.length > 60 && !line.includes(results));
    expect(wide).toEqual([]);
  });

  it('says so in the report, in both languages', async () => {
    const english = await reportOn(results, 'en');
    expect(english).toMatch(
      /\*\*Of all 3 approaches, “[^”]+” is best on average\. To know everything before/,
    );
    expect(english.indexOf('Of all 3 approaches')).toBeLessThan(english.indexOf('Most of what is not known'));
    expect(english).toContain('What it would be worth to know a number before one of all 3 approaches');
    const dutch = await reportOn(results, 'nl');
    expect(dutch).toMatch(/\*\*Van alle 3 aanpakken is ‘[^’]+’ gemiddeld de beste\. Alles te weten voordat/);
    expect(readFileSync(join(results, 'datapackage.json'), 'utf8')).toContain('value-of-inputs.csv');
  });
});
