/** `doorstroom compare`. */

import type { Command } from 'commander';
import type { CompareOptions, Comparison } from '../../run/compare/compare.js';
import type { Variants } from '../../run/compare/variants.js';
import type { AddCommand, CommandContext } from '../command.js';
import { addRunOptions, collect, type Looks, refuseWithout } from '../options.js';

async function show(comparison: Comparison, { lang }: Looks): Promise<void> {
  if (comparison.complete.length > 0) return;
  const { comparedLines, comparisonLines } = await import('../terminal/comparison-table.js');
  const { rankingLines } = await import('../terminal/ranking-table.js');
  const { print } = await import('../terminal/screen.js');
  await print(
    (page, brush) => [
      ...comparisonLines(comparison, page, brush),
      ...rankingLines(comparison, page, brush),
      ...comparedLines(comparison, page, brush),
    ],
    lang,
  );
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

async function showVariants(
  variants: Variants,
  { quiet, json, lang }: Looks,
  written: string | undefined,
): Promise<void> {
  const { print, printJson } = await import('../terminal/screen.js');
  const { summariseVariants, variantLines } = await import('../terminal/variants-table.js');
  if (json) printJson(summariseVariants(variants));
  else if (!quiet) await print((page, brush) => variantLines(variants, written, page, brush), lang);
}

/** Compares result folders; writes what they come to where a folder for that is named. */
async function compareResults(
  folders: readonly string[],
  options: CompareOptions & Looks,
  command: Command,
  { commandLine }: CommandContext,
): Promise<void> {
  const started = new Date();
  refuseBeside(command, ['json', 'quiet', 'lang', 'out', 'csv', 'force']);
  refuseWithout(command, 'out', ['csv', 'force']);
  const { compareFolders } = await import('../../run/compare/variants.js');
  const compared = await compareFolders(folders, options.lang);
  if (command.getOptionValueSource('out') !== 'cli') return showVariants(compared, options, undefined);
  const { writeVariants } = await import('../../run/compare/variants-files.js');
  const { printMessage } = await import('../terminal/screen.js');
  const note = options.quiet ? () => {} : printMessage;
  const written = writeVariants(
    folders,
    compared,
    options,
    { commandLine, note, language: options.lang },
    started,
  );
  return showVariants(compared, options, written);
}

/** Refuses options that mean nothing where nothing is simulated. */
function refuseBeside(command: Command, allowed: readonly string[]): void {
  const given = command.options.find((each) => {
    const name = each.attributeName();
    return command.getOptionValueSource(name) === 'cli' && !allowed.includes(name);
  });
  if (given !== undefined)
    command.error(`error: option '${given.flags}' means nothing where result folders are compared`);
}

export const addCompareCommand: AddCommand = (root, act, choices) => {
  addRunOptions(
    root.command('compare').description('compare the approaches of many scenarios in one table'),
    choices,
  )
    .argument(
      '[scenario...]',
      'scenarios, by name or file (default: the municipalities that come with the package); or result folders: how they differ from the first (written only with --out; `report` makes a document of them)',
    )
    .option('--with <scenario>', 'one more scenario beside them (repeat for more)', collect, [])
    .option('--standardised', 'also compare every approach on the people of the national baseline', false)
    .action((paths: string[], options: CompareOptions & Looks, command: Command) =>
      act(async (asked) => {
        const { areResults } = await import('../../run/compare/variants.js');
        if (areResults(paths)) return compareResults(paths, options, command, asked);
        const { compare } = await import('../../run/compare/compare.js');
        const { onTerminal } = await import('../terminal/progress.js');
        const found: unknown[] = [];
        await onTerminal(asked, options, async (caller) => {
          for await (const comparison of compare(paths, options, caller)) {
            if (options.json) found.push(...(await summariesOf(comparison)));
            else if (!options.quiet) await show(comparison, options);
          }
        });
        if (!options.json) return;
        const { printJson } = await import('../terminal/screen.js');
        // One document, also of two comparisons.
        printJson(found);
      }),
    );
};
