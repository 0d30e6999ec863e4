/** `doorstroom report`. */

import { reportFormats } from '../../output/report/write-report.js';
import type { ReportOptions } from '../../run/report/report.js';
import type { AddCommand } from '../command.js';
import { controlOption, languageOption } from '../options.js';

/** Adds one or more formats, separated by commas, to those given before; what is none is refused where reports are made. */
function collectFormats(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, ...text.split(',').map((name) => name.trim())];
}

export const addReportCommand: AddCommand = (root, act) => {
  root
    .command('report')
    .description('tables and charts for a report, from result folders: HTML, Markdown, LaTeX, Excel, Word')
    .argument('<results...>', 'result folders, or folders of result folders')
    .option(
      '--format <names>',
      `${reportFormats.join(', ')}, or all; page: HTML in which readers ask what-ifs; several with commas (default: html)`,
      collectFormats,
    )
    .addOption(controlOption())
    .addOption(languageOption())
    .option('--out <path>', 'folder for the report, or the file when there is one format', 'report')
    .option('--force', 'keep nothing of the files that are replaced', false)
    .action((folders: string[], options: Omit<ReportOptions, 'format'> & { format?: readonly string[] }) =>
      act(async (asked) => {
        const { makeReport, readFormats } = await import('../../run/report/report.js');
        const format = readFormats(options.format ?? ['html']);
        const { printMessage, printText } = await import('../terminal/screen.js');
        const files = await makeReport(folders, { ...options, format }, { ...asked, note: printMessage });
        for (const path of files) printText(`${path}\n`);
      }),
    );
};
