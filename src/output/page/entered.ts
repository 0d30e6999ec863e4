/** Numbers as readers of a page enter them. */

import type { Language } from '../language.js';
import type { Speech } from '../report/speech.js';
import { nameIn } from '../words/words.js';
import type { Control } from './page-data.js';
import { unitOfOne } from './units.js';

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

/** What a reader entered in the field of a control. */
export interface Entered {
  /** What it may be meant as; empty: it is no number, or there is something beside it that its unit does not have. */
  readonly numbers: readonly number[];
  /** What stands beside the number and does not belong there; empty: nothing. */
  readonly beside: string;
}

const PARTS = /^([^\d.,+\-\u2212]*)([-\u2212+]?[\d., \u00a0\u202f]*\d(?:e[-+]?\d+)?)\s*(.*)$/is;
/** A whole amount with a dash or two for its cents: 300,- and 1.250,--. */
const WHOLE_AMOUNT =
  /^([^\d]*?)(\d{1,3}(?:[. \u00a0\u202f]\d{3})+|\d+)[.,](?:--?|[\u2013\u2014=])(?!\d)(.*)$/s;
const EURO = /^(?:€|eur|euros?)$/i;
const PERCENT = /^(?:%|pct\.?|percent|procent)$/i;

/**
 * What a text in the field of a control says. Beside the number may stand the sign or the word of its unit; of a share a percentage is
 * taken too. In a whole number a point or a comma is more likely meant for thousands.
 */
export function enteredIn(
  control: Pick<Control, 'unit' | 'group' | 'whole'>,
  text: string,
  speech: Speech,
): Entered {
  const { unit, group, whole } = control;
  const { language, words } = speech;
  const isEuro = /^euros?\b/.test(unit);
  const dashed = isEuro ? WHOLE_AMOUNT.exec(text.trim()) : null;
  if (dashed !== null) {
    const [, first = '', amount = '', last = ''] = dashed;
    return enteredIn(control, `${first}${amount.replaceAll(/\D/g, '')}${last}`, speech);
  }
  const [, before = '', digits = '', after = ''] = PARTS.exec(text.trim()) ?? [];
  const [prefix, suffix] = [before.trim(), after.trim()];
  const own = [unit, unitOfOne(unit, speech)].map((each) => `${each.toLowerCase()} `);
  const isUnit = own.some((each) => each.startsWith(`${suffix.toLowerCase()} `));
  const isShare = group === 'composition' || unit === nameIn(words.names.units, 'share');
  const isPercent = isShare && PERCENT.test(suffix);
  if (prefix !== '' && !(isEuro && EURO.test(prefix))) return { numbers: [], beside: prefix };
  if (suffix !== '' && !isUnit && !isPercent && !(isEuro && EURO.test(suffix)))
    return { numbers: [], beside: suffix };
  const numbers = enteredNumbers(digits, language).map((number) =>
    isPercent ? Number((number / 100).toPrecision(12)) : number,
  );
  const [typed] = numbers;
  const isPlain = numbers.length === 1 && Number.isInteger(typed) && plainNumber(digits) === typed;
  if (!whole || !isPlain || !/[.,]/.test(digits)) return { numbers, beside: '' };
  return { numbers: [typed!, plainNumber(digits.replace(/[.,]/, ''))!], beside: '' };
}

/** What a text in a field may be meant as where nobody can tell: more than one of its readings may stand there; else nothing. */
export function meanings(control: Control, numbers: readonly number[]): readonly number[] {
  const [, other] = numbers;
  return other !== undefined && (control.whole || fits(control, other)) ? numbers : [];
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
