/** Numbers as people read them: no more digits than the Monte Carlo error warrants. */

import { keptAtMost } from '../engine/caches.js';
import { Recent } from '../engine/recent.js';
import { type Language, locales } from './language.js';

/** Significant digits of a number in a file: far below any MCSE, and the same on every machine. */
export const DIGITS = 10;

/** Fraction of a value below which its MCSE is rounding error. */
const ROUNDING = 1e-9;

/** Whether an MCSE can be used to decide how many digits of a value to show. */
export const tells = (mcse: number, value: number) =>
  Number.isFinite(mcse) && mcse > ROUNDING * Math.abs(value);

/** Decimals up to the first significant digit of the MCSE; two when there is no MCSE. Never more than four. */
export function decimalsFor(mcse: number, value = 0): number {
  if (!tells(mcse, value)) return 2;
  return Math.min(4, Math.max(0, -Math.floor(Math.log10(mcse))));
}

/** Multiple of ten to which a value with a large MCSE is rounded (an MCSE of 340 warrants hundreds). */
function stepFor(mcse: number): number {
  return Number.isFinite(mcse) && mcse >= 10 ? 10 ** Math.floor(Math.log10(mcse)) : 1;
}

/** A value rounded as its MCSE warrants, with the number of decimals to show. */
export function roundToMcse(value: number, mcse: number): { value: number; decimals: number } {
  // A zero without error is exact and needs no decimals.
  if (value === 0 && mcse === 0) return { value: 0, decimals: 0 };
  const step = stepFor(mcse);
  const decimals = decimalsFor(mcse, value);
  if (!Number.isFinite(value)) return { value, decimals };
  const rounded = step > 1 ? Math.round(value / step) * step : Number(value.toFixed(decimals));
  return { value: rounded === 0 ? 0 : rounded, decimals };
}

/** Digits within which a number in binary is the one that was written in decimals. */
const EXACT = 12;

/** A number rounded to decimals as it is read, half away from zero: 0.60625, which binary fractions only come near, to 0.6063. */
export function roundDecimals(value: number, decimals: number): number {
  if (!Number.isFinite(value)) return value;
  const steps = Math.round(Number((Math.abs(value) * 10 ** decimals).toPrecision(EXACT)));
  // Through its text, since a power of ten with a minus is not exact either.
  return Math.sign(value) * Number(`${steps}e${-decimals}`);
}

/** The same, to so many digits. */
export function roundDigits(value: number, digits: number): number {
  return value === 0 ? 0 : roundDecimals(value, digits - 1 - Math.floor(Math.log10(Math.abs(value))));
}

/** Whether a number is written the same everywhere: without a sign of plus, decimals or groups of digits. */
const isPlain = (value: number, decimals: number, signed: boolean) =>
  !signed && decimals === 0 && Number.isInteger(value) && Math.abs(value) < 1000;

/** A report asks for thousands of numbers, of a few kinds; each kind takes far longer to make than a number to write. */
const formats = new Recent<string, Intl.NumberFormat>(keptAtMost.numberFormats);

/**
 * A number with a given number of decimals and the separators of the language: 1,234.5 in English, 1.234,5 in Dutch; a dash for
 * what is not known.
 */
export function formatNumber(value: number, decimals: number, language: Language, signed = false): string {
  if (!Number.isFinite(value)) return '-';
  // The first of these formats takes as long as all else of a short list.
  if (isPlain(value, decimals, signed)) return String(value);
  const format = formats.get(
    `${language} ${decimals} ${signed}`,
    () =>
      new Intl.NumberFormat(locales[language], {
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
        signDisplay: signed ? 'exceptZero' : 'negative',
      }),
  );
  return format.format(value);
}

/** A value rounded as its MCSE warrants, with thousands separators; a dash for what is not known. */
export function formatValue(value: number, mcse: number, signed = false, language: Language = 'en'): string {
  if (!Number.isFinite(value)) return '-';
  const { value: rounded, decimals } = roundToMcse(value, mcse);
  return formatNumber(rounded, decimals, language, signed);
}

/** A number with a given number of decimals and no separators; zero has no sign, and unknown values are a dash. */
export function formatFixed(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return '-';
  const text = value.toFixed(decimals);
  return Number(text) === 0 ? text.replace('-', '') : text;
}

/** Error by which a number is rounded when its own is not known, or nil: whole euros, tenths of months and per cent. */
const usualError: Readonly<Record<string, number>> = { euros: 1, share: 0.001, months: 0.1 };

/** Error by which a number of a unit is rounded, in that unit: its MCSE, or what is usual. 0: of a zero that is certain. */
export function errorOf(unit: string, value: number, mcse: number): number {
  if (tells(mcse, value)) return mcse;
  return value === 0 ? 0 : (usualError[unit] ?? 1);
}

/** Part of the largest amount to which amounts below each other are rounded at the finest. */
const FINEST = 1e-3;

/**
 * Error by which amounts of euros that stand below each other are rounded, so that they have one step: the least of their errors that is
 * more than rounding, so that small amounts do not vanish beside large ones; but no finer than whole euros and three digits of the largest.
 */
export function errorOfAmounts(
  amounts: readonly { readonly value: number; readonly error: number }[],
): number {
  const largest = Math.max(0, ...amounts.map(({ value }) => Math.abs(value)).filter(Number.isFinite));
  const errors = amounts.map(({ error }) => error).filter((error) => tells(error, largest));
  return Math.max(1, FINEST * largest, ...(errors.length === 0 ? [] : [Math.min(...errors)]));
}

/** Step to which a number of a unit is rounded, in that unit: the place of the first digit of its error. 0: it is exact. */
export function stepOf(unit: string, value: number, mcse: number): number {
  const scale = unit === 'share' ? 100 : 1;
  const error = errorOf(unit, value, mcse) * scale;
  if (error === 0) return 0;
  const step = error >= 10 ? stepFor(error) : 10 ** -decimalsFor(error);
  return step / scale;
}

/** Whether a number of a unit is printed as zero: then nothing can be said of its sign. */
export function printsAsZero(unit: string, value: number, mcse: number): boolean {
  const scale = unit === 'share' ? 100 : 1;
  return roundToMcse(value * scale, errorOf(unit, value, mcse) * scale).value === 0;
}

/** A number of a unit as it stands in tables and sentences, without the unit; shares as percentages. */
export function formatAs(
  unit: string,
  value: number,
  mcse: number,
  signed = false,
  language: Language = 'en',
): string {
  const scale = unit === 'share' ? 100 : 1;
  return formatValue(value * scale, errorOf(unit, value, mcse) * scale, signed, language);
}

/** A number as it is, with the decimal mark of the language; without a mark between thousands, as files and options take it. */
export function sayDecimal(value: number | string, language: Language): string {
  return language === 'nl' ? String(value).replace('.', ',') : String(value);
}

/** A number with what it counts, in English: `1 draw`, `2 draws`. */
export function countOf(count: number, one: string, several = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : several}`;
}
