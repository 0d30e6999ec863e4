/** The description of a folder of tables for other programs: a Frictionless Data Package. */

import { type Dialect, guard } from '../csv.js';
import type { AnyTable, CellValue, FileColumn } from './columns.js';
import { documentsIn } from './sources.js';

/** Information about a folder besides its tables. */
export interface PackageNotes {
  /** Name of the folder. */
  readonly folder: string;
  readonly title: string;
  /** Version of the program that wrote it. */
  readonly version: string;
  /** Where numbers come from that stand in no table of the folder. */
  readonly sources?: readonly string[];
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

const resourceName = (file: string) => packageName(file.replace(/\.csv$/, ''));

/** Whether a cell is written as nothing. */
const isEmpty = (cell: CellValue) => cell === undefined || cell === '' || Number.isNaN(cell);

/** Where numbers come from: what stands in columns named `source`, and what was given, each once. */
function sourcesOf(tables: readonly AnyTable[], given: readonly string[]): object[] {
  const cells = tables.flatMap(({ columns, rows }) => {
    const [source, label] = ['source', 'label'].map((own) => columns.find(({ name }) => name === own));
    return source === undefined ? [] : rows.map((row) => [source.value(row), label?.value(row)] as const);
  });
  const titles = cells.flatMap(([cell, label]) => (typeof cell === 'string' ? documentsIn(cell, label) : []));
  return [...new Set([...titles, ...given])].map((title) => ({ title }));
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

/** Whether each row has something in each of these columns. */
function areFull({ columns, rows }: AnyTable, names: readonly string[]): boolean {
  return names.every((name) => {
    const { required, value } = columns.find((column) => column.name === name)!;
    return required === true || !rows.some((row) => isEmpty(value(row)));
  });
}

/**
 * What makes rows one of a kind. A primary key may have no empty cells; a key of which a cell is empty is a unique key
 * of version 2, which version 1 does not have.
 */
function keysOf(table: AnyTable): object {
  const { key } = table;
  if (key === undefined) return {};
  return areFull(table, key) ? { primaryKey: key } : { uniqueKeys: [key] };
}

/** The other tables of the folder in which columns name a row. A row that leaves one of them empty would name a row that is not there. */
function foreignKeysOf(table: AnyTable, tables: readonly AnyTable[]): object {
  const held = (table.refersTo ?? []).filter(
    ({ file, columns }) => tables.some((each) => each.file === file) && areFull(table, columns),
  );
  if (held.length === 0) return {};
  return {
    foreignKeys: held.map(({ columns, file, key }) => ({
      fields: columns,
      reference: { resource: resourceName(file), fields: key },
    })),
  };
}

function resourceOf(table: AnyTable, tables: readonly AnyTable[], dialect: Dialect): object {
  const isDutch = dialect === 'nl';
  return {
    name: resourceName(table.file),
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
      ...foreignKeysOf(table, tables),
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
  const sources = sourcesOf(tables, notes.sources ?? []);
  const description = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    profile: 'tabular-data-package',
    name: packageName(notes.folder),
    title: notes.title,
    version: notes.version,
    licenses: [licence],
    ...(sources.length === 0 ? {} : { sources }),
    resources: tables.map((table) => resourceOf(table, tables, dialect)),
  };
  return `${JSON.stringify(description, null, 2)}\n`;
}
