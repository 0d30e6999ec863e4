/**
 * What the files of a run say of one thing is one number: the mean over all persons of all draws and replications. Held on
 * the files as they are written, for every scenario that comes with the package.
 */

import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../scenario/temporary-folder.js';
import { shippedNames } from '../shipped.js';
import { rowsOfText } from '../tables.js';
import { runHere } from './program-here.js';

type Row = Readonly<Record<string, string>>;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Rows by some of their columns. */
function groupBy(rows: readonly Row[], ...columns: string[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = columns.map((column) => row[column]).join(' ');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

/** Whom a share of those concerned is of; undefined: of all. */
function concernedBy(measure: string): string | undefined {
  if (measure === 'relapse_share') return 'ever_working_share';
  if (measure === 'dropout_per_month') return 'months_taking_part';
  if (measure === 'passed_within_24_months_of_course_share') return 'participation_share_course';
  const [, name] = /^(?:dropout|finished|placed)_share_(.+)$/.exec(measure) ?? [];
  return name === undefined || ['any', 'housing'].includes(name) || name.startsWith('for_')
    ? undefined
    : `participation_share_${name}`;
}

/** Files have ten digits; sums of them may miss a few units of the last. */
function expectSame(what: string, actual: number, expected: number, scale = Math.abs(expected)): void {
  // Thousands are compared, and an expectation takes far longer than a comparison.
  if (!(Math.abs(actual - expected) <= 1e-8 * Math.max(scale, 1)))
    expect([what, actual]).toEqual([what, expected]);
}

/** One cohort is no less uncertain than what is expected of it. An end that is empty beside one that is told lies beyond the horizon. */
function expectNested(row: Row): void {
  const { parameter_low: low, parameter_high: high, prediction_low: from, prediction_high: to } = row;
  if (low === '' || from === '') return;
  const holds = Number(from) <= Number(low) && (to === '' || (high !== '' && Number(to) >= Number(high)));
  if (!holds) expect(row).toBe('a row whose prediction interval holds its parameter interval');
}

async function filesOf(scenario: string) {
  const folder = folderWith({});
  const options = [
    '--draws',
    '3',
    '--replications',
    '3',
    '--workers',
    '1',
    '--quiet',
    '--persons',
    '--by',
    'education',
  ];
  // So few persons that groups differ in size from cohort to cohort.
  const sets = ['--set', 'cohort.size=12', '--set', 'horizon_years=4'];
  const { status, stderr } = await runHere(
    'run',
    join('scenarios', `${scenario}.yaml`),
    ...options,
    ...sets,
    '--out',
    folder,
  );
  expect([status, stderr]).toEqual([0, expect.any(String)]);
  const read = (name: string): Row[] =>
    rowsOfText(readFileSync(join(folder, basename(scenario), `${name}.csv`), 'utf8'));
  return {
    estimates: read('estimates'),
    differences: read('differences'),
    costs: read('costs'),
    curves: read('curves'),
    persons: read('persons'),
  };
}

describe('the files of a run', () => {
  it.each(shippedNames)('%s: estimates, costs, curves, differences and persons agree', async (scenario) => {
    const { estimates, differences, costs, curves, persons } = await filesOf(scenario);
    const estimate = new Map<string, Row>();
    for (const row of estimates) {
      estimate.set([row.approach, row.subgroup, row.measure, row.month].join(' '), row);
    }
    const of = (...key: string[]) => estimate.get(key.join(' '))!;
    const personsOf = (approach: string, subgroup: string) =>
      Number(of(approach, subgroup, 'net_balance', '').persons);
    const groups = [...new Set(estimates.map(({ subgroup }) => subgroup!))];
    const approaches = [...new Set(estimates.map(({ approach }) => approach!))];

    for (const approach of approaches) {
      for (const subgroup of groups.filter((group) => personsOf(approach, group) > 0)) {
        const [attribute, value] = subgroup.split('=');
        const own = persons.filter(
          (row) => row.approach === approach && (subgroup === 'all' || row[attribute!] === value),
        );
        expect(own.length).toBe(personsOf(approach, subgroup));
        const total = (column: string) => sum(own.map((row) => Number(row[column])));
        for (const row of estimates.filter(
          (each) => each.approach === approach && each.subgroup === subgroup,
        )) {
          // Quartiles and shares by month are no columns of persons.
          if (row.month !== '' || !(row.measure! in own[0]!)) continue;
          const concerned = concernedBy(row.measure!);
          const count = concerned === undefined ? own.length : total(concerned);
          if (count === 0) expect(row.estimate).toBe('');
          else
            expectSame(
              `${approach} ${subgroup} ${row.measure}`,
              Number(row.estimate),
              total(row.measure!) / count,
            );
        }

        const lines = costs.filter((row) => row.approach === approach && row.subgroup === subgroup);
        const paid = (column: string, test: (row: Row) => boolean) =>
          sum(lines.filter(test).map((row) => Number(row[column])));
        const balance = Number(of(approach, subgroup, 'net_balance', '').estimate);
        expectSame(
          `${approach} ${subgroup} costs`,
          paid('per_person', () => true),
          -balance,
          1e4,
        );
        const discounted = Number(of(approach, subgroup, 'net_balance_discounted', '').estimate);
        expectSame(
          `${approach} ${subgroup} discounted`,
          paid('per_person_discounted', () => true),
          -discounted,
          1e4,
        );
        for (const payer of ['state', 'duo', 'other']) {
          const programme = Number(of(approach, subgroup, `programme_cost_${payer}`, '').estimate);
          expectSame(
            `${approach} ${subgroup} ${payer}`,
            paid('per_person', (row) => row.payer === payer),
            programme,
            1e4,
          );
        }
        // Nine cohorts: three replications of three draws.
        expectSame(
          `${approach} ${subgroup} cohort`,
          paid('per_cohort', () => true),
          (-balance * own.length) / 9,
          1e6,
        );

        const shares = curves.filter((row) => row.approach === approach && row.subgroup === subgroup);
        const shareAt = (month: string, track: string, ...states: string[]) =>
          sum(
            shares
              .filter((row) => row.month === month && row.track === track && states.includes(row.state!))
              .map((row) => Number(row.estimate)),
          );
        for (const month of ['12', '24', '36', '48']) {
          const at = (measure: string) => Number(of(approach, subgroup, measure, month).estimate);
          expectSame(
            `${subgroup} self-sufficient ${month}`,
            shareAt(month, 'milestone', 'self_sufficient'),
            at('self_sufficient_share'),
          );
          expectSame(
            `${subgroup} bijstand ${month}`,
            shareAt(month, 'income', 'bijstand', 'bijstand_part_time'),
            at('bijstand_share'),
          );
          expectSame(
            `${subgroup} working ${month}`,
            shareAt(month, 'income', 'work', 'bijstand_part_time'),
            at('working_share'),
          );
          expectSame(
            `${subgroup} taking part ${month}`,
            shareAt(month, 'support_participation', 'yes'),
            at('participating_share'),
          );
        }
      }

      for (const [key, rows] of groupBy(
        curves.filter((row) => row.approach === approach),
        'track',
        'state',
        'month',
      )) {
        const whole = rows.find(({ subgroup }) => subgroup === 'all')!;
        const parts = rows.filter(({ subgroup }) => subgroup !== 'all' && personsOf(approach, subgroup!) > 0);
        const counted = sum(parts.map((row) => Number(row.estimate) * personsOf(approach, row.subgroup!)));
        expectSame(`${approach} ${key}`, counted / personsOf(approach, 'all'), Number(whole.estimate));
      }
      for (const [key, rows] of groupBy(
        costs.filter((row) => row.approach === approach),
        'year',
        'component',
        'payer',
      )) {
        const whole = rows.find(({ subgroup }) => subgroup === 'all')!;
        const parts = rows.filter(({ subgroup }) => subgroup !== 'all');
        expectSame(
          `${approach} ${key}`,
          sum(parts.map((row) => Number(row.per_cohort))),
          Number(whole.per_cohort),
          1e5,
        );
      }
    }

    for (const row of [...estimates, ...differences]) expectNested(row);
    for (const row of differences) {
      const own = estimate.get([row.approach, row.subgroup, row.measure, row.month].join(' '));
      const reference = estimate.get([row.reference, row.subgroup, row.measure, row.month].join(' '));
      if (own === undefined || reference === undefined || row.estimate === '') continue;
      const expected = Number(own.estimate) - Number(reference.estimate);
      expectSame(
        `difference ${row.subgroup} ${row.measure} ${row.month}`,
        Number(row.estimate),
        expected,
        1e5,
      );
    }
  });
});
