/** `doorstroom compare`. */

import type { CompareOptions, Comparison } from '../../run/compare/compare.js';
import type { AddCommand } from '../command.js';
import { addRunOptions, type Looks } from '../options.js';

async function show(comparison: Comparison): Promise<void> {
  if (comparison.complete.length > 0) return;
  const { printComparison } = await import('../terminal/comparison-table.js');
  const { printRanking } = await import('../terminal/ranking-table.js');
  if (comparison.isStandardised)
    process.stdout.write('\nStandardised: every approach on the people of the national baseline\n');
  await printComparison(comparison);
  await printRanking(comparison);
}

/** What a comparison found, scenario by scenario. */
async function summariesOf({ isStandardised, outcomes, complete }: Comparison) {
  const { readOutcome } = await import('../../run/write/read-back.js');
  const { summarise } = await import('../terminal/summary.js');
  return [...complete.map(readOutcome), ...outcomes].map((outcome) => ({
    ...summarise(outcome),
    standardised: isStandardised,
  }));
}

export const addCompareCommand: AddCommand = (root, act, choices) => {
  addRunOptions(
    root.command('compare').description('compare the approaches of many scenarios in one table'),
    choices,
  )
    .argument('[scenario...]', 'scenario files (default: the municipalities that come with the package)')
    .option('--standardised', 'also compare every approach on the people of the national baseline', false)
    .action((paths: string[], options: CompareOptions & Looks) =>
      act(async (asked) => {
        const { compare } = await import('../../run/compare/compare.js');
        const { onTerminal, printJson } = await import('../terminal/progress.js');
        const found: unknown[] = [];
        await onTerminal(asked, options, async (caller) => {
          for await (const comparison of compare(paths, options, caller)) {
            if (options.json) found.push(...(await summariesOf(comparison)));
            else if (!options.quiet) await show(comparison);
          }
        });
        // One document, also of two comparisons.
        if (options.json) printJson(found);
      }),
    );
};
