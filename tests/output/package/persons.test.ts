/** persons.csv: what a person has of each measure, so that its means are those of estimates.csv. */

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rowsOf, shipped } from '../../cli/in-folder.js';
import { runHere } from '../../cli/program-here.js';
import { folderWith } from '../../scenario/temporary-folder.js';

const size = ['--draws', '1', '--replications', '3', '--workers', '1', '--horizon', '3', '--quiet'];

describe('persons.csv', () => {
  it('has the means of estimates.csv: of shares over those whom they concern, of what is by the month over months', async () => {
    const out = folderWith({});
    expect((await runHere('run', shipped('alphen-chaam'), ...size, '--persons', '--out', out)).status).toBe(
      0,
    );
    const persons = rowsOf(join(out, 'alphen-chaam', 'persons.csv'));
    const estimates = rowsOf(join(out, 'alphen-chaam', 'estimates.csv')).filter(
      ({ subgroup, approach, measure }) =>
        subgroup === 'all' && approach === 'parallel' && measure! in persons[0]!,
    );
    const own = persons.filter(({ approach }) => approach === 'parallel');
    const sum = (name: string) => own.reduce((total, row) => total + Number(row[name]), 0);
    const meanOf = (name: string) =>
      name === 'dropout_per_month'
        ? sum(name) / sum('months_taking_part')
        : sum(name) / own.filter((row) => row[name] !== '').length;
    expect(estimates.length).toBeGreaterThan(20);
    const some = estimates.map(({ measure }) => own.filter((row) => row[measure!] === '').length);
    expect(some.filter((empty) => empty > 0 && empty < own.length).length).toBeGreaterThan(3);
    for (const { measure, estimate } of estimates)
      expect([measure, meanOf(measure!)]).toEqual([measure, expect.closeTo(Number(estimate), 5)]);
  });
});
