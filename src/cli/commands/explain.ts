/** Registers `doorstroom explain`; what it does is loaded when it is asked for. */

import { type Command, Option } from 'commander';
import type { ExplainOptions, LabelFilter } from '../explain.js';
import { collect, csvOption, refuseWithout } from '../options.js';

const labelChoices: readonly LabelFilter[] = [
  'published',
  'derived',
  'unverified',
  'assumption',
  'same',
  'none',
];

/** Adds the command to the program. */
export function addExplainCommand(
  root: Command,
  act: (command: (signal: AbortSignal) => Promise<number | undefined>) => void,
): void {
  root
    .command('explain')
    .description('where every number comes from: value, range, unit, source, label, and who set it over whom')
    .argument('<scenario>', 'scenario file')
    .argument('[path]', 'a number (income.work) or a section (income.ratios): all there is to know about it')
    .addOption(
      new Option('--label <label>', 'only numbers with this label (none: without one)').choices(labelChoices),
    )
    .addOption(
      new Option('--measures', 'what each measure in the results counts, instead of the numbers')
        .default(false)
        .conflicts(['label', 'csvFile']),
    )
    .option('--set <path=value>', 'change a number of the scenario (repeat for more)', collect, [])
    .option('--json', 'as JSON on standard output', false)
    .option('--csv-file <file>', 'also write the numbers as CSV')
    .addOption(csvOption())
    .action((scenario: string, path: string | undefined, options: ExplainOptions, command: Command) => {
      refuseWithout(command, 'csvFile', ['csv']);
      act(async () => {
        const { explain } = await import('../explain.js');
        await explain(scenario, path, options);
        return undefined;
      });
    });
}
