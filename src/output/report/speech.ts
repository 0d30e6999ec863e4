/** How a report speaks: numbers, names and cells in its language. */

import { measuresUnder } from '../../domain/measures/all.js';
import { labelOf, type Measure } from '../../domain/measures/measure.js';
import type { Regime } from '../../domain/regimes/regime.js';
import type { Language } from '../language.js';
import { errorOf, formatAs, formatNumber, printsAsZero, roundDigits, roundToMcse } from '../number.js';
import { nameIn, type Words, wordsIn, wordsUnder } from '../words/words.js';
import type { IntervalCell, NumberCell } from './blocks.js';
import type { Part, ResultRow, RunData } from './run-data.js';
import { shortNameAmong } from './short-names.js';

/** What a section needs to write in one language. */
export interface Speech {
  readonly language: Language;
  /** With those of the law. */
  readonly words: Words;
  /** The law that is spoken of; absent: of none in particular. */
  readonly law?: Regime;
}

/** What stands in the place of a number that is not known. */
export const UNKNOWN = '\u2013';

/** The speech of a language, under a law where results of one are told. */
export function speak(language: Language, law?: Regime): Speech {
  return law === undefined
    ? { language, words: wordsIn(language) }
    : { language, words: wordsUnder(language, law), law };
}

/** What heads a column of runs: their municipalities, or the runs where these are all of one. */
export const runHeading = (
  run: Pick<RunData, 'variantOf'> | undefined,
  { words: { headings } }: Speech,
): string => (run?.variantOf === undefined ? headings.municipality : headings.run);

/** A number of a unit as a cell, rounded by its MCSE. Shares become percentages; signed ones percentage points. */
export function numberCell(
  { language }: Speech,
  unit: string,
  value: number,
  mcse: number,
  signed = false,
): NumberCell {
  const scale = unit === 'share' ? 100 : 1;
  const error = errorOf(unit, value, mcse) * scale;
  const rounded = roundToMcse(value * scale, error);
  const suffix = unit !== 'share' ? '' : signed ? '\u00a0pp' : '%';
  const known = Number.isFinite(rounded.value);
  const text = plainNumber(unit, rounded.value, rounded.decimals, language, signed);
  return { kind: 'number', ...rounded, signed, suffix, text: known ? `${text}${suffix}` : UNKNOWN };
}

/** Years of the calendar take no thousands separator. */
function plainNumber(unit: string, value: number, decimals: number, language: Language, signed: boolean) {
  if (!Number.isFinite(value)) return UNKNOWN;
  if (unit === 'calendar year') return String(Math.round(value));
  return formatNumber(value, decimals, language, signed);
}

/** A probability as whole percentages; `unknown`: what stands in the place of one that is none. */
export function probabilityCell({ language }: Speech, value: number, unknown = UNKNOWN): NumberCell {
  const rounded = roundToMcse(value * 100, 1);
  const text = Number.isFinite(value) ? `${formatNumber(rounded.value, 0, language)}%` : unknown;
  return { kind: 'number', ...rounded, signed: false, suffix: '%', text };
}

/** A number as the files give it: a parameter, a count. At most six significant digits. */
export function rawCell({ language }: Speech, value: number, suffix = ''): NumberCell {
  const shown = roundDigits(value, 6);
  const fraction = /\.(\d+)$/.exec(Number.isFinite(shown) ? shown.toFixed(10).replace(/0+$/, '') : '');
  const decimals = fraction?.[1]?.length ?? 0;
  const text = Number.isFinite(shown) ? `${formatNumber(shown, decimals, language)}${suffix}` : '';
  return { kind: 'number', value: shown, decimals, signed: false, suffix, text };
}

/** Digits of a value at which an answer turns: more would claim what is not known. */
const TURNING_DIGITS = 3;

/** A value of a number at which the answer turns, or through which it is followed. */
export function sayAt(speech: Speech, value: number): string {
  return rawCell(speech, roundDigits(value, TURNING_DIGITS)).text;
}

/** Digits of a range's width that its ends and value are given to. */
const RANGE_DIGITS = 3;

/** A parameter's value and range as cells, to no more decimals than the width of the range gives meaning to. */
export function rangeCells(
  speech: Speech,
  { value, low, high }: { value: number; low: number; high: number },
  suffix = '',
): [NumberCell, IntervalCell] {
  const width = high - low;
  const decimals =
    width > 0 ? Math.min(10, Math.max(0, RANGE_DIGITS - 1 - Math.floor(Math.log10(width)))) : 10;
  const cell = (number: number) => rawCell(speech, Number(number.toFixed(decimals)), suffix);
  const ends = { low: cell(low), high: cell(high) };
  const text = ends.low.text === '' && ends.high.text === '' ? '' : intervalText(speech, ends.low, ends.high);
  return [cell(value), { kind: 'interval', ...ends, text }];
}

/** An interval as a cell, its ends rounded by the MCSE of the estimate. In its place, words where it cannot be estimated. */
export function intervalCell(
  speech: Speech,
  unit: string,
  low: number,
  high: number,
  mcse: number,
  signed = false,
): IntervalCell {
  const cells = {
    low: numberCell(speech, unit, low, mcse, signed),
    high: numberCell(speech, unit, high, mcse, signed),
  };
  const { noInterval, beyondHorizon, interval } = speech.words;
  const [isLow, isHigh] = [Number.isFinite(low), Number.isFinite(high)];
  // Of the interval of a time, one end may lie within the horizon and the other beyond it.
  if (isLow && !isHigh)
    return {
      kind: 'interval',
      low: cells.low,
      high: { ...cells.high, text: beyondHorizon },
      text: interval(cells.low.text, beyondHorizon),
    };
  const text = isLow && isHigh ? intervalText(speech, cells.low, cells.high) : noInterval;
  return { kind: 'interval', ...cells, text };
}

/** `a to b`, with the unit once. */
function intervalText({ words }: Speech, low: NumberCell, high: NumberCell): string {
  const bare =
    low.suffix !== '' && low.text.endsWith(low.suffix) ? low.text.slice(0, -low.suffix.length) : low.text;
  return words.interval(bare, high.text);
}

/**
 * What sentences need of a row: its number, and its 95 % interval over the parameters (NaN: none). A report rounds it by its place
 * among others (see `rounding.ts`).
 */
export type Said = Pick<ResultRow, 'unit' | 'estimate' | 'mcse' | 'low' | 'high'> &
  Partial<Pick<ResultRow, 'shown' | 'error'>>;

/** What is printed of a row's estimate. */
export function shownOf({ estimate, shown = estimate }: Said): number {
  return shown;
}

/** The error by which a row is rounded. */
export function errorOfRow({ mcse, error = mcse }: Said): number {
  return error;
}

/** Whether the estimate of a row is printed as zero. */
export function isPrintedAsZero(row: Said): boolean {
  return printsAsZero(row.unit, shownOf(row), errorOfRow(row));
}

/** The cells of an outcome: estimate and parameter interval. */
export function rowCells(
  speech: Speech,
  row: ResultRow | undefined,
  signed = false,
): [NumberCell, IntervalCell] {
  const { unit = '', shown = Number.NaN, error = Number.NaN } = row ?? {};
  const { low = Number.NaN, high = Number.NaN } = row ?? {};
  const number = numberCell(speech, unit, shown, error, signed);
  const interval = intervalCell(speech, unit, low, high, error, signed);
  // What is missing or not reached has no interval.
  const none = !Number.isFinite(shown) && !Number.isFinite(low);
  return [number, none ? { ...interval, text: UNKNOWN } : interval];
}

/** A value in a sentence, without sign, with its unit in words. */
export function sayAmount({ language, words }: Speech, row: Said, value = Math.abs(shownOf(row))): string {
  return sayValue({ language, words }, row, value, false);
}

/** A value in a sentence, with its unit in words; `signed`: shares are differences, in percentage points. */
export function sayValue({ language, words }: Speech, row: Said, value: number, signed = true): string {
  const number = formatAs(row.unit, value, errorOfRow(row), signed, language);
  if (row.unit === 'share') return signed ? words.points(number) : words.percent(number);
  if (row.unit === 'euros') return words.euros(number);
  if (row.unit === 'months') return words.months(number);
  return number;
}

/** A gain in percentage points in a sentence that says which way it goes: only a loss bears a sign. */
export function sayGain({ language, words }: Speech, row: Said, gain: number): string {
  return words.points(formatAs(row.unit, gain, errorOfRow(row), false, language));
}

/** Whether a value is printed as zero where it stands beside a row. */
const isZeroIn = (row: Said, value: number): boolean => printsAsZero(row.unit, value, errorOfRow(row));

/** Whether an interval leaves out 0, and an end of it is printed as 0 all the same. */
export function endsBesideZero(row: Said): boolean {
  return (row.low > 0 && isZeroIn(row, row.low)) || (row.high < 0 && isZeroIn(row, row.high));
}

/**
 * A space and the interval of a row between brackets, or that it cannot be estimated. `sign` -1: of its opposite; `signed`: also gains bear
 * their sign.
 */
export function sayInterval(speech: Speech, row: Said, sign: 1 | -1 = 1, signed = true): string {
  if (!Number.isFinite(row.low) || !Number.isFinite(row.high)) return ` ${speech.words.noIntervalInBrackets}`;
  const [low, high] = sign === 1 ? [row.low, row.high] : [-row.high, -row.low];
  const { words } = speech;
  const isZero = (value: number) => isZeroIn(row, value);
  // An end that is printed as 0 hides on which side of it the interval ends: whether loss and gain both lie in it.
  const hidesSide = isZero(low) !== isZero(high);
  const end = (value: number) => {
    const number = formatAs(row.unit, value, errorOfRow(row), signed, speech.language);
    const text = row.unit === 'euros' ? words.euros(number) : number;
    if (!hidesSide || value === 0 || !isZero(value)) return text;
    return (value < 0 ? words.justBelow : words.justAbove)(text);
  };
  return ` ${words.intervalInBrackets(end(low), end(high))}`;
}

/** The same where a row is printed as zero: nothing where its interval is not known, or both ends are printed as zero too. */
export function tellingInterval(speech: Speech, row: Said): string {
  const isKnown = Number.isFinite(row.low) && Number.isFinite(row.high);
  return !isKnown || (isZeroIn(row, row.low) && isZeroIn(row, row.high)) ? '' : sayInterval(speech, row);
}

/** Name of an approach for readers; its label is in their language already. */
export function approachName({ name, label }: { name: string; label: string }): string {
  return label || name;
}

/** Whether a part belongs to every approach: a course of the law, or the search for work. */
export function isOwnPart({ names }: Words, part: string): boolean {
  return Object.hasOwn(names.parts, part);
}

/** Name of a part of an approach for readers. */
export function partName({ words }: Speech, part: Pick<Part, 'part' | 'label'>): string {
  const own = isOwnPart(words, part.part);
  return own ? words.names.parts[part.part]! : part.label || part.part;
}

/** What of a part its name is made of. */
type NamedPart = Pick<Part, 'approach' | 'part' | 'label'>;

/**
 * The name of a part, as far as it takes to tell it from the other activities of its approach.
 *
 * @param parts of the run
 */
export function shortPartName(speech: Speech, parts: readonly NamedPart[], part: NamedPart): string {
  const others = parts.filter(
    (other) =>
      other.approach === part.approach && other.part !== part.part && !isOwnPart(speech.words, other.part),
  );
  return shortNameAmong(
    partName(speech, part),
    others.map((other) => partName(speech, other)),
  );
}

/** Words of a condition or list in the language; names of activities stay. */
export function translateTerms({ words }: Speech, text: string): string {
  const terms: Readonly<Record<string, string>> = words.names.terms;
  return text.replaceAll(/[a-z][a-z0-9_]*/g, (word) => (Object.hasOwn(terms, word) ? terms[word]! : word));
}

/** Name of a measure for readers, with the year it belongs to. */
export function measureName(speech: Speech, run: RunData, measure: string, month = Number.NaN): string {
  const { names } = speech.words;
  const name = baseName(speech, run, measure);
  if (!Number.isFinite(month)) return name;
  const years = formatNumber(month / 12, month % 12 === 0 ? 0 : 1, speech.language);
  return names.patterns.atYear(name, years);
}

/** The measure of that name in a run, with the parts of its approaches; undefined: this version has none such. */
export function measureIn({ law, parts }: RunData, name: string): Measure | undefined {
  const activities = parts.map(({ part }) => part);
  return measuresUnder([law], activities).find((measure) => measure.name === name);
}

function baseName(speech: Speech, run: RunData, name: string): string {
  const measure = measureIn(run, name);
  if (measure === undefined) return name.replaceAll('_', ' ');
  return labelOf(measure, speech.language, {
    payer: (payer) => nameIn(speech.words.names.payers, payer),
    part: (of) => {
      const part = run.parts.find((row) => row.part === of);
      return part === undefined ? of : shortPartName(speech, run.parts, part);
    },
  });
}
