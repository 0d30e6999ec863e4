/** The CSV files of a result folder. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect } from 'vitest';

/** Every CSV file of a result folder by its name; there must be some. */
export function readTables(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.csv'));
  expect(names.length).toBeGreaterThan(2);
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** The rows of a CSV file by the names of its header. */
export function rowsOfText(text: string): Record<string, string>[] {
  // A table of curves has tens of thousands of rows, and nothing that needs a parser.
  if (/["\r\ufeff]/.test(text)) return parse(text, { columns: true, bom: true });
  const [header, ...lines] = text.trimEnd().split('\n');
  const names = header!.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    if (cells.length !== names.length) throw new Error(`${names.length} names, but the row ${line}`);
    const row: Record<string, string> = {};
    for (const [i, name] of names.entries()) row[name] = cells[i]!;
    return row;
  });
}
