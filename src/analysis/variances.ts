/** Variance components of the draws of a run, or of some of them, within and between their blocks. */

import { DRAWS_PER_BLOCK } from '../simulation/cohort/cohort-key.js';
import { mean, present, variance } from './statistics.js';

/** Values of draws: of all persons, and of the two halves; NaN where a draw has nobody. */
export interface DrawValues {
  readonly whole: Float64Array;
  /** Half the difference between the halves. */
  readonly halfDifference: Float64Array;
}

/** Variance between draws. */
export interface Variances {
  /** From the parameters and the chance that remains within blocks; and its degrees of freedom. */
  readonly between: number;
  readonly freedom: number;
  /** Over the parameters alone; and its squared error. */
  readonly parameters: number;
  readonly error: number;
}

/** Squared error of a variance with so many degrees of freedom. */
const errorOf = (variance: number, freedom: number) => (2 * variance ** 2) / freedom;

/** What is left of a variance without what chance adds to it. */
const lessNoise = (between: number, freedom: number, noise: number, noiseFreedom: number): Variances => ({
  between,
  freedom,
  parameters: between - noise,
  error: errorOf(between, freedom) + errorOf(noise, noiseFreedom),
});

/** Squares of differences that have been added up, and those of the halves' differences. */
interface Squares {
  sum: number;
  products: number;
  count: number;
}

const noSquares = (): Squares => ({ sum: 0, products: 0, count: 0 });

function addSquares(into: Squares, value: number, noise: number): void {
  into.sum += value * value;
  into.products += noise * noise;
  into.count += 1;
}

/**
 * Variance components from within the blocks: squares of the differences within antithetic pairs, and between the means of
 * the two pairs of a block. Negative correlation within pairs makes the first larger and the second smaller, so that their mean
 * is the variance between independent draws in any case.
 */
export function withinBlocks({ whole, halfDifference }: DrawValues): Variances {
  const inPairs = noSquares();
  const ofPairs = noSquares();
  const draws = whole.length;
  for (let first = 0; first + 1 < draws; first += DRAWS_PER_BLOCK) {
    let pairs = 0;
    let value = 0;
    let noise = 0;
    for (let d = first; d < Math.min(first + DRAWS_PER_BLOCK, draws - 1); d += 2) {
      const difference = whole[d]! - whole[d + 1]!;
      const noiseDifference = halfDifference[d]! - halfDifference[d + 1]!;
      if (Number.isNaN(difference) || Number.isNaN(noiseDifference)) continue;
      addSquares(inPairs, difference / Math.SQRT2, noiseDifference / Math.SQRT2);
      const sign = pairs === 0 ? 0.5 : -0.5;
      value += sign * (whole[d]! + whole[d + 1]!);
      noise += sign * (halfDifference[d]! + halfDifference[d + 1]!);
      pairs += 1;
    }
    if (pairs === 2) addSquares(ofPairs, value, noise);
  }
  const within = inPairs.sum / inPairs.count;
  const noiseFreedom = inPairs.count + ofPairs.count;
  const noise = (inPairs.products + ofPairs.products) / noiseFreedom;
  if (ofPairs.count === 0) return lessNoise(within, inPairs.count, noise, noiseFreedom);
  const pairs = ofPairs.sum / ofPairs.count;
  // Satterthwaite's approximation for the mean of two mean squares.
  const freedom = (within + pairs) ** 2 / (within ** 2 / inPairs.count + pairs ** 2 / ofPairs.count);
  return lessNoise((within + pairs) / 2, freedom, noise, noiseFreedom);
}

/** A variance over the parameters, and what was subtracted from it because of chance. */
interface Part {
  readonly parameters: number;
  readonly noise: number;
  readonly freedom: number;
}

/**
 * From the squares of the differences between a draw of the one pair of a block and a draw of the other, which are independent of each
 * other. A block counts once, since its draws have their persons in common and the differences go together.
 */
function acrossPairs({ whole, halfDifference }: DrawValues): Part {
  const all = noSquares();
  for (let first = 0; first < whole.length; first += DRAWS_PER_BLOCK) {
    const block = noSquares();
    for (let d = first; d < first + 2; d++)
      for (let e = first + 2; e < Math.min(first + DRAWS_PER_BLOCK, whole.length); e++) {
        const difference = (whole[d]! - whole[e]!) / Math.SQRT2;
        const noise = (halfDifference[d]! - halfDifference[e]!) / Math.SQRT2;
        if (!Number.isNaN(difference) && !Number.isNaN(noise)) addSquares(block, difference, noise);
      }
    if (block.count > 0)
      addSquares(all, Math.sqrt(block.sum / block.count), Math.sqrt(block.products / block.count));
  }
  const { sum, products, count } = all;
  return { parameters: (sum - products) / count, noise: products / count, freedom: count };
}

/** Number of values in each block, and their means. */
export function blockMeans(values: Float64Array): { counts: Float64Array; means: Float64Array } {
  const blocks = Math.ceil(values.length / DRAWS_PER_BLOCK);
  const counts = new Float64Array(blocks);
  const means = new Float64Array(blocks);
  for (let d = 0; d < values.length; d++) {
    const value = values[d]!;
    if (Number.isNaN(value)) continue;
    const block = Math.floor(d / DRAWS_PER_BLOCK);
    counts[block]! += 1;
    means[block]! += value;
  }
  for (let b = 0; b < blocks; b++) means[b]! /= counts[b]!;
  return { counts, means };
}

/** From the means of blocks, each of which has persons of its own. */
function acrossBlocks({ whole, halfDifference }: DrawValues): Part {
  const { counts, means } = blockMeans(whole);
  const inEach = counts.filter((count) => count > 0);
  const varianceOf = (values: Float64Array) => variance(present([...values]));
  // A mean of so many draws varies so much less than a draw.
  const share = mean(inEach.map((count) => 1 / count));
  const noise = varianceOf(blockMeans(halfDifference).means) / share;
  return { parameters: varianceOf(means) / share - noise, noise, freedom: inEach.length - 1 };
}

/**
 * Variance components where draws are left out, so that pairs are not whole: from within blocks and from between them, weighted by the
 * inverse of their squared errors. Those follow from one variance and from chance, so that the weights do not go by which of the two
 * happens to be small. Within blocks alone half of what the draws tell would be lost.
 */
export function variancesOfPart(values: DrawValues): Variances {
  const parts = [acrossPairs(values), acrossBlocks(values)].filter(({ freedom }) => freedom > 0);
  const all = parts.reduce((sum, { freedom }) => sum + freedom, 0);
  const about = Math.max(
    0,
    parts.reduce((sum, { parameters, freedom }) => sum + freedom * parameters, 0) / all,
  );
  const weights = parts.map(
    ({ noise, freedom }) => 1 / (errorOf(about + noise, freedom) + errorOf(noise, freedom)),
  );
  const weight = weights.reduce((sum, each) => sum + each, 0);
  const parameters = parts.reduce((sum, each, i) => sum + weights[i]! * each.parameters, 0) / weight;
  const { noise, freedom } = parts[0] ?? { noise: Number.NaN, freedom: Number.NaN };
  const between = parameters + noise;
  const error = 1 / weight;
  return {
    between,
    freedom: (2 * between ** 2) / (error + errorOf(noise, freedom)),
    parameters,
    error,
  };
}
