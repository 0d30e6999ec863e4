/** Designs of experiments: which values the paths of a sweep take together. */

import { deriveKey, hashName, uniformAt } from '../engine/random/threefry.js';
import type { Key } from '../simulation/seed.js';

/** A path of a scenario with the values it is to take. */
export interface GridAxis {
  readonly path: string;
  readonly values: readonly unknown[];
}

/** A path with its quantile function: the value at a probability strictly between 0 and 1. */
export interface Dimension {
  readonly path: string;
  readonly quantile: (probability: number) => number;
}

/** What a point sets: values by path. */
export type DesignPoint = Readonly<Record<string, unknown>>;

/** Number of points of a full grid. */
export function countGrid(axes: readonly GridAxis[]): number {
  return axes.reduce((product, { values }) => product * values.length, 1);
}

/** Every combination of the values; the last axis changes fastest. */
export function gridDesign(axes: readonly GridAxis[]): DesignPoint[] {
  return axes.reduce<DesignPoint[]>(
    (points, { path, values }) =>
      points.flatMap((point) => values.map((value) => ({ ...point, [path]: value }))),
    [{}],
  );
}

/** One point for every value of every axis, all other paths as they are. */
export function oneAtATimeDesign(axes: readonly GridAxis[]): DesignPoint[] {
  return axes.flatMap(({ path, values }) => values.map((value) => ({ [path]: value })));
}

/** Separates the addresses of designs from those of persons and of parameter draws under the same seed. */
const DESIGN = hashName('experimental design');

/** A permutation of 0 ... n - 1 by Fisher and Yates' shuffle, addressed by a key. */
export function permute(n: number, key0: number, key1: number): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(uniformAt(key0, key1, i, 0) * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/**
 * Latin hypercube (McKay, Beckman and Conover 1979, doi 10.1080/00401706.1979.10489755): of n points, each path has
 * exactly one in every n-th part of its probability, at a random place within it; the parts of different paths are
 * combined at random. A path's values depend on the key, n and the path alone: a further path leaves them as they are.
 */
export function latinHypercube(dimensions: readonly Dimension[], n: number, key: Key): DesignPoint[] {
  const columns = dimensions.map(({ path, quantile }) => {
    const [key0, key1] = deriveKey(key[0], key[1], DESIGN, hashName(path));
    const order = permute(n, key0, key1);
    return order.map((stratum, i) => quantile((stratum + uniformAt(key0, key1, i, 1)) / n));
  });
  return Array.from({ length: n }, (_, i) =>
    Object.fromEntries(dimensions.map(({ path }, d) => [path, columns[d]![i]!])),
  );
}
