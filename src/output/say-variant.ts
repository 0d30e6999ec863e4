/** What a variant does to the net balance of an approach against the reference, in a sentence. */

import type { Language } from './language.js';
import { type Said, sayAmount, sayInterval, speak } from './report/speech.js';
import { signOf } from './report/verdict.js';

/**
 * @param row the difference between the two runs, of what the approach is against the reference
 * @param approaches the approach and its reference, by name
 * @param runs the variant and the run that it stands beside
 */
export function sayVariant(
  row: Said,
  approaches: readonly [approach: string, reference: string],
  runs: readonly [name: string, base: string],
  language: Language,
): string {
  const speech = speak(language);
  const { screen } = speech.words;
  const sign = signOf(row);
  if (sign === 'zero') return screen.variantSame(...approaches, ...runs);
  const say = {
    positive: screen.variantBetter,
    negative: screen.variantWorse,
    other: screen.variantUnclear,
  }[sign === 'positive' || sign === 'negative' ? sign : 'other'];
  return say(approaches, runs, sayAmount(speech, row), sayInterval(speech, row));
}
