/** The description of a folder of tables for other programs: a Frictionless Data Package. */

import { type Dialect, guard } from '../csv.js';
import type { AnyTable, FileColumn } from './columns.js';

/** Information about a folder besides its tables. */
export interface PackageNotes {
  /** Name of the folder. */
  readonly folder: string;
  readonly title: string;
  /** Version of the program that wrote it. */
  readonly version: string;
}

/** The licence of the program, its scenarios and their texts; users may publish results under another. */
const licence = {
  name: 'EUPL-1.2',
  title: 'European Union Public Licence 1.2',
  path: 'https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12',
};

/** A name that the specification allows: lower case letters, digits, points, hyphens and underscores. */
function packageName(folder: string): string {
  const plain = folder.normalize('NFKD').toLowerCase();
  return plain.replace(/[^a-z0-9._-]+/g, '-').replace(/^-+|-+$/g, '') || 'results';
}

/** Where the numbers in tables come from: what stands in their columns named `source`, each once. */
function sourcesOf(tables: readonly AnyTable[]): object[] {
  const cells = tables.flatMap(({ columns, rows }) => {
    const source = columns.find(({ name }) => name === 'source');
    return source === undefined ? [] : rows.map((row) => source.value(row));
  });
  const titles = cells.filter((cell): cell is string => typeof cell === 'string' && cell !== '');
  return [...new Set(titles)].map((title) => ({ title }));
}

/** A field of a table, with what its cells may be. */
function fieldOf(
  { name, type, description, required, values, categories }: FileColumn<never>,
  isDutch: boolean,
) {
  const constraints = {
    ...(required === true ? { required } : {}),
    // The constraint is on the text as written, where texts that look like formulas start with an apostrophe.
    ...(values === undefined ? {} : { enum: values.map(guard) }),
  };
  return {
    name,
    type,
    description,
    ...(categories === undefined ? {} : { categories }),
    ...(Object.keys(constraints).length === 0 ? {} : { constraints }),
    ...(type === 'number' && isDutch ? { decimalChar: ',' } : {}),
  };
}

/**
 * What makes rows one of a kind. A primary key may have no empty cells; a key of which a column can be empty is a unique key
 * of version 2, which version 1 does not have.
 */
function keysOf({ columns, key }: AnyTable): object {
  if (key === undefined) return {};
  const isFull = key.every((name) => columns.find((column) => column.name === name)?.required === true);
  return isFull ? { primaryKey: key } : { uniqueKeys: [key] };
}

function resourceOf(table: AnyTable, dialect: Dialect): object {
  const isDutch = dialect === 'nl';
  return {
    name: packageName(table.file.replace(/\.csv$/, '')),
    path: table.file,
    title: table.title,
    type: 'table',
    profile: 'tabular-data-resource',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: {
      header: true,
      delimiter: isDutch ? ';' : ',',
      lineTerminator: isDutch ? '\r\n' : '\n',
      quoteChar: '"',
      doubleQuote: true,
    },
    schema: {
      fields: table.columns.map((column) => fieldOf(column, isDutch)),
      missingValues: [''],
      ...keysOf(table),
    },
  };
}

/**
 * The text of datapackage.json. It follows the Data Package specification, version 2, with the `profile` of version 1 for
 * programs that know only that.
 *
 * @param dialect in which the tables are written; `nl` has a byte order mark before the first column's name
 */
export function formatDataPackage(
  notes: PackageNotes,
  tables: readonly AnyTable[],
  dialect: Dialect,
): string {
  const sources = sourcesOf(tables);
  const description = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    profile: 'tabular-data-package',
    name: packageName(notes.folder),
    title: notes.title,
    version: notes.version,
    licenses: [licence],
    ...(sources.length === 0 ? {} : { sources }),
    resources: tables.map((table) => resourceOf(table, dialect)),
  };
  return `${JSON.stringify(description, null, 2)}\n`;
}
