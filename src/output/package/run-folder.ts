/** Reads a result folder back: what reports and charts are made from, so that they can say nothing the files do not. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { type Diagnostic, InputProblem } from '../../scenario/check/diagnostic.js';
import { readCsvFile } from '../../scenario/tables/csv-file.js';
import { guard, unguard } from '../csv.js';
import { emptyCells } from './empty-cells.js';
import { FolderProblem } from './folder-problem.js';
import { footingSchema, outsideSchema } from './footing.js';
import { influencesSchema } from './influences.js';
import { refuseImpossible } from './possible-values.js';
import { precisionSchema } from './precision.js';
import { checkRows } from './whole-table.js';

/** A row of a table by column name. Numbers are numbers; an empty cell of a number is NaN. */
export type Row = Readonly<Record<string, string | number>>;

const field = z.object({
  name: z.string(),
  type: z.string(),
  constraints: z.object({ required: z.boolean().optional() }).optional(),
});

const resource = z.object({
  path: z.string(),
  schema: z.object({ fields: z.array(field) }),
});

type Resource = z.infer<typeof resource>;

const dataPackage = z.object({ resources: z.array(resource) });

const texts = z.array(z.string());

const manifest = z.object({
  version: z.string(),
  command_line: texts,
  seed: z.string(),
  parameter_draws: z.number(),
  replications: z.number(),
  precision: precisionSchema.optional(),
  influences: influencesSchema.optional(),
  /** Of an analysis: by approach the error by which outcomes are rounded. Absent: written before it was kept, or of none. */
  outcome_mcse: z.record(z.string(), z.number()).optional(),
  settings: texts,
  inputs: z.array(z.object({ path: z.string(), sha256: z.string() })),
  outputs: z.array(z.object({ path: z.string(), sha256: z.string(), rows: z.number().optional() })),
  warnings: texts,
  /** The same in Dutch, one for one. Absent: there are none, or they were written before it was kept. */
  warnings_nl: texts.optional(),
  footing: footingSchema.optional(),
  outside: z.array(outsideSchema).optional(),
  origins: z.array(z.object({ name: z.string(), nl: z.string(), en: z.string() })).optional(),
  labels: z.record(z.string(), z.object({ nl: z.string(), en: z.string() })).optional(),
  /** Absent: written before it was kept. */
  cost_items: z
    .record(
      z.string(),
      z.object({ payer: z.string(), from: z.string().optional(), until: z.string().optional() }),
    )
    .optional(),
  scenario_sha256: z.string().optional(),
  finished: z.iso.datetime(),
});

/** The parts of manifest.json that are read back. */
export type Manifest = Readonly<z.infer<typeof manifest>>;

/** Reads a JSON file that a run has written. @throws FolderProblem naming the file when it is not as a run writes it */
function readJson<Content>(file: string, schema: z.ZodType<Content>): Content {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new FolderProblem(`${file}: is damaged; run again`);
  }
  const { data, error } = schema.safeParse(content);
  if (data !== undefined) return data;
  const where = error!.issues[0]!.path.map(String).join('.');
  throw new FolderProblem(
    `${file}: is not as a run writes it${where === '' ? '' : ` at "${where}"`}; run again`,
  );
}

/** A complete result folder. */
export interface RunFolder {
  readonly folder: string;
  /** Name of the folder. */
  readonly slug: string;
  readonly manifest: Manifest;
  /** Files described in datapackage.json. */
  readonly files: readonly string[];
  /** The rows of a CSV file, read by its description; of one that the run has not there are none (of `readResults`: a Refusal). */
  table(file: string): readonly Row[];
  /** The tables read so far that were changed after the run. */
  changed(): readonly string[];
}

/** A hundred years of curves by month for some hundred subgroups take about as much. */
const MAX_BYTES = 1024 * 1024 * 1024;

/** Faults of one file that are listed: more of them have one cause. */
const LISTED = 20;

const number = /^-?\d+(\.\d+)?(e[-+]?\d+)?$/i;

const isNumeric = (type: string | undefined) => type === 'number' || type === 'integer';

/** What a cell of a column should have been; undefined: nothing is wrong with it. */
function checkCell(text: string, { type, constraints }: z.infer<typeof field>): string | undefined {
  if (text === '') return constraints?.required === true ? 'expected a value, got nothing' : undefined;
  if (!isNumeric(type)) return undefined;
  const value = number.test(text) ? Number(text) : Number.NaN;
  if (!Number.isFinite(value)) return `expected a number, such as 0.57, got "${text}"`;
  return type === 'integer' && !Number.isInteger(value)
    ? `expected a whole number, got "${text}"`
    : undefined;
}

/** What the text of a cell stands for. */
function readValue(text: string, isNumber: boolean): string | number {
  if (!isNumber) return unguard(text);
  return text === '' ? Number.NaN : Number(text);
}

/**
 * Reads a file by its description. @throws InputProblem with file, line and cell of all that it cannot read, and where it has other rows
 * than the run wrote
 */
function readTable(
  folder: string,
  { path, schema }: Resource,
  outputs: Manifest['outputs'],
): { readonly rows: Row[]; readonly isAsWritten: boolean } {
  const file = join(folder, path);
  const fields = new Map(schema.fields.map((each) => [each.name, each]));
  const read = readCsvFile(file, {
    needed: schema.fields.map(({ name }) => guard(name)),
    open: true,
    maxBytes: MAX_BYTES,
    isOurs: true,
    kindOf: (name) => {
      const type = fields.get(unguard(name))?.type;
      if (isNumeric(type)) return 'number';
      return type === 'boolean' ? 'boolean' : 'text';
    },
  });
  if (!read.ok) throw new InputProblem(read.diagnostics.slice(0, LISTED));
  const names = read.names.map(unguard);
  const positions = new Map(names.map((name, i) => [name, i]));
  const columns = names.map((name) => {
    const known = fields.get(name);
    return { name, known, isNumber: isNumeric(known?.type) };
  });
  const wrong = read.lines.flatMap(({ line, cells }) => {
    const at = (name: string, message: string): Diagnostic => ({
      file,
      line,
      column: positions.get(name)! + 1,
      message: `${name}: ${message}`,
    });
    const cellOf = (name: string) => cells[positions.get(name) ?? -1];
    const faults: Diagnostic[] = [];
    for (const [i, { name, known, isNumber }] of columns.entries()) {
      const text = cells[i]!;
      const message =
        (known && checkCell(text, known)) ??
        (text !== '' && isNumber ? refuseImpossible(path, name, Number(text), cellOf) : undefined);
      if (message !== undefined) faults.push(at(name, message));
    }
    if (faults.length > 0 || !cells.includes('')) return faults;
    return emptyCells(cellOf).map(({ column, message }) => at(column, message));
  });
  if (wrong.length > 0) throw new InputProblem(wrong.slice(0, LISTED));
  const rows = read.lines.map(({ line, cells }) => {
    const row: Record<string, string | number> = {};
    for (const [i, { name, isNumber }] of columns.entries()) row[name] = readValue(cells[i]!, isNumber);
    return { line, row };
  });
  const written = outputs.find((output) => output.path === path);
  const isAsWritten = read.sha256 === written?.sha256;
  const changed = isAsWritten ? undefined : checkRows(path, rows, written?.rows);
  if (changed !== undefined) throw new InputProblem([{ file, column: 1, ...changed }]);
  return { rows: rows.map(({ row }) => row), isAsWritten: isAsWritten || written === undefined };
}

/** Whether a folder holds a finished run. */
function isRunFolder(folder: string): boolean {
  return existsSync(join(folder, 'manifest.json')) && existsSync(join(folder, 'datapackage.json'));
}

/** Files that reports and charts are made from. */
const REPORTED = [
  'alternatives',
  'approaches',
  'estimates',
  'differences',
  'curves',
  'costs',
  'parameters',
  'selection',
  'fit',
  'sweep',
  'points',
];

/**
 * Opens a result folder and reads the files that reports and charts are made from, so that faults in them show before
 * anything is made. @throws Error when it holds no finished run. @throws InputProblem on cells that cannot be read
 */
export const readRunFolder = (folder: string): RunFolder => withReported(openRunFolder(folder));

/** The same of one that is open. */
export function withReported(run: RunFolder): RunFolder {
  for (const name of REPORTED) run.table(`${name}.csv`);
  return run;
}

/** Opens a result folder. @throws Error when it holds no finished run. */
export function openRunFolder(folder: string): RunFolder {
  if (!isRunFolder(folder))
    throw new FolderProblem(`${folder}: not a result folder (no manifest.json and datapackage.json)`);
  const { resources } = readJson(join(folder, 'datapackage.json'), dataPackage);
  const record = readJson(join(folder, 'manifest.json'), manifest);
  const tables = new Map<string, ReturnType<typeof readTable>>();
  return {
    folder,
    slug: basename(folder),
    manifest: record,
    files: resources.map(({ path }) => path),
    table(file) {
      const resource = resources.find(({ path }) => path === file);
      if (resource === undefined) return [];
      const read = tables.get(file) ?? readTable(folder, resource, record.outputs);
      tables.set(file, read);
      return read.rows;
    },
    changed: () => [...tables].flatMap(([file, { isAsWritten }]) => (isAsWritten ? [] : [file])),
  };
}

/** The result folders directly inside a folder, by name; the folder itself if it is one. */
export function findRunFolders(folder: string): string[] {
  if (isRunFolder(folder)) return [folder];
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && isRunFolder(join(folder, entry.name)))
    .map((entry) => join(folder, entry.name))
    .sort();
}
