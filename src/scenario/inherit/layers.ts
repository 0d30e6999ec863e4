/** Layers of settings: what is in force in the end, and which layer set it. */

import { isNumberNode } from '../../domain/parameters/quantity.js';
import type { Diagnostic, Place } from '../check/diagnostic.js';
import type { Path } from '../yaml/yaml-file.js';

/** A tree of settings with the places of its nodes: a file, or what the command line sets. */
export interface Layer {
  readonly tree: unknown;
  /** Place of a value, or (`key`) of its name; of the nearest enclosing node when there is none. */
  locate(path: Path, key?: boolean): Place;
}

/** The value that one layer gives a node; null where the layer removes it. */
export interface Setting {
  readonly place: Place;
  readonly value: unknown;
}

/** Names of conditions. These are replaced, since merging the tracks of two conditions would require both at once. */
const conditionNames: readonly (string | number)[] = ['when', 'opens'];

/** Whether a name holds a condition. */
export function isConditionName(name: string | number | undefined): boolean {
  return name !== undefined && conditionNames.includes(name);
}

/** A node of a tree by path. */
export function nodeOf(tree: unknown, path: Path): unknown {
  let node = tree;
  for (const step of path) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, step)) return undefined;
    if (Array.isArray(node) && step === 'length') return undefined;
    node = (node as Record<string | number, unknown>)[step];
  }
  return node;
}

/** Whether a node is merged name by name; texts, lists, numbers (plain, annotated or tied) and conditions are replaced. */
export function isSection(node: unknown, name: string | number | undefined): node is Record<string, unknown> {
  if (typeof node !== 'object' || node === null || Array.isArray(node) || isNumberNode(node)) return false;
  return !isConditionName(name);
}

/**
 * Lays `above` over `below`: sections merge name by name; numbers (annotated ones whole), texts, lists and conditions
 * replace; an empty value (null) removes a name. `name`: the name of both nodes.
 */
export function mergeTrees(below: unknown, above: unknown, name?: string): unknown {
  if (!isSection(above, name)) return above;
  const merged: Record<string, unknown> = isSection(below, name) ? { ...below } : {};
  for (const [key, value] of Object.entries(above)) {
    if (value === null) delete merged[key];
    else merged[key] = mergeTrees(merged[key], value, key);
  }
  return merged;
}

/**
 * The layers that affect the node at a path, highest first, with what each has there. Layers below one that replaces the node as a
 * whole do not affect it.
 */
function layersWithSay(layers: readonly Layer[], path: Path): { layer: Layer; node: unknown }[] {
  const found: { layer: Layer; node: unknown }[] = [];
  // How deep on the path a higher layer has something.
  let reached = -1;
  for (const layer of layers) {
    let node = layer.tree;
    let isWhole = false;
    for (let depth = 0; node !== undefined && depth < path.length; depth++) {
      if (!isWhole && !isSection(node, path[depth - 1])) {
        // A section over a number or text also replaces it, so that only the highest layer can hold a number or text here.
        if (depth <= reached) return found;
        isWhole = true;
      }
      reached = Math.max(reached, depth);
      node = nodeOf(node, [path[depth]!]);
    }
    if (node !== undefined) found.push({ layer, node });
    if (isWhole) return found;
  }
  return found;
}

/**
 * The settings of the node at a path, highest layer first. The first one is in force (null: the node is removed) and overrides
 * the others. Empty when no layer set it.
 */
export function settingsAt(layers: readonly Layer[], path: Path): Setting[] {
  return layersWithSay(layers, path).map(({ layer, node }) => ({ place: layer.locate(path), value: node }));
}

/** The message for an empty value that removes nothing. */
export const NOTHING_TO_TAKE_AWAY =
  'expected a value; nothing is inherited here that an empty one could remove';

/** Paths of the empty values in a tree of sections. */
export function emptyPaths(node: unknown, path: readonly string[] = []): string[][] {
  if (node === null) return [[...path]];
  if (!isSection(node, path.at(-1))) return [];
  return Object.entries(node).flatMap(([key, value]) => emptyPaths(value, [...path, key]));
}

/** Empty values that remove nothing, because no lower layer sets anything there: somebody forgot a value. */
export function diagnoseEmpty(layers: readonly Layer[]): Diagnostic[] {
  return layers.flatMap((layer, i) =>
    emptyPaths(layer.tree)
      .filter((path) => (settingsAt(layers.slice(i + 1), path)[0]?.value ?? null) === null)
      .map((path) => ({
        ...layer.locate(path),
        message: `${path.join('.')}: ${NOTHING_TO_TAKE_AWAY}`,
      })),
  );
}

/** Place of a node in the layer that set it; of its nearest enclosing section when no layer did. */
export function locateIn(layers: readonly Layer[], path: Path, key = false): Place {
  for (let length = path.length; length > 0; length -= 1) {
    const at = path.slice(0, length);
    const [setter] = layersWithSay(layers, at);
    if (setter !== undefined) return setter.layer.locate(at, key && length === path.length);
  }
  return layers[0]!.locate([]);
}

/** What a path can name in a node: nothing with a dot in its name. That there is no such setting is said elsewhere. */
export const namedEntries = (node: object): [string, unknown][] =>
  Object.entries(node).filter(([key]) => !key.includes('.'));
