/** Draws result folders. */

import { existsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { PlacedFile } from '../../machine/folder.js';
import { chartsOf } from '../../output/charts/all.js';
import type { Chart } from '../../output/charts/chart.js';
import { comparisonChart } from '../../output/charts/comparison.js';
import { renderPng, renderSvg } from '../../output/charts/render.js';
import type { Language } from '../../output/language.js';
import { findRunFolders, readRunFolder } from '../../output/package/run-folder.js';
import { type Caller, hearInterruption } from '../caller.js';
import { Refusal } from '../refusal.js';
import { whyUnfinished } from '../simulate/checkpoint.js';
import { isAsWritten, writeKeeping } from '../write/earlier.js';
import { readable } from '../write/results-folder.js';

/** How charts are drawn. */
export interface ChartOptions {
  readonly out?: string;
  readonly lang: Language;
  readonly png: boolean;
  readonly width: number;
}

/** The files of charts, drawn. */
async function draw(
  folder: string,
  charts: readonly Chart[],
  { width, png }: ChartOptions,
  signal: AbortSignal | undefined,
): Promise<PlacedFile[]> {
  const files: PlacedFile[] = [];
  for (const chart of charts) {
    await hearInterruption(signal);
    const svg = await renderSvg(chart, { width });
    files.push({ path: join(folder, `${chart.name}.svg`), content: svg });
    if (png) files.push({ path: join(folder, `${chart.name}.png`), content: await renderPng(svg) });
  }
  return files;
}

/**
 * Draws the charts of a result folder, or of every result folder inside a folder; returns the files written. Nothing is written
 * until all charts are drawn, so that a failure leaves existing files alone; what is drawn over is kept.
 *
 * @throws Refusal when there is no finished run in the folder
 */
export async function drawCharts(
  results: string,
  options: ChartOptions,
  { signal, note }: Pick<Caller, 'signal'> & Partial<Pick<Caller, 'note'>> = {},
): Promise<string[]> {
  const isFolder = existsSync(results) && statSync(results).isDirectory();
  const folders = isFolder ? findRunFolders(results) : [];
  if (folders.length === 0)
    throw new Refusal(
      `${results}: ${whyUnfinished(results) ?? 'expected a result folder or a folder of result folders (each with manifest.json and datapackage.json)'}`,
    );
  const runs = await readable(results, () => folders.map(readRunFolder));
  const files: PlacedFile[] = [];
  for (const run of runs) {
    const out = options.out ?? join(run.folder, 'charts');
    // With one output folder for all runs, each run gets a folder inside it.
    const folder = options.out !== undefined && runs.length > 1 ? join(out, basename(run.folder)) : out;
    const charts = await readable(run.folder, () => chartsOf(run, options.lang));
    files.push(...(await draw(folder, charts, options, signal)));
  }
  const compared = runs.filter((run) => run.table('differences.csv').length > 0);
  if (compared.length > 1) {
    const chart = comparisonChart(compared, options.lang);
    files.push(...(await draw(options.out ?? join(results, 'charts'), [chart], options, signal)));
  }
  const replaced = files.filter((file) => !isAsWritten(file)).map(({ path }) => path);
  writeKeeping(files, replaced, { force: false }, { note, language: options.lang });
  return files.map(({ path }) => path);
}
