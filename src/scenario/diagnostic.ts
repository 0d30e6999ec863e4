/** What is wrong with an input file, and where. */

import { relative } from 'node:path';

export interface Diagnostic {
  readonly file: string;
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** A place in a file. */
export type Place = Omit<Diagnostic, 'message'>;

/** Control characters would let a file write on the reader's terminal. */
function escapeControls(text: string): string {
  return text.replace(/\p{Cc}/gu, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** One line: `file:line:column: message`, the file relative to the working directory where it lies inside it. */
export function formatDiagnostic({ file, line, column, message }: Diagnostic): string {
  const inside = relative(process.cwd(), file);
  const shown = inside === '' || inside.startsWith('..') ? file : inside;
  return `${escapeControls(shown)}:${line}:${column}: ${escapeControls(message)}`;
}

/** Diagnostics in reading order, each once. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Map(diagnostics.map((each) => [formatDiagnostic(each), each]));
  return [...seen.values()].sort(
    (a, b) =>
      a.file.localeCompare(b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      a.message.localeCompare(b.message),
  );
}
