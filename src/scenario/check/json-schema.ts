/** JSON Schemas for editors. */

import { join } from 'node:path';
import { z } from 'zod';
import { regimes } from '../../domain/regimes/all.js';
import { scenarioSchema } from '../../domain/regimes/scenario-schema.js';
import { knownOrigins, ORIGIN_NAME } from '../../domain/schema/origins.js';
import { experimentSchema } from '../experiment/experiment-file.js';
import type { Library } from '../library.js';
import { modelFileSchema } from '../model/model-file.js';
import { readYamlFile } from '../yaml/yaml-file.js';

type Json = { [key: string]: unknown };

function isSection(node: unknown): node is Json {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}

/** A node, or an empty value. What describes the node is said of both. */
function orNothing({ description, ...node }: Json): Json {
  return { ...(description === undefined ? {} : { description }), anyOf: [node, { type: 'null' }] };
}

/**
 * A file need not repeat what it inherits, so nothing is required except the value of an annotated number or the path of the
 * number it is tied to. With an empty value it may remove an inherited entry whose name the user chose, or a whole section of
 * such entries.
 */
function relax(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(relax);
  if (!isSection(node)) return node;
  const relaxed: Json = {};
  for (const [key, value] of Object.entries(node)) {
    if (key === 'properties' && isSection(value)) {
      relaxed[key] = Object.fromEntries(
        Object.entries(value).map(([name, child]) => [
          name,
          isSection(child) && isSection(child.default) ? orNothing(relax(child) as Json) : relax(child),
        ]),
      );
    } else if (key === 'required' && Array.isArray(value)) {
      const needed = value.filter((name) => ['value', 'same_as', 'by'].includes(name as string));
      if (needed.length > 0) relaxed[key] = needed;
    } else if (key === 'additionalProperties' && isSection(value) && value.type === 'object') {
      relaxed[key] = orNothing(relax(value) as Json);
    } else if (key === 'byOrigin') relaxed.propertyNames = { pattern: ORIGIN_NAME.source };
    else if (key === 'forms')
      relaxed.description = node.description === undefined ? value : `${node.description}: ${value}.`;
    else if (key !== 'description' || node.forms === undefined) relaxed[key] = relax(value);
  }
  return relaxed;
}

/**
 * A number that may hang on an alternative: in the place of its other forms, the kind of number that it is under an answer. One that has
 * a name has it in each of its forms, which it has not under an answer.
 */
function shortened(kind: Json): Json {
  const byAlternative = (kind.anyOf as Json[] | undefined)?.find(({ required }) =>
    (required as string[] | undefined)?.includes('by'),
  );
  if (byAlternative === undefined || 'name' in (byAlternative.properties as Json)) return kind;
  const { values } = byAlternative.properties as { values: Json };
  return { ...kind, anyOf: [values.additionalProperties, byAlternative] };
}

/** A number with what is said of its value and of the ends of its range. */
function withParts(kind: Json, unit: string): Json {
  const said: Readonly<Record<string, string>> = {
    value: `The number itself, ${unit}: its central value.`,
    low: `Lower end of the range, ${unit}.`,
    high: `Upper end of the range, ${unit}.`,
  };
  const forms = (kind.anyOf as Json[]).map((form) => {
    const { properties } = form;
    if (!isSection(properties) || properties.value === undefined) return form;
    const parts = Object.entries(properties).map(([name, part]) => [
      name,
      said[name] === undefined ? part : { ...(part as Json), description: said[name] },
    ]);
    return { ...form, properties: Object.fromEntries(parts) };
  });
  return { ...kind, anyOf: forms };
}

/** Names every kind of number once under `definitions`: there are hundreds of numbers of some thirty kinds. */
function nameNumbers(schema: Json): Json {
  const definitions = new Map<string, { name: string; kind: Json }>();
  const named = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(named);
    if (!isSection(node)) return node;
    const isNumber = typeof node.unit === 'string' && node.anyOf !== undefined;
    const parts = Object.entries(node).filter(([key]) => !isNumber || key !== 'description');
    const plain = Object.fromEntries(parts.map(([key, value]) => [key, named(value)]));
    if (!isNumber) return plain;
    const kind = withParts(shortened(plain), node.unit as string);
    const { description } = node;
    const text = JSON.stringify(kind);
    const known = definitions.get(text) ?? { name: `number${definitions.size + 1}`, kind };
    definitions.set(text, known);
    const reference = { $ref: `#/definitions/${known.name}` };
    // Draft 7 ignores everything next to a reference.
    return description === undefined ? reference : { description, allOf: [reference] };
  };
  const whole = named(schema) as Json;
  const kinds = [...definitions.values()].map(({ name, kind }) => [name, kind] as const);
  return { ...whole, definitions: Object.fromEntries(kinds) };
}

/** The origins of the scenarios that come with the package. */
function shippedOrigins({ data }: Library): readonly string[] {
  return knownOrigins(readYamlFile(join(data, 'population.yaml')).file?.tree).names;
}

/** JSON Schema (draft-07) of a scenario file. It lists the origins that come with the package, and allows any other. */
export function scenarioJsonSchema(library: Library): Json {
  const origins = { names: shippedOrigins(library), areAll: false };
  const schema = z.toJSONSchema(scenarioSchema(origins), { io: 'input', target: 'draft-07' }) as Json;
  const whole = nameNumbers(relax(schema) as Json);
  const properties = whole.properties as Json;
  const { description } = properties.regime as Json;
  const regime = { description, type: 'string', enum: regimes.map(({ name }) => name) };
  return { title: 'doorstroom scenario', ...whole, properties: { ...properties, regime } };
}

/** JSON Schema (draft-07) of a model file. */
export function modelJsonSchema(): Json {
  return {
    title: 'doorstroom model',
    ...(z.toJSONSchema(modelFileSchema, { io: 'input', target: 'draft-07', unrepresentable: 'any' }) as Json),
  };
}

/** JSON Schema (draft-07) of an experiment file. */
export function experimentJsonSchema(): Json {
  return {
    title: 'doorstroom experiment',
    ...(z.toJSONSchema(experimentSchema, { io: 'input', target: 'draft-07' }) as Json),
  };
}
