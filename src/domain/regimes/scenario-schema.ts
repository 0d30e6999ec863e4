/** The schema of a scenario: under the regime that it names, and under any. */

import { z } from 'zod';
import { Recent } from '../../engine/recent.js';
import { type KnownOrigins, knownOrigins } from '../schema/origins.js';
import { type OfRegime, type ScenarioTree, scenarioSchemaWith } from '../schema.js';
import { regimes } from './all.js';
import { findRegime } from './find.js';

export type ScenarioSchema = z.ZodType<ScenarioTree>;

/**
 * Allows whatever any of several shapes allows: a name that several have may hold what any of them accepts, and only what all of
 * them require is required.
 */
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

/** What any regime adds. */
const ofAny: OfRegime = {
  sections: anyOf(regimes.map(({ schema }) => schema.sections)),
  language: anyOf(regimes.map(({ schema }) => schema.language)),
  approach: anyOf(regimes.map(({ schema }) => schema.approach)),
};

/** Schemas by regime and list of origins: scenarios with the same list share one, since zod prepares every schema separately. */
const schemas = new Recent<string, ScenarioSchema>(8);

function schemaWith(name: string, ofRegime: OfRegime, origins: KnownOrigins): ScenarioSchema {
  const key = JSON.stringify([name, origins]);
  return schemas.get(key, () => scenarioSchemaWith(origins, ofRegime));
}

/**
 * The schema of files whose regime is unknown: what any regime allows. An editor checks files by it, since a file may inherit its
 * regime from another.
 *
 * @param origins those that the file may name
 */
export function scenarioSchema(origins: KnownOrigins): ScenarioSchema {
  return schemaWith('', ofAny, origins);
}

/** The schema of a scenario, by what its file and all that it inherits say together of its regime and its origins. */
export function schemaFor(tree: unknown): ScenarioSchema {
  const regime = findRegime((tree as { regime?: unknown } | undefined)?.regime);
  const origins = knownOrigins(tree);
  return regime === undefined ? scenarioSchema(origins) : schemaWith(regime.name, regime.schema, origins);
}
