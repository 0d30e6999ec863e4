/** The means of a bare model on the terminal. */

import { countOf, formatValue } from '../../output/number.js';
import type { ModelRun } from '../../run/model/model.js';
import { type MeanRow, meanRows } from '../../run/model/tables.js';
import { asWritten } from '../../run/write/read-back.js';

/** An MCSE to two digits; a dash where it cannot be told, as of a single person. */
function formatError(mcse: number): string {
  if (!Number.isFinite(mcse)) return '-';
  return mcse === 0 ? '0' : mcse.toPrecision(2);
}

/** Prints the means, rounded as their MCSE warrants. */
export function printMeans(run: ModelRun, folder: string): void {
  const lines = meanRows(run).map(
    ({ kind, name, of }) =>
      `${kind.padEnd(18)} ${name.padEnd(32)} ${formatValue(of.mean, of.mcse).padStart(14)}  mcse ${formatError(of.mcse)}`,
  );
  process.stdout.write(`${lines.join('\n')}\n${countOf(run.persons, 'person')}; written to ${folder}\n`);
}

/** The means as data. */
export function summariseMeans(rows: readonly MeanRow[]) {
  return rows.map(({ kind, name, of: { mean, variance, mcse, persons } }) => ({
    kind,
    name,
    mean: asWritten(mean),
    variance: asWritten(variance),
    mcse: asWritten(mcse),
    persons,
  }));
}
