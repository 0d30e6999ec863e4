/** The blocks of a report as elements. */

import type { Block, TableBlock } from '../../report/blocks.js';
import { element } from './elements.js';

/** A table. Narrow screens stack its cells, each behind its label, and so its roles are said: a style takes those of elements away. */
function tableOf({ caption, columns, rows, note, name }: TableBlock): HTMLElement {
  const id = `live-${name}`;
  const head = columns.map(({ label, kind }) =>
    element('th', { scope: 'col', role: 'columnheader', class: kind === 'text' ? undefined : 'n' }, label),
  );
  const body = rows.map((row) =>
    element(
      'tr',
      { role: 'row' },
      ...row.map(({ kind, text }, i) =>
        i === 0
          ? element('th', { scope: 'row', role: 'rowheader' }, text)
          : element(
              'td',
              { role: 'cell', 'data-label': columns[i]!.label, class: kind === 'text' ? undefined : 'n' },
              text,
            ),
      ),
    ),
  );
  const table = element(
    'table',
    { role: 'table', 'aria-labelledby': id },
    element('caption', { id }, caption),
    element('thead', { role: 'rowgroup' }, element('tr', { role: 'row' }, ...head)),
    element('tbody', { role: 'rowgroup' }, ...body),
  );
  const scroll = element(
    'div',
    { class: 'scroll', role: 'group', tabindex: 0, 'aria-labelledby': id },
    table,
  );
  const notes = note === undefined ? [] : [element('p', { class: 'note' }, note)];
  return element('div', { class: 'table' }, scroll, ...notes);
}

/** No line breaks between a sign and its amount. */
const keepSigns = (text: string) => text.replaceAll(/[\u2212+](?=€)/g, '$&\u2060');

/** The elements of blocks: paragraphs and tables, of which the live answer consists. */
export function elementsOf(blocks: readonly Block[]): HTMLElement[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'table') return [tableOf(block)];
    if (block.kind !== 'paragraph') return [];
    const text = keepSigns(block.text);
    return [element('p', {}, block.strong === true ? element('strong', {}, text) : text)];
  });
}
