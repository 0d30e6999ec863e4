/** Result folders as a report, in one or more formats. */

import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { writeTogether } from '../../machine/folder.js';
import { chartsOf } from '../../output/charts/all.js';
import type { Chart } from '../../output/charts/chart.js';
import { comparisonChart } from '../../output/charts/comparison.js';
import { renderPng, renderSvg } from '../../output/charts/render.js';
import type { Language } from '../../output/language.js';
import { findRunFolders, type RunFolder, readRunFolder } from '../../output/package/run-folder.js';
import { isBorder, isSensitivity, isThreshold } from '../../output/report/analysis-data.js';
import type { Figure, Report } from '../../output/report/blocks.js';
import { buildBorderReport } from '../../output/report/build-border-report.js';
import { buildPilotReport } from '../../output/report/build-pilot-report.js';
import { buildReport, type ReportedRun } from '../../output/report/build-report.js';
import { buildSensitivityReport } from '../../output/report/build-sensitivity-report.js';
import { buildSweepReport } from '../../output/report/build-sweep-report.js';
import { buildThresholdReport } from '../../output/report/build-threshold-report.js';
import { isPilot } from '../../output/report/pilot-data.js';
import { isSweep } from '../../output/report/sweep-data.js';
import {
  type ReportFile,
  reportEnding,
  reportFormats,
  writeReport,
} from '../../output/report/write-report.js';
import { suggest } from '../../scenario/check/nearest.js';
import { type Caller, hearInterruption } from '../caller.js';
import { Refusal } from '../refusal.js';
import { keepEarlier } from '../write/earlier.js';
import { readable, refuseForeign } from '../write/results-folder.js';

/** The formats of a report, and the page in which its reader can ask a what-if. */
const anyFormats = [...reportFormats, 'page'] as const;

type AnyFormat = (typeof anyFormats)[number];

const endings: Readonly<Record<AnyFormat, string>> = { ...reportEnding, page: '.page.html' };

export interface ReportOptions {
  readonly format: readonly AnyFormat[];
  readonly lang: Language;
  readonly out: string;
  readonly force: boolean;
  /** What readers of a page may change; absent or empty: what carries the answer. */
  readonly control?: readonly string[];
}

/** Width of a chart for a telephone of 390 pixels. */
const NARROW = 358;

/** Draws charts; for HTML, which is read on telephones too, a narrow one of each as well. */
async function draw(
  charts: readonly Chart[],
  { lang: language, format }: Pick<ReportOptions, 'lang' | 'format'>,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const chart of charts) {
    const { name, title, description } = chart;
    const svg = await renderSvg(chart, { language });
    const narrow =
      format.includes('html') || format.includes('page')
        ? { narrow: await renderSvg(chart, { language, width: NARROW }) }
        : {};
    figures.push({ name, title, description, svg, ...narrow });
  }
  return figures;
}

/** The names next to a folder that does not exist, for the message. */
function neighbours(folder: string): string[] {
  const parent = dirname(folder);
  return existsSync(parent) && statSync(parent).isDirectory()
    ? readdirSync(parent).map((name) => (parent === '.' ? name : join(parent, name)))
    : [];
}

async function openRuns(folders: readonly string[]): Promise<RunFolder[]> {
  const found = folders.flatMap((folder) => {
    if (!existsSync(folder))
      throw new Refusal(`${folder}: does not exist${suggest(folder, neighbours(folder))}`);
    const inside = statSync(folder).isDirectory() ? findRunFolders(folder) : [];
    if (inside.length === 0)
      throw new Refusal(
        `${folder}: holds no finished run; expected a result folder (with manifest.json and datapackage.json), or a folder of them`,
      );
    return inside;
  });
  return Promise.all([...new Set(found)].map((folder) => readable(folder, () => readRunFolder(folder))));
}

async function withFigures(
  runs: readonly RunFolder[],
  options: Pick<ReportOptions, 'lang' | 'format'>,
  signal: AbortSignal | undefined,
): Promise<ReportedRun[]> {
  const reported: ReportedRun[] = [];
  for (const run of runs) {
    await hearInterruption(signal);
    const figures = await readable(run.folder, () => draw(chartsOf(run, options.lang), options));
    reported.push({ run, figures });
  }
  return reported;
}

/** The formats with these names, each once. @throws Refusal on an unknown name */
export function readFormats(names: readonly string[]): AnyFormat[] {
  const formats = names.flatMap((name) => {
    const format = anyFormats.find((each) => each === name);
    if (format !== undefined) return [format];
    if (name === 'all') return reportFormats;
    throw new Refusal(`--format: "${name}" is not a format${suggest(name, [...anyFormats, 'all'])}`);
  });
  return [...new Set(formats)];
}

/** Folder and base name of the report: `--out` is taken as the file name when it ends like the only format asked for. */
function placeOf({ format, out }: ReportOptions): { folder: string; base: string } {
  const ending = format.length === 1 ? endings[format[0]!] : undefined;
  if (ending !== undefined && out.endsWith(ending) && basename(out) !== ending)
    return { folder: dirname(out), base: basename(out, ending) };
  return { folder: out, base: 'report' };
}

async function filesOf(
  runs: readonly RunFolder[],
  report: Report,
  { format: formats, control = [] }: ReportOptions,
  base: string,
  signal: AbortSignal | undefined,
): Promise<ReportFile[]> {
  const files: ReportFile[] = [];
  for (const format of formats) {
    await hearInterruption(signal);
    if (format === 'page') {
      const { pageOf } = await import('./page.js');
      files.push({ name: `${base}${endings.page}`, content: pageOf(runs[0]!, report, control) });
    } else files.push(...(await writeReport(report, format, base, (svg) => renderPng(svg, 2))));
  }
  return files;
}

/** Results that have a report of their own. */
const alone = [
  { name: 'sweep', is: isSweep, build: buildSweepReport },
  { name: 'search for a threshold', is: isThreshold, build: buildThresholdReport },
  { name: 'search for a border', is: isBorder, build: buildBorderReport },
  { name: 'sensitivity analysis', is: isSensitivity, build: buildSensitivityReport },
  { name: 'search for a pilot', is: isPilot, build: buildPilotReport },
] as const;

/** The report of runs, alone or side by side, or of one of the others. @throws Refusal on one of those beside others */
async function contentOf(
  runs: readonly RunFolder[],
  named: string,
  options: Pick<ReportOptions, 'lang' | 'format'>,
  signal: AbortSignal | undefined,
): Promise<Report> {
  const { lang: language } = options;
  const kind = alone.find(({ is }) => runs.some(is));
  const other = kind === undefined ? undefined : runs.find(kind.is)!;
  if (other !== undefined && runs.length > 1)
    throw new Refusal(
      `${other.folder}: is a ${kind!.name}, which has a report of its own; expected runs alone, or one ${kind!.name}`,
    );
  const reported = await withFigures(runs, options, signal);
  if (other !== undefined) return readable(named, () => kind!.build(other, reported[0]!.figures, language));
  const together = await readable(named, () =>
    runs.length > 1 ? draw([comparisonChart(runs, language)], options) : [],
  );
  return readable(named, () => buildReport(reported, together, language));
}

/** Writes the report of result folders; returns its files, a file for each format. */
export async function makeReport(
  folders: readonly string[],
  options: ReportOptions,
  { signal, note }: Pick<Caller, 'signal'> & Partial<Pick<Caller, 'note'>> = {},
): Promise<string[]> {
  const { folder, base } = placeOf(options);
  const runs = await openRuns(folders);
  const isPage = options.format.includes('page');
  if (isPage && (runs.length > 1 || alone.some(({ is }) => is(runs[0]!))))
    throw new Refusal(`--format page: is of one run; got ${runs.map(({ folder }) => folder).join(', ')}`);
  if (!isPage && (options.control ?? []).length > 0)
    throw new Refusal('--control: is about a page; expected --format page with it');
  const main = options.format.map((format) => join(folder, `${base}${endings[format]}`));
  refuseForeign('file', main, options.force);
  const named = folders.join(', ');
  const content = await contentOf(runs, named, options, signal);
  // Everything is made before anything is written, so that a failure leaves existing files alone.
  const files = await filesOf(runs, content, options, base, signal);
  const beside = files.map(({ name }) => join(folder, name)).filter((path) => !main.includes(path));
  refuseForeign('file', beside, options.force);
  keepEarlier([...main, ...beside], options, note);
  writeTogether(files.map(({ name, content: bytes }) => ({ path: join(folder, name), content: bytes })));
  return main;
}
