/** The cells of a table that was read back. */

import type { Row } from './run-folder.js';

/** A cell as a number; NaN when it is empty or no number. */
export function numberIn(row: Row | undefined, column: string): number {
  const value = row?.[column];
  return typeof value === 'number' ? value : Number.NaN;
}

/** A cell as text; empty when there is none. */
export function textIn(row: Row | undefined, column: string): string {
  return String(row?.[column] ?? '');
}
