/** `doorstroom explain`. */

import { Option } from 'commander';
import type { ExplainOptions, LabelFilter } from '../../run/explain/explain.js';
import type { AddCommand } from '../command.js';
import { collect, csvOption } from '../options.js';

const labelChoices: readonly LabelFilter[] = [
  'published',
  'derived',
  'unverified',
  'assumption',
  'same',
  'none',
];

export const addExplainCommand: AddCommand = (root, act) => {
  root
    .command('explain')
    .description('where every number comes from: value, range, unit, source, label, and who set it over whom')
    .argument('<scenario>', 'scenario file')
    .argument('[path]', 'a number (income.work) or a section (income.ratios): all there is to know about it')
    .addOption(
      new Option('--label <label>', 'only numbers with this label (none: without one)').choices(labelChoices),
    )
    .option('--set <path=value>', 'change a number of the scenario (repeat for more)', collect, [])
    .option('--json', 'as JSON on standard output', false)
    .option('--csv-file <file>', 'also write the numbers as CSV')
    .addOption(csvOption())
    .action((scenario: string, path: string | undefined, options: ExplainOptions & { json: boolean }) =>
      act(async () => {
        const { explain } = await import('../../run/explain/explain.js');
        const { name, rows } = explain(scenario, path, options);
        if (options.json) {
          const { dataOf } = await import('../../run/explain/rows.js');
          const { printJson } = await import('../terminal/progress.js');
          printJson(dataOf(name, rows));
          return;
        }
        const { printDetails, printOverview } = await import('../terminal/explain-text.js');
        if (path === undefined) await printOverview(name, rows);
        else await printDetails(rows);
      }),
    );
};
