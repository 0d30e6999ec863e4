/** What there is to choose from: scenarios, regimes, measures, attributes and other resources, a line each. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Attribute } from '../../domain/attributes/attribute.js';
import type { Origin } from '../../domain/attributes/origin.js';
import type { Regime } from '../../domain/regimes/regime.js';
import type { Language } from '../../output/language.js';
import { formatNumber } from '../../output/number.js';
import { nameIn, type Words, wordsIn } from '../../output/words/words.js';
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

/** What a reader is told in, and where laws are looked up. */
interface Reader {
  readonly language: Language;
  readonly words: Words;
  readonly library: Library;
}

/** A text of a file, or the one in a language where it gives one for each. */
function textIn(given: unknown, language: Language): unknown {
  return (given as Partial<Record<Language, unknown>> | undefined)?.[language] ?? given;
}

const saidOf = ({ language }: Pick<Reader, 'language'>, ...parts: readonly unknown[]) =>
  parts
    .map((part) => textIn(part, language))
    .filter((part) => typeof part === 'string')
    .join(': ');

const sayScenario = (reader: Reader, { name, description }: Outline) => saidOf(reader, name, description);

/** Scenarios in the current folder. */
function ownScenarios(reader: Reader): ListItem[] {
  const { inThisFolder } = reader.words.screen.commands.list;
  const files = readdirSync('.').filter((name) => /^[^.].*\.ya?ml$/.test(name));
  return files.sort().flatMap((name) => {
    const outline = outlineOf(name);
    const isScenario = outline.approaches !== undefined || 'extends' in outline;
    return isScenario ? [{ name, what: inThisFolder(sayScenario(reader, outline)) }] : [];
  });
}

function listScenarios(reader: Reader): ListItem[] {
  const shipped = shippedFiles('scenario').map(({ name, path }) => ({
    name,
    what: sayScenario(reader, outlineOf(path)),
  }));
  return [...shipped, ...ownScenarios(reader)];
}

/** A law by its name, and when duties arise under it; one in force has no last day. */
function sayLaw(reader: Reader, { name, from, until }: NonNullable<Outline['law']> = {}): string {
  const { footing, screen } = reader.words;
  const words = screen.commands.list;
  const [first, last] = [from, until].map((date) =>
    typeof date === 'string' ? footing.sayDate(date) : undefined,
  );
  const law = saidOf(reader, name);
  if (first !== undefined)
    return words.duties(law, last === undefined ? words.fromOn(first) : words.fromTo(first, last));
  return last === undefined ? law : words.duties(law, words.upTo(last));
}

const yamlIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort();

function listRegimes(reader: Reader): ListItem[] {
  const folder = join(reader.library.data, 'regimes');
  return yamlIn(folder).map((file) => ({
    name: basename(file, '.yaml'),
    what: sayLaw(reader, outlineOf(join(folder, file)).law),
  }));
}

/** What payers, or parts of approaches, are called, those of all laws too. */
function namesOf(
  { language, words }: Reader,
  regimes: readonly Pick<Regime, 'words'>[],
  kind: 'payers' | 'parts',
): Readonly<Record<string, string>> {
  return Object.assign({}, words.names[kind], ...regimes.map((law) => law.words[language][kind]));
}

async function listMeasures(reader: Reader): Promise<ListItem[]> {
  const { allMeasures } = await import('../../domain/measures/find.js');
  const { labelOf } = await import('../../domain/measures/measure.js');
  const { regimes } = await import('../../domain/regimes/all.js');
  const [payers, parts] = [namesOf(reader, regimes, 'payers'), namesOf(reader, regimes, 'parts')];
  const names = {
    payer: (payer: string) => nameIn(payers, payer),
    part: (part: string) => nameIn(parts, part),
  };
  const { units } = reader.words.names;
  // Of every activity there are some: NAME stands for it.
  return allMeasures(['NAME']).map((measure) => ({
    name: measure.name,
    what: `${labelOf(measure, reader.language, names)} (${nameIn(units, measure.unit)})`,
  }));
}

/** Attributes of everybody, then those that people have under one law alone. */
async function listAttributes(reader: Reader): Promise<ListItem[]> {
  const { attributesOf } = await import('../../domain/attributes/all.js');
  const { regimes } = await import('../../domain/regimes/all.js');
  const { forBy, underLaw } = reader.words.screen.commands.list;
  const { origins = [] } = outlineOf(join(packageLibrary().data, 'population.yaml'));
  const lineOf = ({ name, values, reported }: Attribute, law?: string): ListItem => {
    const notes = [...(reported === undefined ? [] : [forBy]), ...(law === undefined ? [] : [underLaw(law)])];
    return { name, what: `${values.join(', ')}${notes.length === 0 ? '' : ` (${notes.join('; ')})`}` };
  };
  return [
    ...attributesOf(origins, []).map((attribute) => lineOf(attribute)),
    ...regimes.flatMap(({ name: law, attributes }) => attributes.map((each) => lineOf(each, law))),
  ];
}

/** Activities of the shipped scenarios, each with those that have it. */
function listActivities(reader: Reader): ListItem[] {
  const found = new Map<string, { label: string; of: string[] }>();
  for (const scenario of shippedFiles('scenario'))
    for (const approach of Object.values(outlineOf(scenario.path).approaches ?? {}))
      for (const [name, activity] of Object.entries(approach.activities ?? {})) {
        const known = found.get(name) ?? { label: saidOf(reader, activity.label), of: [] };
        found.set(name, { ...known, of: [...known.of, scenario.name] });
      }
  return [...found].map(([name, { label, of }]) => ({ name, what: `${label} (${of.join(', ')})` }));
}

/** Questions that the sources of the shipped scenarios leave open, with their answers. */
function listQuestions(reader: Reader): ListItem[] {
  return shippedFiles('scenario').flatMap(({ name: scenario, path }) =>
    Object.entries(outlineOf(path).alternatives ?? {}).map(([name, { question, options = {} }]) => {
      const answers = Object.keys(options).join(', ');
      return { name, what: `${saidOf(reader, question)} ${answers} (${scenario})` };
    }),
  );
}

function listModels(reader: Reader): ListItem[] {
  return shippedFiles('model').map(({ name, path }) => ({
    name,
    what: saidOf(reader, outlineOf(path).title),
  }));
}

/** Dates or numbers of rows of the package's tables. */
function listTables({ language, words: { footing, screen } }: Reader): ListItem[] {
  const { fromTo, rows: sayRows } = screen.commands.list;
  const { data } = packageLibrary();
  const rowsOf = (file: string) => readFileSync(join(data, file), 'utf8').trimEnd().split('\n').slice(1);
  const dateOf = (row: string | undefined) => row?.split(',')[0] ?? '';
  return readdirSync(data)
    .filter((name) => name.endsWith('.csv'))
    .sort()
    .map((name) => {
      const rows = rowsOf(name);
      const [first, last] = [dateOf(rows[0]), dateOf(rows.at(-1))];
      const isByDate = /^\d{4}-\d\d-\d\d$/.test(first);
      const what = isByDate
        ? fromTo(footing.sayDate(first), footing.sayDate(last))
        : sayRows(formatNumber(rows.length, 0, language));
      return { name: `data/${name}`, what };
    });
}

function listPosteriors({ words }: Reader): ListItem[] {
  const folder = join(packageLibrary().data, 'posteriors');
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'posterior.csv')))
    .sort()
    .map((name) => ({
      name,
      what: words.screen.commands.list.posterior(`data/posteriors/${name}/report.md`),
    }));
}

/** What can be listed, by the word for it, each under titles of its own. */
const kinds = {
  scenarios: { scenarios: listScenarios },
  regimes: { regimes: listRegimes },
  measures: { measures: listMeasures },
  attributes: { attributes: listAttributes },
  resources: {
    activities: listActivities,
    questions: listQuestions,
    posteriors: listPosteriors,
    tables: listTables,
    models: listModels,
  },
} as const;

export type ListKind = keyof typeof kinds;

/** What is listed under a title. */
export interface Listing {
  readonly title: string;
  readonly items: readonly ListItem[];
}

type Titles = Words['screen']['commands']['list']['titles'];

/** Lists what there is of some kinds, in a language. @param library where laws are looked up */
export async function listKinds(
  chosen: readonly ListKind[],
  language: Language,
  library = packageLibrary(),
): Promise<Listing[]> {
  const reader = { language, words: wordsIn(language), library };
  const { titles } = reader.words.screen.commands.list;
  const listings: Listing[] = [];
  for (const kind of chosen)
    for (const [title, read] of Object.entries(kinds[kind])) {
      const items = await read(reader);
      if (items.length > 0) listings.push({ title: titles[title as keyof Titles], items });
    }
  return listings;
}
