/** `doorstroom charts`. */

import type { ChartOptions } from '../../run/report/charts.js';
import type { AddCommand } from '../command.js';
import { languageOption, wholeNumber } from '../options.js';

export const addChartsCommand: AddCommand = (root, act) => {
  root
    .command('charts')
    .description('draw result folders as SVG (and PNG)')
    .argument('<results...>', 'result folders, or folders of result folders')
    .option('--out <folder>', 'folder for the charts (default: charts/ in the results)')
    .addOption(languageOption())
    .option('--png', 'also write PNG', false)
    .option('--width <pixels>', 'width of the charts', wholeNumber(320, 4000), 680)
    .action((folders: string[], options: ChartOptions) =>
      act(async (asked) => {
        const { drawCharts } = await import('../../run/report/charts.js');
        const { printText } = await import('../terminal/screen.js');
        for (const path of await drawCharts(folders, options, asked)) printText(`${path}\n`);
      }),
    );
};
