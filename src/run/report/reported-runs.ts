/** The runs and analyses that a report is made of: those that were named, and those of a folder of them that go together. */

import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Language } from '../../output/language.js';
import {
  findRunFolders,
  openRunFolder,
  type RunFolder,
  withReported,
} from '../../output/package/run-folder.js';
import { isBorder, isSensitivity, isThreshold } from '../../output/report/analysis-data.js';
import { borderChapter } from '../../output/report/build-border-report.js';
import { pilotChapter } from '../../output/report/build-pilot-report.js';
import { sensitivityChapter } from '../../output/report/build-sensitivity-report.js';
import { thresholdChapter } from '../../output/report/build-threshold-report.js';
import { isPilot } from '../../output/report/pilot-data.js';
import { isSweep } from '../../output/report/sweep-data.js';
import { wordsIn } from '../../output/words/words.js';
import { suggest } from '../../scenario/check/nearest.js';
import type { Caller } from '../caller.js';
import { whyNoResults } from '../compare/manifest.js';
import { Refusal } from '../refusal.js';
import { whyUnfinished } from '../simulate/checkpoint.js';
import { readable } from '../write/results-folder.js';
import { otherSetting } from './same-scenario.js';

/** The names next to a folder that does not exist, for the message. */
function neighbours(folder: string): string[] {
  const parent = dirname(folder);
  return existsSync(parent) && statSync(parent).isDirectory()
    ? readdirSync(parent)
        .filter((name) => !name.startsWith('.'))
        .map((name) => (parent === '.' ? name : join(parent, name)))
    : [];
}

/** Analyses of one scenario, which have a report of their own, or go into that of its run. */
const analyses = [
  { name: 'search for a threshold', is: isThreshold, chapter: thresholdChapter },
  { name: 'search for a border', is: isBorder, chapter: borderChapter },
  { name: 'sensitivity analysis', is: isSensitivity, chapter: sensitivityChapter },
  { name: 'search for a pilot', is: isPilot, chapter: pilotChapter },
] as const;

export const analysisIn = (run: RunFolder) => analyses.find(({ is }) => is(run));

/** The scenario's name, as the file has it. */
function municipalityOf(run: RunFolder): string {
  const file = ['estimates.csv', 'inputs.csv', 'threshold.csv', 'border.csv', 'pilot.csv'].find((name) =>
    run.files.includes(name),
  );
  return String((file === undefined ? undefined : run.table(file)[0])?.municipality ?? run.slug);
}

/** Why an analysis does not belong to a run; undefined: it does. */
function whyStranger(run: RunFolder, own: RunFolder): string | undefined {
  const { name } = analysisIn(run)!;
  if (municipalityOf(run) !== municipalityOf(own))
    return `${run.folder}: is a ${name} of ${municipalityOf(run)}, and ${own.folder} a run of ${municipalityOf(own)}; expected one scenario`;
  const other = otherSetting(run.manifest, own.manifest);
  return other === undefined
    ? undefined
    : `${run.folder}: is a ${name} of ${municipalityOf(run)} ${other}, unlike the run in ${own.folder}; expected one scenario with the same numbers`;
}

/** @throws Refusal on a sweep beside others, on analyses beside several runs or none, and on those of other municipalities or settings */
export function refuseStrangers(runs: readonly RunFolder[]): void {
  if (runs.length === 1) return;
  const sweep = runs.find(isSweep);
  if (sweep !== undefined)
    throw new Refusal(`${sweep.folder}: is a sweep, which has a report of its own; expected it alone`);
  const beside = runs.filter((run) => analysisIn(run) !== undefined);
  if (beside.length === 0) return;
  const plain = runs.filter((run) => analysisIn(run) === undefined);
  const [own] = plain;
  const { name } = analysisIn(beside[0]!)!;
  if (own === undefined || plain.length > 1)
    throw new Refusal(
      `${beside[0]!.folder}: is a ${name}, which goes into the report of one run; expected one run of its scenario with it, got ${plain.length}`,
    );
  const stranger = beside.map((run) => whyStranger(run, own)).find((why) => why !== undefined);
  if (stranger !== undefined) throw new Refusal(stranger);
  const twice = beside.find((run, i) => beside.findIndex(({ slug }) => slug === run.slug) < i);
  if (twice !== undefined)
    throw new Refusal(`${twice.folder}: has the name of another folder; expected names of their own`);
}

/** A result folder that was named, or found in one that was. */
interface Found {
  readonly folder: string;
  readonly isNamed: boolean;
}

/** The result folders that were named, or are in folders that were, each once. @throws Refusal on one that is or has none */
export function findResults(folders: readonly string[]): Found[] {
  const found = folders.flatMap((folder) => {
    if (!existsSync(folder))
      throw new Refusal(
        `${folder}: ${whyUnfinished(folder) ?? `does not exist${suggest(folder, neighbours(folder))}`}`,
      );
    const inside = statSync(folder).isDirectory() ? findRunFolders(folder) : [];
    if (inside.length === 0)
      throw new Refusal(
        `${folder}: ${whyNoResults(folder) ?? 'holds no finished run; expected a result folder (with manifest.json and datapackage.json), or a folder of them'}`,
      );
    return inside.map((each): Found => ({ folder: each, isNamed: each === folder }));
  });
  const named = new Set(found.flatMap(({ folder, isNamed }) => (isNamed ? [folder] : [])));
  const unique = [...new Set(found.map(({ folder }) => folder))];
  return unique.map((folder) => ({ folder, isNamed: named.has(folder) }));
}

const isRun = (run: RunFolder) =>
  analysisIn(run) === undefined && !isSweep(run) && run.files.includes('estimates.csv');

/** Names what a report leaves aside, and how to report it. */
function sayLeftAside(aside: readonly RunFolder[], language: Language): string {
  const { notes } = wordsIn(language).screen;
  const kindOf = (run: RunFolder) => (isSweep(run) ? 'sweep' : analysisIn(run)?.name);
  const named = aside.map((run) => `${run.folder} (${kindOf(run) ?? notes.noRun})`);
  const reported = aside.find((run) => kindOf(run) !== undefined);
  const how = reported === undefined ? '' : notes.reportAlone(reported.folder);
  return notes.leftAside(named.join(', '), how);
}

/**
 * Opens the runs and analyses in folders. Of a folder that holds several, what does not go into the report of its runs is left aside, and
 * said: sweeps, and analyses unless there is one run, of their scenario.
 */
export async function openRuns(
  folders: readonly string[],
  note: Caller['note'] | undefined,
  language: Language,
): Promise<RunFolder[]> {
  const found = findResults(folders);
  const opened = await Promise.all(
    found.map(async ({ folder, isNamed }) => ({
      isNamed,
      run: await readable(folder, () => openRunFolder(folder)),
    })),
  );
  const runs = opened.flatMap(({ run }) => (isRun(run) ? [run] : []));
  const [only] = runs;
  const isAnnex = (run: RunFolder) =>
    runs.length === 1 && analysisIn(run) !== undefined && whyStranger(run, only!) === undefined;
  const kept = opened.flatMap(({ run, isNamed }) =>
    isNamed || runs.length === 0 || isRun(run) || isAnnex(run) ? [run] : [],
  );
  const aside = opened.flatMap(({ run }) => (kept.includes(run) ? [] : [run]));
  if (aside.length > 0) note?.(sayLeftAside(aside, language));
  return Promise.all(kept.map((run) => readable(run.folder, () => withReported(run))));
}
