/** A section of a report: a heading and what stands below it. */

import type { Block } from './blocks.js';

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** The blocks of a section with its heading, and sub-headings one level below; `prefix` keeps names unique. */
export function placeSection({ id, title, blocks }: Section, level: 2 | 3, prefix = ''): Block[] {
  const below = level === 2 ? 3 : 4;
  return [
    { kind: 'heading', level, id: `${prefix}${id}`, text: title },
    ...blocks.map((block): Block => (block.kind === 'heading' ? { ...block, level: below } : block)),
  ];
}

/** A sub-heading within a section; `id` unique in the report. */
export function subheading(id: string, text: string): Block {
  return { kind: 'heading', level: 4, id, text };
}
