/** Prints what a scenario came to. */

import type { Language } from '../../output/language.js';
import type { Outcome } from '../../run/write/outcome.js';
import { readBack } from '../../run/write/read-back.js';
import { outcomeLines } from './outcome-table.js';
import { print } from './screen.js';

/** Prints one scenario's main outcomes, by subgroup too where they were asked for. */
export async function printOutcome(outcome: Outcome, language: Language): Promise<void> {
  const subgroups = outcome.hasSubgroups
    ? readBack(outcome.folder, 'differences.csv').flatMap(({ told }) => (told.subgroup === 'all' ? [] : told))
    : [];
  await print((page, brush) => outcomeLines(outcome, subgroups, page, brush), language);
}
