/** Reads the table of benefit norms. */

import { join } from 'node:path';
import { z } from 'zod';
import type { Norm } from '../../domain/measures/rewards.js';
import { labels } from '../../domain/parameters/quantity.js';
import { type Diagnostic, InputProblem } from '../check/diagnostic.js';
import { parseWith } from '../check/parse.js';
import type { Library } from '../library.js';
import type { CellKind } from './csv-cells.js';
import { readCsvFile, recordOf } from './csv-file.js';

const euros = z
  .string()
  // Three decimals would be thousands: no norm has more than cents.
  .regex(/^\d{1,7}(\.\d{1,2})?$/, 'expected euros with a point, such as 1372.62')
  .transform(Number)
  .refine((amount) => amount > 0, 'expected more than 0');
const text = z.string().min(1, 'expected a text, got nothing');

const row = z.object({
  from: z.iso.date('expected a date like 2016-01-31'),
  couple: euros,
  single: euros,
  single_18_20: euros,
  unit: text,
  label: z.enum(labels, `expected one of: ${labels.join(', ')}`),
  source: text,
});
const columns = Object.keys(row.shape);

function kindOf(column: string): CellKind {
  if (column === 'from') return 'date';
  return ['couple', 'single', 'single_18_20'].includes(column) ? 'number' : 'text';
}

/** The table has two lines a year, so a file of a megabyte must be something else. */
const MAX_BYTES = 1024 * 1024;

/** A norm with its unit, source and label. */
export type SourcedNorm = z.infer<typeof row>;

/**
 * The benefit norms of the package, in order of time.
 * @throws InputProblem with every problem of the table, its line and cell.
 */
export function readNorms(library: Library): readonly (Norm & SourcedNorm)[] {
  const file = join(library.data, 'norms.csv');
  const read = readCsvFile(file, { needed: columns, open: false, maxBytes: MAX_BYTES, kindOf });
  if (!read.ok) throw new InputProblem(read.diagnostics);
  const diagnostics: Diagnostic[] = [];
  const report = (line: number, column: string, message: string) =>
    diagnostics.push({
      file,
      line,
      column: read.names.indexOf(column) + 1,
      message: `${column}: ${message}`,
    });
  const norms = read.lines.flatMap(({ line, cells }): SourcedNorm[] => {
    const parsed = parseWith(row, recordOf(read.names, cells));
    if (parsed.success) return [parsed.data];
    for (const { path, message } of parsed.error.issues) report(line, String(path[0]), message);
    return [];
  });
  if (diagnostics.length === 0) {
    for (const [i, { from }] of norms.entries()) {
      const before = norms[i - 1]?.from;
      if (before !== undefined && before >= from)
        report(read.lines[i]!.line, 'from', `expected a date after ${before}, which stands above it`);
    }
  }
  if (read.lines.length === 0)
    diagnostics.push({ file, line: 1, column: 1, message: 'expected at least one norm' });
  if (diagnostics.length > 0) throw new InputProblem(diagnostics);
  return norms;
}
