/** What a report consists of, before it takes a format: every format is written from these blocks. */

import type { Regime } from '../../domain/regimes/regime.js';
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
  readonly kind: Cell['kind'];
  readonly weight?: number;
}

/** A table; the first cell of a row is its heading. `name` is a file or sheet name: letters, digits, hyphens. */
export interface TableBlock {
  readonly kind: 'table';
  readonly name: string;
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly note?: string;
}

/** A chart as it comes from the chart writers. */
export interface Figure {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly svg: string;
}

/** A figure in its place; `file` is unique in the report. */
export interface FigureBlock extends Figure {
  readonly kind: 'figure';
  readonly file: string;
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3 | 4; readonly id: string; readonly text: string }
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
  /** What it is about, with the beginning of the names of its tables, and the law. */
  readonly runs: readonly { readonly slug: string; readonly title: string; readonly law?: Regime }[];
  readonly blocks: readonly Block[];
}

/** A cell of text. */
export function textCell(text: string): TextCell {
  return { kind: 'text', text };
}

/** A paragraph. */
export function paragraph(text: string, strong = false): Block {
  return { kind: 'paragraph', text, ...(strong ? { strong } : {}) };
}
