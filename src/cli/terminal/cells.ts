/** What the cells of tables on the terminal have in common. */

import { formatAs, formatValue } from '../../output/number.js';
import { signOf } from '../../output/report/verdict.js';
import { wordsIn } from '../../output/words/words.js';
import type { Headline } from '../../run/write/headlines.js';
import type { Outcome } from '../../run/write/outcome.js';
import type { Cell } from './layout/table.js';
import type { Brush } from './screen.js';

/** What a difference is shown by. */
export interface ShownDifference {
  readonly estimate: number;
  readonly mcse: number;
  readonly parameterLow: number;
  readonly parameterHigh: number;
}

/** The value of a main outcome, rounded as its MCSE warrants. */
export function show(headline: Headline, value: number, mcse: number, signed = false): string {
  return formatAs(headline.unit, value, mcse, signed, headline.language);
}

/** A probability over simulated cohorts as a whole percentage; a single cohort tells none. */
export function showProbability(
  probability: number | undefined,
  { draws, replications }: Pick<Outcome, 'draws' | 'replications'>,
): string {
  return probability === undefined || draws * replications === 1 ? '-' : formatValue(100 * probability, 1);
}

/** A difference with its 95 % interval over the parameters, which no line ends in, or that there is none. */
function showDifference(headline: Headline, row: ShownDifference): string {
  const value = show(headline, row.estimate, row.mcse, true);
  if (!Number.isFinite(row.estimate)) return value;
  if (!Number.isFinite(row.parameterLow) || !Number.isFinite(row.parameterHigh))
    return `${value} [${wordsIn(headline.language).screen.noInterval}]`;
  const between = headline.language === 'nl' ? ';' : ',';
  return `${value} [${show(headline, row.parameterLow, row.mcse, true)}${between}\u00a0${show(headline, row.parameterHigh, row.mcse, true)}]`;
}

/** A difference as a cell, painted where its sign is told. */
export function differenceCell(headline: Headline, row: ShownDifference, brush: Brush, text?: string): Cell {
  const { estimate, mcse, parameterLow: low, parameterHigh: high } = row;
  const sign = signOf({ estimate, mcse, low, high });
  const shown = text ?? showDifference(headline, row);
  if (headline.better === undefined || (sign !== 'positive' && sign !== 'negative')) return { text: shown };
  const isBetter = (sign === 'positive') === (headline.better === 'more');
  return { text: shown, paint: isBetter ? brush.good : brush.bad };
}
