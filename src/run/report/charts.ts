/** Draws result folders. */

import { dirname, join, resolve } from 'node:path';
import { groupBy } from '../../domain/group-by.js';
import type { PlacedFile } from '../../machine/folder.js';
import { chartsOf } from '../../output/charts/all.js';
import type { Chart } from '../../output/charts/chart.js';
import { comparisonChart } from '../../output/charts/comparison.js';
import { renderPng, renderSvg } from '../../output/charts/render.js';
import type { Language } from '../../output/language.js';
import { type RunFolder, readRunFolder } from '../../output/package/run-folder.js';
import { type Caller, hearInterruption } from '../caller.js';
import { Refusal } from '../refusal.js';
import { isAsWritten, writeKeeping } from '../write/earlier.js';
import { readable } from '../write/results-folder.js';
import { findResults } from './reported-runs.js';

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

/** @throws Refusal where the charts of two runs would have one folder */
function refuseOneName(runs: readonly RunFolder[], out: string): void {
  const twice = runs.find(({ slug }, i) => runs.findIndex((run) => run.slug === slug) < i);
  if (twice !== undefined)
    throw new Refusal(
      `${twice.folder}: has the name of another folder, so that the charts of both would go into ${join(out, twice.slug)}; leave out --out, or draw it by itself`,
    );
}

/** Folder of what is drawn of several runs: in the one that holds them, or in this one where none holds them all. */
function sharedFolder(runs: readonly RunFolder[]): string {
  const holders = new Set(runs.map(({ folder }) => resolve(folder, '..')));
  return join(holders.size === 1 ? join(runs[0]!.folder, '..') : '', 'charts');
}

/**
 * Draws the charts of result folders, or of every result folder inside folders, and one of all of them; returns the files written.
 * Nothing is written until all charts are drawn, so that a failure leaves existing files alone; what is drawn over is kept.
 *
 * @throws Refusal when there is no finished run in a folder
 */
export async function drawCharts(
  results: readonly string[],
  options: ChartOptions,
  { signal, note }: Pick<Caller, 'signal'> & Partial<Pick<Caller, 'note'>> = {},
): Promise<string[]> {
  const found = findResults(results);
  const runs = await Promise.all(found.map(({ folder }) => readable(folder, () => readRunFolder(folder))));
  if (options.out !== undefined) refuseOneName(runs, options.out);
  const files: PlacedFile[] = [];
  for (const run of runs) {
    const out = options.out ?? join(run.folder, 'charts');
    // With one output folder for all runs, each run gets a folder inside it.
    const folder = options.out !== undefined && runs.length > 1 ? join(out, run.slug) : out;
    const charts = await readable(run.folder, () => chartsOf(run, options.lang));
    files.push(...(await draw(folder, charts, options, signal)));
  }
  const compared = runs.filter((run) => run.table('differences.csv').length > 0);
  if (compared.length > 1) {
    const chart = comparisonChart(compared, options.lang);
    files.push(...(await draw(options.out ?? sharedFolder(compared), [chart], options, signal)));
  }
  const changed = files.filter((file) => !isAsWritten(file)).map(({ path }) => path);
  const replaced = [...groupBy(changed, dirname).values()].map((paths) => ({ name: 'charts', paths }));
  writeKeeping(files, replaced, { force: false }, { note, language: options.lang });
  return files.map(({ path }) => path);
}
