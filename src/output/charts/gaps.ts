/** What a chart says of intervals that it has no marks for. */

import type { Language } from '../language.js';
import { wordsIn } from '../words/words.js';
import type { Chart } from './chart.js';

/** Whether an interval cannot be estimated. */
export const isUntold = ({ low, high }: { readonly low: number; readonly high: number }): boolean =>
  !Number.isFinite(low) || !Number.isFinite(high);

/** What a chart says so, in one text. */
export const gapsIn = ({ spec }: Chart): string =>
  ((spec as { readonly usermeta?: { readonly gaps?: readonly string[] } }).usermeta?.gaps ?? []).join(' ');

/**
 * That an interval which has no mark cannot be estimated; nothing where all have theirs.
 *
 * @param missing for each mark whether one is missing
 */
export function sayGaps(
  missing: Partial<Record<'band' | 'bar' | 'line', boolean>>,
  language: Language,
): string[] {
  const { untold, marks } = wordsIn(language).charts;
  const { band, bar, line } = marks;
  const names = [
    ...(missing.band === true ? [band] : []),
    ...(missing.bar === true ? [bar] : []),
    ...(missing.line === true ? [line] : []),
  ];
  return names.length === 0 ? [] : [untold(names)];
}
