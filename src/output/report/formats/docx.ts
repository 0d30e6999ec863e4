/** Writes a report as a Word document: headings, tables with repeated headings, figures as PNG. */

import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  type ITableCellBorders,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { locales } from '../../language.js';
import type { Block, Cell, Column, FigureBlock, Report, TableBlock } from '../blocks.js';
import { dropForbiddenCharacters } from './characters.js';

/** A4 in twentieths of a point, and its margins; what is left between them is for the text. */
const PAGE = { width: 11906, height: 16838, margin: 1134 };
const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin;

/** Width of a figure in pixels at 96 to the inch: the width of the text. */
const FIGURE_WIDTH = Math.floor((TEXT_WIDTH / 1440) * 96);
const FIGURE_HEIGHT = 430;
/** The same of a figure much higher than wide, which gets most of a page. */
const TALL_FIGURE_HEIGHT = 850;

const LEVELS = { 2: HeadingLevel.HEADING_1, 3: HeadingLevel.HEADING_2 } as const;

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const thin = { style: BorderStyle.SINGLE, size: 4, color: 'BFC4CA' } as const;
const thick = { style: BorderStyle.SINGLE, size: 8, color: '1C1E21' } as const;

/** Lines as high as what stands in them: a fixed height would crop a figure. */
const natural = { line: 240, lineRule: LineRuleType.AUTO } as const;

const clean = dropForbiddenCharacters;

function tableCell(text: string, { kind }: Column, width: number, heading: boolean): TableCell {
  const borders: ITableCellBorders = { top: none, left: none, right: none, bottom: heading ? thick : thin };
  return new TableCell({
    borders,
    width: { size: width, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 60, right: 60 },
    children: [
      new Paragraph({
        alignment: kind === 'text' ? AlignmentType.LEFT : AlignmentType.RIGHT,
        spacing: { before: 0, after: 0, ...natural },
        children: [new TextRun({ text: clean(text), bold: heading, size: 16 })],
      }),
    ],
  });
}

/** A note below a table or a figure. */
function smallPrint(text: string): Paragraph {
  return new Paragraph({
    spacing: { before: 60, after: 200 },
    children: [new TextRun({ text: clean(text), size: 16, color: '55595F' })],
  });
}

function formatTable(table: TableBlock): (Paragraph | Table)[] {
  const total = table.columns.reduce((sum, { weight = 1 }) => sum + weight, 0);
  const widths = table.columns.map(({ weight = 1 }) => Math.floor((TEXT_WIDTH * weight) / total));
  const row = (texts: readonly string[], heading: boolean) =>
    new TableRow({
      tableHeader: heading,
      cantSplit: true,
      children: texts.map((text, i) => tableCell(text, table.columns[i]!, widths[i]!, heading)),
    });
  const caption = new Paragraph({
    keepNext: true,
    spacing: { before: 200, after: 80 },
    children: [new TextRun({ text: clean(table.caption), bold: true })],
  });
  const body = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      row(
        table.columns.map(({ label }) => label),
        true,
      ),
      ...table.rows.map((cells: readonly Cell[]) =>
        row(
          cells.map(({ text }) => text),
          false,
        ),
      ),
    ],
  });
  return [caption, body, smallPrint(table.note ?? '')];
}

/** Width and height of a PNG in pixels, from its header (bytes 16 to 23). */
function sizeOfPng(png: Uint8Array): { width: number; height: number } {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

function formatFigure({ title, description, name }: FigureBlock, png: Uint8Array): Paragraph[] {
  const { width, height } = sizeOfPng(png);
  const scale = Math.min(
    FIGURE_WIDTH / width,
    (height > 1.2 * width ? TALL_FIGURE_HEIGHT : FIGURE_HEIGHT) / height,
  );
  const image = new ImageRun({
    type: 'png',
    data: png,
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: { name: clean(name), title: clean(title), description: clean(description) },
  });
  return [
    new Paragraph({ keepNext: true, spacing: { before: 200, ...natural }, children: [image] }),
    smallPrint(description),
  ];
}

function formatBlock(block: Block, images: ReadonlyMap<string, Uint8Array>): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: LEVELS[block.level], text: clean(block.text) })];
    case 'paragraph':
      return [
        new Paragraph({ children: [new TextRun({ text: clean(block.text), bold: block.strong === true })] }),
      ];
    case 'code':
      return [
        new Paragraph({
          children: [new TextRun({ text: clean(block.text), font: 'Courier New', size: 18 })],
        }),
      ];
    case 'list':
      return block.items.map((item) => new Paragraph({ text: clean(item), bullet: { level: 0 } }));
    case 'table':
      return formatTable(block);
    case 'figure':
      return formatFigure(block, images.get(block.file)!);
  }
}

const paragraphs = { spacing: { after: 120, line: 264, lineRule: LineRuleType.AUTO } };
const headingStyle = (size: number, before: number) => ({
  run: { size, bold: true, color: '1C1E21' },
  paragraph: { spacing: { before, after: 120 }, keepNext: true },
});

/** The document; `images` holds the PNG of every figure by the figure's file name. */
export async function formatDocx(
  report: Report,
  images: ReadonlyMap<string, Uint8Array>,
): Promise<Uint8Array> {
  const document = new Document({
    title: clean(report.title),
    creator: 'doorstroom',
    styles: {
      default: {
        document: {
          run: { font: 'Arial', size: 20, language: { value: locales[report.language] } },
          paragraph: paragraphs,
        },
        title: headingStyle(36, 0),
        heading1: headingStyle(28, 400),
        heading2: headingStyle(24, 320),
        heading3: headingStyle(21, 240),
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { top: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin, right: PAGE.margin },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: [PageNumber.CURRENT], size: 16 })],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, text: clean(report.title) }),
          new Paragraph({ children: [new TextRun({ text: clean(report.subtitle), color: '55595F' })] }),
          ...report.blocks.flatMap((block) => formatBlock(block, images)),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}
