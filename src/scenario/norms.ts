/** Reads the table of benefit norms. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { labels } from '../domain/quantity.js';
import type { Norm } from '../domain/rewards.js';
import type { Library } from './inheritance.js';

const row = z.object({
  from: z.iso.date(),
  couple: z.coerce.number().positive(),
  single: z.coerce.number().positive(),
  single_18_20: z.coerce.number().positive(),
  unit: z.string().min(1),
  label: z.enum(labels),
  source: z.string().min(1),
});

/** A norm with what a sceptic asks about it. */
export type SourcedNorm = z.infer<typeof row>;

/**
 * The benefit norms of the package, ascending by date.
 * @throws Error when the shipped table is broken: it is data of the package, not the user's.
 */
export function readNorms(library: Library): readonly (Norm & SourcedNorm)[] {
  const text = readFileSync(join(library.data, 'norms.csv'));
  const rows = z.array(row).parse(parse(text, { columns: true, bom: true, skip_empty_lines: true }));
  return rows.sort((a, b) => a.from.localeCompare(b.from));
}
