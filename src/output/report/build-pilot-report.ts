/** The report of a search for a pilot: which would tell, and whether one is worth running. */

import type { Language } from '../language.js';
import { errorOfAmounts, formatAs, formatNumber } from '../number.js';
import type { RunFolder } from '../package/run-folder.js';
import { sayFewDraws } from '../say-few-draws.js';
import { sayPilots } from '../say-pilot.js';
import { type Analysis, readAnalysis } from './analysis-data.js';
import type { AnalysisChapter } from './analysis-report.js';
import { type Block, type Cell, type Figure, paragraph, type TableBlock } from './blocks.js';
import { leadingOf, reportedPilots } from './pilot-data.js';
import { approachesOf, type ReportedApproach } from './run-data.js';
import { approachName, numberCell, probabilityCell, rawCell, type Speech } from './speech.js';

/** Which pilots of an approach would tell, and whether one is worth running, in a few sentences. */
function sayAnswer(folder: RunFolder, { run, speech }: Analysis, approach: ReportedApproach): Block {
  const [name, reference] = [approach, run.reference].map((each) => speech.words.quoted(approachName(each)));
  const pilots = reportedPilots(folder, approach.name);
  return paragraph(
    sayPilots(name!, reference!, pilots, run.manifest.parameter_draws, speech.language).join(' '),
    true,
  );
}

/** The width of an interval: of a share in percentage points, and never with a sign. */
function widthCell(speech: Speech, unit: string, width: number): Cell {
  const cell = numberCell(speech, unit, width, width / 50, true);
  return { ...cell, signed: false, text: cell.text.replace(/^\+/, '') };
}

/** Which approach is best on average, by what a person more who becomes self-sufficient is worth. */
function sayChoice(folder: RunFolder, { run, speech }: Analysis): Block[] {
  const { quoted, list, euros, pilot } = speech.words;
  const leading = leadingOf(folder);
  const [first, ...later] = leading;
  if (first === undefined) return [];
  const names = new Map(approachesOf(run).map((approach) => [approach.name, quoted(approachName(approach))]));
  const most = euros(formatNumber(first.most, 0, speech.language));
  const begin = names.get(first.approach)!;
  if (later.length === 0) return [paragraph(pilot.decision.always(begin, most))];
  const parts = later.map(({ approach, from }) => {
    const step = errorOfAmounts([from]);
    const say = (of: number) => euros(formatAs('euros', of, step, false, speech.language));
    return pilot.decision.from(names.get(approach)!, say(from.value), say(from.error));
  });
  return [paragraph(pilot.decision.best(list([begin, ...parts]), most))];
}

/** A row per pilot of an approach. */
function pilotsTable(
  folder: RunFolder,
  { run, speech, unit }: Analysis,
  approach: ReportedApproach,
): TableBlock {
  const { pilot: words } = speech.words;
  const pilots = reportedPilots(folder, approach.name);
  const evsiStep = errorOfAmounts(pilots.map(({ evsi }) => evsi));
  const netStep = errorOfAmounts(pilots.map(({ netBenefit }) => netBenefit));
  return {
    kind: 'table',
    name: `${folder.slug}-${approach.name}`,
    sheet: 'summary',
    of: approach.name,
    caption: words.caption(approachName(approach), approachName(run.reference)),
    columns: [
      { label: words.persons, kind: 'number' },
      { label: words.months, kind: 'number' },
      { label: words.power, kind: 'number' },
      { label: words.assurance, kind: 'number' },
      { label: words.width, kind: 'number' },
      { label: words.evsi, kind: 'number', weight: 1.3 },
      { label: words.netBenefit, kind: 'number', weight: 1.3 },
    ],
    rows: pilots.map((own): Cell[] => [
      rawCell(speech, own.persons),
      rawCell(speech, own.months),
      probabilityCell(speech, own.power),
      probabilityCell(speech, own.assurance),
      widthCell(speech, unit, own.width),
      numberCell(speech, 'euros', own.evsi.value, evsiStep),
      numberCell(speech, 'euros', own.netBenefit.value, netStep),
    ]),
    note: words.note,
  };
}

/** Makes the chapter of a search for a pilot in a language. @throws Error when it has no rows */
export function pilotChapter(
  folder: RunFolder,
  figures: readonly Figure[],
  language: Language,
): AnalysisChapter {
  const analysis = readAnalysis(folder, 'pilot.csv', language);
  const { run, speech, measure } = analysis;
  const { pilot } = speech.words;
  const draws = formatNumber(run.manifest.parameter_draws, 0, language);
  return {
    analysis,
    title: pilot.title(run.municipality),
    figures,
    said: [
      paragraph(pilot.question(run.municipality, measure, draws)),
      ...run.others.map((approach) => sayAnswer(folder, analysis, approach)),
      ...sayFewDraws(run.manifest.parameter_draws, language).map((said) => paragraph(said)),
      ...sayChoice(folder, analysis),
    ],
    tables: run.others.map((approach) => pilotsTable(folder, analysis, approach)),
  };
}
