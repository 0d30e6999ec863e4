/** Ageing as a user can check it: from the files of a run and from a traced life. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { monthsSinceEpoch } from '../../src/domain/time/calendar.js';
import { folderWith } from '../scenario/temporary-folder.js';
import { runHereIn } from './program-here.js';

/** Women of 18 to 24 who stay alone, with a permit on 1 January 2015; nobody leaves bijstand. */
const scenario = `
name: Blijfstad
extends: national
posterior: none
cohort:
  size: 30
  first_permit: 2015-01-01
  inflow_months: 0
  composition:
    syria: { share: 1, men: 0, age: { 18-24: 1, 25-34: 0, 35-44: 0, 45-54: 0, 55-64: 0 }, household: { single: 1, single_parent: 0, couple: 0, couple_with_children: 0 } }
    eritrea: { share: 0 }
    other: { share: 0 }
income:
  work: 0
  part_time_work: 0
  education: 0
  other_exit: 0
  no_bijstand: { syria: 0, eritrea: 0, other: 0 }
family: ~
sanction: { hazard: 0, base_hazard: 0 }
costs: { gross_over_net: 1 }
`;
const folder = folderWith({ 'blijfstad.yaml': scenario });

type Row = Record<string, string>;
const rowsOf = (file: string): Row[] => parse(readFileSync(file), { columns: true });

/** Euros from a month to another since January 2015, by a column of the norms, discounted at a yearly rate (0: not). */
function paid(column: string, start: number, end: number, rate: number): number {
  const norms = rowsOf('data/norms.csv');
  const delta = Math.log1p(rate) / 12;
  const weight = (a: number, b: number) =>
    delta === 0 ? b - a : (Math.exp(-delta * a) - Math.exp(-delta * b)) / delta;
  return norms.reduce((sum, norm, i) => {
    const next = norms[i + 1];
    const from = Math.max(start, monthsSinceEpoch(norm.from!, 2015));
    const to = Math.min(end, next === undefined ? end : monthsSinceEpoch(next.from!, 2015));
    return to > from ? sum + Number(norm[column]) * weight(from, to) : sum;
  }, 0);
}

describe('persons.csv', () => {
  it('tells the age at the permit and the month of birth, by which the norms can be checked', async () => {
    const args = ['--draws', '1', '--replications', '2', '--workers', '1', '--quiet', '--persons'];
    const { status, stderr } = await runHereIn(folder, 'run', 'blijfstad.yaml', ...args, '--out', 'out');
    expect([status, stderr]).toEqual([0, '']);
    const persons = rowsOf(join(folder, 'out/blijfstad/persons.csv'));
    expect(persons).toHaveLength(60);
    let young = 0;
    for (const row of persons) {
      const [permit, birth] = [Number(row.permit_month), Number(row.birth_month)];
      expect(row.age_years).toBe(String(Math.floor((permit - birth) / 12)));
      const start = permit + Number(row.month_bijstand);
      const end = permit + 120;
      const turns = Math.min(end, Math.max(start, birth + 21 * 12));
      const euros = (rate: number) =>
        paid('single_18_20', start, turns, rate) + paid('single', turns, end, rate);
      // Files have ten digits.
      expect(Number(row.bijstand_cost) / euros(0)).toBeCloseTo(1, 6);
      expect(Number(row.bijstand_cost_discounted) / euros(0.0225)).toBeCloseTo(1, 6);
      if (turns > start) young += 1;
    }
    expect(young).toBeGreaterThan(10);
    expect(young).toBeLessThan(50);
  });
});

describe('trace', () => {
  it('shows birthdays that change a norm, and no others unless asked', async () => {
    const traced = async (...args: string[]) =>
      (await runHereIn(folder, 'trace', 'blijfstad.yaml', ...args)).stdout;
    const lives = [];
    for (const person of [0, 1, 2]) lives.push(await traced('--person', String(person)));
    const ages = lives.map((life) => Number(/(\d+) years at the permit/.exec(life)![1]));
    lives.forEach((life, i) => {
      expect(life.match(/norm: single/g)?.length ?? 0).toBe(ages[i]! < 21 ? 1 : 0);
      expect(life).not.toMatch(/student_finance|age: 25/);
    });
    expect(new Set(ages.map((age) => age < 21)).size).toBe(2);
    expect(await traced('--person', '0', '--all')).toContain('age: 25-34');
  });
});
