/** Sheets of a workbook that have nothing in them are left out. */

import { expect, it } from 'vitest';
import {
  type Block,
  paragraph,
  type Report,
  type TableBlock,
  textCell,
} from '../../../../src/output/report/blocks.js';
import { formatXlsx } from '../../../../src/output/report/formats/xlsx.js';
import { unzip } from '../unzip.js';

const table: TableBlock = {
  kind: 'table',
  name: 't',
  sheet: 'assumptions',
  caption: 'A table',
  columns: [{ label: 'Name', kind: 'text' }],
  rows: [[textCell('a')]],
};
const figure: Block = { kind: 'figure', file: 'f', name: 'f', title: 'A picture', description: '', svg: '' };

async function workbookOf(blocks: readonly Block[], ledger: readonly TableBlock[]): Promise<string> {
  const report: Report = { language: 'nl', title: 'T', subtitle: '', approaches: [], blocks, ledger };
  return unzip(Buffer.from(await formatXlsx(report))).get('xl/workbook.xml')!;
}

async function namesOf(...of: Parameters<typeof workbookOf>) {
  const workbook = await workbookOf(...of);
  return [...workbook.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name);
}

it('has the sheets of what there is, and always a summary', async () => {
  expect(await namesOf([figure], [table])).toEqual(['Samenvatting', 'Aannames']);
  expect(await namesOf([figure], [])).toEqual(['Samenvatting']);
  const heading: Block = { kind: 'heading', level: 2, id: 'h', text: 'H', sheet: 'method' };
  expect(await namesOf([heading, paragraph('A text')], [])).toEqual(['Samenvatting', 'Verantwoording']);
  expect(await namesOf([{ ...table, sheet: 'costs' }], [])).toEqual(['Samenvatting', 'Kosten']);
});

it('names rows only where a table goes on over pages: the schema of workbooks knows no empty list of names', async () => {
  const long = { ...table, rows: Array.from({ length: 40 }, () => [textCell('a')]) };
  const named = await workbookOf([long], []);
  expect(named).toMatch(/<definedNames><definedName .*<\/definedNames>/);
  // The library writes one too, and Excel takes no second.
  expect(named.match(/<definedNames/g)).toHaveLength(1);
  expect(await workbookOf([table], [])).not.toContain('definedNames');
});
