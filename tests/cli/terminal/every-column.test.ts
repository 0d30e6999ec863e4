/** Every column of the tables of a run and of a sweep, on terminals of 60, 80 and 160 columns: none stands below its row. */

import { expect, it, vi } from 'vitest';
import { folderWith } from '../../scenario/temporary-folder.js';
import { runHere } from '../program-here.js';

const widths = [60, 80, 160];
const below = 'stands-below-its-row';
const printed = new Map<number, string[]>();

vi.mock(import('../../../src/cli/terminal/layout/table.js'), async (original) => {
  const actual = await original();
  return {
    ...actual,
    drawTable: ({ columns, groups }, width, looks) =>
      actual.drawTable(
        { columns: columns.map((each) => ({ ...each, said: () => below })), groups },
        width,
        looks,
      ),
  };
});

vi.mock(import('../../../src/cli/terminal/screen.js'), async (original) => {
  const actual = await original();
  return {
    ...actual,
    print: async (linesFor) => {
      for (const columns of widths)
        for (const language of ['en', 'nl'] as const) {
          const lines = linesFor({ table: columns, text: columns, language }, actual.plain);
          printed.set(columns, [...(printed.get(columns) ?? []), ...lines]);
        }
    },
  };
});

const label = 'Vluchtelingenwerkbegeleiding voor iedereen, ook wie al langer';
const folder = folderWith({
  'long.yaml': `name: long\nextends: amsterdam\napproaches: { parallel: { label: "${label}" } }\n`,
});
process.chdir(folder);

const few = '--draws 4 --replications 1 --workers 1 --out out --force --horizon 2';

it.each([`run long ${few}`, `sweep long --set effects.work_women=1,1.2 ${few}`])('%s', async (line) => {
  printed.clear();
  const { status, stderr } = await runHere(...line.split(' '));
  expect([status, stderr]).toEqual([0, expect.any(String)]);
  expect([...printed.keys()]).toEqual(widths);
  const found = widths.filter((columns) => printed.get(columns)!.some((each) => each.includes(below)));
  expect(found).toEqual([]);
});
