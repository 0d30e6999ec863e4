/** Typography: minus signs, dates in words, and spaces at which no line may break, in all that a report says. */

import { dayInWords } from '../day-in-words.js';
import type { Language } from '../language.js';
import type { Block, Cell, Report, TableBlock } from './blocks.js';

/** A date in words; one that there is not stands as it is. */
function sayDate(text: string, language: Language): string {
  const date = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? text : dayInWords(date, language);
}

/**
 * A text as it is set: 1 October 2015 for 2015-10-01 (with its time of day left out), a minus sign before a number, and no break
 * between a number and what it counts, nor between a currency and its amount.
 */
export function typesetText(text: string, language: Language): string {
  return text
    .replaceAll(/(?<![\w./-])(\d{4}-\d\d-\d\d)(?:T[\d:.]+Z)?(?![\w-])/g, (_, date: string) =>
      sayDate(date, language),
    )
    .replaceAll(/(^|[\s(\u00a0‘“])-(?=[€\d])/g, '$1\u2212')
    .replaceAll(/(\d%?) (?=\p{L})/gu, '$1\u00a0')
    .replaceAll(/(95%) (?=interval)/g, '$1\u00a0')
    .replaceAll(/€ (?=[\d\u2212-])/g, '€\u00a0');
}

/** The same, and no break between a sign and its currency: a word joiner, which only texts that are broken into lines need. */
const setText = (text: string, language: Language): string =>
  typesetText(text, language).replaceAll(/([\u2212+])(?=€)/g, '$1\u2060');

function typesetCell(cell: Cell, language: Language): Cell {
  const text = setText(cell.text, language);
  if (cell.kind !== 'interval') return { ...cell, text };
  const end = (of: typeof cell.low) => ({ ...of, text: setText(of.text, language) });
  return { ...cell, low: end(cell.low), high: end(cell.high), text };
}

function typesetTable(table: TableBlock, language: Language): TableBlock {
  const of = (text: string) => setText(text, language);
  return {
    ...table,
    caption: of(table.caption),
    columns: table.columns.map((column) => ({ ...column, label: of(column.label) })),
    rows: table.rows.map((row) => row.map((cell) => typesetCell(cell, language))),
    ...(table.note === undefined ? {} : { note: of(table.note) }),
  };
}

function typesetBlock(block: Block, language: Language): Block {
  const of = (text: string) => setText(text, language);
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, text: of(block.text) };
    case 'code':
      return block;
    case 'list':
      return { ...block, items: block.items.map(of) };
    case 'table':
      return typesetTable(block, language);
    case 'figure':
      return { ...block, title: of(block.title), description: of(block.description) };
  }
}

/** Blocks with all their texts set. */
export function typesetBlocks(blocks: readonly Block[], language: Language): Block[] {
  return blocks.map((block) => typesetBlock(block, language));
}

/** The report with all its texts set; what is typed at a prompt stays as it is. */
export function typeset(report: Report): Report {
  const { language } = report;
  return {
    ...report,
    title: setText(report.title, language),
    subtitle: setText(report.subtitle, language),
    blocks: typesetBlocks(report.blocks, language),
    ledger: report.ledger.map((table) => typesetTable(table, language)),
  };
}
