/** Puts a report together: one municipality, or a comparison and a chapter for each. */

import type { Language } from '../language.js';
import { distinctNames } from '../package/footing.js';
import { labelOfApproach, labelOfMunicipality, labelOfPart } from '../package/labels.js';
import type { RunFolder } from '../package/run-folder.js';
import type { Block, Figure, Report } from './blocks.js';
import { type ReportedApproach, type RunData, readRunData } from './run-data.js';
import { placeSection, type Section } from './section.js';
import { approachesSection } from './sections/approaches.js';
import { assumptionsSection, sharedAssumptionsSection, splitParameters } from './sections/assumptions.js';
import { cohortSection } from './sections/cohort.js';
import { comparisonSection } from './sections/comparison.js';
import { costsSection } from './sections/costs.js';
import { dropoutSection } from './sections/dropout.js';
import { methodSection } from './sections/method.js';
import { outcomesSection } from './sections/outcomes.js';
import { repeatSection } from './sections/repeat.js';
import { reportingItemsSection } from './sections/reporting-items.js';
import { subgroupsSection } from './sections/subgroups.js';
import { summarySection } from './sections/summary.js';
import { timeSection } from './sections/time.js';
import { type Speech, speak } from './speech.js';

/** A run with its charts, ready for the report. */
export interface ReportedRun {
  readonly run: RunFolder;
  readonly figures: readonly Figure[];
}

function figuresSection(figures: readonly Figure[], prefix: string, speech: Speech): Section | undefined {
  if (figures.length === 0) return undefined;
  return {
    id: 'figures',
    title: speech.words.sections.figures,
    blocks: figures.map((figure) => ({ kind: 'figure', file: `${prefix}${figure.name}`, ...figure })),
  };
}

const present = (sections: readonly (Section | undefined)[]) =>
  sections.filter((section) => section !== undefined);

/** The sections about one run. */
function chapterOf(
  run: RunData,
  figures: readonly Figure[],
  assumptions: Section,
  speech: Speech,
): Section[] {
  return present([
    summarySection(run, speech),
    figuresSection(figures, `${run.slug}-`, speech),
    cohortSection(run, speech),
    approachesSection(run, speech),
    outcomesSection(run, speech),
    timeSection(run, speech),
    costsSection(run, speech),
    dropoutSection(run, speech),
    subgroupsSection(run, speech),
    assumptions,
  ]);
}

/** Chapters of several runs, each under its own heading, after the comparison. */
function severalChapters(
  runs: readonly { data: RunData; figures: readonly Figure[]; assumptions: Section }[],
  comparisonFigures: readonly Figure[],
  speech: Speech,
): Block[] {
  const comparison = comparisonSection(
    runs.map(({ data }) => data),
    speech,
  );
  const charts = figuresSection(comparisonFigures, 'comparison-', speech)?.blocks ?? [];
  return [
    ...placeSection({ ...comparison, blocks: [...comparison.blocks, ...charts] }, 2),
    ...runs.flatMap(({ data, figures, assumptions }): Block[] => [
      { kind: 'heading', level: 2, id: data.slug, text: data.municipality },
      ...chapterOf(data, figures, assumptions, speak(speech.language, data.law)).flatMap((section) =>
        placeSection(section, 3, `${data.slug}-`),
      ),
    ]),
  ];
}

/** Gives runs of the same municipality or folder name different ones, so that tables and files keep apart. */
function distinguish(runs: readonly RunData[]): RunData[] {
  const seen = new Map<string, number>();
  const names = distinctNames(runs.map(({ municipality }) => municipality));
  return runs.map((run, i) => {
    // A slug becomes part of file names and of anchors.
    const slug = run.slug.replaceAll(/[^A-Za-z0-9-]+/g, '-').replace(/^-+|-+$/g, '') || 'run';
    const count = (seen.get(slug) ?? 0) + 1;
    seen.set(slug, count);
    return { ...run, municipality: names[i]!, slug: count === 1 ? slug : `${slug}-${count}` };
  });
}

/** Gives what the scenario names in the language of the report, as the charts do. */
function translateLabels(run: RunData, language: Language): RunData {
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
  const names = runs.map(({ municipality }) => municipality);
  return words.title(names.length > 3 ? words.manyMunicipalities(String(names.length)) : words.list(names));
}

/**
 * Builds the report of one or more runs in a language.
 * @throws Error when a run has no estimates.
 */
export function buildReport(
  reported: readonly ReportedRun[],
  comparisonFigures: readonly Figure[],
  language: Language,
): Report {
  const runs = distinguish(reported.map(({ run }) => translateLabels(readRunData(run), language)));
  const split = splitParameters(runs);
  const speechOf = ({ law }: RunData) => speak(language, law);
  // What stands beside the chapters tells of all runs. Numbers that all share have units that the law of each knows.
  const speech = speechOf(runs[0]!);
  const chapters = runs.map((data, i) => ({
    data,
    figures: reported[i]!.figures,
    assumptions: assumptionsSection(data, split, speechOf(data)),
  }));
  const first = chapters[0]!;
  const content =
    chapters.length === 1
      ? chapterOf(first.data, first.figures, first.assumptions, speech).flatMap((section) =>
          placeSection(section, 2),
        )
      : severalChapters(chapters, comparisonFigures, speech);
  const closing = present([
    sharedAssumptionsSection(split, speech),
    methodSection(runs, speech),
    repeatSection(runs, speech),
    reportingItemsSection(speech),
  ]);
  const finished = runs
    .map(({ manifest }) => manifest.finished)
    .sort()
    .at(-1)!;
  return {
    language,
    title: titleOf(runs, speech),
    subtitle: speech.words.subtitle(first.data.manifest.version, finished.slice(0, 10)),
    runs: runs.map(({ slug, municipality, law }) => ({ slug, title: municipality, law })),
    blocks: [...content, ...closing.flatMap((section) => placeSection(section, 2))],
  };
}
