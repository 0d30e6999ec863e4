/** The blocks of a report as elements. */

import type { Block, TableBlock } from '../../report/blocks.js';
import { element } from './elements.js';

function tableOf({ caption, columns, rows, note, name }: TableBlock): HTMLElement {
  const id = `live-${name}`;
  const head = columns.map(({ label, kind }) =>
    element('th', { scope: 'col', class: kind === 'text' ? undefined : 'n' }, label),
  );
  const body = rows.map((row) =>
    element(
      'tr',
      {},
      ...row.map(({ kind, text }, i) =>
        i === 0
          ? element('th', { scope: 'row' }, text)
          : element('td', { class: kind === 'text' ? undefined : 'n' }, text),
      ),
    ),
  );
  const table = element(
    'table',
    {},
    element('caption', { id }, caption),
    element('thead', {}, element('tr', {}, ...head)),
    element('tbody', {}, ...body),
  );
  const scroll = element(
    'div',
    { class: 'scroll', role: 'group', tabindex: 0, 'aria-labelledby': id },
    table,
  );
  const notes = note === undefined ? [] : [element('p', { class: 'note' }, note)];
  return element('div', { class: 'table' }, scroll, ...notes);
}

/** The elements of blocks: paragraphs and tables, of which the live answer consists. */
export function elementsOf(blocks: readonly Block[]): HTMLElement[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'table') return [tableOf(block)];
    if (block.kind !== 'paragraph') return [];
    return [element('p', {}, block.strong === true ? element('strong', {}, block.text) : block.text)];
  });
}
