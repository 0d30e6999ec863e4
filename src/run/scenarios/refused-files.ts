/** Refusals about input files. */

import { type Diagnostic, formatDiagnostic } from '../../scenario/check/diagnostic.js';
import { Refusal } from '../refusal.js';

/** A refusal with one line for each problem; repeated lines appear once. */
export function refusalOf(diagnostics: readonly Diagnostic[]): Refusal {
  return new Refusal([...new Set(diagnostics.map(formatDiagnostic))].join('\n'), diagnostics);
}
