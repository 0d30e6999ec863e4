/** The terminal and the report of one and the same run print the same digits, which add up. */

import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readRunFolder } from '../../src/output/package/run-folder.js';
import { buildReport } from '../../src/output/report/build-report.js';
import { folderWith } from '../scenario/temporary-folder.js';
import { runHere } from './program-here.js';

/** The names of the main outcomes on the terminal and in the report. */
const both = [
  ['self-sufficient by year 5', 'Self-sufficient within 5 years'],
  ['on bijstand at year 5', 'On bijstand after 5 years'],
  ['months to self-sufficiency, restricted mean', 'Months to self-sufficiency, counted up to the horizon'],
  ['bijstand', 'Bijstand, euros'],
  ['programme', 'Programme, euros'],
  ['net balance', 'Net balance, all payers together, euros'],
  ['balance of the municipality', 'Balance of the municipality itself, euros'],
] as const;

/** The numbers of a text in their order, as they are printed. */
const numbersIn = (text: string) =>
  (text.replaceAll('\u2212', '-').match(/(?<!\d)[+-]?\d[\d,.]*/g) ?? []).map((each) =>
    each.replaceAll(',', ''),
  );

it('is one rounding on the terminal and in the report, and adds up on both', async () => {
  const out = folderWith({});
  const small = ['--draws', '4', '--replications', '1', '--workers', '1', '--set', 'cohort.size=100'];
  const { stdout } = await runHere('run', 'leiden', ...small, '--out', out);
  const run = await readRunFolder(join(out, 'leiden'));
  const { blocks } = buildReport([{ run, figures: [] }], [], 'en');
  const table = blocks.find((block) => block.kind === 'table' && block.name.startsWith('leiden-main'))!;
  const rows = 'rows' in table ? table.rows : [];
  const lines = stdout.split('\n');
  const printed = both.map(([terminal, report]) => {
    const line = lines.find((each) => each.startsWith(`${terminal}  `))!;
    const cells = rows.find(([name]) => name!.text.replaceAll('\u00a0', ' ') === report)!.slice(1);
    const isEstimated = /\[[+-]/.test(line);
    const onTerminal = numbersIn(line.slice(terminal.length)).slice(0, isEstimated ? 5 : 3);
    const inReport = cells.slice(0, isEstimated ? 4 : 3).flatMap(({ text }) => numbersIn(text));
    expect([terminal, ...onTerminal]).toEqual([terminal, ...inReport]);
    return onTerminal.slice(0, 3).map(Number);
  });
  // Levels and their difference, in each row; and bijstand and programme in each column.
  for (const [before, after, difference] of printed) expect(after! - before!).toBeCloseTo(difference!, 9);
  const [bijstand, programme, net] = printed.slice(3);
  for (const column of [0, 1, 2])
    expect(bijstand![column]! + programme![column]!).toBeCloseTo(-net![column]!, 9);
});
