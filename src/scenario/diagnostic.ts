/** What is wrong with an input, and where. */

import { isAbsolute, relative } from 'node:path';

export interface Diagnostic {
  readonly file: string;
  /** Both from 1; 0 when the input is not a file but a setting on the command line, which `file` then quotes. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** A place in a file, or a setting on the command line. */
export type Place = Omit<Diagnostic, 'message'>;

/** The place of a setting on the command line, such as `--set cohort.size=40`. */
export function commandLinePlace(setting: string): Place {
  return { file: `--set ${setting}`, line: 0, column: 0 };
}

/** A text for the terminal: control characters and marks of text direction would let a file write there. */
export function escapeControls(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A path as messages show it: relative to the working directory where it lies inside it. */
export function shortenPath(file: string): string {
  const inside = relative(process.cwd(), file);
  const outside = inside === '' || isAbsolute(inside) || /^\.\.([/\\]|$)/.test(inside);
  return outside ? file : inside;
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

/** Diagnostics in reading order (file, line, column, message), each once. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const once = new Map(diagnostics.map((each) => [formatDiagnostic(each), each]));
  return [...once.values()].sort(
    (a, b) =>
      compareTexts(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compareTexts(a.message, b.message),
  );
}
