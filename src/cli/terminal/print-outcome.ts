/** Prints what a scenario came to. */

import type { Language } from '../../output/language.js';
import { settleColumns } from '../../output/report/column-rounding.js';
import type { Outcome } from '../../run/write/outcome.js';
import { readBack } from '../../run/write/read-back.js';
import { outcomeLines } from './outcome-table.js';
import { print } from './screen.js';

/** Prints one scenario's main outcomes, by subgroup too where they were asked for. */
export async function printOutcome(outcome: Outcome, language: Language): Promise<void> {
  const rowsOf = (file: string) =>
    readBack(outcome.folder, file)
      .map(({ summary }) => summary)
      .filter(({ subgroup }) => subgroup !== 'all');
  const subgroups = outcome.hasSubgroups
    ? settleColumns(
        { estimates: rowsOf('estimates.csv'), differences: rowsOf('differences.csv') },
        outcome.approaches[0]!,
        () => false,
      ).differences
    : [];
  await print((page, brush) => outcomeLines(outcome, subgroups, page, brush), language);
}
