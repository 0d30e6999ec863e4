/** The schema of a scenario: under the regime that it names, and under any. */

import { z } from 'zod';
import { keptAtMost } from '../../engine/caches.js';
import { Recent } from '../../engine/recent.js';
import { type KnownOrigins, knownOrigins } from '../schema/origins.js';
import { lawShapes } from '../schema/people.js';
import { type ScenarioTree, scenarioSchemaWith, type UnderLaw } from '../schema/scenario.js';
import { regimes } from './all.js';
import { findRegime } from './find.js';
import type { Regime } from './regime.js';

export type ScenarioSchema = z.ZodType<ScenarioTree>;

/**
 * Allows whatever any of several shapes allows: a name that several have may hold what any of them accepts. Nothing is required:
 * what is missing can be said once the regime is known, and so does not depend on how many there are.
 */
function anyOf(shapes: readonly z.ZodRawShape[]): z.ZodRawShape {
  const names = new Set(shapes.flatMap(Object.keys));
  return Object.fromEntries(
    [...names].map((name) => {
      const all = shapes.flatMap((shape) => shape[name] ?? []);
      const different = [...new Set(all)];
      const one = different.length === 1 ? different[0]! : z.union(different);
      return [name, z.optional(one)];
    }),
  );
}

/** What a regime adds. */
function underLaw({ schema, attributes, payers, phases }: Regime): UnderLaw {
  return { ...schema, ...lawShapes(attributes), payers, phases: phases.names.en.length };
}

/** What any regime adds. */
function underAny(laws: readonly UnderLaw[]): UnderLaw {
  const any = (part: (law: UnderLaw) => z.ZodRawShape) => anyOf(laws.map(part));
  return {
    sections: any((law) => law.sections),
    language: any((law) => law.language),
    approach: any((law) => law.approach),
    effects: any((law) => law.effects),
    profile: any((law) => law.profile),
    asked: any((law) => law.asked),
    parts: any((law) => law.parts),
    payers: [...new Set(laws.flatMap(({ payers }) => payers))],
    phases: Math.max(...laws.map(({ phases }) => phases)),
  };
}

/** Schemas by regime and list of origins: scenarios with the same list share one, since zod prepares every schema separately. */
const schemas = new Recent<string, ScenarioSchema>(keptAtMost.scenarioSchemas);

function schemaWith(name: string, law: () => UnderLaw, origins: KnownOrigins): ScenarioSchema {
  const key = JSON.stringify([name, origins]);
  return schemas.get(key, () => scenarioSchemaWith(origins, law()));
}

/**
 * The schema of files whose regime is unknown: what any regime allows. An editor checks files by it, since a file may inherit its
 * regime from another.
 *
 * @param origins those that the file may name
 */
export function scenarioSchema(origins: KnownOrigins): ScenarioSchema {
  return schemaWith('', () => underAny(regimes.map(underLaw)), origins);
}

/** The schema of a scenario, by what its file and all that it inherits say together of its regime and its origins. */
export function schemaFor(tree: unknown): ScenarioSchema {
  const regime = findRegime((tree as { regime?: unknown } | undefined)?.regime);
  const origins = knownOrigins(tree);
  if (regime === undefined) return scenarioSchema(origins);
  return schemaWith(regime.name, () => underLaw(regime), origins);
}
