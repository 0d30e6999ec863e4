/** What a zod schema expects at a path: the names, and the kind of value in a reader's words. */

import type { z } from 'zod';
import type { PlaceBounds } from '../../domain/parameters/quantity.js';
import { nodeOf } from '../inherit/layers.js';
import type { Path } from '../yaml/yaml-file.js';
import { parseWith } from './parse.js';

type Schema = z.core.$ZodType;

/** The schemas a value may be checked against: the branches of a union, without wrappers such as optional. */
function branchesOf(schema: Schema): Schema[] {
  const def = schema._zod.def as unknown as {
    type: string;
    innerType?: Schema;
    options?: Schema[];
    in?: Schema;
  };
  if (def.type === 'union') return def.options!.flatMap(branchesOf);
  const inner = def.innerType ?? (def.type === 'pipe' ? def.in : undefined);
  return inner === undefined ? [schema] : branchesOf(inner);
}

function shapeOf(schema: Schema): Record<string, Schema> | undefined {
  return (schema._zod.def as unknown as { shape?: Record<string, Schema> }).shape;
}

/** What may stand below each schema, by steps that have been asked for: there are hundreds of numbers in few sections. */
const knownBelow = new WeakMap<Schema, Map<string | number, readonly Schema[]>>();

/** The schemas that may stand at a step below another. */
function schemasBelow(schema: Schema, step: string | number): readonly Schema[] {
  const known = knownBelow.get(schema) ?? new Map<string | number, readonly Schema[]>();
  const found = known.get(step);
  if (found !== undefined) return found;
  const below = findBelow(schema, step);
  knownBelow.set(schema, known.set(step, below));
  return below;
}

function findBelow(schema: Schema, step: string | number): Schema[] {
  return branchesOf(schema).flatMap((branch) => {
    const def = branch._zod.def as unknown as { valueType?: Schema; element?: Schema; catchall?: Schema };
    const shape = shapeOf(branch);
    const named = shape !== undefined && Object.hasOwn(shape, step) ? shape[step] : undefined;
    const others = def.catchall?._zod.def.type === 'never' ? undefined : def.catchall;
    return named ?? def.valueType ?? def.element ?? others ?? [];
  });
}

/** All schemas that may stand at a path. */
function schemasAt(schema: Schema, path: Path): Schema[] {
  let found = [schema];
  for (const step of path) found = found.flatMap((each) => schemasBelow(each, step));
  return found;
}

/** Whether a value passes every schema that may stand at a path. */
export function passesAt(schema: Schema, path: Path, value: unknown): boolean {
  return schemasAt(schema, path).every((each) => parseWith(each as z.ZodType, value).success);
}

/** The names that a section at a path may have; empty where they are free or there is no section. */
export function namesAllowedAt(schema: Schema, path: Path): string[] {
  const shapes = schemasAt(schema, path)
    .flatMap(branchesOf)
    .map((branch) => shapeOf(branch) ?? {});
  return [...new Set(shapes.flatMap(Object.keys))];
}

/** Whether a section at a path takes names of the user's choice. */
export function takesAnyName(schema: Schema, path: Path): boolean {
  return schemasAt(schema, path)
    .flatMap(branchesOf)
    .some((branch) => branch._zod.def.type === 'record');
}

/** The metadata of a schema, or of the schema inside a wrapper such as optional. */
function metaOf(schema: Schema): Record<string, unknown> {
  const { meta } = schema as { meta?: () => Record<string, unknown> | undefined };
  const { innerType } = schema._zod.def as unknown as { innerType?: Schema };
  return meta?.call(schema) ?? (innerType === undefined ? {} : metaOf(innerType));
}

/** Paths of the sections of a tree that the schema marks. */
export function sectionsMarked(schema: Schema, mark: string, tree: unknown): Path[] {
  if (metaOf(schema)[mark] === true) return [[]];
  return branchesOf(schema).flatMap((branch) =>
    Object.entries(shapeOf(branch) ?? {}).flatMap(([name, child]) => {
      const below = nodeOf(tree, [name]);
      return below === undefined ? [] : sectionsMarked(child, mark, below).map((path) => [name, ...path]);
    }),
  );
}

/** Unit of the number at a path, or of the number that the path is a part of; undefined when it has none. */
export function unitAt(schema: Schema, path: Path): string | undefined {
  const own = schemasAt(schema, path).map((each) => metaOf(each).unit);
  const part = ['value', 'low', 'high'].includes(String(path.at(-1)));
  const around = part ? schemasAt(schema, path.slice(0, -1)).map((each) => metaOf(each).unit) : [];
  return [...own, ...around].find((unit): unit is string => typeof unit === 'string');
}

/** The forms allowed at a path, as the schema describes them; undefined where it does not. */
export function formsAt(schema: Schema, path: Path): string | undefined {
  const found = schemasAt(schema, path).map((each) => metaOf(each).forms);
  return found.find((forms): forms is string => typeof forms === 'string');
}

const kinds: Record<string, string> = {
  number: 'a number',
  int: 'a whole number',
  string: 'a text',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'a section with names and values',
  record: 'a section with names and values',
};

/** A kind of value, by its name in the schema language, in a reader's words. */
export function describeKind(kind: string): string {
  return kinds[kind] ?? kind;
}

/** A date, in a reader's words. */
export const DATE = 'a date like 2016-01-31';

function describeBranch(branch: Schema): string {
  const def = branch._zod.def as unknown as {
    type: string;
    format?: string;
    entries?: object;
    values?: unknown[];
  };
  if (def.format === 'date') return DATE;
  if (def.entries !== undefined) return `one of: ${Object.values(def.entries).join(', ')}`;
  if (def.values !== undefined) return `one of: ${def.values.join(', ')}`;
  return describeKind(def.format === 'safeint' ? 'int' : def.type);
}

/** Whether the number at a path must be whole. */
export function isWholeAt(schema: Schema, path: Path): boolean {
  return schemasAt(schema, path)
    .flatMap(branchesOf)
    .some((branch) => nodeOf(branch._zod.def, ['format']) === 'safeint');
}

/** Bounds by schema and path: each point of a sweep asks for those of all its numbers, mostly of one schema. */
const knownBounds = new WeakMap<Schema, Map<string, PlaceBounds>>();

/** The least and the most that the number at a path may be; without limits where the schema sets none. */
export function boundsAt(schema: Schema, path: Path): PlaceBounds {
  const known = knownBounds.get(schema) ?? new Map<string, PlaceBounds>();
  const key = path.join('.');
  const found = known.get(key);
  if (found !== undefined) return found;
  const bounds = findBounds(schema, path);
  knownBounds.set(schema, known.set(key, bounds));
  return bounds;
}

function findBounds(schema: Schema, path: Path): PlaceBounds {
  const numbers = schemasAt(schema, path)
    .flatMap(branchesOf)
    .filter((branch) => branch._zod.def.type === 'number') as unknown as {
    minValue: number | null;
    maxValue: number | null;
  }[];
  return {
    min: Math.min(...numbers.map(({ minValue }) => minValue ?? Number.NEGATIVE_INFINITY)),
    max: Math.max(...numbers.map(({ maxValue }) => maxValue ?? Number.POSITIVE_INFINITY)),
  };
}

/** What is expected at a path: `a number (months)`, `a date like 2016-01-31`; undefined where anything goes. */
export function describeExpected(schema: Schema, path: Path): string | undefined {
  const forms = formsAt(schema, path);
  if (forms !== undefined) return forms;
  const unit = unitAt(schema, path);
  if (schemasAt(schema, path).some((each) => metaOf(each).title === 'condition')) {
    return 'a condition such as { housing: housed }';
  }
  const branches = schemasAt(schema, path)
    .flatMap(branchesOf)
    .filter((branch) => branch._zod.def.type !== 'unknown');
  if (unit !== undefined) {
    return `a ${isWholeAt(schema, path) ? 'whole ' : ''}number (${unit})`;
  }
  const words = [...new Set(branches.map(describeBranch))];
  return words.length === 0 ? undefined : words.join(' or ');
}

/** Some value that the schema allows at a path: a number, text, date, choice or boolean; undefined for anything else. */
export function placeholderAt(schema: Schema, path: Path): number | string | boolean | undefined {
  for (const branch of schemasAt(schema, path).flatMap(branchesOf)) {
    const def = branch._zod.def as unknown as { type: string; format?: string; entries?: object };
    if (def.type === 'number') return Math.max((branch as { minValue?: number }).minValue ?? 0, 0);
    if (def.type === 'string') return def.format === 'date' ? '2000-01-01' : 'x';
    if (def.type === 'boolean') return false;
    if (def.entries !== undefined) return Object.values(def.entries)[0] as string;
  }
  return undefined;
}
