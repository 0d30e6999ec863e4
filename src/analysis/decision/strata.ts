/**
 * Draws as contrasts that are independent of each other. The draws of a block have the same persons, and those of a pair antithetic
 * parameters: what is left of an outcome goes together within blocks, and against each other within pairs. Means of blocks, differences
 * between the pairs of a block and differences within pairs do not go together, but have variances of their own (the strata of the
 * analysis of variance: Nelder 1965, doi 10.1098/rspa.1965.0012).
 */

import { DRAWS_PER_BLOCK } from '../../simulation/cohort/cohort-key.js';
import type { Matrix } from '../linear-algebra.js';

const [OF_BLOCKS, BETWEEN_PAIRS, WITHIN_PAIRS] = [0, 1, 2];

/** Contrasts of a block of so many draws, each of length one: their strata, and their coefficients by draw. */
const contrastsOf: readonly (readonly { stratum: number; of: readonly number[] }[])[] = [
  [],
  [{ stratum: OF_BLOCKS, of: [1] }],
  [
    { stratum: OF_BLOCKS, of: [Math.SQRT1_2, Math.SQRT1_2] },
    { stratum: WITHIN_PAIRS, of: [Math.SQRT1_2, -Math.SQRT1_2] },
  ],
  [
    { stratum: OF_BLOCKS, of: [1, 1, 1].map((one) => one / Math.sqrt(3)) },
    { stratum: BETWEEN_PAIRS, of: [1, 1, -2].map((one) => one / Math.sqrt(6)) },
    { stratum: WITHIN_PAIRS, of: [Math.SQRT1_2, -Math.SQRT1_2, 0] },
  ],
  [
    { stratum: OF_BLOCKS, of: [0.5, 0.5, 0.5, 0.5] },
    { stratum: BETWEEN_PAIRS, of: [0.5, 0.5, -0.5, -0.5] },
    { stratum: WITHIN_PAIRS, of: [Math.SQRT1_2, -Math.SQRT1_2, 0, 0] },
    { stratum: WITHIN_PAIRS, of: [0, 0, Math.SQRT1_2, -Math.SQRT1_2] },
  ],
];

/** Sums of squares and products of columns and a response over the contrasts of a stratum. */
export interface ContrastSums {
  /** X'X, row by row. */
  readonly gram: Float64Array;
  /** X'y. */
  readonly crossed: Float64Array;
  /** y'y. */
  squares: number;
  /** Contrasts. */
  count: number;
}

function addContrast(into: ContrastSums, row: Float64Array, y: number): void {
  const k = row.length;
  for (let a = 0; a < k; a++) {
    const left = row[a]!;
    if (left === 0) continue;
    for (let b = a; b < k; b++) into.gram[a * k + b]! += left * row[b]!;
    into.crossed[a]! += left * y;
  }
  into.squares += y * y;
  into.count += 1;
}

/** The sums of each stratum. Together they are those of the draws. */
export function sumsByStratum(x: Matrix, response: Float64Array): ContrastSums[] {
  const k = x.columns;
  const strata = [OF_BLOCKS, BETWEEN_PAIRS, WITHIN_PAIRS].map(
    (): ContrastSums => ({
      gram: new Float64Array(k * k),
      crossed: new Float64Array(k),
      squares: 0,
      count: 0,
    }),
  );
  const row = new Float64Array(k);
  for (let first = 0; first < x.rows; first += DRAWS_PER_BLOCK) {
    for (const { stratum, of } of contrastsOf[Math.min(DRAWS_PER_BLOCK, x.rows - first)]!) {
      row.fill(0);
      let y = 0;
      for (let d = 0; d < of.length; d++) {
        const factor = of[d]!;
        if (factor === 0) continue;
        for (let a = 0; a < k; a++) row[a]! += factor * x.values[(first + d) * k + a]!;
        y += factor * response[first + d]!;
      }
      addContrast(strata[stratum]!, row, y);
    }
  }
  for (const { gram } of strata)
    for (let a = 0; a < k; a++) for (let b = 0; b < a; b++) gram[a * k + b] = gram[b * k + a]!;
  return strata;
}

/** The sums over all strata, each with a weight. */
export function together(strata: readonly ContrastSums[], weights: readonly number[]): ContrastSums {
  const add = (of: (own: ContrastSums) => Float64Array) => {
    const sum = new Float64Array(of(strata[0]!).length);
    strata.forEach((own, s) => {
      const values = of(own);
      for (let i = 0; i < sum.length; i++) sum[i]! += weights[s]! * values[i]!;
    });
    return sum;
  };
  return {
    gram: add(({ gram }) => gram),
    crossed: add(({ crossed }) => crossed),
    squares: strata.reduce((sum, own, s) => sum + weights[s]! * own.squares, 0),
    count: strata.reduce((sum, own) => sum + own.count, 0),
  };
}
