/** Declares `doorstroom charts`. */

import { type Command, Option } from 'commander';
import type { ChartOptions } from '../../run/charts.js';
import { wholeNumber } from '../options.js';

/** Adds the command to the program; `act` is handed what it does. */
export function addChartsCommand(
  root: Command,
  act: (command: (signal: AbortSignal) => Promise<number | undefined>) => void,
): void {
  root
    .command('charts')
    .description('draw result folders as SVG (and PNG)')
    .argument('<results>', 'a result folder, or a folder of result folders')
    .option('--out <folder>', 'folder for the charts (default: charts/ in the results)')
    .addOption(new Option('--lang <language>', 'language of the charts').choices(['nl', 'en']).default('nl'))
    .option('--png', 'also write PNG', false)
    .option('--width <pixels>', 'width of the charts', wholeNumber(320, 4000), 680)
    .action((results: string, options: ChartOptions) =>
      act(async (signal) => {
        const { drawCharts } = await import('../../run/charts.js');
        await drawCharts(results, options, signal);
        return undefined;
      }),
    );
}
