/** A list of origins replaces the one that is inherited: what is inherited of origins that are not in it has no place. */

import { scenarioSchema } from '../../domain/regimes/scenario-schema.js';
import { anyOrigins, knownOrigins } from '../../domain/schema/origins.js';
import { sectionsMarked } from '../check/schema-walk.js';
import type { Path } from '../yaml/yaml-file.js';
import { isSection, type Layer, mergeTrees, nodeOf } from './layers.js';

/** A tree in which a section has only some of its names. */
function keepNames(tree: unknown, path: Path, names: readonly string[]): unknown {
  const section = nodeOf(tree, path);
  if (!isSection(section, path.at(-1))) return tree;
  const lost = Object.keys(section).filter((name) => !names.includes(name));
  const taken: unknown = Object.fromEntries(lost.map((name) => [name, null]));
  return lost.length === 0
    ? tree
    : mergeTrees(
        tree,
        path.reduceRight((below, name) => ({ [name]: below }), taken),
      );
}

/**
 * Layers, highest first, without what those below the highest list of origins say of origins that are not in it. What
 * stands beside such a list or above it stays, so that a name that is not in the list is found.
 */
export function dropLostOrigins<L extends Layer>(layers: readonly L[]): readonly L[] {
  const setter = layers.findIndex(({ tree }) => nodeOf(tree, ['origins']) !== undefined);
  const { names, areAll } = knownOrigins(layers[setter]?.tree);
  if (!areAll) return layers;
  const sections = sectionsMarked(scenarioSchema(anyOrigins), 'byOrigin');
  return layers.map((layer, i) =>
    i <= setter
      ? layer
      : { ...layer, tree: sections.reduce((tree, path) => keepNames(tree, path, names), layer.tree) },
  );
}
