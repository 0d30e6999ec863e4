/** Puts a report together: one municipality, or a comparison and a chapter for each. */

import type { Language } from '../language.js';
import { labelOfApproach, labelOfMunicipality, labelOfPart } from '../package/labels.js';
import { areOfOne, namesOfRuns } from '../package/names-of-runs.js';
import type { RunFolder } from '../package/run-folder.js';
import { type AnalysisChapter, howSureSection } from './analysis-report.js';
import type { Block, Figure, FigureBlock, Report } from './blocks.js';
import { approachesOf, isPlan, type ReportedApproach, type RunData, readRunData } from './run-data.js';
import { placeSection, type Section } from './section.js';
import { approachesSection, severalApproaches } from './sections/approaches.js';
import { assumptionsSection, parametersLedger } from './sections/assumptions.js';
import { cohortLedger, sayCohort } from './sections/cohort.js';
import { comparisonSection } from './sections/comparison.js';
import { costsLedger, costsSection } from './sections/costs.js';
import { frontSection, mainTable, sayAnswer, sayMostInfluential } from './sections/front.js';
import { methodSection } from './sections/method.js';
import { openQuestionsSection, sayOpenQuestions } from './sections/open-questions.js';
import { outcomesLedger, outcomesSection } from './sections/outcomes.js';
import { inputFilesTable, repeatSection } from './sections/repeat.js';
import { reportingItems } from './sections/reporting-items.js';
import { subgroupsLedger, subgroupsSection } from './sections/subgroups.js';
import { type ReportedVariant, variantBlocks } from './sections/variants.js';
import { approachName, type Speech, speak } from './speech.js';
import { typeset } from './typeset.js';

/** A run with its charts, ready for the report. */
export interface ReportedRun {
  readonly run: RunFolder;
  readonly figures: readonly Figure[];
}

const present = (sections: readonly (Section | undefined)[]) =>
  sections.filter((section) => section !== undefined);

/** The figures of some names in their order, each with a name of its own in the report. */
function take(figures: readonly Figure[], prefix: string, ...names: string[]): FigureBlock[] {
  return names.flatMap((name) =>
    figures
      .filter((figure) => figure.name === name)
      .map((figure): FigureBlock => ({ kind: 'figure', file: `${prefix}${figure.name}`, ...figure })),
  );
}

/** A figure as it stands in an annex or in a chapter beside others. */
const inAnnex = (figure: FigureBlock): FigureBlock => ({ ...figure, small: true });

/** Names of the charts that sections show; what there is beside them stands with the outcomes. */
const PLACED = ['difference', 'costs', 'phases'];

/** A report on one run: two pages that stand alone, then an annex for each kind of reader. */
function oneRun(run: RunData, figures: readonly Figure[], speech: Speech): Section[] {
  const of = (...names: string[]) => take(figures, `${run.slug}-`, ...names).map(inAnnex);
  const others = figures.map(({ name }) => name).filter((name) => !PLACED.includes(name));
  const [first, ...rest] = present([
    outcomesSection(run, of(...others), speech),
    costsSection(run, of('costs'), speech),
    openQuestionsSection(run, speech),
    subgroupsSection(run, speech),
    approachesSection(run, of('phases'), speech),
  ]);
  const front = take(figures, `${run.slug}-`, 'difference');
  return [frontSection(run, front, speech), { ...first!, apart: true }, ...rest];
}

/** A page for a run beside others: its answer, picture and table. What explains all of them alike stands in the first. */
function shortChapter(run: RunData, figures: readonly Figure[], isFirst: boolean, speech: Speech): Block[] {
  const tableOf = (approach: ReportedApproach) => {
    const { note, ...table } = mainTable(run, approach, speech);
    return isFirst && note !== undefined ? { ...table, note } : table;
  };
  const [lead, ...questions] = sayOpenQuestions(run, speech, true);
  return [
    {
      kind: 'heading',
      level: 2,
      id: run.slug,
      text: run.variantOf === undefined ? run.municipality : `${run.variantOf}: ${run.municipality}`,
    },
    sayCohort(run, speech),
    ...run.others.flatMap((approach) => [
      ...sayAnswer(run, approach, speech),
      ...sayMostInfluential(run, approach, speech),
      tableOf(approach),
    ]),
    ...(isFirst && lead !== undefined ? [lead] : []),
    ...questions,
    ...take(figures, `${run.slug}-`, 'difference').map(inAnnex),
  ];
}

/** Chapters of several runs, each under its own heading, after the comparison. */
function severalRuns(
  runs: readonly { data: RunData; figures: readonly Figure[] }[],
  together: readonly Figure[],
  variants: readonly ReportedVariant[],
  speech: Speech,
): Block[] {
  const data = runs.map((run) => run.data);
  const names = together.map(({ name }) => name);
  const comparison = comparisonSection(data, take(together, 'comparison-', ...names), speech);
  // Of variants, what they change in the same people is the answer; how each stands to its reference comes after it.
  const beside = variants.length === 0 ? [] : variantBlocks(data, variants, speech);
  const [question, ...rest] = comparison.blocks;
  const blocks = beside.length === 0 ? [question!, ...rest] : [...beside, ...rest];
  return [
    ...placeSection({ ...comparison, blocks }),
    ...runs.flatMap(({ data: run, figures }, i) => {
      const [heading, ...blocks] = shortChapter(run, figures, i === 0, speak(speech.language, run.law));
      return [i === 0 ? ({ ...heading, apart: true } as Block) : heading!, ...blocks];
    }),
    ...placeSection(severalApproaches(data, speech)),
  ];
}

/**
 * Gives runs of the same municipality or folder name different ones, so that tables and files keep apart.
 *
 * @param folders of the runs
 */
function distinguish(runs: readonly RunData[], folders: readonly string[]): RunData[] {
  const seen = new Map<string, number>();
  const names = namesOfRuns(runs.map(({ municipality }, i) => ({ municipality, folder: folders[i]! })));
  const variantOf = areOfOne(runs) ? runs[0]!.municipality : undefined;
  return runs.map((run, i) => {
    // A slug becomes part of file names and of anchors.
    const slug = run.slug.replaceAll(/[^A-Za-z0-9-]+/g, '-').replace(/^-+|-+$/g, '') || 'run';
    const count = (seen.get(slug) ?? 0) + 1;
    seen.set(slug, count);
    return { ...run, variantOf, municipality: names[i]!, slug: count === 1 ? slug : `${slug}-${count}` };
  });
}

/** Gives what the scenario names in the language of the report, as the charts do. */
export function translateLabels(run: RunData, language: Language): RunData {
  const { manifest } = run;
  const translate = ({ name, label }: ReportedApproach): ReportedApproach => ({
    name,
    label: labelOfApproach(manifest, language, name, label),
  });
  return {
    ...run,
    municipality: labelOfMunicipality(manifest, language, run.municipality),
    reference: translate(run.reference),
    others: run.others.map(translate),
    parts: run.parts.map((part) => ({ ...part, label: labelOfPart(manifest, language, part) })),
  };
}

function titleOf(runs: readonly RunData[], { words }: Speech): string {
  const [{ variantOf }, count] = [runs[0]!, String(runs.length)];
  const listed = runs.length > 3 ? undefined : words.list(runs.map(({ municipality }) => municipality));
  return words.title(
    variantOf === undefined
      ? (listed ?? words.manyMunicipalities(count, runs.some(isPlan)))
      : `${variantOf} (${listed ?? words.manyRuns(count)})`,
  );
}

/**
 * Builds the report of one or more runs in a language.
 * @param analyses of the scenario of the run, which make up an annex; only with one run
 * @param variants what each run but the first changes beside the first, where they are of one municipality
 * @throws Error when a run has no estimates.
 */
export function buildReport(
  reported: readonly ReportedRun[],
  comparisonFigures: readonly Figure[],
  language: Language,
  analyses: readonly AnalysisChapter[] = [],
  variants: readonly ReportedVariant[] = [],
): Report {
  const runs = distinguish(
    reported.map(({ run }) => translateLabels(readRunData(run), language)),
    reported.map(({ run }) => run.folder),
  );
  const speechOf = ({ law }: RunData) => speak(language, law);
  // What tells of all runs speaks under the law of the first; what tells of one, under its own.
  const speech = speechOf(runs[0]!);
  const chapters = runs.map((data, i) => ({ data, figures: reported[i]!.figures }));
  const first = chapters[0]!;
  const content =
    chapters.length === 1
      ? oneRun(first.data, first.figures, speech).flatMap((section) => placeSection(section))
      : severalRuns(chapters, comparisonFigures, variants, speech);
  const closing = present([
    howSureSection(analyses, speech),
    methodSection(runs, speech),
    assumptionsSection(runs, speech),
    repeatSection([...runs, ...analyses.map(({ analysis }) => analysis.run)], speech),
  ]);
  const ledger = [
    ...runs.flatMap((run) => [
      ...outcomesLedger(run, speechOf(run)),
      ...subgroupsLedger(run, speechOf(run)),
      ...costsLedger(run, speechOf(run)),
    ]),
    ...parametersLedger(runs, speech),
    ...runs.flatMap((run) => cohortLedger(run, speechOf(run))),
    inputFilesTable(runs, speech),
    reportingItems(speech),
  ];
  const finished = runs
    .map(({ manifest }) => manifest.finished)
    .sort()
    .at(-1)!;
  return typeset({
    language,
    title: titleOf(runs, speech),
    subtitle: speech.words.subtitle(first.data.manifest.version, finished.slice(0, 10)),
    approaches:
      runs.length === 1
        ? approachesOf(first.data).map((approach) => ({
            name: approach.name,
            label: approachName(approach),
          }))
        : [],
    blocks: [...content, ...closing.flatMap((section) => placeSection(section))],
    ledger,
  });
}
