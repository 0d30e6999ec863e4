/** Words and axes that several charts share. */

import type { Language } from '../language.js';
import { DUTCH_LABELS } from './dutch-labels.js';
import { say } from './style.js';

/** A label of a scenario in the language, where it has a word for it. */
export function labelIn(language: Language, label: string): string {
  return language === 'nl' ? (DUTCH_LABELS[label] ?? label) : label;
}

/** Horizontal axis in months since the permit, a tick a year; only the lowest of several panels names it. */
export function monthAxis(last: number, language: Language, titled = true): object {
  return {
    field: 'month',
    type: 'quantitative',
    scale: { domain: [0, last], nice: false },
    axis: {
      title: titled
        ? say(language, { nl: 'Maanden sinds de vergunning', en: 'Months since the permit' })
        : null,
      values: Array.from({ length: Math.floor(last / 12) + 1 }, (_, year) => year * 12),
      grid: false,
      labelOverlap: 'parity',
    },
  };
}
