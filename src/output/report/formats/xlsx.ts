/** Writes a report as an Excel workbook of up to five sheets, one for each kind of reader. Numbers are numbers. */

import writeXlsxFile, { type CellObject, type Row, type Sheet } from 'write-excel-file/node';
import { textWidth, wrapText } from '../../charts/text.js';
import {
  type Block,
  type Column,
  type Report,
  type SheetKind,
  sheetKinds,
  type TableBlock,
} from '../blocks.js';
import { speak } from '../speech.js';
import { withoutTimes } from './archive.js';
import { cellsOf, sheetText } from './xlsx-cells.js';
import { nativeCharts, type SheetChart } from './xlsx-chart.js';
import { drawingOf } from './xlsx-drawing.js';
import { type HiddenColumn, type HiddenRange, hideColumns, withHidden } from './xlsx-hidden.js';
import { pageBreaks, pageStarts, type SheetPart } from './xlsx-pages.js';
import { printSetup, type XlsxContent } from './xlsx-print.js';
import { type PrintTitle, printTitles } from './xlsx-titles.js';
import { FONT, roomOf, SPAN, widthsOf } from './xlsx-widths.js';

function headings({ label, kind }: Column, report: Report): CellObject[] {
  const { from, to } = speak(report.language).words;
  const style = {
    fontWeight: 'bold',
    wrap: true,
    bottomBorderStyle: 'thin',
    alignVertical: 'bottom',
  } as const;
  const right = { ...style, align: 'right' } as const;
  if (kind === 'interval')
    return [sheetText(`${label}, ${from}`, right), sheetText(`${label}, ${to}`, right)];
  return [sheetText(label, kind === 'text' ? style : right)];
}

/** A paragraph across the first columns, as high as its lines. */
function across(
  text: string,
  widths: readonly number[],
  style: Omit<CellObject, 'value' | 'type'> = {},
): Row {
  const room = widths.slice(0, SPAN).reduce((sum, width) => sum + width, 0) * FONT.character;
  const size = Number(style.fontSize ?? FONT.size);
  const lines = Math.max(1, Math.ceil((textWidth(text, size, style.fontWeight === 'bold') * 1.08) / room));
  const height = (lines * FONT.line * size) / FONT.size + 3;
  return [sheetText(text, { wrap: true, columnSpan: SPAN, height, ...style })];
}

/** Lines that a text takes in so many points; a word that is longer than a line goes on in the next. */
function linesOf(text: string, room: number, bold: boolean): number {
  const lines = wrapText(text, room, FONT.size, bold);
  return lines.reduce(
    (sum, line) => sum + Math.max(1, Math.ceil(textWidth(line, FONT.size, bold) / room)),
    0,
  );
}

/** Gives the first cell of a row the height of its highest, which Excel takes for the whole row. */
function withHeight(row: Row, widths: readonly number[]): Row {
  const lines = row.map((cell, i) => {
    const { value, fontWeight, indent } = (cell ?? {}) as CellObject;
    return typeof value === 'string'
      ? linesOf(value, roomOf(widths[i]!, indent !== undefined), fontWeight === 'bold')
      : 1;
  });
  const height = Math.max(...lines) * FONT.line + 2;
  return row.map((cell, i) =>
    i === 0 && cell !== null ? ({ ...(cell as CellObject), height } as CellObject) : cell,
  );
}

/** Sets texts apart from the numbers before them. */
const indented = (row: Row): Row =>
  row.map((cell, i) => {
    const object = cell as CellObject | null;
    // An indent counts only in a cell that says on which side its text begins.
    return i > 0 && object?.type === String && object.align !== 'right'
      ? { ...object, align: 'left', indent: 1 }
      : cell;
  });

/** Whether a chart is drawn of a column. */
const isDrawn = ({ chart }: TableBlock, column: number) =>
  chart !== undefined && (chart.column === column || chart.interval === column);

function tableRows(
  table: TableBlock,
  widths: readonly number[],
  hidden: readonly HiddenColumn[],
  report: Report,
): Row[] {
  const body = table.rows.map((row) =>
    row.flatMap((cell, i): (CellObject | null)[] => {
      const own = cellsOf(cell, isDrawn(table, i));
      // A number that heads its row stands below its heading, as a name does.
      return i === 0 && cell.kind === 'number' ? own.map((each) => each && { ...each, align: 'left' }) : own;
    }),
  );
  const rows = [
    table.columns.flatMap((column) => headings(column, report)),
    ...withHidden(body, hidden, widths.length),
  ];
  return [
    across(table.caption, widths, { fontWeight: 'bold' }),
    ...rows.map((row) => withHeight(indented(row), widths)),
    ...(table.note === undefined ? [] : [across(table.note, widths, { textColor: '#55595F' })]),
    [],
  ];
}

const HEADING_SIZES = { 2: 14, 3: 12 } as const;

/** A block as rows of its sheet; `hidden`: what its chart is drawn from besides what is seen. */
function rowsOf(
  block: Block,
  widths: readonly number[],
  hidden: readonly HiddenColumn[],
  report: Report,
): Row[] {
  switch (block.kind) {
    case 'heading':
      return [across(block.text, widths, { fontWeight: 'bold', fontSize: HEADING_SIZES[block.level] })];
    case 'paragraph':
      return [across(block.text, widths, block.strong ? { fontWeight: 'bold' } : {})];
    case 'code':
      return [across(block.text, widths)];
    case 'list':
      return block.items.map((item) => across(`\u2022 ${item}`, widths));
    case 'table':
      return tableRows(block, widths, hidden, report);
    case 'figure':
      return [];
  }
}

/** Rows from which a table goes on over pages. */
const LONG = 30;

/** Rows that may stay on the screen while the rest moves: with more, nothing of the rest would be seen. */
const FROZEN = 10;

/** The blocks with the longest table last, whose headings then stand above all pages from there on. */
function longestLast(blocks: readonly Block[]): Block[] {
  const length = (block: Block) => (block.kind === 'table' ? block.rows.length : 0);
  const longest = blocks.toSorted((a, b) => length(b) - length(a))[0];
  if (longest === undefined || length(longest) < LONG) return [...blocks];
  return [...blocks.filter((block) => block !== longest), longest];
}

/**
 * The blocks of each sheet: texts go where the heading above them says, tables where they belong; long tables come last. Of a report that
 * has nothing for a kind of reader, as that of an analysis, that sheet is left out.
 */
function sortBlocks({ blocks, ledger }: Report): Map<SheetKind, Block[]> {
  const sheets = new Map<SheetKind, Block[]>(sheetKinds.map((kind) => [kind, []]));
  let current: SheetKind = 'summary';
  for (const block of blocks) {
    if (block.kind === 'heading' && block.sheet !== undefined) current = block.sheet;
    sheets.get(block.kind === 'table' ? block.sheet : current)!.push(block);
  }
  for (const table of ledger) sheets.get(table.sheet)!.push(table);
  const filled = [...sheets].filter(
    ([kind, own]) => kind === 'summary' || own.some((block) => block.kind !== 'figure'),
  );
  return new Map(filled.map(([kind, own]) => [kind, longestLast(own)]));
}

/** Height of a row that nothing is said of, in points. */
const BARE = 12.8;

const heightOf = (row: Row) => (row[0] as CellObject | undefined)?.height ?? BARE;

/** Rows of a table that stay together: its caption, its headings and three more. */
const TABLE_BEGINS = 5;

/** What pages of paper need to know of the rows of a block and of the chart below it, which stays whole. */
function piecesOf(block: Block, rows: readonly Row[], chart: readonly Row[], apart: boolean): SheetPart[] {
  const heights = rows.map(heightOf);
  const leads = block.kind === 'heading' || (block.kind === 'paragraph' && block.strong === true);
  const together = block.kind === 'table' ? TABLE_BEGINS : 1;
  const drawn = chart.map((_, i) => (i === 0 ? chart.length * BARE : 0));
  return [
    { heights, together, leads, apart },
    { heights: drawn, together: 1, leads: false, apart: false },
  ].filter((piece) => piece.heights.length > 0);
}

/** The workbook. */
export async function formatXlsx(report: Report): Promise<Uint8Array> {
  const { names, from, to } = speak(report.language).words;
  const charts: SheetChart[] = [];
  const titles: PrintTitle[] = [];
  const starts: number[][] = [];
  const hidden = new Map<number, HiddenRange>();
  const sheets = [...sortBlocks(report)].map(([kind, blocks], index): Sheet<XlsxContent> => {
    const tables = blocks.filter((block) => block.kind === 'table');
    const widths = widthsOf(tables, [from, to]);
    const sheet = names.sheetKinds[kind];
    const data: Row[] =
      kind === 'summary'
        ? [
            across(report.title, widths, { fontWeight: 'bold', fontSize: 16 }),
            across(report.subtitle, widths),
            [],
          ]
        : [];
    const pieces: SheetPart[] = data.map((row) => ({
      heights: [heightOf(row)],
      together: 1,
      leads: false,
      apart: false,
    }));
    let alone: number | undefined;
    for (const block of blocks) {
      const drawing = block.kind === 'table' ? drawingOf(block, widths.length, report) : undefined;
      const columns = drawing?.hidden ?? [];
      const rows = rowsOf(block, widths, columns, report);
      if (block.kind === 'table') alone = data.length + 2;
      // Below the caption and the headings; rows of a sheet count from 1.
      const place = {
        sheet: index,
        sheetName: sheet,
        first: data.length + 3,
        below: data.length + rows.length,
      };
      const drawn = drawing === undefined ? [] : [{ ...drawing.chart, ...place }];
      charts.push(...drawn);
      const count = Math.max(columns.length, hidden.get(index)?.count ?? 0);
      if (count > 0) hidden.set(index, { from: widths.length, count });
      const isLong = block === blocks.at(-1) && block.kind === 'table' && block.rows.length >= LONG;
      if (isLong) titles.push({ sheet: index, sheetName: sheet, headings: data.length + 2 });
      const chart = drawn.flatMap(({ rows: high }) => Array.from({ length: high + 1 }, (): Row => []));
      pieces.push(...piecesOf(block, rows, chart, isLong));
      data.push(...rows, ...chart);
    }
    starts.push(pageStarts(pieces, widths));
    // Of several tables the headings of one would stand above the others too, but for the longest, which is last.
    const headings = tables.length === 1 ? alone : titles.find((title) => title.sheet === index)?.headings;
    return {
      sheet,
      data,
      ...(headings !== undefined && headings <= FROZEN ? { stickyRowsCount: headings } : {}),
      columns: widths.map((width) => ({ width })),
      orientation: 'landscape',
      showGridLines: false,
    };
  });
  const features = [
    printSetup,
    printTitles(titles),
    pageBreaks(starts),
    nativeCharts(charts),
    hideColumns(hidden),
  ];
  const file = writeXlsxFile(sheets, { fontFamily: FONT.family, fontSize: FONT.size, features });
  return withoutTimes(await file.toBuffer());
}
