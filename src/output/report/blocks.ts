/** What a report consists of, before it takes a format: every format is written from these blocks. */

import type { Language } from '../language.js';

/** A text as it stands. */
export interface TextCell {
  readonly kind: 'text';
  readonly text: string;
}

/** A number, rounded as it is shown: `text` is `value` in the report's language, with its unit. */
export interface NumberCell {
  readonly kind: 'number';
  readonly value: number;
  readonly decimals: number;
  readonly signed: boolean;
  /** What stands behind the number: `%`, ` pp` or nothing. */
  readonly suffix: string;
  readonly text: string;
}

/** The two ends of an interval; a spreadsheet gives each its own column. */
export interface IntervalCell {
  readonly kind: 'interval';
  readonly low: NumberCell;
  readonly high: NumberCell;
  readonly text: string;
}

export type Cell = TextCell | NumberCell | IntervalCell;

/** A column of a table. `weight`: its share of the width on paper; 1 by default. */
export interface Column {
  readonly label: string;
  /** The approach that it is about alone. */
  readonly of?: string;
  readonly kind: Cell['kind'];
  readonly weight?: number;
}

/** The sheets of a workbook, each of which holds the tables for one kind of reader. */
export const sheetKinds = ['summary', 'outcomes', 'costs', 'assumptions', 'method'] as const;

export type SheetKind = (typeof sheetKinds)[number];

/** A table; the first cell of a row is its heading, which may be a number under a heading of texts. `name` is the name of a file and a label: letters, digits, hyphens. */
export interface TableBlock {
  readonly kind: 'table';
  readonly name: string;
  readonly sheet: SheetKind;
  readonly caption: string;
  /** The approach that it is about alone. */
  readonly of?: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly note?: string;
  /** A chart that a spreadsheet draws of it: of the numbers in a column, with the interval in another. */
  readonly chart?:
    | {
        /** Along the numbers in the first column. */
        readonly kind: 'line';
        readonly column: number;
        readonly interval?: number;
        /** What is looked for, a line across; in the unit of the column. */
        readonly target?: { readonly label: string; readonly value: number };
      }
    | {
        readonly kind: 'bar';
        readonly column: number;
        /** Its column, or what the table has no room to show. */
        readonly interval: number | readonly Cell[];
      };
}

/** A chart as it comes from the chart writers. */
export interface Figure {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly svg: string;
  /** The same for a telephone. */
  readonly narrow?: string;
  /** The same for where it is small on paper: without the title, which its caption is. */
  readonly paper?: string;
  /** What the caption says besides on paper, where the picture has no notes there. */
  readonly paperNote?: string;
}

/** A figure in its place; `file` is unique in the report. */
export interface FigureBlock extends Figure {
  readonly kind: 'figure';
  readonly file: string;
  /** Whether it stands in an annex or beside others of its kind, and is small on paper. */
  readonly small?: true;
}

/** A heading; `apart`: it begins a page; `sheet`: where what follows goes in a workbook. */
export interface HeadingBlock {
  readonly kind: 'heading';
  readonly level: 2 | 3;
  readonly id: string;
  readonly text: string;
  readonly apart?: true;
  readonly sheet?: SheetKind;
}

export type Block =
  | HeadingBlock
  | { readonly kind: 'paragraph'; readonly text: string; readonly strong?: boolean }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | TableBlock
  | FigureBlock;

/** A whole report. */
export interface Report {
  readonly language: Language;
  readonly title: string;
  readonly subtitle: string;
  /** The approaches between which a reader can choose, the reference first. */
  readonly approaches: readonly { readonly name: string; readonly label: string }[];
  readonly blocks: readonly Block[];
  /** Tables that are too long for paper: in the workbook, folded in HTML, and as files of their own in LaTeX. */
  readonly ledger: readonly TableBlock[];
}

/** A cell of text. */
export function textCell(text: string): TextCell {
  return { kind: 'text', text };
}

/** A paragraph. */
export function paragraph(text: string, strong = false): Block {
  return { kind: 'paragraph', text, ...(strong ? { strong } : {}) };
}
