import type { DrawValues } from '../../../src/analysis/variances.js';
import { normalCdf, normalQuantile } from '../../../src/engine/random/special.js';
import { uniformAt } from '../../../src/engine/random/threefry.js';

/** Standard normal number `index` of a stream. */
export const normalAt = (stream: number, index: number) =>
  normalQuantile(uniformAt(stream, 17, index >>> 0, 3));

/** Independent standard normal numbers, one a draw. */
export const normals = (stream: number, draws: number) =>
  Float64Array.from({ length: draws }, (_, d) => normalAt(stream, d));

/** Values of draws without chance in them. */
export const sure = (whole: Float64Array): DrawValues => ({
  whole,
  halfDifference: new Float64Array(whole.length),
});

/**
 * Values of draws as a run of few persons gives them: the two halves of the persons are off by independent normal errors, so that the
 * whole has variance noise^2. The part `common` of it is the same for the four draws of a block.
 */
export function noisy(expected: Float64Array, noise: number, stream: number, common = 0.5): DrawValues {
  const error = (half: number, d: number) =>
    noise *
    Math.SQRT2 *
    (Math.sqrt(common) * normalAt(stream + half, d >> 2) +
      Math.sqrt(1 - common) * normalAt(stream + 100 + half, d));
  const halves = [0, 1].map((half) => expected.map((value, d) => value + error(half, d)));
  return {
    whole: expected.map((_, d) => (halves[0]![d]! + halves[1]![d]!) / 2),
    halfDifference: expected.map((_, d) => (halves[0]![d]! - halves[1]![d]!) / 2),
  };
}

/** Density of the standard normal distribution. */
const density = (z: number) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

/**
 * Value of knowing a normal difference of mean m and standard deviation s exactly: s phi(m / s) - |m| Phi(-|m| / s) (Raiffa and Schlaifer
 * 1961; the unit normal loss). Of knowing part of it, s is the standard deviation of its mean given that part.
 */
export const normalValue = (m: number, s: number) =>
  s * density(m / s) - Math.abs(m) * normalCdf(-Math.abs(m) / s);
