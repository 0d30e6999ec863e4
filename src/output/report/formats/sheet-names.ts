/** Names of the sheets of a workbook: short, in the language of the report, and with the part in which they differ. */

import { measuresUnder } from '../../../domain/measures/all.js';
import { nameIn, wordsIn } from '../../words/words.js';
import { attributeName } from '../attribute-words.js';
import type { Report, TableBlock } from '../blocks.js';
import { type Speech, speak } from '../speech.js';
import { dropForbiddenCharacters } from './characters.js';

/** Excel's limits on the name of a sheet: 31 characters, none of these, and no apostrophe at its ends. */
const NAME_LENGTH = 31;
const NOT_IN_NAME = /[[\]:*?/\\]/g;

/** Characters of a municipality before the names of its sheets, where the report has several. */
const PREFIX_LENGTH = 10;

const clean = (name: string) =>
  dropForbiddenCharacters(name)
    .replaceAll(NOT_IN_NAME, '-')
    .replace(/^['\s]+|['\s]+$/g, '');

/** The first characters of a text, without half of one. */
function cut(text: string, length: number): string {
  const first = text.slice(0, length);
  return dropForbiddenCharacters(first).trimEnd();
}

/** How many characters names have in common at their beginning, capitals aside. */
function commonStart(names: readonly string[]): number {
  const [first = '', ...others] = names.map((name) => name.toLowerCase());
  let length = 0;
  while (length < first.length && others.every((name) => name[length] === first[length])) length += 1;
  return length;
}

/** A name's beginning and what follows where it begins to differ from others, within a length. */
function aroundDifference(name: string, at: number, length: number): string {
  const rest = name.slice(at, at + Math.ceil(length / 2));
  return rest === '' ? cut(name, length) : `${cut(name, length - rest.length - 1)}\u2026${rest}`;
}

/** Names of at most so many characters; those that begin alike keep the part in which they differ. */
export function shortenApart(names: readonly string[], length: number): Map<string, string> {
  const short = (name: string) => cut(name, length);
  return new Map(
    names.map((name) => {
      const alike = names.filter((other) => short(other).toLowerCase() === short(name).toLowerCase());
      const shown =
        alike.length > 1 && name.length > length
          ? aroundDifference(name, commonStart(alike), length)
          : short(name);
      return [name, shown];
    }),
  );
}

/** Names of sheets: allowed by Excel, and different when capitals are put aside. */
export function nameSheets(wanted: readonly string[]): string[] {
  // Excel keeps a sheet of this name for itself.
  const taken = new Set<string>(['history']);
  return wanted.map((name) => {
    const base = clean(name) || 'sheet';
    for (let count = 1; ; count += 1) {
      const ending = count === 1 ? '' : `-${count}`;
      const candidate = clean(cut(base, NAME_LENGTH - ending.length) + ending) || `sheet${ending}`;
      if (taken.has(candidate.toLowerCase())) continue;
      taken.add(candidate.toLowerCase());
      return candidate;
    }
  });
}

/** What the name of a table says: of which run it is, what it shows, and of what. */
interface Parts {
  readonly slug: string | undefined;
  readonly kind: string;
  readonly detail: string;
}

function partsOf({ name }: TableBlock, { runs, language }: Report): Parts {
  const { sheetKinds } = wordsIn(language).names;
  const kinds: Readonly<Record<string, string>> = sheetKinds;
  const run = runs
    .filter((each) => name.startsWith(`${each.slug}-`))
    .sort((a, b) => b.slug.length - a.slug.length)[0];
  const slug = run?.slug;
  const own = slug === undefined ? name : name.slice(slug.length + 1);
  const kind = Object.keys(kinds).find((each) => own === each || own.startsWith(`${each}-`));
  if (kind === undefined) return { slug, kind: own, detail: '' };
  const detail = detailOf(kind, own.slice(kind.length + 1), speak(language, run?.law));
  return { slug, kind: kinds[kind]!, detail };
}

function shortName(name: string, { language, law }: Speech): string {
  const measure = measuresUnder(law === undefined ? [] : [law]).find((each) => each.name === name);
  return measure?.words[language].short ?? name.replaceAll('_', ' ');
}

function detailOf(kind: string, rest: string, speech: Speech): string {
  const { names } = speech.words;
  if (kind === 'by') {
    const at = rest.lastIndexOf('-');
    const attribute = attributeName(speech, rest.slice(0, at));
    return `${attribute} ${shortName(rest.slice(at + 1), speech)}`;
  }
  const kinds: Readonly<Record<string, string>> = names.sheetKinds;
  return nameIn(kinds, rest).toLowerCase();
}

/** The names of the sheets of a report: first that of the text, then those of its tables. */
export function sheetNames(report: Report, tables: readonly TableBlock[]): string[] {
  const { runs, language } = report;
  const titles = runs.map(({ title }) => clean(title));
  const distinct = new Set(titles.map((title) => title.toLowerCase())).size === runs.length;
  const labels = new Map(runs.map(({ slug }, i) => [slug, distinct ? titles[i]! : slug]));
  const short = shortenApart([...labels.values()], PREFIX_LENGTH);
  const all = tables.map((table) => {
    const { slug, kind, detail } = partsOf(table, report);
    const prefix = runs.length < 2 || slug === undefined ? '' : `${short.get(labels.get(slug)!)!} `;
    return { start: `${prefix}${kind}`, detail: clean(detail) };
  });
  const names = all.map(({ start, detail }) => {
    const alike = all.filter((other) => other.start === start).map((other) => other.detail);
    // Where it is the only one of its kind, there is nothing to tell it from.
    if (alike.length < 2 || detail === '') return start;
    return `${start} ${shortenApart(alike, Math.max(1, NAME_LENGTH - start.length - 1)).get(detail)!}`;
  });
  return nameSheets([speak(language).words.sections.summary, ...names]);
}
