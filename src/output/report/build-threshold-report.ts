/** The report of a search for a threshold: from what value of a number on the answer turns. */

import type { Language } from '../language.js';
import { roundDecimals } from '../number.js';
import { labelOfAnswer } from '../package/labels.js';
import type { RunFolder } from '../package/run-folder.js';
import {
  type Analysis,
  type Crossing,
  crossingsOf,
  decimalsOfReadings,
  lookedFor,
  type ReadingRow,
  readAnalysis,
  readingsOf,
  sayTarget,
  tableNameOf,
} from './analysis-data.js';
import type { AnalysisChapter } from './analysis-report.js';
import { type Block, type Cell, type Figure, paragraph, type TableBlock } from './blocks.js';
import { parameterName } from './parameter-names.js';
import type { ReportedApproach } from './run-data.js';
import { approachName, intervalCell, numberCell, rawCell, type Speech, sayAt, sayValue } from './speech.js';
import { typesetText } from './typeset.js';

const haveIntervals = (readings: readonly ReadingRow[]) => readings.some(({ low }) => Number.isFinite(low));

/** The interval of a crossing between brackets; an end beyond the range is said to be, if the differences have intervals at all. */
function sayEnds(speech: Speech, { low, high }: Crossing, readings: readonly ReadingRow[]): string {
  const { words } = speech;
  if (!haveIntervals(readings)) return words.noIntervalInBrackets;
  const { threshold } = words.analysis;
  const [isLow, isHigh] = [Number.isFinite(low), Number.isFinite(high)];
  if (isLow && isHigh) return words.intervalInBrackets(sayAt(speech, low), sayAt(speech, high));
  if (isLow) return threshold.above(sayAt(speech, low));
  return isHigh ? threshold.below(sayAt(speech, high)) : threshold.anywhere;
}

/** What was found for an approach, in sentences. */
function sayFound(folder: RunFolder, analysis: Analysis, approach: ReportedApproach): Block[] {
  const { run, speech, unit } = analysis;
  const { quoted, list, analysis: words } = speech.words;
  const { path, target, given } = lookedFor(folder);
  const readings = readingsOf(folder, approach.name, unit);
  const crossings = crossingsOf(folder, approach.name);
  const [first, last] = [readings[0], readings.at(-1)];
  if (first === undefined || last === undefined) return [];
  const name = quoted(parameterName(speech, run, path));
  const [own, reference] = [approach, run.reference].map((each) => quoted(approachName(each)));
  if (readings.every(({ estimate, mcse }) => estimate === 0 && mcse === 0))
    return [paragraph(speech.words.inputGroups.sameAt(own!, reference!, name), true)];
  const goal = sayTarget(speech, unit, target);
  const [crossing] = crossings;
  const { threshold } = words;
  const found =
    crossing === undefined
      ? threshold.never(
          own!,
          reference!,
          name,
          sayAt(speech, first.at),
          sayAt(speech, last.at),
          goal,
          haveIntervals(readings),
        )
      : crossings.length > 1
        ? threshold.several(own!, reference!, name, list(crossings.map(({ at }) => sayAt(speech, at))), goal)
        : (crossing.isUp ? threshold.up : threshold.down)(
            own!,
            reference!,
            name,
            sayAt(speech, crossing.at),
            goal,
            sayEnds(speech, crossing, readings),
          );
  const ends = threshold.ends(
    sayAt(speech, first.at),
    sayValue(speech, first, first.estimate),
    sayAt(speech, last.at),
    sayValue(speech, last, last.estimate),
  );
  const under =
    given === undefined || crossing !== undefined
      ? []
      : [
          speech.words.inputGroups.usedUnder(
            quoted(labelOfAnswer(run.manifest, speech.language, given.question, given.answer, given.answer)),
            quoted(parameterName(speech, run, given.question)),
            `--set ${given.question}=${given.answer}`,
          ),
        ];
  return [paragraph(found, true), ...under.map((said) => paragraph(said)), paragraph(ends)];
}

function readingsTable(folder: RunFolder, analysis: Analysis, approach: ReportedApproach): TableBlock {
  const { run, speech, unit } = analysis;
  const { headings, analysis: words } = speech.words;
  const { path, target } = lookedFor(folder);
  const label = typesetText(words.threshold.target(sayTarget(speech, unit, target)), speech.language);
  const readings = readingsOf(folder, approach.name, unit);
  const decimals = decimalsOfReadings(readings);
  return {
    kind: 'table',
    name: tableNameOf(run, 'readings', approach),
    sheet: 'summary',
    of: approach.name,
    chart: {
      kind: 'line',
      column: 1,
      interval: 2,
      target: { label, value: unit === 'share' ? 100 * target : target },
    },
    caption: words.threshold.caption(approachName(approach), approachName(run.reference)),
    columns: [
      { label: parameterName(speech, run, path), kind: 'text', weight: 2 },
      { label: analysis.measure, kind: 'number', weight: 1.6 },
      { label: headings.interval, kind: 'interval', weight: 1.8 },
    ],
    rows: readings.map(({ at, estimate, error, low, high }): Cell[] => [
      rawCell(speech, roundDecimals(at, decimals)),
      numberCell(speech, unit, estimate, error, true),
      intervalCell(speech, unit, low, high, error, true),
    ]),
    note: words.threshold.note,
  };
}

/** Makes the chapter of a search for a threshold in a language. @throws Error when it has no rows */
export function thresholdChapter(
  folder: RunFolder,
  figures: readonly Figure[],
  language: Language,
): AnalysisChapter {
  const analysis = readAnalysis(folder, 'threshold.csv', language);
  const { run, speech, measure } = analysis;
  const { quoted, analysis: words } = speech.words;
  const name = quoted(parameterName(speech, run, lookedFor(folder).path));
  return {
    analysis,
    title: words.threshold.title(run.municipality),
    figures,
    said: [
      paragraph(words.threshold.question(run.municipality, name, measure)),
      ...run.others.flatMap((approach) => sayFound(folder, analysis, approach)),
    ],
    tables: run.others.map((approach) => readingsTable(folder, analysis, approach)),
  };
}
