/** What reports say of a search for a threshold and of a sensitivity analysis: typed rows of their files. */

import type { Language } from '../language.js';
import { roundDecimals } from '../number.js';
import { numberIn, textIn } from '../package/cells.js';
import { FolderProblem } from '../package/folder-problem.js';
import { labelOfApproach, labelOfMunicipality } from '../package/labels.js';
import { lawOfRun } from '../package/law-of-run.js';
import type { RunFolder } from '../package/run-folder.js';
import type { SaidJoint } from '../say-joint.js';
import { DISTINCT, type GivenAnswer, JOINT, readGiven } from '../sensitivity.js';
import type { ReportedApproach, RunData } from './run-data.js';
import { measureIn, measureName, rawCell, type Said, type Speech, sayValue, speak } from './speech.js';

/** A value of a number with the difference there. */
export interface ReadingRow extends Said {
  readonly at: number;
  readonly error: number;
}

/** A value at which the difference crosses what is looked for; its ends are NaN beyond the range. */
export interface Crossing {
  readonly at: number;
  readonly low: number;
  readonly high: number;
  readonly isUp: boolean;
}

/** An uncertain number and what it does to a difference. */
export interface ReportedInfluence {
  readonly path: string;
  /** Part of the variance that it carries, with its interval; NaN: not estimated. */
  readonly share: number;
  readonly shareLow: number;
  readonly shareHigh: number;
  /** Whether the share is told from nothing. */
  readonly isDistinct: boolean;
  readonly outcomeAtLow: number;
  readonly outcomeAtHigh: number;
  /** The answer under which alone it is used, and at which it is looked at by itself. */
  readonly given: GivenAnswer | undefined;
  /** The difference with all at central values. */
  readonly outcome: number;
  /** What it would be worth to know it, and the standard error of that. */
  readonly worth: number;
  readonly worthError: number;
}

/** What an analysis is about. */
export interface Analysis {
  readonly run: RunData;
  readonly speech: Speech;
  /** The measure for readers, and its unit. */
  readonly measure: string;
  readonly unit: string;
  /** The outcome of one approach is analysed by itself, which then stands as reference too. */
  readonly isOwn: boolean;
}

/** Name of a table, which is that of its file in LaTeX too. */
export const slugOfTable = ({ slug }: Pick<RunData, 'slug'>, what: string): string =>
  `${slug.replaceAll(/[^A-Za-z0-9-]+/g, '-')}-${what}`;

/** The same of one about an approach. */
export const tableNameOf = (
  run: Pick<RunData, 'slug'>,
  what: string,
  { name }: Pick<ReportedApproach, 'name'>,
): string => `${slugOfTable(run, what)}-${name}`;

/** Whether a result folder is that of a search for a threshold. */
export const isThreshold = ({ files }: Pick<RunFolder, 'files'>): boolean => files.includes('threshold.csv');

/** Whether a result folder is that of a border in two numbers. */
export const isBorder = ({ files }: Pick<RunFolder, 'files'>): boolean => files.includes('border.csv');

/** Whether a result folder is that of a sensitivity analysis. */
export const isSensitivity = ({ files }: Pick<RunFolder, 'files'>): boolean => files.includes('inputs.csv');

/** What the files of an analysis are about, in a language. @throws FolderProblem where a file has no rows */
export function readAnalysis(folder: RunFolder, file: string, language: Language): Analysis {
  const rows = folder.table(file);
  const first = rows[0];
  if (first === undefined)
    throw new FolderProblem(`${folder.folder}: no ${file} with rows, so nothing to report`);
  const { manifest } = folder;
  const named = (name: string) => ({ name, label: labelOfApproach(manifest, language, name, name) });
  const names = [...new Set(rows.map((row) => textIn(row, 'approach')))];
  const isOwn = textIn(first, 'reference') === '';
  const reference = isOwn ? names[0]! : textIn(first, 'reference');
  const law = lawOfRun(manifest);
  const run: RunData = {
    slug: folder.slug,
    municipality: labelOfMunicipality(manifest, language, textIn(first, 'municipality')),
    reference: named(reference),
    others: names.map(named),
    selection: [],
    estimates: [],
    differences: [],
    byAnswer: [],
    costs: [],
    parameters: [],
    parts: [],
    law,
    changed: folder.changed(),
    origins: manifest.origins ?? [],
    manifest,
  };
  const speech = speak(language, law);
  const [measure, month] = textIn(first, 'measure').split('@');
  return {
    run,
    speech,
    measure: measureName(speech, run, measure!, month === undefined ? Number.NaN : Number(month)),
    unit: measureIn(run, measure!)?.unit ?? '',
    isOwn,
  };
}

/** The values of a number that were simulated, with the difference of an approach. */
export function readingsOf(folder: RunFolder, approach: string, unit: string): ReadingRow[] {
  const single = folder.manifest.parameter_draws === 1;
  const rows = folder.table('readings.csv').filter((row) => textIn(row, 'approach') === approach);
  // What stands beside each other has one step.
  const error = Math.max(...rows.map((row) => numberIn(row, 'mcse')).filter(Number.isFinite));
  return rows
    .map((row) => ({
      at: numberIn(row, 'value'),
      unit,
      estimate: numberIn(row, 'estimate'),
      mcse: numberIn(row, 'mcse'),
      error: Number.isFinite(error) ? error : Number.NaN,
      low: single ? Number.NaN : numberIn(row, 'parameter_low'),
      high: single ? Number.NaN : numberIn(row, 'parameter_high'),
    }))
    .sort((a, b) => a.at - b.at);
}

/** What was looked for: the path of the number, and the difference that is crossed. */
export function lookedFor(folder: RunFolder): {
  path: string;
  target: number;
  given: GivenAnswer | undefined;
} {
  const [row] = folder.table('threshold.csv');
  return {
    path: textIn(row ?? {}, 'path'),
    target: numberIn(row ?? {}, 'target'),
    given: readGiven(textIn(row ?? {}, 'given')),
  };
}

/** Digits at least to which values of a number that was looked at are given, and at most. */
const AT_DIGITS = { least: 5, most: 6 };

/** Decimals to which values of a number are given that were looked at: as many as tell them from each other. */
export function decimalsOfReadings(readings: readonly Pick<ReadingRow, 'at'>[]): number {
  const values = readings.map(({ at }) => at);
  const most = Math.max(0, ...values.map(Math.abs));
  const before = most === 0 ? 1 : Math.floor(Math.log10(most)) + 1;
  const counted = (decimals: number) => new Set(values.map((value) => roundDecimals(value, decimals))).size;
  const isTold = counted(AT_DIGITS.least - before) === new Set(values).size;
  return Math.max(0, (isTold ? AT_DIGITS.least : AT_DIGITS.most) - before);
}

/** What is looked for, in words. */
export function sayTarget(speech: Speech, unit: string, target: number): string {
  if (target === 0) return rawCell(speech, 0).text;
  return sayValue(speech, { unit, estimate: target, mcse: Number.NaN, low: target, high: target }, target);
}

/** Where the difference of an approach crosses it. */
export function crossingsOf(folder: RunFolder, approach: string): Crossing[] {
  return folder
    .table('threshold.csv')
    .filter((row) => textIn(row, 'approach') === approach && Number.isFinite(numberIn(row, 'value')))
    .map((row) => ({
      at: numberIn(row, 'value'),
      low: numberIn(row, 'low'),
      high: numberIn(row, 'high'),
      isUp: row.direction === 'up',
    }));
}

/** The uncertain numbers that the difference of an approach hangs on, the most influential first. */
export function reportedInfluences(folder: RunFolder, approach: string): ReportedInfluence[] {
  return folder
    .table('inputs.csv')
    .filter((row) => textIn(row, 'approach') === approach)
    .map((row) => ({
      path: textIn(row, 'path'),
      share: numberIn(row, 'share'),
      shareLow: numberIn(row, 'share_low'),
      shareHigh: numberIn(row, 'share_high'),
      isDistinct: textIn(row, DISTINCT) === 'true',
      given: readGiven(textIn(row, 'given')),
      outcomeAtLow: numberIn(row, 'outcome_at_low'),
      outcomeAtHigh: numberIn(row, 'outcome_at_high'),
      outcome: numberIn(row, 'outcome'),
      worth: numberIn(row, 'evppi'),
      worthError: numberIn(row, 'evppi_error'),
    }));
}

/** How far an uncertain number moves the difference by itself, from its low to its high point. */
export const swingOf = ({ outcomeAtLow, outcomeAtHigh }: ReportedInfluence) =>
  Math.abs(outcomeAtHigh - outcomeAtLow);

/**
 * The error by which the differences at the ends of numbers are rounded, as on the terminal; of results that do not tell it a small part of
 * the widest swing between them.
 */
export const errorOfEnds = (
  { manifest }: Pick<RunFolder, 'manifest'>,
  approach: string,
  all: readonly ReportedInfluence[],
): number => manifest.outcome_mcse?.[approach] ?? Math.max(0, ...all.map(swingOf)) / 50;

/** Numbers that a picture and a table hold; the others stand in inputs.csv. */
export const SHOWN = 12;

/** Those that a picture and a table show, of those that do anything: those that carry a share first, then those that move the difference most. */
export function shownInfluences(all: readonly ReportedInfluence[]): ReportedInfluence[] {
  const share = (of: ReportedInfluence) => (Number.isFinite(of.share) ? of.share : -1);
  return all
    .filter((each) => share(each) > 0 || swingOf(each) > 0)
    .sort((a, b) => share(b) - share(a) || swingOf(b) - swingOf(a))
    .slice(0, SHOWN);
}

/** The row of a choice in value-of-information.csv. @param approach empty: the choice is between all */
const worthRowOf = (folder: RunFolder, approach: string) =>
  folder.files.includes('value-of-information.csv')
    ? folder.table('value-of-information.csv').find((row) => textIn(row, 'approach') === approach)
    : undefined;

/** What it would be worth to know all of it, and the standard error of that; undefined: it is not told. */
export function worthOfAll(
  folder: RunFolder,
  approach: string,
): { readonly worth: number; readonly error: number } | undefined {
  const row = worthRowOf(folder, approach);
  return row === undefined ? undefined : { worth: numberIn(row, 'evpi'), error: numberIn(row, 'evpi_error') };
}

/** Whether an approach comes to exactly what the reference does in every draw; false of results that do not tell. */
export function isSameAsReference(folder: RunFolder, approach: string, reference: string): boolean {
  if (!folder.files.includes('outcomes.csv') || approach === reference) return false;
  const of = (name: string) =>
    folder
      .table('outcomes.csv')
      .flatMap((row) => (textIn(row, 'approach') === name ? [numberIn(row, 'outcome')] : []));
  const before = of(reference);
  const own = of(approach);
  return own.length > 0 && own.every((value, draw) => value === before[draw]);
}

/** What it would be worth to know before one of all approaches is chosen; undefined: it is not told, as of two. @param nameOf an approach, for readers */
export function jointOf(folder: RunFolder, nameOf: (approach: string) => string): SaidJoint | undefined {
  if (!folder.files.includes(JOINT)) return undefined;
  const all = worthRowOf(folder, '');
  const rows = folder.table(JOINT);
  if (all === undefined || rows.length === 0) return undefined;
  return {
    approaches: numberIn(rows[0]!, 'approaches'),
    best: nameOf(textIn(all, 'best')),
    evpi: { value: numberIn(all, 'evpi'), error: numberIn(all, 'evpi_error') },
    inputs: rows.map((row) => ({
      path: textIn(row, 'path'),
      evppi: { value: numberIn(row, 'evppi'), error: numberIn(row, 'evppi_error') },
    })),
  };
}
