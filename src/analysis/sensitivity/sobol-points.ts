/**
 * Sobol points, scrambled. In each dimension, and in many projections, they are spread evenly, so that means over them are more precise
 * than over as many random points; scrambled, each point is uniformly distributed and the means are unbiased.
 */

import { deriveKey, hashName, uniformAt } from '../../engine/random/threefry.js';
import type { Key } from '../../simulation/seed.js';
import type { Matrix } from '../linear-algebra.js';
import { directions } from './direction-numbers.js';

/** Most dimensions that there are numbers for. */
export const MOST_DIMENSIONS = directions.length + 1;

const BITS = 32;
/** The largest double below 1. */
const BELOW_ONE = 1 - Number.EPSILON / 2;
/** Separates the addresses of scrambling from those of other designs under the same seed. */
const SCRAMBLING = hashName('Sobol points');

/**
 * Direction numbers of a dimension as binary fractions of 32 bits, by the recurrence of Bratley and Fox (1988, doi
 * 10.1145/42288.214372).
 */
function fractionsOf(dimension: number): Uint32Array {
  const fractions = new Uint32Array(BITS);
  if (dimension === 0) return fractions.map((_, bit) => 1 << (BITS - 1 - bit));
  const { polynomial, first } = directions[dimension - 1]!;
  const degree = first.length;
  for (let bit = 0; bit < BITS; bit++) {
    if (bit < degree) {
      fractions[bit] = first[bit]! << (BITS - 1 - bit);
      continue;
    }
    let value = fractions[bit - degree]! ^ (fractions[bit - degree]! >>> degree);
    for (let back = 1; back < degree; back++)
      if ((polynomial >> (degree - back)) & 1) value ^= fractions[bit - back]!;
    fractions[bit] = value;
  }
  return fractions;
}

/** A coordinate of Sobol's sequence before it is scrambled, as a binary fraction of 32 bits. */
function coordinate(fractions: Uint32Array, index: number): number {
  let value = 0;
  for (let bit = 0, rest = index; rest > 0; bit++, rest >>>= 1) if (rest & 1) value ^= fractions[bit]!;
  return value >>> 0;
}

/** Sobol's sequence itself, without scrambling, from its first point (0, 0, ...) on; a row for each point. */
export function sobolSequence(points: number, dimensions: number): Matrix {
  const values = new Float64Array(points * dimensions);
  for (let j = 0; j < dimensions; j++) {
    const fractions = fractionsOf(j);
    for (let i = 0; i < points; i++) values[i * dimensions + j] = coordinate(fractions, i) / 2 ** BITS;
  }
  return { rows: points, columns: dimensions, values };
}

/**
 * Scrambled Sobol points on (0, 1), a row for each: the nested uniform scrambling of Owen (1995, doi 10.1007/978-1-4612-2552-2_19). In each
 * dimension the two halves of (0, 1) change places or do not, at random; then the halves of each half, and so on until each point
 * is alone in its part, in which its place is random. Powers of two are spread most evenly. A dimension depends on the key, the
 * number of points and its position alone.
 *
 * @throws RangeError for more dimensions than there are numbers for ({@link MOST_DIMENSIONS})
 */
export function sobolPoints(points: number, dimensions: number, key: Key): Matrix {
  if (dimensions > MOST_DIMENSIONS)
    throw new RangeError(`Sobol points of ${dimensions} dimensions: there are at most ${MOST_DIMENSIONS}`);
  const values = new Float64Array(points * dimensions);
  const depth = Math.ceil(Math.log2(Math.max(2, points)));
  const parts = 2 ** depth;
  const turned = new Uint8Array(parts);
  for (let j = 0; j < dimensions; j++) {
    const fractions = fractionsOf(j);
    const [key0, key1] = deriveKey(key[0], key[1], SCRAMBLING, j);
    // Part 1 is the whole, 2 and 3 are its halves, 4 to 7 theirs.
    for (let part = 1; part < parts; part++) turned[part] = uniformAt(key0, key1, part, 0) < 0.5 ? 1 : 0;
    for (let i = 0; i < points; i++) {
      const place = coordinate(fractions, i) >>> (BITS - depth);
      let scrambled = 0;
      for (let level = depth - 1, part = 1; level >= 0; level--) {
        const bit = (place >>> level) & 1;
        scrambled = (scrambled << 1) | (bit ^ turned[part]!);
        part = (part << 1) | bit;
      }
      const within = (scrambled + uniformAt(key0, key1, i, 1)) / parts;
      values[i * dimensions + j] = Math.min(within, BELOW_ONE);
    }
  }
  return { rows: points, columns: dimensions, values };
}
