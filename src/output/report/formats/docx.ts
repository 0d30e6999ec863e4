/** Writes a report as a Word document: headings, tables with repeated headings, figures as PNG. */

import {
  AlignmentType,
  Bookmark,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
  Packer,
  PageNumber,
  PageReference,
  Paragraph,
  Tab,
  type Table,
  TabStopType,
  TextRun,
} from 'docx';
import type { Block, FigureBlock, HeadingBlock, Report, TableBlock } from '../blocks.js';
import { speak } from '../speech.js';
import { withoutTimes } from './archive.js';
import { dropForbiddenCharacters } from './characters.js';
import { documentProperties } from './docx-properties.js';
import { ANNEX, CAPTION, NOTE, natural, stylesIn } from './docx-styles.js';
import { wordTable } from './docx-table.js';

/** A4 in twentieths of a point, and its margins; what is left between them is for the text. */
const PAGE = { width: 11906, height: 16838, margin: 1000 };
const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin;

/** Width of a figure in pixels at 96 to the inch: the width of the text. */
const FIGURE_WIDTH = Math.floor((TEXT_WIDTH / 1440) * 96);
const FIGURE_HEIGHT = 400;
/** Of a figure much higher than wide, which gets most of a page. */
const TALL_FIGURE_HEIGHT = 800;
/**
 * Width of a figure that is small, and at least of one that is low: letters of 12 pixels in a drawing of 680 then have 6.6 points, about the least that is read
 * at ease on paper.
 */
const SMALL_WIDTH = Math.floor(0.76 * FIGURE_WIDTH);

const LEVELS = { 2: HeadingLevel.HEADING_1, 3: HeadingLevel.HEADING_2 } as const;

const clean = dropForbiddenCharacters;

/** Numbers tables and figures in the order in which they stand. */
class Numbering {
  private readonly counts = new Map<string, number>();

  next(kind: string): string {
    const count = (this.counts.get(kind) ?? 0) + 1;
    this.counts.set(kind, count);
    return `${kind} ${count}. `;
  }
}

/** What the parts of a document share while it is made. */
interface Context {
  readonly report: Report;
  readonly images: ReadonlyMap<string, Uint8Array>;
  readonly numbering: Numbering;
  /** Texts of the annex are set smaller than those of the first pages. */
  readonly inAnnex: boolean;
  /** A text right below a heading, or above what it leads, stays with what follows. */
  readonly isFirst: boolean;
}

const note = (text: string) => new Paragraph({ style: NOTE, text: clean(text) });

function formatTable(table: TableBlock, { report, numbering }: Context): (Paragraph | Table)[] {
  const number = numbering.next(speak(report.language).words.table);
  const caption = new Paragraph({ style: CAPTION, keepNext: true, text: clean(`${number}${table.caption}`) });
  return [caption, wordTable(table, TEXT_WIDTH), note(table.note ?? '')];
}

/** Width and height of a PNG in pixels, from its header (bytes 16 to 23). */
function sizeOfPng(png: Uint8Array): { width: number; height: number } {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

function formatFigure(
  { title, description, name, small, paperNote = '' }: FigureBlock,
  png: Uint8Array,
  context: Context,
): Paragraph[] {
  const { width, height } = sizeOfPng(png);
  const isTall = small === true || height > 1.2 * width;
  const wanted = isTall ? TALL_FIGURE_HEIGHT : FIGURE_HEIGHT;
  const scale = Math.min(
    (small === true ? SMALL_WIDTH : FIGURE_WIDTH) / width,
    Math.max(wanted / height, SMALL_WIDTH / width),
    TALL_FIGURE_HEIGHT / height,
  );
  const image = new ImageRun({
    type: 'png',
    data: png,
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: { name: clean(name), title: clean(title), description: clean(description) },
  });
  const number = context.numbering.next(speak(context.report.language).words.figure);
  return [
    new Paragraph({ keepNext: true, spacing: { before: 160, after: 40, ...natural }, children: [image] }),
    new Paragraph({
      style: CAPTION,
      spacing: { before: 0, after: 140 },
      children: [
        new TextRun(clean(`${number}${title}`)),
        ...(paperNote === '' ? [] : [new TextRun({ text: clean(`. ${paperNote}`), bold: false })]),
      ],
    }),
  ];
}

/** A heading that the table of contents leads to. */
function formatHeading({ level, id, text, apart }: HeadingBlock): Paragraph {
  return new Paragraph({
    heading: LEVELS[level],
    pageBreakBefore: apart === true,
    children: [new Bookmark({ id, children: [new TextRun(clean(text))] })],
  });
}

/** Chapters from which on a reader needs a table of contents. */
const CONTENTS = 3;

/** The headings from one on, with the pages that they are on. */
function formatContents(headings: readonly HeadingBlock[], title: string): Paragraph[] {
  if (headings.length < CONTENTS) return [];
  const entries = headings.map(
    ({ id, text }, i) =>
      new Paragraph({
        // All on one page.
        keepNext: i < headings.length - 1,
        spacing: { after: 40 },
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH, leader: 'dot' }],
        children: [
          new InternalHyperlink({ anchor: id, children: [new TextRun(clean(text))] }),
          new TextRun({ children: [new Tab()] }),
          new PageReference(id, { hyperlink: true }),
        ],
      }),
  );
  return [new Paragraph({ style: CAPTION, keepNext: true, text: clean(title) }), ...entries];
}

function formatBlock(block: Block, context: Context): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [formatHeading(block)];
    case 'paragraph': {
      const run = new TextRun({ text: clean(block.text), bold: block.strong === true });
      return [
        new Paragraph({
          ...(context.inAnnex ? { style: ANNEX } : {}),
          keepNext: context.isFirst,
          children: [run],
        }),
      ];
    }
    case 'code':
      return [
        new Paragraph({
          children: [new TextRun({ text: clean(block.text), font: 'Courier New', size: 18 })],
        }),
      ];
    case 'list':
      return block.items.map(
        (item, i) =>
          new Paragraph({
            ...(context.inAnnex ? { style: ANNEX } : {}),
            text: clean(item),
            bullet: { level: 0 },
            // Below the last one comes the room that is below any paragraph.
            ...(i < block.items.length - 1 ? { spacing: { after: 50 } } : {}),
          }),
      );
    case 'table':
      return formatTable(block, context);
    case 'figure':
      return formatFigure(block, context.images.get(block.file)!, context);
  }
}

/** Whether a text in bold letters is what the list below it answers or lists. */
function leads(blocks: readonly Block[], i: number): boolean {
  const block = blocks[i]!;
  return block.kind === 'paragraph' && block.strong === true && blocks[i + 1]?.kind === 'list';
}

/** All blocks; the table of contents ends the first pages. */
function formatBlocks(context: Context): (Paragraph | Table)[] {
  const { blocks, language } = context.report;
  const chapters = blocks.filter((block) => block.kind === 'heading' && block.level === 2) as HeadingBlock[];
  const annex = blocks.findIndex((block) => block.kind === 'heading' && block.apart === true);
  return blocks.flatMap((block, i) => {
    if (i !== annex || block.kind !== 'heading')
      return formatBlock(block, {
        ...context,
        inAnnex: annex >= 0 && i > annex,
        // Not where the next heading follows: a paragraph does not go with that.
        isFirst: (blocks[i - 1]?.kind === 'heading' && blocks[i + 1]?.kind !== 'heading') || leads(blocks, i),
      });
    const contents = formatContents(chapters.slice(chapters.indexOf(block)), speak(language).words.contents);
    // The first pages of one municipality stand alone; a comparison may end anywhere on a page.
    const { apart: _, ...heading } = block;
    return [...contents, formatHeading(context.report.approaches.length > 0 ? block : heading)];
  });
}

/** The document; `images` holds the PNG of every figure by the figure's file name. */
export async function formatDocx(
  report: Report,
  images: ReadonlyMap<string, Uint8Array>,
): Promise<Uint8Array> {
  const document = new Document({
    title: clean(report.title),
    creator: 'doorstroom',
    styles: stylesIn(report.language),
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
                children: [
                  new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 16 }),
                ],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, text: clean(report.title) }),
          new Paragraph({ children: [new TextRun({ text: clean(report.subtitle), color: '55595F' })] }),
          ...formatBlocks({ report, images, numbering: new Numbering(), inAnnex: false, isFirst: false }),
        ],
      },
    ],
  });
  return withoutTimes(await Packer.toBuffer(document, false, [documentProperties(report)]));
}
