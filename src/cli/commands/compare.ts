/** `doorstroom compare`. */

import type { CompareOptions, Comparison } from '../../run/compare/compare.js';
import type { AddCommand } from '../command.js';
import { addRunOptions, collect, type Looks } from '../options.js';

async function show(comparison: Comparison, { quiet, json }: Looks): Promise<void> {
  const { outcomes, complete } = comparison;
  if (json) {
    const { readOutcome } = await import('../../run/write/read-back.js');
    const { printJson } = await import('../terminal/screen.js');
    const { summarise } = await import('../terminal/summary.js');
    printJson([...complete.map(readOutcome), ...outcomes].map(summarise));
  } else if (!quiet && complete.length === 0) {
    const { comparedLines, comparisonLines } = await import('../terminal/comparison-table.js');
    const { rankingLines } = await import('../terminal/ranking-table.js');
    const { print } = await import('../terminal/screen.js');
    await print((page, brush) => [
      ...comparisonLines(comparison, page, brush),
      ...rankingLines(comparison, page, brush),
      ...comparedLines(comparison, page, brush),
    ]);
  }
}

export const addCompareCommand: AddCommand = (root, act, choices) => {
  addRunOptions(
    root.command('compare').description('compare the approaches of many scenarios in one table'),
    choices,
  )
    .argument('[scenario...]', 'scenarios (default: the municipalities that come with the package)')
    .option('--with <scenario>', 'one more scenario beside them (repeat for more)', collect, [])
    .option('--standardised', 'also compare every approach on the people of the national baseline', false)
    .action((paths: string[], options: CompareOptions & Looks) =>
      act(async (asked) => {
        const { compare } = await import('../../run/compare/compare.js');
        const { onTerminal } = await import('../terminal/progress.js');
        await onTerminal(asked, options, async (caller) => {
          for await (const comparison of compare(paths, options, caller)) await show(comparison, options);
        });
      }),
    );
};
