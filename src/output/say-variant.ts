/** What a variant does to the net balance of an approach against the reference, in a sentence. */

import type { Language } from './language.js';
import { isPrintedAsZero, type Said, sayAmount, sayInterval, shownOf, speak } from './report/speech.js';
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
  if (sign === 'zero') return screen.variantSame(approaches, runs);
  const [amount, interval] = [sayAmount(speech, row), sayInterval(speech, row)];
  if (sign === 'positive') return screen.variantBetter(approaches, runs, amount, interval);
  if (sign === 'negative') return screen.variantWorse(approaches, runs, amount, interval);
  const { higher, lower, alike } = screen.variantStanding;
  const way = isPrintedAsZero(row) ? alike : shownOf(row) > 0 ? higher : lower;
  return screen.variantUnclear(approaches, runs, way(runs, amount), interval);
}
