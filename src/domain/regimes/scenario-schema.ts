/** The schema of a scenario: under the regime that it names, and under any. */

import { z } from 'zod';
import { type ScenarioTree, scenarioSchemaWith } from '../schema.js';
import { findRegime, regimes } from './all.js';

export type ScenarioSchema = z.ZodType<ScenarioTree>;

/** What any of several shapes allows: under a name that several have, what one of them does; nothing is asked that one does without. */
function anyOf(shapes: readonly z.ZodRawShape[]): z.ZodRawShape {
  const names = new Set(shapes.flatMap(Object.keys));
  return Object.fromEntries(
    [...names].map((name) => {
      const all = shapes.flatMap((shape) => shape[name] ?? []);
      const different = [...new Set(all)];
      const one = different.length === 1 ? different[0]! : z.union(different);
      return [name, all.length === shapes.length ? one : z.optional(one)];
    }),
  );
}

/**
 * The schema of a file of which nothing tells the regime: what any regime allows. An editor checks files by it, since a file
 * may inherit its regime from another.
 */
export const anyScenarioSchema: ScenarioSchema = scenarioSchemaWith({
  sections: anyOf(regimes.map(({ schema }) => schema.sections)),
  language: anyOf(regimes.map(({ schema }) => schema.language)),
  approach: anyOf(regimes.map(({ schema }) => schema.approach)),
});

/** By name of the regime: zod prepares every schema anew. */
const schemas = new Map<string, ScenarioSchema>();

/** The schema of a scenario that names its regime; that of any where it names none that there is. */
export function schemaOf(tree: object): ScenarioSchema {
  const regime = findRegime((tree as { regime?: unknown }).regime);
  if (regime === undefined) return anyScenarioSchema;
  const known = schemas.get(regime.name) ?? scenarioSchemaWith(regime.schema);
  schemas.set(regime.name, known);
  return known;
}
