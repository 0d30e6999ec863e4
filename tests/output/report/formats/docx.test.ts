/** What the parts of a Word document are made of, read from their XML. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderPng } from '../../../../src/output/charts/render.js';
import { textWidth } from '../../../../src/output/charts/text.js';
import { paragraph, type Report, type TableBlock, textCell } from '../../../../src/output/report/blocks.js';
import { buildReport } from '../../../../src/output/report/build-report.js';
import { fitColumns } from '../../../../src/output/report/formats/docx-table.js';
import { writeReport } from '../../../../src/output/report/write-report.js';
import { makeRun } from '../results.js';
import { unzip } from '../unzip.js';

let root: string;
let report: Report;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'docx-'));
  report = buildReport([{ run: makeRun(root, 'leiden'), figures: [] }], [], 'nl');
});
afterAll(() => rmSync(root, { recursive: true }));

/** What the tables below have alike. */
const bare = { kind: 'table', name: 't', sheet: 'method', caption: '' } as const;

const PARAGRAPHS = /<w:p>.*?<\/w:p>/gs;

/** Blocks as a document of Word. */
async function wordOf(blocks: Report['blocks']): Promise<string> {
  const [file] = await writeReport({ ...report, blocks, ledger: [] }, 'docx', 'report', renderPng);
  return unzip(Buffer.from(file!.content as Uint8Array)).get('word/document.xml')!;
}

it('leaves below a list of Word the room that is below any paragraph', async () => {
  const xml = await wordOf([{ kind: 'list', items: ['a', 'b'] }, paragraph('c')]);
  // Those without spacing of their own have that of the style.
  expect(
    xml
      .match(PARAGRAPHS)!
      .slice(-3)
      .map((each) => /<w:spacing w:after="(\d+)"/.exec(each)?.[1]),
  ).toEqual(['50', undefined, undefined]);
});

describe('the table of contents of Word', () => {
  const chapter = (id: string, apart?: true) =>
    ({ kind: 'heading', level: 2, id, text: id, ...(apart === undefined ? {} : { apart }) }) as const;
  const links = async (...ids: string[]) => {
    const blocks = [chapter('summary'), ...ids.map((id, i) => chapter(id, i === 0 ? true : undefined))];
    const entries = (await wordOf(blocks)).match(PARAGRAPHS)!.filter((each) => each.includes('PAGEREF'));
    return entries.map((each) => each.includes('<w:keepNext/>'));
  };

  it('stays on one page, and is left out where there is little to find', async () => {
    expect(await links('a', 'b', 'c')).toEqual([true, true, false]);
    expect(await links('a', 'b')).toEqual([]);
  });
});

describe('a table of Word', () => {
  const number = { kind: 'number', value: 1, decimals: 0, signed: false, suffix: '', text: '1' } as const;
  const table: TableBlock = {
    ...bare,
    columns: [
      { label: 'Maat', kind: 'text', weight: 10 },
      { label: 'JAS 24 x 24', kind: 'number', weight: 0.1 },
      { label: 'Eenheid', kind: 'text', weight: 0.1 },
    ],
    rows: [[textCell('Uitval'), number, textCell('weken')]],
  };

  it('gives every column its longest word, in headings and cells, and fills the line', () => {
    const long = 'Inburgeringsexamen';
    const table: TableBlock = {
      ...bare,
      columns: [
        { label: 'Maat', kind: 'text', weight: 10 },
        { label: 'Opeenvolgend', kind: 'number', weight: 0.1 },
      ],
      rows: [[textCell(`${long} gehaald`), textCell('1')]],
    };
    const { widths, size } = fitColumns(table, 9638);
    expect(size).toBe(8);
    expect(widths[1]!).toBeGreaterThan(20 * textWidth('Opeenvolgend', 8, true));
    expect(Math.abs(widths[0]! + widths[1]! - 9638)).toBeLessThanOrEqual(2);
    // In a line that is too short for eight points it takes smaller letters.
    const least = 20 * (textWidth(long, 7.5) + textWidth('Opeenvolgend', 7.5, true)) + 290;
    expect(fitColumns(table, Math.ceil(least)).size).toBe(7.5);
  });

  it('keeps a short heading on one line where there is room, and breaks it before letters become smaller', () => {
    const name = 20 * textWidth('JAS 24 x 24', 8, true);
    expect(fitColumns(table, 9638).widths[1]!).toBeGreaterThan(name);
    const narrow = fitColumns(table, 2000);
    expect(narrow.size).toBe(8);
    expect(narrow.widths[1]!).toBeLessThan(name);
  });

  it('sets a text off from the number before it', async () => {
    const margins = [...(await wordOf([table])).matchAll(/<w:tcMar>.*?<w:left [^>]*w:w="(\d+)"/g)].map(
      ([, width]) => Number(width),
    );
    expect(margins).toEqual([60, 60, 180, 60, 60, 180]);
  });
});
