/** JSON Schemas for editors. */

import { z } from 'zod';
import { scenarioSchema } from '../domain/schema.js';
import { modelFileSchema } from './model-file.js';

type Json = { [key: string]: unknown };

/** A file need not repeat what it inherits: nothing is required, except the value of an annotated number. */
function relax(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(relax);
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node as Json)
    .filter(([key, value]) => key !== 'required' || (Array.isArray(value) && value.includes('value')))
    .map(([key, value]) => [key, relax(value)]);
  return Object.fromEntries(entries);
}

/** JSON Schema (draft-07) of a scenario file. */
export function scenarioJsonSchema(): Json {
  const schema = z.toJSONSchema(scenarioSchema, { io: 'input', target: 'draft-07' }) as Json;
  return { title: 'doorstroom scenario', ...(relax(schema) as Json) };
}

/** JSON Schema (draft-07) of a model file. */
export function modelJsonSchema(): Json {
  return {
    title: 'doorstroom model',
    ...(z.toJSONSchema(modelFileSchema, { io: 'input', target: 'draft-07', unrepresentable: 'any' }) as Json),
  };
}
