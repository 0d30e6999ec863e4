/** The CSV files of a result folder. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every CSV file of a result folder by its name. */
export function readTables(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.csv'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}
