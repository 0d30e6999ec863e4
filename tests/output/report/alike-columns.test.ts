/** Numbers below each other in the tables of a report: one number of decimals. */

import { describe, expect, it } from 'vitest';
import { type ResultRow, readRunData } from '../../../src/output/report/run-data.js';
import { partOutcomesTables } from '../../../src/output/report/sections/part-outcomes.js';
import { participantsTables } from '../../../src/output/report/sections/participants.js';
import { subgroupsLedger, subgroupsSection } from '../../../src/output/report/sections/subgroups.js';
import { speak } from '../../../src/output/report/speech.js';
import { folderWith } from '../../scenario/temporary-folder.js';
import { row } from './made-row.js';
import { makeRun } from './results.js';

const made = readRunData(makeRun(folderWith({}), 'made', {}));
const speech = speak('nl', made.law);
const [parallel] = made.others;
const part = made.parts.find((each) => each.approach === parallel!.name)!;

/** A row as a report has it. */
const share = (measure: string, estimate: number, error: number, more: Partial<ResultRow> = {}) => ({
  ...row(parallel!.name, measure, estimate, error, 'share'),
  low: estimate - 0.0312,
  high: estimate + 0.0312,
  ...more,
});

const column = (rows: readonly (readonly { text: string }[])[], at: number) =>
  rows.map((cells) => cells[at]!.text.replaceAll('\u00a0', ' '));

describe('a column has the fewest decimals of any of its numbers', () => {
  const run = {
    ...made,
    parts: ['a', 'b', 'c'].map((name) => ({ ...part, part: name, label: name.toUpperCase() })),
    estimates: [
      share('participation_share_a', 0.9613, 0.0004),
      share('participation_share_b', 0.928, 0.002),
      share('dropout_share_a', 0.0272, 0.003),
      share('dropout_share_b', 0.2713, 0.02),
    ],
  };

  it('of who took part; what is not known has none', () => {
    const [who] = participantsTables(run, speech);
    const at = who!.columns.findIndex(({ kind }) => kind === 'number');
    expect(column(who!.rows, at)).toEqual(['96,1%', '92,8%', '–']);
  });

  it('of who left an activity, with the intervals', () => {
    const [table] = partOutcomesTables(run, speech);
    expect(column(table!.rows, 2)).toEqual(['3%', '27%']);
    expect(column(table!.rows, 3)).toEqual(['0 tot 6%', '24 tot 30%']);
  });

  it('of subgroups and all, in the chapter and in the long table', () => {
    const groups = [
      ['sex=men', 0.5, -0.042, 0.012],
      ['sex=women', 0.4246, -0.0697, 0.004],
      ['all', 0.4603, -0.0603, 0.003],
    ] as const;
    const measure = 'bijstand_share';
    const differences = groups.map(([subgroup, , estimate, error]) =>
      share(measure, estimate, error, { subgroup, month: 60 }),
    );
    const levels = groups.flatMap(([subgroup, before, gain, error]) => [
      share(measure, before, error, { approach: made.reference.name, subgroup, month: 60 }),
      share(measure, before + gain, error, { subgroup, month: 60 }),
    ]);
    const estimates = [...made.estimates.filter((each) => each.measure !== measure), ...levels];
    const told = { ...made, estimates, differences };
    const [table] = subgroupsSection(told, speech)!.blocks;
    if (table?.kind !== 'table') throw new Error('no table');
    expect(column(table.rows, 3)).toEqual(['-4 pp', '-7 pp', '-6 pp']);
    expect(column(table.rows, 4)).toEqual(['-7 tot -1 pp', '-10 tot -4 pp', '-9 tot -3 pp']);
    const rows = subgroupsLedger(told, speech)[0]!.rows.filter((cells) =>
      cells[0]!.text.includes('bijstand, '),
    );
    // 50 - 4 = 46, 42 - 7 = 35, and 46 - 6 = 40.
    expect([3, 4, 5].map((at) => column(rows, at))).toEqual([
      ['50%', '42%', '46%'],
      ['46%', '35%', '40%'],
      ['-4 pp', '-7 pp', '-6 pp'],
    ]);
  });
});
