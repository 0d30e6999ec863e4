/** What is said of values of information where they rest on few draws. */

import { ENOUGH_DRAWS } from '../analysis/decision/least-error.js';
import type { Language } from './language.js';
import { formatNumber } from './number.js';
import { wordsIn } from './words/words.js';

/** What a column with the standard error of a value of information holds. @param of name of the value */
export const describeErrorOf = (of: string): string =>
  `standard error of the ${of}; with fewer than ${ENOUGH_DRAWS} draws it may itself be too small`;

/** A sentence; none from enough draws on. */
export function sayFewDraws(draws: number, language: Language): string[] {
  if (draws >= ENOUGH_DRAWS) return [];
  return [
    wordsIn(language).screen.fewDraws(
      formatNumber(draws, 0, language),
      formatNumber(ENOUGH_DRAWS, 0, language),
    ),
  ];
}
