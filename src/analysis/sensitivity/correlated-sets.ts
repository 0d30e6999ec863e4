/** Inputs that go together: sets of them that no correlation leads out of. */

import { groupBy } from '../../domain/group-by.js';
import { normalQuantile } from '../../engine/random/special.js';
import { orthonormalise } from '../linear-algebra.js';

/** Chance that independent inputs come into one set. */
const FALSE_ALARM = 0.05;

/**
 * Sets of inputs, such that each is correlated with another of its set (or alone), and with none of another set as far as the rows can tell:
 * no correlation is more than chance makes at 5 % over all pairs (Fisher's z). Half of the rows are taken to be independent, since draws
 * come in antithetic pairs.
 *
 * @param columns each by row; no one is constant
 */
export function correlatedSets(columns: readonly Float64Array[]): number[][] {
  const count = columns.length;
  const rows = columns[0]?.length ?? 0;
  const one = [new Float64Array(rows).fill(1)];
  // Of length one and with mean 0, so that products are correlations.
  const scaled = columns.map((column) => orthonormalise([...one, column]).basis[1]!);
  const pairs = Math.max(1, (count * (count - 1)) / 2);
  const z = normalQuantile(1 - FALSE_ALARM / (2 * pairs)) / Math.sqrt(Math.max(1, rows / 2 - 3));
  const least = Math.tanh(z);
  const setOf = columns.map((_, j) => j);
  const rootOf = (j: number): number => (setOf[j] === j ? j : rootOf(setOf[j]!));
  for (let a = 0; a < count; a++)
    for (let b = 0; b < a; b++) {
      let correlation = 0;
      for (let i = 0; i < rows; i++) correlation += scaled[a]![i]! * scaled[b]![i]!;
      if (Math.abs(correlation) > least) setOf[rootOf(a)] = rootOf(b);
    }
  return [...groupBy(columns.keys(), rootOf).values()];
}
