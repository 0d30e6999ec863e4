/** Numbers as readers of a page enter them. */

import type { Language } from '../language.js';
import type { Control } from './page-data.js';

/** A number with a comma or a point before its decimals, and nothing between thousands. */
const NUMBER = /^[-\u2212+]?(?:\d+(?:[.,]\d+)?|[.,]\d+)(?:e[-+]?\d+)?$/i;

/** What stands between thousands and before decimals; thousands may also have a space between them. */
const SIGNS: Readonly<Record<Language, readonly [thousands: string, decimal: string]>> = {
  en: [',', '.'],
  nl: ['.', ','],
};
const SPACE = ' \u00a0\u202f';

/** A number with its thousands in groups of three, all with the same sign between them. */
const groupedWith = (thousands: string, decimal: string) =>
  new RegExp(`^[-\u2212+]?[1-9]\\d{0,2}([${thousands}])\\d{3}(?:\\1\\d{3})*(?:[${decimal}]\\d+)?$`);

/** The number in a text without signs between thousands, whatever the language; undefined: there is none. */
export function plainNumber(text: string): number | undefined {
  const trimmed = text.trim();
  if (!NUMBER.test(trimmed)) return undefined;
  return Number(trimmed.replace(',', '.').replace('\u2212', '-'));
}

/**
 * The number in a text as a reader of a language means it: what its language has between thousands, in groups of three, is that.
 * After it comes what a reader who is used to the signs of other languages may have meant. Empty: there is no number.
 */
export function enteredNumbers(text: string, language: Language): number[] {
  const trimmed = text.trim();
  const [thousands, decimal] = SIGNS[language];
  if (groupedWith(`${thousands}${SPACE}`, decimal).test(trimmed)) {
    const digits = [...trimmed].filter((sign) => sign !== thousands && !SPACE.includes(sign)).join('');
    return [plainNumber(digits)!];
  }
  const plain = plainNumber(trimmed);
  if (plain === undefined) return [];
  if (!groupedWith(decimal, thousands).test(trimmed)) return [plain];
  return [plain, plainNumber(trimmed.replace(decimal, ''))!];
}

/**
 * Whether a number may stand in the place of that of a control. An activity takes place or not, and nothing between; as it is in the
 * report it cannot be set, unless it follows what else is.
 */
export function fits(control: Control, number: number): boolean {
  const { group, value, follows, least, most, whole } = control;
  if (group === 'activities')
    return follows === true ? number === 0 || number === 1 : number === (value === 0 ? 1 : 0);
  return Number.isFinite(number) && number >= least && number <= most && (!whole || Number.isInteger(number));
}
