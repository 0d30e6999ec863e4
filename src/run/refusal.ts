/** What cannot be done as it is asked for. */

import { type Diagnostic, formatDiagnostic } from '../scenario/check/diagnostic.js';

/** Ends what was asked for, since its input or its options will not do. The message is one or more whole lines. */
export class Refusal extends Error {
  constructor(
    message: string,
    /** Where files are at fault: what is wrong in them, and where. */
    readonly diagnostics: readonly Diagnostic[] = [],
  ) {
    super(message);
  }
}

/** A refusal for what is wrong in files: a line each, what is said twice once. */
export function refusalOf(diagnostics: readonly Diagnostic[]): Refusal {
  return new Refusal([...new Set(diagnostics.map(formatDiagnostic))].join('\n'), diagnostics);
}
