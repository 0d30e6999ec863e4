/** A list of origins replaces the inherited one, and inherited settings of other origins are dropped. */

import { schemaFor } from '../../domain/regimes/scenario-schema.js';
import { knownOrigins } from '../../domain/schema/origins.js';
import { sectionsMarked } from '../check/schema-walk.js';
import type { Path } from '../yaml/yaml-file.js';
import { isSection, type Layer, mergeTrees, nodeOf, settingsAt } from './layers.js';

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
 * The layers, highest first, in which layers below the highest list of origins no longer mention other origins. Settings in the
 * same layer or higher are kept, so that a name missing from the list is reported.
 */
export function dropLostOrigins<L extends Layer>(layers: readonly L[]): readonly L[] {
  const setter = layers.findIndex(({ tree }) => nodeOf(tree, ['origins']) !== undefined);
  const origins = nodeOf(layers[setter]?.tree, ['origins']);
  const { names, areAll } = knownOrigins({ origins });
  if (!areAll) return layers;
  // The schema that the scenario is checked by: to make one for this alone would take as long as reading the files.
  const regime = settingsAt(layers, ['regime'])[0]?.value;
  const schema = schemaFor({ regime, origins });
  return layers.map((layer, i) => {
    if (i <= setter) return layer;
    const sections = sectionsMarked(schema, 'byOrigin', layer.tree);
    return { ...layer, tree: sections.reduce((tree, path) => keepNames(tree, path, names), layer.tree) };
  });
}
