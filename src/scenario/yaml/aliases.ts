/** YAML aliases (*name) of numbers, or of sections that hold them: one unknown in several places. */

import { isNumberNode, type Quantity, type SameAs } from '../../domain/parameters/quantity.js';
import { scenarioSchema } from '../../domain/regimes/scenario-schema.js';
import { anyOrigins } from '../../domain/schema/origins.js';
import { unitAt } from '../check/schema-walk.js';
import { isConditionName } from '../inherit/layers.js';
import type { Path, YamlFile } from './yaml-file.js';

/** The number that each alias stands for. Not a cache: it is recorded nowhere else. An entry disappears with its alias. */
const repeated = new WeakMap<SameAs, Quantity>();

/**
 * The number that an alias repeats, by the tie it became: it becomes an independent number where a higher layer removes the
 * anchored one.
 */
export function repeatedBy(tie: SameAs): Quantity | undefined {
  return repeated.get(tie);
}

/** A copy of an aliased node in which every number is tied to the one at the anchor. */
function tieBelow(node: unknown, at: Path, anchor: Path): unknown {
  if (typeof node === 'number' || isNumberNode(node)) {
    if (unitAt(scenarioSchema(anyOrigins), at) === undefined) return node;
    const tied: SameAs = { same_as: anchor.join('.') };
    if (typeof node === 'number' || 'value' in node) repeated.set(tied, node);
    return tied;
  }
  if (typeof node !== 'object' || node === null || isConditionName(at.at(-1))) return node;
  if (Array.isArray(node)) return node.map((item, i) => tieBelow(item, [...at, i], [...anchor, i]));
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, tieBelow(value, [...at, key], [...anchor, key])]),
  );
}

/** A scenario file in which aliases of numbers have become ties. */
export function tieAliases(file: YamlFile): YamlFile {
  if (file.aliases.length === 0) return file;
  const anchors = new Map(file.aliases.map(({ at, anchor }) => [JSON.stringify(at), anchor]));
  const walk = (node: unknown, at: Path): unknown => {
    const anchor = anchors.get(JSON.stringify(at));
    if (anchor !== undefined) return tieBelow(node, at, anchor);
    if (typeof node !== 'object' || node === null) return node;
    if (Array.isArray(node)) return node.map((item, i) => walk(item, [...at, i]));
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, walk(value, [...at, key])]));
  };
  return { ...file, tree: walk(file.tree, []) };
}
