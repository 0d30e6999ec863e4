/** Turns schema issues into messages that a policy analyst understands. */

import type { z } from 'zod';
import type { Diagnostic, Place } from './diagnostic.js';
import { suggest } from './nearest.js';
import type { Path } from './yaml-file.js';

export type Locate = (path: Path, key?: boolean) => Place;

type Issue = z.core.$ZodIssue;

/** A node of the tree by path. */
export function nodeOf(tree: unknown, path: Path): unknown {
  let node = tree;
  for (const step of path) {
    if (typeof node !== 'object' || node === null) return undefined;
    node = (node as Record<string | number, unknown>)[step];
  }
  return node;
}

/** A path as people write it. */
export function dotted(path: Path): string {
  return path.join('.');
}

function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a section';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}..."` : text;
}

/** Why a text is not the number its writer meant. */
function numberHint(value: unknown): string {
  if (typeof value !== 'string') return '';
  const text = value.trim();
  if (/^-?\d{1,3}(\.\d{3})+,\d+$/.test(text))
    return `: write ${text.replaceAll('.', '').replace(',', '.')}, not ${text}`;
  if (/^-?\d+,\d+$/.test(text)) return `: write ${text.replace(',', '.')}, not ${text}`;
  if (/^-?\d+([.,]\d+)?\s*%$/.test(text)) {
    const share = Number((Number(text.replace('%', '').replace(',', '.')) / 100).toPrecision(12));
    return `: write ${share}, not ${text}`;
  }
  if (/€|eur/i.test(text)) return ': write the amount alone, without a currency';
  return '';
}

const typeNames: Record<string, string> = {
  number: 'a number',
  int: 'a whole number',
  string: 'text',
  boolean: 'true or false',
  array: 'a list',
  object: 'a section with names and values',
  record: 'a section with names and values',
  tuple: 'a list of two numbers',
};

function describeType(issue: Extract<Issue, { code: 'invalid_type' }>, value: unknown): string {
  const expected = typeNames[issue.expected] ?? issue.expected;
  if (issue.expected === 'boolean' && /^(ja|nee|yes|no|on|off)$/i.test(String(value))) {
    return `expected true or false, got ${show(value)}`;
  }
  return `expected ${expected}, got ${show(value)}${['number', 'int'].includes(issue.expected) ? numberHint(value) : ''}`;
}

/** Names a strict object or record allows at a path; undefined where anything goes. */
export function keysAllowedAt(schema: z.core.$ZodType, path: Path): string[] | undefined {
  const def = schema._zod.def as unknown as Record<string, unknown>;
  const inner = (key: string) => def[key] as z.core.$ZodType;
  if (def.type === 'optional' || def.type === 'nullable' || def.type === 'default')
    return keysAllowedAt(inner('innerType'), path);
  if (def.type === 'union') {
    const options = def.options as z.core.$ZodType[];
    return options.map((option) => keysAllowedAt(option, path)).find((keys) => keys !== undefined);
  }
  const [step, ...rest] = path;
  if (def.type === 'object') {
    const shape = def.shape as Record<string, z.core.$ZodType>;
    if (step === undefined) return Object.keys(shape);
    const child = shape[String(step)];
    return child === undefined ? undefined : keysAllowedAt(child, rest);
  }
  if (step === undefined) return undefined;
  if (def.type === 'record') return keysAllowedAt(inner('valueType'), rest);
  if (def.type === 'array') return keysAllowedAt(inner('element'), rest);
  return undefined;
}

/** The branch of a union that the writer meant: the scalar one for a scalar, the section for a section. */
function meantBranch(branches: readonly Issue[][], value: unknown): readonly Issue[] {
  const wrongAtTop = (issues: readonly Issue[]) =>
    issues.some((each) => each.code === 'invalid_type' && each.path.length === 0);
  const structured = typeof value === 'object' && value !== null;
  return structured ? (branches.find((issues) => !wrongAtTop(issues)) ?? branches[0]!) : branches[0]!;
}

function bound(issue: Extract<Issue, { code: 'too_big' | 'too_small' }>): string {
  const limit = issue.code === 'too_small' ? issue.minimum : issue.maximum;
  const side = issue.code === 'too_small' ? 'at least' : 'at most';
  const exclusive =
    issue.inclusive === false ? (issue.code === 'too_small' ? 'more than' : 'less than') : side;
  if (issue.origin === 'array') return `expected ${exclusive} ${limit} entries`;
  return issue.origin === 'string'
    ? `expected ${exclusive} ${limit} characters`
    : `expected ${exclusive} ${limit}`;
}

/** All diagnostics of one issue. `base`: path of the union the issue was found in. */
function diagnose(
  issue: Issue,
  base: Path,
  schema: z.core.$ZodType,
  tree: unknown,
  locate: Locate,
): Diagnostic[] {
  const path: Path = [...base, ...(issue.path as (string | number)[])];
  const value = nodeOf(tree, path);
  const name = dotted(path);
  const at = (message: string): Diagnostic => ({ ...locate(path), message: `${name}: ${message}` });
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        ...locate([...path, key], true),
        message: `unknown name "${dotted([...path, key])}"${suggest(key, keysAllowedAt(schema, path) ?? [])}`,
      }));
    case 'invalid_union':
      return meantBranch(issue.errors, value).flatMap((each) => diagnose(each, path, schema, tree, locate));
    case 'invalid_type':
      if (value === undefined && path.length > 0) return [{ ...locate(path), message: `missing: ${name}` }];
      return [at(describeType(issue, value))];
    case 'too_small':
    case 'too_big':
      return [at(`${bound(issue)}, got ${Array.isArray(value) ? value.length : show(value)}`)];
    case 'invalid_value':
      if (value === undefined) return [{ ...locate(path), message: `missing: ${name}` }];
      return [at(`${show(value)} is not valid${suggest(String(value), issue.values.map(String))}`)];
    case 'invalid_format':
      if (issue.format === 'date') return [at(`expected a date like 2016-01-31, got ${show(value)}`)];
      return [at(`expected ${issue.message}, got ${show(value)}`)];
    case 'invalid_key':
      return [
        {
          ...locate(path, true),
          message: `${name}: the name must be ${issue.issues[0]?.message ?? 'valid'}`,
        },
      ];
    default:
      return [at(issue.message)];
  }
}

/** Checks a tree against a schema; every problem with its place. */
export function diagnoseWithSchema(schema: z.ZodType, tree: unknown, locate: Locate): Diagnostic[] {
  const result = schema.safeParse(tree);
  return result.success
    ? []
    : result.error.issues.flatMap((issue) => diagnose(issue, [], schema, tree, locate));
}
