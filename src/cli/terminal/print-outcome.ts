/** Prints what a scenario came to. */

import type { Language } from '../../output/language.js';
import { settleRounding } from '../../output/report/rounding.js';
import type { Outcome } from '../../run/write/outcome.js';
import { readBack } from '../../run/write/read-back.js';
import { outcomeLines } from './outcome-table.js';
import { print } from './screen.js';

/** Prints one scenario's main outcomes, by subgroup too where they were asked for. */
export async function printOutcome(outcome: Outcome, language: Language): Promise<void> {
  const rowsOf = (file: string) => readBack(outcome.folder, file).map(({ summary }) => summary);
  const subgroups = outcome.hasSubgroups
    ? settleRounding(
        { estimates: rowsOf('estimates.csv'), differences: rowsOf('differences.csv') },
        outcome.approaches[0]!,
      ).differences.filter(({ subgroup }) => subgroup !== 'all')
    : [];
  await print((page, brush) => outcomeLines(outcome, subgroups, page, brush), language);
}
