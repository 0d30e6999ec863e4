/** A small run of which the tests make pages, and what they compare these with. */

import { readFileSync } from 'node:fs';
import { lawOfRun } from '../../../src/output/package/law-of-run.js';
import type { Changes } from '../../../src/output/page/change.js';
import { liveRows } from '../../../src/output/page/live-run.js';
import { type PageData, readPageData } from '../../../src/output/page/page-data.js';
import { taskOfPage, taskUnder } from '../../../src/output/page/task-of-setting.js';
import type { RunData } from '../../../src/output/report/run-data.js';
import { mainTable } from '../../../src/output/report/sections/front.js';
import { shortPartName, speak } from '../../../src/output/report/speech.js';
import { typesetBlocks } from '../../../src/output/report/typeset.js';
import { nameIn } from '../../../src/output/words/words.js';
import type { RunOptions } from '../../../src/run/plan/options.js';
import type { run } from '../../../src/run/simulate/run.js';
import { isBookkeeping, trace } from '../../../src/run/trace/trace.js';
import { runUnit } from '../../../src/simulation/cohort/draw-run.js';
import { unitsOf } from '../../../src/simulation/cohort/units.js';
import { collectDraws } from '../../../src/simulation/results/join.js';

/** A label that would break out of a script, of an attribute and of a text. */
export const NASTY = `</script><b id=evil onclick="x()">'&`;
export const DRAWS = 6;
export const options: RunOptions = {
  ...{ out: '', csv: 'standard', resume: false, force: true, quiet: true, workers: 1 },
  ...{ seed: '1', draws: DRAWS, replications: 2, horizon: undefined, discountTo: undefined },
  ...{ by: undefined, persons: false, parquet: false, precision: undefined, mostDraws: undefined },
  shard: undefined,
  set: [
    ...['cohort.size=80', 'horizon_years=3', `approaches.parallel.label=${JSON.stringify(NASTY)}`],
    // Off in the report.
    'approaches.parallel.activities.lessons.for={"share":0}',
    // Its answers have weights of a half.
    'approaches.parallel.activities.job_hunters.for={"share":{"by":"alternatives.jas_teaches","values":{"no":0,"yes":1}}}',
  ],
} as RunOptions;
export const caller = {
  commandLine: [],
  signal: undefined,
  note() {},
  onProgress() {},
} as unknown as Parameters<typeof run>[2];
export const jas = 'approaches.parallel.activities.jas';

/** A text as it reads, whatever its spaces are. */
export const text = (value: unknown) => String(value).replaceAll('\u00a0', ' ').trim();

/** The cells of the main table of a run, as its report has them. */
export function cellsOf(data: RunData): string[][] {
  const [block] = typesetBlocks([mainTable(data, data.others[0]!, speak('en', data.law))], 'en');
  if (block?.kind !== 'table') throw new Error('no table');
  return block.rows.map((row) => row.map((cell) => text(cell.text)));
}

/** What a page holds. */
export function dataOfPage(file: string): PageData {
  const [, json = ''] = /id="page-data">(.*?)<[/]script>/s.exec(readFileSync(file, 'utf8'))!;
  return readPageData(json);
}

/** The rows that the data of a page come to under changes, here. */
export function rowsUnder(data: PageData, changes: Changes) {
  const task = taskUnder(taskOfPage(data), changes, data.replicationsBySize);
  const draws = collectDraws(task);
  for (const unit of unitsOf(task)) draws.add(runUnit(task, unit));
  return liveRows(task, draws.all);
}

/** Asks a page for the cells of its main table; the body of a function. */
export const SHOWN_CELLS = `return [...document.querySelectorAll('.answer > div tbody tr')].map((row) => [...row.cells].map((cell) => cell.textContent))`;

/** By month what happens in the lives of a person under each approach: by `trace` with a saved setting, in the words of a page. */
export function tracedLives(
  { run: { manifest, parts } }: PageData,
  { set, seed }: Pick<RunOptions, 'set' | 'seed'>,
  person: number,
): string[][] {
  const traced = trace(
    'leiden',
    { ...{ person, set, seed, replication: 0, draw: undefined }, csvFile: undefined, csv: 'standard' },
    caller,
  );
  const speech = speak('en', lawOfRun(manifest));
  const { terms } = speech.words.names;
  const nameOf = (track: string) => {
    const part = parts.find((each) => each.part === track);
    return part === undefined ? nameIn(terms, track) : shortPartName(speech, parts, part);
  };
  const shown = traced.life.events.map((own) => own.filter(({ track }) => !isBookkeeping(track, traced)));
  const months = [...new Set(shown.flat().map(({ month }) => month))].sort((a, b) => a - b);
  const happened = (own: (typeof shown)[number], at: number) =>
    own.filter(({ month }) => month === at).map(({ track, to }) => `${nameOf(track)}: ${nameIn(terms, to)}`);
  return months.map((at) => [at.toFixed(1), ...shown.map((own) => happened(own, at).join('; '))]);
}
