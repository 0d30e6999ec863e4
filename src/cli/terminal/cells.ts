/** What the cells of tables on the terminal have in common. */

import { formatAs, formatValue } from '../../output/number.js';
import type { Headline } from '../../run/write/headlines.js';
import type { Outcome } from '../../run/write/outcome.js';

/** Without colours, which would reach pipes. */
export const plain = { head: [], border: [] };

/** The value of a main outcome, rounded as its MCSE warrants. */
export function show(headline: Headline, value: number, mcse: number, signed = false): string {
  return formatAs(headline.unit, value, mcse, signed);
}

/** A probability over simulated cohorts as a whole percentage; a single cohort tells none. */
export function showProbability(
  probability: number | undefined,
  { draws, replications }: Pick<Outcome, 'draws' | 'replications'>,
): string {
  return probability === undefined || draws * replications === 1 ? '-' : formatValue(100 * probability, 1);
}

/** A difference with its 95 % interval over the parameters, or that it cannot be told. */
export function showDifference(
  headline: Headline,
  row: { estimate: number; mcse: number; parameterLow: number; parameterHigh: number },
) {
  const value = show(headline, row.estimate, row.mcse, true);
  if (!Number.isFinite(row.estimate)) return value;
  if (!Number.isFinite(row.parameterLow) || !Number.isFinite(row.parameterHigh))
    return `${value} [cannot be told]`;
  return `${value} [${show(headline, row.parameterLow, row.mcse, true)}, ${show(headline, row.parameterHigh, row.mcse, true)}]`;
}
