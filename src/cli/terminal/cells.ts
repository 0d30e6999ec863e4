/** What the cells of tables on the terminal have in common. */

import { formatAs, formatValue } from '../../output/number.js';
import type { Printed } from '../../output/report/measured.js';
import { signOf, toldProbability } from '../../output/report/verdict.js';
import { wordsIn } from '../../output/words/words.js';
import type { Headline } from '../../run/write/headlines.js';
import type { Outcome } from '../../run/write/outcome.js';
import type { ScreenCell } from './layout/table.js';
import type { Brush } from './screen.js';

/** What a difference is shown by. */
export interface ShownDifference extends Printed {
  readonly estimate: number;
  readonly mcse: number;
  readonly parameterLow: number;
  readonly parameterHigh: number;
}

/** What is printed of a main outcome; in reports it is the same. */
export function show(headline: Headline, { shown, error }: Printed, signed = false): string {
  return formatAs(headline.unit, shown, error, signed, headline.language);
}

/** The share of simulated cohorts that do better as a whole percentage; a single cohort tells none, nor does what chance hides. */
export function showProbability(
  row: (ShownDifference & { readonly unit: string; readonly probabilityBetter?: number }) | undefined,
  { draws, replications }: Pick<Outcome, 'draws' | 'replications'>,
): string {
  if (row === undefined || draws * replications === 1) return '-';
  const { parameterLow: low, parameterHigh: high } = row;
  return formatValue(100 * toldProbability({ ...row, low, high }), 1);
}

/** A difference with its 95 % interval over the parameters, which no line ends in, or that there is none. */
function showDifference(headline: Headline, row: ShownDifference): string {
  const value = show(headline, row, true);
  if (!Number.isFinite(row.estimate)) return value;
  if (!Number.isFinite(row.parameterLow) || !Number.isFinite(row.parameterHigh))
    return `${value} [${wordsIn(headline.language).screen.noInterval}]`;
  const end = (shown: number) => show(headline, { shown, error: row.error }, true);
  const between = headline.language === 'nl' ? ';' : ',';
  return `${value} [${end(row.parameterLow)}${between}\u00a0${end(row.parameterHigh)}]`;
}

/** A difference as a cell, painted where its sign is told. */
export function differenceCell(
  headline: Headline,
  row: ShownDifference,
  brush: Brush,
  text?: string,
): ScreenCell {
  const { parameterLow: low, parameterHigh: high } = row;
  const sign = signOf({ ...row, unit: headline.unit, low, high });
  const shown = text ?? showDifference(headline, row);
  if (headline.better === undefined || (sign !== 'positive' && sign !== 'negative')) return { text: shown };
  const isBetter = (sign === 'positive') === (headline.better === 'more');
  return { text: shown, paint: isBetter ? brush.good : brush.bad };
}
