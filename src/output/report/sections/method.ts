/** How the numbers came about, and what their intervals mean. */

import { decisive } from '../../../domain/measures/money.js';
import { nameIn } from '../../words/words.js';
import { paragraph } from '../blocks.js';
import { approachesOf, type RunData } from '../run-data.js';
import type { Section } from '../section.js';
import { approachName, measureName, rawCell, type Speech } from '../speech.js';

/** The different values of a number over the runs. */
export function differentValues(values: readonly number[], speech: Speech): string {
  const distinct = [...new Set(values)].sort((a, b) => a - b);
  return speech.words.list(distinct.map((value) => rawCell(speech, value).text));
}

/** Digits of the precision reached: enough to hold it against the one asked for. */
const DIGITS = 4;

/** What a run was asked for in precision and what it came to, in a paragraph; none where none was asked for. */
function sayPrecision(run: RunData, several: boolean, speech: Speech): string[] {
  const { precision } = run.manifest;
  if (precision === undefined) return [];
  const { words } = speech;
  const amount = (value: number) => {
    const of = (number: number) => rawCell(speech, Number(number.toPrecision(DIGITS))).text;
    return precision.unit === 'euros' ? words.euros(of(value)) : words.percent(of(100 * value));
  };
  const approach = approachesOf(run).find(({ name }) => name === precision.approach);
  const said = words.method.precision({
    measure: measureName(speech, run, decisive.name),
    approach: approach === undefined ? precision.approach : approachName(approach),
    asked: amount(precision.asked),
    reached: precision.mcse === null ? words.noInterval : amount(precision.mcse),
    holds: precision.holds,
  });
  return [several ? `${run.municipality}: ${said}` : said];
}

/** The tracks that the laws of some runs bring, in words. */
function tracksOfLaws(runs: readonly RunData[], { language }: Speech): string {
  const named = runs.flatMap(({ law }) =>
    [...law.tracks.afterHousing, ...law.tracks.afterLanguage].map(({ name }) =>
      nameIn(law.words[language].terms, name),
    ),
  );
  return [...new Set(named)].join(', ');
}

/** The method note. */
export function methodSection(runs: readonly RunData[], speech: Speech): Section {
  const { method, sections, list } = speech.words;
  const paragraphs = method.paragraphs({
    draws: differentValues(
      runs.map(({ manifest }) => manifest.parameter_draws),
      speech,
    ),
    replications: differentValues(
      runs.map(({ manifest }) => manifest.replications),
      speech,
    ),
    tracksOfLaw: tracksOfLaws(runs, speech),
    seed: list([...new Set(runs.map(({ manifest }) => manifest.seed))]),
  });
  const precisions = runs.flatMap((run) => sayPrecision(run, runs.length > 1, speech));
  return {
    id: 'method',
    title: sections.method,
    sheet: 'method',
    blocks: [...paragraphs, ...precisions].map((text) => paragraph(text)),
  };
}
