/** Writes a finished run: its tables, their description, and what is needed to repeat the run. */

import { basename } from 'node:path';
import { type Files, writeFolder } from '../../machine/folder.js';
import { type Dialect, formatCsv } from '../csv.js';
import type { AnyTable } from './columns.js';
import { formatDataPackage } from './data-package.js';
import { formatManifest, type RunRecord } from './manifest.js';

/**
 * Writes the tables as CSV with datapackage.json and manifest.json into a folder that appears when it is complete.
 *
 * @param extra files besides the tables
 * @param makeWay called with the manifest's text when all files are written, before they take the place of those that are there
 */
export function writeRun(
  folder: string,
  tables: readonly AnyTable[],
  dialect: Dialect,
  record: RunRecord,
  extra: Files = {},
  makeWay: (manifest: string) => void = () => {},
): void {
  const data = {
    ...Object.fromEntries(tables.map((table) => [table.file, formatCsv(table, dialect)])),
    'datapackage.json': formatDataPackage({ folder: basename(folder), ...record }, tables, dialect),
    ...extra,
  };
  const manifest = formatManifest(record, data, tables);
  writeFolder(folder, { ...data, 'manifest.json': manifest }, () => makeWay(manifest));
}
