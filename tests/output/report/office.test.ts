/** What Word and Excel documents are made of, read from their XML: they open in LibreOffice in `formats.test.ts`. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderPng } from '../../../src/output/charts/render.js';
import { type Report, type TableBlock, textCell } from '../../../src/output/report/blocks.js';
import { buildReport } from '../../../src/output/report/build-report.js';
import { type ReportFormat, writeReport } from '../../../src/output/report/write-report.js';
import { makeRun } from './results.js';
import { unzip } from './unzip.js';

const figure = {
  name: 'difference',
  title: 'Wat parallel verandert',
  description: 'Een vierkant.',
  svg: '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30" fill="#369"/></svg>',
};

let root: string;
let report: Report;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'office-'));
  report = buildReport(
    [{ run: makeRun(root, 'leiden', { subgroup: 'sex=women' }), figures: [figure] }],
    [],
    'nl',
  );
});
afterAll(() => rmSync(root, { recursive: true }));

async function made(format: ReportFormat): Promise<Map<string, string>> {
  const [file] = await writeReport(report, format, 'report', renderPng);
  return unzip(Buffer.from(file!.content as Uint8Array));
}

describe('Word', () => {
  it('has real headings, captions that stay, rows that stay whole, contents that lead to them, and alternative texts', async () => {
    const xml = (await made('docx')).get('word/document.xml')!;
    const chapters = report.blocks.filter((block) => block.kind === 'heading' && block.level === 2);
    expect(xml.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(chapters.length);
    const tables = report.blocks.filter((block) => block.kind === 'table');
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(tables.length);
    const rows = tables.reduce((sum, table) => sum + table.rows.length + 1, 0);
    expect(xml.match(/<w:tr[ >]/g)).toHaveLength(rows);
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(rows);
    const captions = [
      ...xml.matchAll(/<w:p>(?:(?!<\/w:p>).)*<w:pStyle w:val="Caption"\/>(?:(?!<\/w:p>).)*<\/w:p>/g),
    ];
    const ofTables = captions.map(([text]) => text).filter((text) => /Tabel \d+\. /.test(text));
    expect(ofTables).toHaveLength(tables.length);
    expect(ofTables.filter((text) => !text.includes('<w:keepNext/>'))).toEqual([]);
    const annex = chapters.slice(1).map((block) => ('id' in block ? block.id : ''));
    for (const id of annex) expect(xml).toContain(`PAGEREF ${id} \\h`);
    expect(xml).toContain('descr="Een vierkant."');
  });
});

describe('Excel', () => {
  it('has five sheets, which print as wide as a page with numbers, in the face of the text', async () => {
    const files = await made('xlsx');
    const names = [...files.get('xl/workbook.xml')!.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(
      ([, name]) => name,
    );
    expect(names).toEqual(['Samenvatting', 'Uitkomsten', 'Kosten', 'Aannames', 'Verantwoording']);
    for (let sheet = 1; sheet <= 5; sheet++) {
      const xml = files.get(`xl/worksheets/sheet${sheet}.xml`)!;
      expect(xml).toContain('<pageSetUpPr fitToPage="1"/>');
      expect(xml).toContain(
        '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
      );
      expect(xml).toContain('&amp;P / &amp;N');
    }
    expect(files.get('xl/styles.xml')).toContain('Arial');
  });

  it('repeats the headings of the longest table on paper, and keeps them on the screen where little is above them', async () => {
    const parameters = report.ledger.find(({ name }) => name === 'parameters')!;
    const rows = Array.from({ length: 40 }, () => parameters.rows[0]!);
    const long = {
      ...report,
      ledger: [{ ...parameters, rows }, ...report.ledger.filter((table) => table !== parameters)],
    };
    const [file] = await writeReport(long, 'xlsx', 'report', renderPng);
    const files = unzip(Buffer.from(file!.content as Uint8Array));
    const names = [
      ...files.get('xl/workbook.xml')!.matchAll(/localSheetId="(\d)">&#39;(\w+)&#39;!\$(\d+):\$(\d+)</g),
    ];
    expect(names).toHaveLength(1);
    const [, sheet, name, from, to] = names[0]!;
    expect([sheet, name, from]).toEqual(['3', 'Aannames', to]);
    const xml = files.get('xl/worksheets/sheet4.xml')!;
    // Forty rows and a note after the headings: the table is the last of its sheet, and its caption begins a page.
    const last = [...xml.matchAll(/<row r="(\d+)"/g)].map(([, row]) => Number(row)).at(-1)!;
    expect(last - Number(from)).toBeGreaterThanOrEqual(41);
    expect(last - Number(from)).toBeLessThanOrEqual(42);
    expect(xml).toContain(`<brk id="${Number(from) - 2}" max="16383" man="1"/>`);
    expect(xml).toContain(`ySplit="${from}"`);
  });

  it('keeps the headings of the only table of a sheet on the screen, and of several none', async () => {
    const parameters = report.ledger.find(({ name }) => name === 'parameters')!;
    const short = { ...parameters, rows: parameters.rows.slice(0, 3) };
    const sheetOf = async (...ledger: (typeof report.ledger)[number][]) => {
      const [file] = await writeReport({ ...report, blocks: [], ledger }, 'xlsx', 'report', renderPng);
      // After the summary, since there is nothing for the others.
      return unzip(Buffer.from(file!.content as Uint8Array)).get('xl/worksheets/sheet2.xml')!;
    };
    expect(await sheetOf(short)).toContain('ySplit="2"');
    expect(await sheetOf(short, { ...short, name: 'more' })).not.toContain('ySplit');
  });

  it('prints in letters of 7 points or more, however long the texts of a table are', async () => {
    const parameters = report.ledger.find(({ name }) => name === 'parameters')!;
    const long = (row: (typeof parameters.rows)[number]) =>
      row.map((cell) => (cell.kind === 'text' ? { ...cell, text: 'assumption '.repeat(20) } : cell));
    const ledger = [{ ...parameters, rows: parameters.rows.map(long) }];
    const [file] = await writeReport({ ...report, ledger }, 'xlsx', 'report', renderPng);
    const files = unzip(Buffer.from(file!.content as Uint8Array));
    const points = [1, 2, 3, 4, 5].map((sheet) => {
      const xml = files.get(`xl/worksheets/sheet${sheet}.xml`)!;
      const widths = [...xml.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width));
      const wide = widths.reduce((sum, width) => sum + width, 0);
      // A character of a column takes 7 pixels of 96 to an inch; A4 across has 842 points, less half an inch at either side.
      return 10 * Math.min(1, (842 - 72) / (wide * 7 * (72 / 96)));
    });
    expect(Math.min(...points)).toBeGreaterThanOrEqual(7);
    // It is fitted to the page: without narrowing it would be smaller.
    expect(Math.min(...points)).toBeLessThan(7.5);
  });

  it('sets texts off from the numbers before them, which takes a side that they begin on', async () => {
    const styles = (await made('xlsx')).get('xl/styles.xml')!;
    const indented = [...styles.matchAll(/<alignment [^>]*indent="1"[^>]*>/g)].map(([each]) => each);
    expect(indented.length).toBeGreaterThan(0);
    expect(indented.filter((each) => !each.includes('horizontal="left"'))).toEqual([]);
  });

  it('gives a checksum, which no space breaks, a row of two lines', async () => {
    const files = await made('xlsx');
    const texts = [...files.get('xl/sharedStrings.xml')!.matchAll(/<si>.*?<\/si>/g)].map(([each]) => each);
    const checksum = texts.findIndex((each) => each.includes('ab'.repeat(32)));
    const rows = [...files.get('xl/worksheets/sheet5.xml')!.matchAll(/<row .*?<\/row>/g)].map(
      ([each]) => each,
    );
    const row = rows.find((each) => each.includes(`t="s"><v>${checksum}</v>`))!;
    expect(Number(/ ht="([\d.]+)"/.exec(row)![1])).toBeGreaterThanOrEqual(27);
  });

  it('says with a dash what is not reached, and nothing where a chart would draw it as nought', async () => {
    const number = {
      kind: 'number',
      value: Number.NaN,
      decimals: 1,
      signed: false,
      suffix: '',
      text: '–',
    } as const;
    const known = { ...number, value: 2, text: '2,0' };
    const table: TableBlock = {
      kind: 'table',
      name: 't',
      sheet: 'outcomes',
      caption: 'Tijden',
      columns: [
        { label: 'Maat', kind: 'text' },
        { label: 'Maanden', kind: 'number' },
      ],
      rows: [
        [textCell('helft'), known],
        [textCell('driekwart'), number],
      ],
    };
    const dashes = async (block: TableBlock) => {
      const [file] = await writeReport(
        { ...report, blocks: [block], ledger: [] },
        'xlsx',
        'report',
        renderPng,
      );
      const files = unzip(Buffer.from(file!.content as Uint8Array));
      return files.get('xl/sharedStrings.xml')!.match(/>–</g)?.length ?? 0;
    };
    expect(await dashes(table)).toBe(1);
    expect(await dashes({ ...table, chart: { kind: 'line', column: 1 } })).toBe(0);
  });

  it('draws the gains by year from their cells, with their interval', async () => {
    const files = await made('xlsx');
    const chart = files.get('xl/charts/chart2-1.xml')!;
    const [, first, last] = /&#39;Uitkomsten&#39;!\$B\$(\d+):\$B\$(\d+)/.exec(chart)!;
    // Years 1 and 5, under the headings of their table; the ends of the interval are in the two columns beside it.
    expect(Number(last) - Number(first)).toBe(1);
    for (const column of ['A', 'C', 'D'])
      expect(chart).toContain(`'Uitkomsten'!$${column}$${first}:$${column}$${last}`.replaceAll("'", '&#39;'));
    expect(files.get('xl/worksheets/sheet2.xml')).toMatch(
      new RegExp(`<c r="B${first}"[^>]*><v>[-+.\\d]+</v>`),
    );
    expect(files.get('[Content_Types].xml')).toContain('/xl/charts/chart2-1.xml');
    // Its axis has the unit of the cells.
    expect(chart).toMatch(/<c:numFmt formatCode="[^"]* pp&quot;[^"]*" sourceLinked="0"\/>/);
  });
});

describe('LaTeX', () => {
  it('has a file for every table, with a label, which the report takes in', async () => {
    const files = new Map(
      (await writeReport(report, 'latex', 'report', renderPng)).map(({ name, content }) => [name, content]),
    );
    const text = String(files.get('report.tex'));
    const tables = report.blocks.filter((block) => block.kind === 'table');
    expect([...text.matchAll(/\\input\{([^}]*)\}/g)].map(([, name]) => name)).toEqual(
      tables.map(({ name }) => `report-table-${name}`),
    );
    for (const { name, caption } of [...tables, ...report.ledger]) {
      const table = String(files.get(`report-table-${name}.tex`));
      expect(table).toContain(`\\label{tab:${name}}`);
      expect([caption, table.match(/\\begin\{longtable\}/g)?.length]).toEqual([caption, 1]);
    }
    expect(text).toContain('\\label{fig:leiden-difference}');
  });
});
