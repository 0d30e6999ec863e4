/** Registers `doorstroom report`; what it does is loaded when it is asked for. */

import { type Command, Option } from 'commander';
import { reportFormats } from '../../output/report/write-report.js';
import type { ReportOptions } from '../../run/report.js';

/** Adds one or more formats, separated by commas, to those given before; what is none is refused where reports are made. */
function collectFormats(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, ...text.split(',').map((name) => name.trim())];
}

/** Adds the command to the program. */
export function addReportCommand(
  root: Command,
  act: (command: (signal: AbortSignal) => Promise<number | undefined>) => void,
): void {
  root
    .command('report')
    .description('tables and charts for a report, from result folders: HTML, Markdown, LaTeX, Excel, Word')
    .argument('<results...>', 'result folders, or folders of result folders')
    .option(
      '--format <names>',
      `${reportFormats.join(', ')}, or all; several with commas (default: html)`,
      collectFormats,
    )
    .addOption(new Option('--lang <language>', 'language').choices(['nl', 'en']).default('en'))
    .option('--out <path>', 'folder for the report, or the file when there is one format', 'report')
    .option('--force', 'replace existing files', false)
    .action((folders: string[], options: Omit<ReportOptions, 'format'> & { format?: readonly string[] }) =>
      act(async (signal) => {
        const { readFormats, report } = await import('../../run/report.js');
        await report(folders, { ...options, format: readFormats(options.format ?? ['html']) }, signal);
        return undefined;
      }),
    );
}
