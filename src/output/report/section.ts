/** A section of a report: a heading and what stands below it. */

import type { Block, SheetKind } from './blocks.js';

export interface Section {
  readonly id: string;
  readonly title: string;
  /** Where it goes in a workbook. */
  readonly sheet: SheetKind;
  readonly blocks: readonly Block[];
  /** Whether it begins a page. */
  readonly apart?: true;
}

/** The blocks of a section with its heading, and sub-headings one level below. */
export function placeSection({ id, title, sheet, blocks, apart }: Section): Block[] {
  return [{ kind: 'heading', level: 2, id, text: title, sheet, ...(apart ? { apart } : {}) }, ...blocks];
}

/** A sub-heading within a section; `id` unique in the report. */
export function subheading(id: string, text: string): Block {
  return { kind: 'heading', level: 3, id, text };
}
