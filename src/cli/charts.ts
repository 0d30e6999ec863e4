/** `doorstroom charts`: draws result folders. */

import { existsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { chartsOf } from '../output/charts/all.js';
import type { Chart } from '../output/charts/chart.js';
import { comparisonChart } from '../output/charts/comparison.js';
import { renderPng, renderSvg } from '../output/charts/render.js';
import { writeWhole } from '../output/folder.js';
import type { Language } from '../output/language.js';
import { findRunFolders, openRunFolder } from '../output/run-folder.js';
import { CommandError } from './exit.js';
import { readable } from './results-folder.js';

/** Options of `doorstroom charts`. */
export interface ChartOptions {
  readonly out?: string;
  readonly lang: Language;
  readonly png: boolean;
  readonly width: number;
}

function writeChart(path: string, content: string | Uint8Array): void {
  writeWhole(path, content);
  process.stdout.write(`${path}\n`);
}

async function writeCharts(folder: string, charts: readonly Chart[], options: ChartOptions): Promise<void> {
  if (charts.length === 0) return;
  for (const chart of charts) {
    const svg = await renderSvg(chart, { width: options.width });
    writeChart(join(folder, `${chart.name}.svg`), svg);
    if (options.png) writeChart(join(folder, `${chart.name}.png`), await renderPng(svg));
  }
}

/**
 * Draws a result folder, or each of a folder of them, and names the files on standard output.
 * @throws CommandError when there is no finished run in the folder
 */
export async function drawCharts(results: string, options: ChartOptions): Promise<void> {
  const isFolder = existsSync(results) && statSync(results).isDirectory();
  const folders = isFolder ? findRunFolders(results) : [];
  if (folders.length === 0)
    throw new CommandError(
      `${results}: expected a result folder or a folder of result folders (each with manifest.json and datapackage.json)`,
    );
  const runs = await readable(results, () => folders.map(openRunFolder));
  for (const run of runs) {
    const out = options.out ?? join(run.folder, 'charts');
    // With one folder for all of them, each run keeps its own below it.
    const folder = options.out !== undefined && runs.length > 1 ? join(out, basename(run.folder)) : out;
    const charts = await readable(run.folder, () => chartsOf(run, options.lang));
    await writeCharts(folder, charts, options);
  }
  const compared = runs.filter((run) => run.table('differences.csv').length > 0);
  if (compared.length > 1)
    await writeCharts(
      options.out ?? join(results, 'charts'),
      [comparisonChart(compared, options.lang)],
      options,
    );
}
