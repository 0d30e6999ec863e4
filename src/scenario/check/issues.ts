/** Turns schema issues into messages that a policy analyst understands. */

import { z } from 'zod';
import { rounded } from '../../domain/parameters/quantity.js';
import { nodeOf } from '../inherit/layers.js';
import type { Path } from '../yaml/yaml-file.js';
import type { Diagnostic, Place } from './diagnostic.js';
import { nearNames, suggest } from './nearest.js';
import { parseWith } from './parse.js';
import { DATE, describeExpected, describeKind, formsAt, namesAllowedAt, unitAt } from './schema-walk.js';

export type Locate = (path: Path, key?: boolean) => Place;

type Issue = z.core.$ZodIssue;

/** Everything needed to explain an issue. */
interface Context {
  readonly schema: z.core.$ZodType;
  readonly tree: unknown;
  readonly locate: Locate;
  readonly whyMissing: (path: Path) => string;
}

/** The explanation for names that come from `value: 1,2` between braces, where a comma ends the number. */
const DECIMAL_COMMA = '; a comma ends a number between braces: write a decimal point, such as 1.5';

/** The most unknown names listed for a section; with more, it is probably another kind of file. */
const LISTED_UNKNOWN = 50;

/** A value as a message quotes it. */
function show(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a section';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}..."` : text;
}

const instead = (write: string | number, not: string) => `: write ${write}, not ${not}`;

/** Why a text is not read as the number that was meant: decimal commas, percentages, spaces and currencies. */
function hintAtNumber(value: unknown): string {
  if (typeof value !== 'string') return '';
  const text = value.trim();
  if (/€|\beuros?\b|\beur\b/i.test(text)) return ': write the amount alone, without a currency';
  const percentage = /^(-?\d+(?:[.,]\d+)?)\s*%$/.exec(text)?.[1];
  if (percentage !== undefined) {
    return instead(rounded(Number(percentage.replace(',', '.')) / 100), text);
  }
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(text)) {
    return instead(text.replaceAll('.', '').replace(',', '.'), text);
  }
  if (/^-?\d+,\d+$/.test(text)) return instead(text.replace(',', '.'), text);
  if (/^-?\d{1,3}([ _']\d{3})+([.,]\d+)?$/.test(text)) {
    return instead(text.replace(/[ _']/g, '').replace(',', '.'), text);
  }
  if (/^-?\d+(\.\d+)?$/.test(text)) {
    return text === value
      ? ': write it without quotes'
      : `: write ${text}, without quotes and spaces around it`;
  }
  if (/^\d+([.,]\d+)?\s*(-|–|à|tot|to)\s*\d+([.,]\d+)?$/.test(text)) {
    return ': write one number; a range goes into low and high';
  }
  if (/^-?\d+([.,]\d+)?\s*[^\d\s.,]/.test(text)) return ': write the number alone, what it is goes into note';
  return '';
}

const truths: Record<string, string> = {
  ja: 'true',
  yes: 'true',
  on: 'true',
  waar: 'true',
  nee: 'false',
  no: 'false',
  off: 'false',
  onwaar: 'false',
};

function hintAtTruth(value: unknown): string {
  const truth = typeof value === 'string' ? truths[value.trim().toLowerCase()] : undefined;
  return truth === undefined ? '' : instead(truth, String(value));
}

/** The date that was probably meant, where the day comes first, zeros are left out or other separators are used. */
function hintAtDate(value: unknown): string {
  if (typeof value === 'object') return '';
  const text = String(value).trim();
  const [, first, second, third] =
    /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text) ??
    /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/.exec(text) ??
    /^(\d{4})(\d\d)(\d\d)$/.exec(text) ??
    [];
  const [year, month, dayOfMonth] = first?.length === 4 ? [first, second, third] : [third, second, first];
  const padded = [year ?? '', ...[month, dayOfMonth].map((part) => (part ?? '').padStart(2, '0'))].join('-');
  if (!z.iso.date().safeParse(padded).success) return '';
  return text === padded ? ': write it without spaces around it' : instead(padded, text);
}

function describeType(
  issue: Extract<Issue, { code: 'invalid_type' }>,
  value: unknown,
  expected: string,
): string {
  const got = `expected ${expected}, got ${show(value)}`;
  if (expected === DATE) return got + hintAtDate(value);
  if (issue.expected === 'number' || issue.expected === 'int') return got + hintAtNumber(value);
  return issue.expected === 'boolean' ? got + hintAtTruth(value) : got;
}

/** Number of names in a section that a branch of a union does not have. */
function countUnknown(issues: readonly Issue[]): number {
  return issues.reduce(
    (count, issue) =>
      issue.code === 'unrecognized_keys' && issue.path.length === 0 ? count + issue.keys.length : count,
    0,
  );
}

/** The branch of a union that was probably meant: a scalar branch for a scalar, and for a section the branch with most of its names. */
function meantBranch(branches: readonly Issue[][], value: unknown): readonly Issue[] {
  const structured = typeof value === 'object' && value !== null;
  const misfits = ['invalid_type', 'invalid_union', ...(structured ? ['invalid_value'] : [])];
  const fitsAtTop = (issues: readonly Issue[]) =>
    !issues.some((each) => misfits.includes(each.code) && each.path.length === 0);
  const fitting = branches.filter(fitsAtTop);
  const fewest = [...fitting].sort((a, b) => countUnknown(a) - countUnknown(b) || a.length - b.length)[0];
  return (structured ? fewest : fitting[0]) ?? branches[0] ?? [];
}

function describeBound(
  issue: Extract<Issue, { code: 'too_big' | 'too_small' }>,
  value: unknown,
  unit: string | undefined,
): string {
  const small = issue.code === 'too_small';
  const limit = small ? issue.minimum : issue.maximum;
  const strict = issue.inclusive === false;
  const side = small ? (strict ? 'more than' : 'at least') : strict ? 'less than' : 'at most';
  if (typeof value === 'string') {
    return value === ''
      ? 'expected a text, got nothing'
      : `expected ${side} ${limit} characters, got ${value.length}`;
  }
  if (Array.isArray(value)) return `expected ${side} ${limit} entries, got ${value.length}`;
  return `expected ${side} ${limit}${unit === undefined ? '' : ` (${unit})`}, got ${show(value)}`;
}

/** A path in words; the `value` of an annotated number goes by the number's name. */
function nameOf(schema: z.core.$ZodType, path: Path): string {
  const isValue = path.at(-1) === 'value' && unitAt(schema, path) !== undefined;
  return (isValue ? path.slice(0, -1) : path).join('.');
}

function diagnoseMissing({ schema, locate, whyMissing }: Context, path: Path): Diagnostic {
  const expected = describeExpected(schema, path);
  const inherited =
    path.at(-1) === 'value' && unitAt(schema, path) !== undefined
      ? '; a number with its range and source is inherited or replaced as a whole'
      : '';
  const missing = path.join('.');
  return {
    ...locate(path),
    missing,
    message: `missing: ${missing}${expected === undefined ? '' : `; expected ${expected}`}${inherited}${whyMissing(path)}`,
  };
}

/** Names that do not belong in a section: the first few, and the number of the rest. */
function diagnoseUnknown(keys: readonly string[], path: Path, { schema, locate }: Context): Diagnostic[] {
  const allowed = namesAllowedAt(schema, path);
  const isNumber = unitAt(schema, path) !== undefined;
  if (isNumber && keys.includes('same_as')) {
    const name = path.join('.');
    const message = `${name}: a number tied to another has no value of its own; write { same_as: ... } alone, or set "${name}" as a whole`;
    return [{ ...locate(path), message }];
  }
  const listed = keys.slice(0, LISTED_UNKNOWN).map((key) => ({
    ...locate([...path, key], true),
    message: `unknown name "${[...path, key].join('.')}"${/^\d+$/.test(key) && isNumber ? DECIMAL_COMMA : suggest(key, allowed)}`,
  }));
  const next = keys[LISTED_UNKNOWN];
  if (next === undefined) return listed;
  const more = keys.length - LISTED_UNKNOWN;
  return [
    ...listed,
    { ...locate([...path, next], true), message: `${more} more unknown names from here on` },
  ];
}

/** Problems with the branch of a union that was meant. For an unknown name the message describes the allowed forms, if the schema does. */
function diagnoseUnion(branch: readonly Issue[], path: Path, context: Context): Diagnostic[] {
  const { schema, locate } = context;
  const forms = formsAt(schema, path);
  const unknown = branch.flatMap((issue) =>
    issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : [],
  );
  if (forms === undefined || unknown.length === 0)
    return branch.flatMap((each) => diagnose(each, path, context));
  const allowed = namesAllowedAt(schema, path);
  const near = nearNames(unknown[0]!, allowed)[0];
  const meant = near === undefined ? '' : `; did you mean "${near}"?`;
  const names = unknown.map((key) => `"${key}"`).join(', ');
  return [{ ...locate(path), message: `${path.join('.')}: expected ${forms}, got ${names}${meant}` }];
}

/** All diagnostics of one issue. `base`: path of the union the issue was found in. */
function diagnose(issue: Issue, base: Path, context: Context): Diagnostic[] {
  const { schema, tree, locate } = context;
  const path: Path = [...base, ...(issue.path as (string | number)[])];
  const value = nodeOf(tree, path);
  const name = nameOf(schema, path);
  const at = (message: string, key = false): Diagnostic[] => [
    { ...locate(path, key), message: name === '' ? message : `${name}: ${message}` },
  ];
  const absent = value === undefined && path.length > 0;
  switch (issue.code) {
    case 'unrecognized_keys':
      return diagnoseUnknown(issue.keys, path, context);
    case 'invalid_union':
      if (absent) return [diagnoseMissing(context, path)];
      return diagnoseUnion(meantBranch(issue.errors, value), path, context);
    case 'invalid_type': {
      if (absent) return [diagnoseMissing(context, path)];
      const expected = describeExpected(schema, path) ?? describeKind(issue.expected);
      return at(describeType(issue, value, expected));
    }
    case 'too_small':
    case 'too_big':
      return at(describeBound(issue, value, unitAt(schema, path)));
    case 'invalid_value':
      if (absent) return [diagnoseMissing(context, path)];
      return at(`${show(value)} is not valid${suggestValue(value, issue.values.map(String))}`);
    case 'invalid_format':
      if (issue.format !== 'date') return at(`expected ${issue.message}, got ${show(value)}`);
      return at(`expected ${DATE}, got ${show(value)}${hintAtDate(value)}`);
    case 'invalid_key':
      return at(`the name must be ${issue.issues[0]?.message ?? 'valid'}`, true);
    default:
      return at(issue.message);
  }
}

/** Like `suggest`, but with the full list of candidates when none is near. */
function suggestValue(value: unknown, candidates: readonly string[]): string {
  const near = typeof value === 'string' ? suggest(value, candidates) : '';
  return near === '' ? `; expected one of: ${candidates.join(', ')}` : near;
}

/**
 * Checks a tree against a schema; returns every problem with its place.
 *
 * @param whyMissing adds an explanation to messages about something missing
 */
export function diagnoseWithSchema(
  schema: z.ZodType,
  tree: unknown,
  locate: Locate,
  whyMissing: (path: Path) => string = () => '',
): Diagnostic[] {
  const result = parseWith(schema, tree);
  if (result.success) return [];
  return result.error.issues.flatMap((issue) => diagnose(issue, [], { schema, tree, locate, whyMissing }));
}
