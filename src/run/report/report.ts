/** Result folders as a report, in one or more formats. */

import { basename, dirname, join } from 'node:path';
import { chartsOf } from '../../output/charts/all.js';
import type { Chart } from '../../output/charts/chart.js';
import { comparisonChart } from '../../output/charts/comparison.js';
import { differenceChart } from '../../output/charts/difference.js';
import { gapsIn } from '../../output/charts/gaps.js';
import { renderPng, renderSvg } from '../../output/charts/render.js';
import type { Language } from '../../output/language.js';
import type { RunFolder } from '../../output/package/run-folder.js';
import { analysisReport } from '../../output/report/analysis-report.js';
import type { Figure, Report } from '../../output/report/blocks.js';
import { buildReport, type ReportedRun } from '../../output/report/build-report.js';
import { buildSweepReport } from '../../output/report/build-sweep-report.js';
import { isSweep } from '../../output/report/sweep-data.js';
import {
  type ReportFile,
  reportEnding,
  reportFormats,
  writeReport,
} from '../../output/report/write-report.js';
import { suggest } from '../../scenario/check/nearest.js';
import { type Caller, hearInterruption } from '../caller.js';
import { variantsAmong } from '../compare/variants.js';
import { Refusal } from '../refusal.js';
import { writeKeeping } from '../write/earlier.js';
import { readable, refuseForeign } from '../write/results-folder.js';
import { type FormatFiles, replacedBy } from './earlier-report.js';
import { analysisIn, openRuns, refuseStrangers } from './reported-runs.js';

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

/** Height of the panels of a chart on paper that stands in the chapter of each of several runs, in pixels. */
const LOW = 100;

/** Draws charts; for HTML, which is read on telephones too, a narrow one of each as well, and for Word one without title. */
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
    const paper = format.includes('docx')
      ? { paper: await renderSvg(chart, { language, untitled: true }) }
      : {};
    figures.push({ name, title, description, svg, ...narrow, ...paper });
  }
  return figures;
}

/** The one chart of the chapter of a run beside others; on paper it is low, and only the first explains itself: of the others the caption tells what they have no marks for. */
async function drawChapter(
  run: RunFolder,
  options: Pick<ReportOptions, 'lang' | 'format'>,
  isFirst: boolean,
): Promise<Figure[]> {
  const { lang: language, format } = options;
  const charts = chartsOf(run, language).filter(({ name }) => name === 'difference');
  const others = format.filter((each) => each !== 'docx');
  if (charts.length === 0 || others.length === format.length) return draw(charts, options);
  const low = differenceChart(run, language, LOW);
  const paper = await renderSvg(low, { language, untitled: true, noteless: !isFirst });
  const onPaper = { paper, paperNote: isFirst ? '' : gapsIn(low) };
  // Drawing takes longer than all the rest: for Word alone nothing else is drawn.
  const { name, title, description } = low;
  if (others.length === 0) return [{ name, title, description, svg: paper, ...onPaper }];
  const figures = await draw(charts, { ...options, format: others });
  return figures.map((figure) => ({ ...figure, ...onPaper }));
}

async function withFigures(
  runs: readonly RunFolder[],
  options: Pick<ReportOptions, 'lang' | 'format'>,
  signal: AbortSignal | undefined,
): Promise<ReportedRun[]> {
  const reported: ReportedRun[] = [];
  const isAlone = runs.filter((run) => analysisIn(run) === undefined).length < 2;
  for (const [i, run] of runs.entries()) {
    await hearInterruption(signal);
    const figures = await readable(run.folder, () =>
      isAlone ? draw(chartsOf(run, options.lang), options) : drawChapter(run, options, i === 0),
    );
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

async function filesOfFormat(
  runs: readonly RunFolder[],
  report: Report,
  format: AnyFormat,
  control: readonly string[],
  base: string,
): Promise<ReportFile[]> {
  if (format !== 'page') return writeReport(report, format, base, (svg) => renderPng(svg, 2));
  const { pageOf } = await import('./page.js');
  return [{ name: `${base}${endings.page}`, content: pageOf(runs[0]!, report, control) }];
}

/** The files of each format, in their places. */
async function filesOf(
  runs: readonly RunFolder[],
  report: Report,
  { format: formats, control = [] }: ReportOptions,
  { folder, base }: ReturnType<typeof placeOf>,
  signal: AbortSignal | undefined,
): Promise<FormatFiles[]> {
  const made: FormatFiles[] = [];
  for (const format of formats) {
    await hearInterruption(signal);
    const files = await filesOfFormat(runs, report, format, control, base);
    const [main, ...beside] = files.map(({ name, content }) => ({ path: join(folder, name), content }));
    made.push([main!, ...beside]);
  }
  return made;
}

/** The report of runs, alone or side by side, of one run with its analyses, or of one of these. */
async function contentOf(
  runs: readonly RunFolder[],
  named: string,
  options: Pick<ReportOptions, 'lang' | 'format'>,
  signal: AbortSignal | undefined,
): Promise<Report> {
  const { lang: language } = options;
  refuseStrangers(runs);
  const reported = await withFigures(runs, options, signal);
  if (isSweep(runs[0]!))
    return readable(named, () => buildSweepReport(runs[0]!, reported[0]!.figures, language));
  const chapters = await readable(named, () =>
    reported.flatMap(({ run, figures }) => analysisIn(run)?.chapter(run, figures, language) ?? []),
  );
  if (chapters.length === runs.length) return readable(named, () => analysisReport(chapters[0]!));
  const plain = reported.filter(({ run }) => analysisIn(run) === undefined);
  const together = await readable(named, () =>
    plain.length > 1
      ? draw(
          [
            comparisonChart(
              plain.map(({ run }) => run),
              language,
            ),
          ],
          options,
        )
      : [],
  );
  const variants = await variantsAmong(
    plain.map(({ run }) => run),
    language,
  );
  return readable(named, () => buildReport(plain, together, language, chapters, variants));
}

/** Writes the report of result folders; returns its files, a file for each format. */
export async function makeReport(
  folders: readonly string[],
  options: ReportOptions,
  { signal, note }: Pick<Caller, 'signal'> & Partial<Pick<Caller, 'note'>> = {},
): Promise<string[]> {
  const place = placeOf(options);
  const { folder, base } = place;
  const runs = await openRuns(folders, note, options.lang);
  const isPage = options.format.includes('page');
  if (isPage && (runs.length > 1 || isSweep(runs[0]!) || analysisIn(runs[0]!) !== undefined))
    throw new Refusal(`--format page: is of one run; got ${runs.map(({ folder }) => folder).join(', ')}`);
  if (!isPage && (options.control ?? []).length > 0)
    throw new Refusal('--control: is about a page; expected --format page with it');
  const main = options.format.map((format) => join(folder, `${base}${endings[format]}`));
  refuseForeign('file', main, options.force);
  const named = folders.join(', ');
  const content = await contentOf(runs, named, options, signal);
  // Everything is made before anything is written, so that a failure leaves existing files alone.
  const made = await filesOf(runs, content, options, place, signal);
  const beside = made.flatMap(([, ...files]) => files.map(({ path }) => path));
  refuseForeign('file', beside, options.force);
  const replaced = { name: base, paths: replacedBy(made, base) };
  writeKeeping(made.flat(), [replaced], options, { note, language: options.lang });
  return main;
}
