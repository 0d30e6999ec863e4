/** What all controls of the page have, and how they say numbers. */

import { rawCell, type Speech } from '../../report/speech.js';
import type { Changes } from '../change.js';

/** A control as the reader has it. */
export interface Shown {
  readonly element: HTMLElement;
  /** Shows a setting. @param keepsTyped leaves alone what has been typed and could not be taken */
  show(changes: Changes, keepsTyped: boolean): void;
}

/** A value in the language of the page, without the digits that no reader needs; in a field without separators of thousands. */
export function sayNumber(speech: Speech, value: number, grouped = true): string {
  if (grouped) return rawCell(speech, value).text;
  const text = String(Number(value.toPrecision(12)));
  return speech.language === 'nl' ? text.replace('.', ',') : text;
}
