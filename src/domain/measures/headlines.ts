/** The main outcomes: the few measures that a summary shows. */

import { regimeOf } from '../regimes/find.js';
import { measuresUnder } from './all.js';
import type { HeadlineWords, Measure } from './measure.js';

type HeadlineLanguage = keyof HeadlineWords['label'];

/** A main outcome, at a month where its measure goes by year. */
export interface Headline {
  readonly measure: string;
  readonly month?: number;
  readonly unit: Measure['unit'];
  readonly better: Measure['better'];
  /** The language of its words, and of its numbers. */
  readonly language: HeadlineLanguage;
  /** With the year, if it has one, and without the unit. */
  readonly label: string;
  /** Heading of its column where scenarios or points stand side by side, in two lines where it has a year. */
  readonly column?: string;
  /** Place among the outcomes in which approaches are ranked. */
  readonly ranking?: number;
}

/** The month at which shares are summarised: that of year 5, or of the last whole year within a shorter horizon. */
function headlineMonth(horizonMonths: number): number {
  return Math.min(60, Math.floor(horizonMonths / 12) * 12);
}

const unitWords = {
  en: { share: ', %', euros: ', euros', months: '', 'calendar year': '' },
  nl: { share: ', %', euros: ', euro', months: '', 'calendar year': '' },
} as const;

/** The year that an outcome by year belongs to: reached by then, or the state at its end. */
const yearWords = {
  en: { by: (year: string) => `by year ${year}`, at: (year: string) => `at year ${year}` },
  nl: { by: (year: string) => `binnen ${year} jaar`, at: (year: string) => `na ${year} jaar` },
} as const;

function headlineOf(
  measure: Measure,
  words: HeadlineWords,
  month: number,
  language: HeadlineLanguage,
): Headline {
  const { name, unit, better, byYear } = measure;
  const { ranking } = words;
  const label = words.label[language];
  const column = words.column?.[language];
  const year = byYear === undefined ? '' : yearWords[language][byYear](String(month / 12));
  return {
    measure: name,
    ...(byYear === undefined ? {} : { month }),
    unit,
    better,
    language,
    label: year === '' ? label : `${label} ${year}`,
    ...(column === undefined
      ? {}
      : { column: `${column}${unitWords[language][unit]}${year === '' ? '' : `\n${year}`}` }),
    ...(ranking === undefined ? {} : { ranking }),
  };
}

/**
 * The main outcomes, as far as the horizon reaches.
 *
 * @param scenarios those whose laws have outcomes of their own
 */
export function headlines(
  horizonMonths: number,
  scenarios: readonly { readonly regime: string }[],
  language: HeadlineLanguage = 'en',
): Headline[] {
  const month = headlineMonth(horizonMonths);
  return measuresUnder([...new Set(scenarios.map(regimeOf))])
    .flatMap((measure) => (measure.headline === undefined ? [] : [{ measure, words: measure.headline }]))
    .sort((a, b) => a.words.place - b.words.place)
    .map(({ measure, words }) => headlineOf(measure, words, month, language));
}

/** The main outcomes by which scenarios or points of a sweep stand side by side: of those that there are under any law. */
export function headlineColumns(
  horizonMonths: number,
  language: HeadlineLanguage = 'en',
): (Headline & { readonly column: string })[] {
  return headlines(horizonMonths, [], language).flatMap((headline) => {
    const { column } = headline;
    return column === undefined ? [] : [{ ...headline, column }];
  });
}

/** A main outcome in which approaches are ranked. */
export interface RankedHeadline extends Headline {
  readonly better: 'more' | 'less';
  readonly ranking: number;
}

/** Those in which approaches are ranked, in the order in which their ranks are given. */
export function rankedHeadlines(horizonMonths: number, language: HeadlineLanguage = 'en'): RankedHeadline[] {
  const ranked = headlines(horizonMonths, [], language).flatMap((headline) => {
    const { better, ranking } = headline;
    return better === undefined || ranking === undefined ? [] : [{ ...headline, better, ranking }];
  });
  return ranked.sort((a, b) => a.ranking - b.ranking);
}
