/** A choice between the approaches of a report in HTML, which needs no script: style sheets hide what is of others. */

import type { Report } from '../blocks.js';

/** Text as a string in a style sheet. */
const cssString = (text: string) =>
  `"${text.replaceAll(/[^\w -]/gu, (c) => `\\${c.codePointAt(0)!.toString(16)} `)}"`;

/**
 * What each choice hides: columns of other approaches than it and the reference, and tables of others than it; of the reference, all that
 * is of another, also how that differs. Beside a single other approach the reference goes, or that choice would hide nothing.
 */
export function switchStyle({ approaches }: Report): string {
  const reference = approaches[0]?.name;
  return approaches
    .map(({ name }, i) => {
      const chosen = `body:has(#show-${i + 1}:checked)`;
      const column = `${chosen} [data-column-of]:not([data-column-of=${cssString(name)}])`;
      if (name === reference) {
        const without = `${chosen} [data-table-of]:not(:has([data-column-of=${cssString(name)}]))`;
        return `${column}, ${without} { display: none; }`;
      }
      const others =
        approaches.length > 2 ? `${column}:not([data-column-of=${cssString(reference!)}])` : column;
      const tables = `${chosen} [data-table-of]:not([data-table-of=${cssString(name)}])`;
      return `${others}, ${tables} { display: none; }`;
    })
    .join('\n');
}
