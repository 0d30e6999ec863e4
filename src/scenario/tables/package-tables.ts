/** The tables of the package that every scenario is run with. */

import { join } from 'node:path';
import type { DatedTable } from '../../domain/time/coverage.js';
import { InputProblem } from '../check/diagnostic.js';
import type { Library } from '../library.js';
import type { LoadedScenario } from '../load-scenario.js';
import { readCsvFile } from './csv-file.js';

/** A file that results depend on. */
export interface InputFile {
  readonly path: string;
  readonly sha256: string;
}

/** The dates in the tables, and the files they were read from. */
export interface PackageTables {
  readonly dated: readonly DatedTable[];
  readonly files: readonly InputFile[];
}

/** For each table its name in reports, its file, and the number of months after which a new row is due. */
const datedFiles = [{ name: 'norms', file: 'norms.csv', months: 6 }];

/** A source that begins with these words marks a row that does not belong to its date. */
const CARRIED_BACK = 'carried back';

const MAX_BYTES = 1024 * 1024;

/**
 * Reads the dates of the package's tables. Their other contents are read where they are used.
 * @throws InputProblem when one cannot be read.
 */
export function readPackageTables({ data }: Library): PackageTables {
  const tables = datedFiles.map(({ name, file, months }) => {
    const path = join(data, file);
    const kindOf = (name: string) => (name === 'from' ? 'date' : 'text');
    const read = readCsvFile(path, { needed: ['from', 'source'], open: true, maxBytes: MAX_BYTES, kindOf });
    if (!read.ok) throw new InputProblem(read.diagnostics);
    const [from, source] = [read.names.indexOf('from'), read.names.indexOf('source')];
    const rows = read.lines.map(({ cells }) => ({
      from: cells[from]!,
      carriedBack: cells[source]!.startsWith(CARRIED_BACK),
    }));
    return { dated: { name, rows, months }, file: { path, sha256: read.sha256 } };
  });
  return { dated: tables.map(({ dated }) => dated), files: tables.map(({ file }) => file) };
}

/** Every file that the results of a scenario depend on: its YAML files, its posterior, the tables of the package. */
export function inputFilesOf({ inherited, fitted }: LoadedScenario, { files }: PackageTables): InputFile[] {
  return [...inherited.layers, ...(fitted?.files ?? []), ...files].map(({ path, sha256 }) => ({
    path,
    sha256,
  }));
}
