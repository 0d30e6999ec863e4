/** What is wrong with an input, and where. */

import { relative } from 'node:path';
import { isInside } from '../real-path.js';

export interface Diagnostic {
  readonly file: string;
  /** Both from 1; 0 when the input is not a file but, for example, a setting on the command line; `file` then says what it is. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** Path of a name that is missing, where that is what is wrong. */
  readonly missing?: string;
}

/** A place in a file, or something else that sets values: a setting on the command line, the standardised cohort. */
export type Place = Pick<Diagnostic, 'file' | 'line' | 'column'> & {
  /** Whether it is a setting on the command line. */
  readonly isSetting?: true;
};

/** The most characters of a setting that messages quote. */
const QUOTED = 200;

/** The place of a setting on the command line, such as `--set cohort.size=40`. */
export function commandLinePlace(setting: string): Place {
  const shown = setting.length > QUOTED ? `${setting.slice(0, QUOTED - 3)}...` : setting;
  return { file: `--set ${shown}`, line: 0, column: 0, isSetting: true };
}

/** A place in words: file and line, or the description of a place that is not in a file. `shorten`: shortens a file's path. */
export function sayPlace({ file, line }: Place, shorten: (path: string) => string): string {
  return line === 0 ? file : `${shorten(file)}:${line}`;
}

/** The same with the column, for an editor to go to. */
export function sayPosition(place: Place, shorten: (path: string) => string): string {
  const { line, column } = place;
  return line === 0 ? sayPlace(place, shorten) : `${sayPlace(place, shorten)}:${column}`;
}

/** Escapes control characters and direction marks, so that a text from a file cannot control the terminal. */
export function escapeControls(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A path as messages show it: relative to the working directory where it lies inside it. */
export function shortenPath(file: string): string {
  const here = process.cwd();
  return isInside(here, file) ? relative(here, file) : file;
}

/** One line: `file:line:column: message`, the file relative to the working directory where it lies inside it. */
export function formatDiagnostic({ file, line, column, message }: Diagnostic): string {
  const place = line === 0 ? file : `${shortenPath(file)}:${line}:${column}`;
  return `${escapeControls(place)}: ${escapeControls(message)}`;
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The most problems that are listed; a longer list usually has one cause and hides it. */
const LISTED = 500;

/**
 * Diagnostics in reading order (file, line, column, message), without repetitions; of a very long list the first ones and the
 * number of the rest.
 */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const sorted = [...diagnostics].sort(
    (a, b) =>
      compareTexts(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compareTexts(a.message, b.message),
  );
  const once = sorted.filter((each, i) => {
    const before = sorted[i - 1];
    return (
      before === undefined ||
      before.message !== each.message ||
      before.line !== each.line ||
      before.column !== each.column ||
      before.file !== each.file
    );
  });
  const next = once[LISTED];
  if (next === undefined) return once;
  const more = once.length - LISTED;
  return [
    ...once.slice(0, LISTED),
    { ...next, message: `${more} more ${more === 1 ? 'problem' : 'problems'} from here on` },
  ];
}

/** Ends a command because of a necessary file that is not a scenario, model or table of the user. */
export class InputProblem extends Error {
  constructor(diagnostics: readonly Diagnostic[]) {
    super(sortDiagnostics(diagnostics).map(formatDiagnostic).join('\n'));
  }
}
