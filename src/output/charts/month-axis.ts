/** The axis that charts by month share. */

import type { Language } from '../language.js';
import { wordsIn } from '../words/words.js';

/** Horizontal axis in months since the permit, a tick a year; only the lowest of several panels names it. */
export function monthAxis(last: number, language: Language, titled = true): object {
  return {
    field: 'month',
    type: 'quantitative',
    scale: { domain: [0, last], nice: false },
    axis: {
      title: titled ? wordsIn(language).charts.monthsSincePermit : null,
      values: Array.from({ length: Math.floor(last / 12) + 1 }, (_, year) => year * 12),
      grid: false,
      labelOverlap: 'parity',
    },
  };
}
