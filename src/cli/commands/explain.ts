/** `doorstroom explain`. */

import { type Command, Option } from 'commander';
import type { ExplainOptions } from '../../run/explain/explain.js';
import type { CountedLabel } from '../../run/explain/rows.js';
import { Refusal } from '../../run/refusal.js';
import type { AddCommand } from '../command.js';
import { collect, csvOption, languageOption, refuseWithout, type Spoken } from '../options.js';

const labelChoices: readonly CountedLabel[] = [
  'published',
  'derived',
  'unverified',
  'assumption',
  'same',
  'none',
];

type Options = ExplainOptions &
  Spoken & {
    readonly json: boolean;
    readonly measures: boolean;
    readonly results?: string;
    readonly all: boolean;
  };

/** Shows what the measures of a scenario's results count. */
async function showMeasures(scenario: string, { set, json, lang }: Options): Promise<void> {
  const { explainMeasures } = await import('../../run/explain/measures.js');
  const { print, printJson } = await import('../terminal/screen.js');
  const { measureLines } = await import('../terminal/measures.js');
  const { name, measuresIn } = explainMeasures(scenario, set);
  if (json) printJson({ scenario: name, measures: measuresIn('en') });
  else await print((page, brush) => measureLines(measuresIn(page.language), page, brush), lang);
}

/** Shows where the numbers of a scenario come from. */
async function showNumbers(scenario: string, path: string | undefined, options: Options): Promise<void> {
  const { explain } = await import('../../run/explain/explain.js');
  const { print, printJson } = await import('../terminal/screen.js');
  const { name, named, rows } = explain(scenario, path, options);
  if (options.json) {
    const { dataOf } = await import('../../run/explain/rows.js');
    printJson(dataOf(name, rows));
    return;
  }
  if (path !== undefined) {
    const { detailLines } = await import('../terminal/explain-text.js');
    return print((page, brush) => detailLines(rows, named, page, brush), options.lang);
  }
  const { overviewLines } = await import('../terminal/explain-overview.js');
  const { influenceOn } = await import('../../run/explain/influence.js');
  const influence = await influenceOn(scenario, options.results);
  const overview = { name, named, rows, influence, isWhole: options.all };
  await print((page, brush) => overviewLines(overview, page, brush), options.lang);
}

export const addExplainCommand: AddCommand = (root, act) => {
  root
    .command('explain')
    .description('where every number comes from: value, range, unit, source, label, and who set it over whom')
    .argument('<scenario>', 'scenario, by name (leiden) or file')
    .argument('[path]', 'a number (income.work) or a section (income.ratios): all there is to know about it')
    .addOption(
      new Option('--label <label>', 'only numbers with this label (none: without one)').choices(labelChoices),
    )
    .addOption(
      new Option('--measures', 'what each measure in the results counts, instead of the numbers')
        .default(false)
        .conflicts(['label', 'csvFile']),
    )
    .addOption(
      new Option(
        '--results <folder>',
        'results of the scenario: the numbers that matter most by them come first (default: its last results in results/)',
      ).conflicts(['json', 'measures']),
    )
    .option('--all', 'every number, also of long sections on a terminal', false)
    .option('--set <path=value>', 'change a number of the scenario (repeat for more)', collect, [])
    .option('--json', 'as JSON on standard output', false)
    .option('--csv-file <file>', 'also write the numbers as CSV')
    .addOption(csvOption())
    .addOption(languageOption())
    .action((scenario: string, path: string | undefined, options: Options, command: Command) => {
      refuseWithout(command, 'csvFile', ['csv']);
      act(async () => {
        if (path !== undefined && options.results !== undefined)
          throw new Refusal(`--results and a path exclude each other; got the path "${path}"`);
        if (!options.measures) return showNumbers(scenario, path, options);
        if (path !== undefined)
          throw new Refusal(`--measures and a path exclude each other; got the path "${path}"`);
        return showMeasures(scenario, options);
      });
    });
};
