/** Why a difference has no interval over the parameters. */

import { LEAST_DRAWS } from '../analysis/spread.js';
import type { Language } from './language.js';
import { formatNumber } from './number.js';
import { wordsIn } from './words/words.js';

/** Why a difference in a run of so many draws has no interval, in a sentence. */
export function sayNoInterval(draws: number, language: Language): string {
  const { screen } = wordsIn(language);
  if (draws === 1) return screen.oneDraw;
  return draws < LEAST_DRAWS
    ? screen.tooFewDraws(formatNumber(LEAST_DRAWS, 0, language))
    : screen.whyNoInterval;
}

/** What a report says below tables of outcomes of runs, of which the smallest has so many draws. */
export function sayOutcomeNote(draws: number, language: Language): string {
  const { outcomes } = wordsIn(language);
  return `${outcomes.note} ${draws < LEAST_DRAWS ? sayNoInterval(draws, language) : outcomes.hidden}`;
}
