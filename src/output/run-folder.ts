/** Reads a result folder back: what reports and charts are made from, so that they can say nothing the files do not. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { footingSchema, outsideSchema } from './footing.js';

/** A row of a table by column name. Numbers are numbers; an empty cell of a number is NaN. */
export type Row = Readonly<Record<string, string | number>>;

const field = z.object({ name: z.string(), type: z.string(), decimalChar: z.string().optional() });

const resource = z.object({
  path: z.string(),
  dialect: z.object({ delimiter: z.string().length(1) }).optional(),
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
  settings: texts,
  inputs: z.array(z.object({ path: z.string(), sha256: z.string() })),
  warnings: texts,
  footing: footingSchema.optional(),
  outside: z.array(outsideSchema).optional(),
  finished: z.iso.datetime(),
});

/** The parts of manifest.json that are read back. */
export type Manifest = Readonly<z.infer<typeof manifest>>;

/** Reads a JSON file that a run has written. @throws Error naming the file when it is not as a run writes it */
function readJson<Content>(file: string, schema: z.ZodType<Content>): Content {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new Error(`${file}: is damaged; run again`);
  }
  const { data, error } = schema.safeParse(content);
  if (data !== undefined) return data;
  const where = error!.issues[0]!.path.map(String).join('.');
  throw new Error(`${file}: is not as a run writes it${where === '' ? '' : ` at "${where}"`}; run again`);
}

/** A complete result folder. */
export interface RunFolder {
  readonly folder: string;
  /** Name of the folder. */
  readonly slug: string;
  readonly manifest: Manifest;
  /** Files described in datapackage.json. */
  readonly files: readonly string[];
  /** The rows of a CSV file, read by its description; empty when the run has no such file. */
  table(file: string): readonly Row[];
}

/** The rows of a CSV file as texts. @throws Error with the file and line of what is wrong. */
function parseRows(file: string, delimiter: string): Record<string, string>[] {
  const text = readFileSync(file);
  try {
    return parse(text, { bom: true, columns: true, delimiter });
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function readTable(folder: string, { path, dialect, schema }: Resource): Row[] {
  const types = new Map(schema.fields.map((field) => [field.name, field]));
  const rows = parseRows(join(folder, path), dialect?.delimiter ?? ',');
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, text]) => {
        const field = types.get(name);
        if (field?.type !== 'number' && field?.type !== 'integer') return [name, text];
        return [name, text === '' ? Number.NaN : Number(text.replace(field.decimalChar ?? '.', '.'))];
      }),
    ),
  );
}

/** Whether a folder holds a finished run. */
function isRunFolder(folder: string): boolean {
  return existsSync(join(folder, 'manifest.json')) && existsSync(join(folder, 'datapackage.json'));
}

/** Opens a result folder. @throws Error when it holds no finished run. */
export function openRunFolder(folder: string): RunFolder {
  if (!isRunFolder(folder))
    throw new Error(`${folder}: not a result folder (no manifest.json and datapackage.json)`);
  const { resources } = readJson(join(folder, 'datapackage.json'), dataPackage);
  const tables = new Map<string, readonly Row[]>();
  return {
    folder,
    slug: basename(folder),
    manifest: readJson(join(folder, 'manifest.json'), manifest),
    files: resources.map(({ path }) => path),
    table(file) {
      const resource = resources.find(({ path }) => path === file);
      if (resource === undefined) return [];
      const rows = tables.get(file) ?? readTable(folder, resource);
      tables.set(file, rows);
      return rows;
    },
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
