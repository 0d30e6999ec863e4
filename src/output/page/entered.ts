/** Numbers as readers of a page enter them. */

import type { Control } from './page-data.js';

/** A number with a comma or a point before its decimals, and nothing between thousands. */
const NUMBER = /^[-\u2212+]?(?:\d+(?:[.,]\d+)?|[.,]\d+)(?:e[-+]?\d+)?$/i;

/** The number in a text; undefined: there is none. */
export function enteredNumber(text: string): number | undefined {
  const trimmed = text.trim();
  if (!NUMBER.test(trimmed)) return undefined;
  return Number(trimmed.replace(',', '.').replace('\u2212', '-'));
}

/** Whether a number may stand in the place of that of a control. An activity takes place or not, and nothing between. */
export function fits({ group, value, least, most, whole }: Control, number: number): boolean {
  if (group === 'activities') return number === (value === 0 ? 1 : 0);
  return Number.isFinite(number) && number >= least && number <= most && (!whole || Number.isInteger(number));
}
