/** Registers `doorstroom report`; what it does is loaded when it is asked for. */

import { type Command, InvalidArgumentError, Option } from 'commander';
import { reportFormats } from '../../output/report/write-report.js';
import { suggest } from '../../scenario/nearest.js';
import type { ReportOptions } from '../report.js';

/** Adds one or more formats, separated by commas, to those given before. */
function collectFormats(text: string, before: readonly string[] = []): readonly string[] {
  const names = text === 'all' ? [...reportFormats] : text.split(',').map((name) => name.trim());
  for (const name of names)
    if (!reportFormats.some((format) => format === name))
      throw new InvalidArgumentError(`"${name}" is no format${suggest(name, [...reportFormats, 'all'])}`);
  return [...new Set([...before, ...names])];
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
    .action((folders: string[], options: Omit<ReportOptions, 'format'> & Partial<ReportOptions>) =>
      act(async (signal) => {
        const { report } = await import('../report.js');
        await report(folders, { ...options, format: options.format ?? ['html'] }, signal);
        return undefined;
      }),
    );
}
