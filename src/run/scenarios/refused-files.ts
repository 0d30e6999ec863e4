/** Files that will not do. */

import { type Diagnostic, formatDiagnostic } from '../../scenario/check/diagnostic.js';
import { Refusal } from '../refusal.js';

/** A refusal for what is wrong in files: a line each, what is said twice once. */
export function refusalOf(diagnostics: readonly Diagnostic[]): Refusal {
  return new Refusal([...new Set(diagnostics.map(formatDiagnostic))].join('\n'), diagnostics);
}
