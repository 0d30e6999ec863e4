/** What there is to choose from: scenarios, regimes, measures, attributes and other resources, a line each. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Attribute } from '../../domain/attributes/attribute.js';
import type { Origin } from '../../domain/attributes/origin.js';
import { type Library, packageLibrary } from '../../scenario/library.js';
import { readYamlFile } from '../../scenario/yaml/yaml-file.js';
import { shippedFiles } from '../scenarios/names.js';

/** A line of a list: something that can be named, and what it is. */
interface ListItem {
  readonly name: string;
  readonly what: string;
}

/** What of a scenario file is read here; a listing does not check it. */
interface Outline {
  readonly name?: unknown;
  readonly title?: unknown;
  readonly description?: unknown;
  readonly law?: { readonly name?: unknown; readonly from?: unknown; readonly until?: unknown };
  readonly origins?: readonly Origin[];
  readonly alternatives?: Readonly<
    Record<string, { readonly question?: unknown; readonly options?: Readonly<Record<string, unknown>> }>
  >;
  readonly approaches?: Readonly<
    Record<string, { readonly activities?: Readonly<Record<string, { label?: unknown }>> }>
  >;
}

/** The outline of a YAML file; empty where it cannot be read. */
const outlineOf = (path: string) => (readYamlFile(path).file?.tree ?? {}) as Outline;

const saidOf = (...parts: readonly unknown[]) => parts.filter((part) => typeof part === 'string').join(': ');

/** Scenarios in the current folder. */
function ownScenarios(): ListItem[] {
  const files = readdirSync('.').filter((name) => /^[^.].*\.ya?ml$/.test(name));
  return files.sort().flatMap((name) => {
    const outline = outlineOf(name);
    const isScenario = outline.approaches !== undefined || 'extends' in outline;
    return isScenario ? [{ name, what: `in this folder: ${saidOf(outline.name, outline.description)}` }] : [];
  });
}

function listScenarios(): ListItem[] {
  const shipped = shippedFiles('scenario').map(({ name, path }) => {
    const outline = outlineOf(path);
    return { name, what: saidOf(outline.name, outline.description) };
  });
  return [...shipped, ...ownScenarios()];
}

/** A law by its name, and when duties arise under it; one in force has no last day. */
function sayLaw({ name, from, until }: NonNullable<Outline['law']> = {}): string {
  const first = typeof from === 'string' ? `from ${from}` : '';
  const last = typeof until === 'string' ? `to ${until}` : first && 'on';
  const dates = [first, last].filter((part) => part !== '').join(' ');
  return [saidOf(name), ...(dates === '' ? [] : [`for duties ${dates}`])].join(', ');
}

function listRegimes({ data }: Library): ListItem[] {
  const folder = join(data, 'regimes');
  return yamlIn(folder).map((file) => ({
    name: basename(file, '.yaml'),
    what: sayLaw(outlineOf(join(folder, file)).law),
  }));
}

const yamlIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort();

async function listMeasures(): Promise<ListItem[]> {
  const { allMeasures } = await import('../../domain/measures/find.js');
  const { labelOf } = await import('../../domain/measures/measure.js');
  const names = { payer: (payer: string) => payer, part: (part: string) => part };
  // Of every activity there are some: NAME stands for it.
  return allMeasures(['NAME']).map((measure) => ({
    name: measure.name,
    what: `${labelOf(measure, 'en', names)} (${measure.unit})`,
  }));
}

/** Attributes of everybody, then those that people have under one law alone. */
async function listAttributes(): Promise<ListItem[]> {
  const { attributesOf } = await import('../../domain/attributes/all.js');
  const { regimes } = await import('../../domain/regimes/all.js');
  const { origins = [] } = outlineOf(join(packageLibrary().data, 'population.yaml'));
  const lineOf = ({ name, values, reported }: Attribute, law?: string): ListItem => {
    const notes = [
      ...(reported === undefined ? [] : ['for --by']),
      ...(law === undefined ? [] : [`under ${law}`]),
    ];
    return { name, what: `${values.join(', ')}${notes.length === 0 ? '' : ` (${notes.join('; ')})`}` };
  };
  return [
    ...attributesOf(origins, []).map((attribute) => lineOf(attribute)),
    ...regimes.flatMap(({ name: law, attributes }) => attributes.map((each) => lineOf(each, law))),
  ];
}

/** Activities of the shipped scenarios, each with those that have it. */
function listActivities(): ListItem[] {
  const found = new Map<string, { label: string; of: string[] }>();
  for (const scenario of shippedFiles('scenario'))
    for (const approach of Object.values(outlineOf(scenario.path).approaches ?? {}))
      for (const [name, activity] of Object.entries(approach.activities ?? {})) {
        const known = found.get(name) ?? { label: saidOf(activity.label), of: [] };
        found.set(name, { ...known, of: [...known.of, scenario.name] });
      }
  return [...found].map(([name, { label, of }]) => ({ name, what: `${label} (${of.join(', ')})` }));
}

/** Questions that the sources of the shipped scenarios leave open, with their answers. */
function listQuestions(): ListItem[] {
  return shippedFiles('scenario').flatMap(({ name: scenario, path }) =>
    Object.entries(outlineOf(path).alternatives ?? {}).map(([name, { question, options = {} }]) => {
      const asked = (question as { en?: unknown } | undefined)?.en ?? question;
      return { name, what: `${saidOf(asked)} ${Object.keys(options).join(', ')} (${scenario})` };
    }),
  );
}

function listModels(): ListItem[] {
  return shippedFiles('model').map(({ name, path }) => ({ name, what: saidOf(outlineOf(path).title) }));
}

/** Dates or numbers of rows of the package's tables. */
function listTables(): ListItem[] {
  const { data } = packageLibrary();
  const rowsOf = (file: string) => readFileSync(join(data, file), 'utf8').trimEnd().split('\n').slice(1);
  const dateOf = (row: string | undefined) => row?.split(',')[0] ?? '';
  return readdirSync(data)
    .filter((name) => name.endsWith('.csv'))
    .sort()
    .map((name) => {
      const rows = rowsOf(name);
      const isByDate = /^\d{4}-\d\d-\d\d$/.test(dateOf(rows[0]));
      const what = isByDate ? `from ${dateOf(rows[0])} to ${dateOf(rows.at(-1))}` : `${rows.length} rows`;
      return { name: `data/${name}`, what };
    });
}

function listPosteriors(): ListItem[] {
  const folder = join(packageLibrary().data, 'posteriors');
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'posterior.csv')))
    .sort()
    .map((name) => ({
      name,
      what: `joint draws of the calibrated numbers (data/posteriors/${name}/report.md)`,
    }));
}

/** What can be listed, by the word for it. */
const kinds = {
  scenarios: { 'Scenarios (run NAME)': listScenarios },
  regimes: { 'Regimes (regime: NAME)': listRegimes },
  measures: { 'Measures (explain SCENARIO --measures defines them)': listMeasures },
  attributes: { 'Attributes of people': listAttributes },
  resources: {
    'Activities (examples to copy)': listActivities,
    'Open questions (--set alternatives.NAME=ANSWER)': listQuestions,
    'Posteriors (posterior: NAME)': listPosteriors,
    Tables: listTables,
    'Bare models (model run NAME)': listModels,
  },
} as const;

export type ListKind = keyof typeof kinds;

/** What is listed under a title. */
export interface Listing {
  readonly title: string;
  readonly items: readonly ListItem[];
}

/** Lists what there is of some kinds. @param library where laws are looked up */
export async function listKinds(chosen: readonly ListKind[], library = packageLibrary()): Promise<Listing[]> {
  const listings: Listing[] = [];
  for (const kind of chosen)
    for (const [title, read] of Object.entries(kinds[kind])) {
      const items = await read(library);
      if (items.length > 0) listings.push({ title, items });
    }
  return listings;
}
