/** Numbers of a scenario as `doorstroom explain` tells them. */

import type { Language } from '../../output/language.js';
import { nameIn, type Words } from '../../output/words/words.js';
import { type AnnotatedQuantity, type CountedLabel, isComputed } from '../../run/explain/rows.js';
import { type Named, wordsOf } from '../../run/scenarios/number-names.js';
import type { Page } from './screen.js';

/** Significant digits of a drawn point: it is computed, while what stands in a file is shown as it stands there. */
const DIGITS = 4;

/** How what is known of numbers is told: in a language, under the law of their scenario. */
export interface Told {
  readonly named: Named;
  readonly language: Language;
  readonly words: Words;
}

export const toldOf = (named: Named, { language }: Page): Told => ({
  named,
  language,
  words: wordsOf(named, language),
});

/** What a reader calls a label. */
export function sayLabel(label: CountedLabel, { words }: Told): string {
  if (label === 'same' || label === 'none') return words.screen.commands.explain.labels[label];
  return words.names.sourceLabels[label];
}

/** A number that is worked out, in as many digits as are shown. */
export const inFourDigits = (value: number) => String(Number(value.toPrecision(DIGITS)));

/** A number with the digits that are shown of it. */
export function shown(quantity: AnnotatedQuantity): AnnotatedQuantity {
  if (!isComputed(quantity)) return quantity;
  const { value, low, high } = quantity;
  const brief = (end: number | undefined) => (end === undefined ? undefined : Number(inFourDigits(end)));
  return { ...quantity, value: Number(inFourDigits(value)), low: brief(low), high: brief(high) };
}

/** A unit in the language; one that has no word is shown as the file has it. */
export const sayUnit = (unit: string | undefined, { words }: Told) =>
  unit === undefined ? '' : nameIn(words.names.units, unit);
