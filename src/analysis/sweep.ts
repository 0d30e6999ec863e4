/** The results of a sweep: every point's outcome, its difference from the base, and each approach's difference from the reference. */

import type { PointDraw, SweepTask } from '../simulation/sweep/sweep-draw.js';
import { referenceFirst } from '../simulation/task.js';
import { type EstimateRow, measureDifferences, measureEstimates } from './estimates.js';
import { assembleResults, type Results } from './results.js';

/** A finished point: its draws without times and curves, and the products that pair it with the base. */
export interface PointResults {
  readonly results: Results;
  /** By draw and approach, sums of products with the base (see `PointDraw`). */
  readonly withBase: readonly (readonly Float64Array[])[];
}

/** A row of a sweep. */
export interface SweepRow extends EstimateRow {
  /** What was subtracted from the outcome: nothing (empty), the base, or the reference approach (its name). */
  readonly against: string;
}

/** Combines the draws of a point with the layout of their arrays. Draws must be in order. */
export function assemblePoint(
  task: SweepTask,
  scenario: SweepTask['scenarios'][number],
  draws: readonly PointDraw[],
): PointResults {
  const approaches = referenceFirst(scenario.tree, Object.keys(scenario.tree.approaches));
  const { norms, key, draws: count, replications } = task;
  const own = { ...scenario, norms, key, draws: count, replications, approaches, persons: false };
  return {
    results: assembleResults(
      own,
      draws.map(({ result }) => result),
    ),
    withBase: draws.map(({ withBase }) => withBase),
  };
}

/** By draw, the sums of products of an approach's measures with those of the reference approach. */
function productsOf(results: Results, approach: number): Float64Array[] {
  return results.draws.map((draw) => draw.approaches[approach]!.products);
}

/**
 * Rows of one point: by approach the outcome, the difference from the base under the same approach, and the difference
 * from the reference approach at the same point. Differences are between pairs of the same draw and replication, on
 * common random numbers. Approaches and measures that the base lacks have no difference from it.
 *
 * @param base absent when the point is the base itself
 */
export function sweepRows(point: PointResults, base?: PointResults): SweepRow[] {
  const { results, withBase } = point;
  return results.approaches.flatMap(({ name }, approach): SweepRow[] => {
    const side = { results, approach };
    const atBase = base?.results.approaches.findIndex((layout) => layout.name === name) ?? -1;
    const products = withBase.map((draw) => draw[approach]!);
    const fromBase =
      base === undefined || atBase < 0
        ? []
        : measureDifferences(side, { results: base.results, approach: atBase }, 0, { products });
    const fromReference =
      approach === 0
        ? []
        : measureDifferences(side, { results, approach: 0 }, 0, { products: productsOf(results, approach) });
    return [
      ...measureEstimates(side, 0).map((row) => ({ ...row, against: '' })),
      ...fromBase.map((row) => ({ ...row, against: 'base' })),
      ...fromReference.map((row) => ({ ...row, against: row.reference })),
    ];
  });
}
