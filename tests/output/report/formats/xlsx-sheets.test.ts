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

async function namesOf(blocks: readonly Block[], ledger: readonly TableBlock[]) {
  const report: Report = { language: 'nl', title: 'T', subtitle: '', approaches: [], blocks, ledger };
  const workbook = unzip(Buffer.from(await formatXlsx(report))).get('xl/workbook.xml')!;
  return [...workbook.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name);
}

it('has the sheets of what there is, and always a summary', async () => {
  expect(await namesOf([figure], [table])).toEqual(['Samenvatting', 'Aannames']);
  expect(await namesOf([figure], [])).toEqual(['Samenvatting']);
  const heading: Block = { kind: 'heading', level: 2, id: 'h', text: 'H', sheet: 'method' };
  expect(await namesOf([heading, paragraph('A text')], [])).toEqual(['Samenvatting', 'Verantwoording']);
  expect(await namesOf([{ ...table, sheet: 'costs' }], [])).toEqual(['Samenvatting', 'Kosten']);
});
