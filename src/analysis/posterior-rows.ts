/**
 * The part of a Monte Carlo error that comes from the rows of the posterior. Each draw takes another row until all have been
 * used. The mean over the rows is therefore known better the more of them have been used, and exactly once all have: they are a
 * sample from a finite population (Cochran, Sampling Techniques, 1977, section 2.6). How much of the spread between draws is due
 * to the rows is estimated by a regression on their parameters. The regression uses sums of antithetic pairs of draws (see
 * `drawScenario`), in which the other parameters cancel as they do in the mean.
 */

import { rowsOfDraws } from '../domain/parameters/draw.js';
import { valueAt } from '../domain/parameters/posterior.js';
import type { Task } from '../simulation/task.js';
import { orthonormalise, takeOut } from './linear-algebra.js';

/** The rows of the posterior by draw, prepared for the regression. */
export interface PosteriorRows {
  /** Orthonormal vectors over the pairs of draws that span the parameters in their rows, apart from a constant. */
  readonly basis: readonly Float64Array[];
  /** The fraction of the rows' variance that remains in a mean of draws, since rows are drawn without replacement. */
  readonly left: number;
  readonly rows: number;
}

/** The least number of pairs per parameter of the posterior for a regression; with fewer, draws are treated as independent. */
const PAIRS_PER_PARAMETER = 1.2;
/** Draws in an antithetic pair. */
const PAIR = 2;
/** Sums of pairs of draws; the last draw may stand alone. */
function sumsOfPairs(values: Float64Array): Float64Array {
  const sums = new Float64Array(Math.ceil(values.length / PAIR));
  for (let d = 0; d < values.length; d++) sums[Math.floor(d / PAIR)]! += values[d]!;
  return sums;
}

/** The rows of a task's draws; undefined without a posterior, or where there are too few draws to estimate the effect of the rows. */
export function posteriorRowsOf({ posterior, key, draws }: Task): PosteriorRows | undefined {
  if (posterior === undefined || posterior.paths.length === 0) return undefined;
  const { paths, rows } = posterior;
  const pairs = Math.ceil(draws / PAIR);
  if (pairs < PAIRS_PER_PARAMETER * paths.length) return undefined;
  const constant = new Float64Array(pairs).fill(1 / Math.sqrt(pairs));
  const rowOf = rowsOfDraws(posterior, key);
  const { basis } = orthonormalise(
    paths.map((_, p) => {
      const vector = sumsOfPairs(
        Float64Array.from({ length: draws }, (_value, draw) => valueAt(posterior, rowOf(draw), p)),
      );
      takeOut(vector, [constant]);
      return vector;
    }),
  );
  // Complete rounds of all rows leave no error; the rows of the last, incomplete round are a sample from all.
  const last = draws % rows;
  return { basis, left: (last / draws) * (1 - last / rows), rows };
}

/** The influences of draws, split into what follows from their rows and what does not. */
interface Parts {
  /** The part not due to the rows, by pair of draws, scaled up for the degrees of freedom used by the regression. */
  readonly others: Float64Array;
  /** Sum of squares of the part due to the rows, less the contribution of chance. */
  readonly ofRows: number;
}

/** Splits influences into the part that is linear in the rows' parameters, and the rest. */
export function takeApart(influence: Float64Array, { basis }: PosteriorRows): Parts {
  const pairs = sumsOfPairs(influence);
  const others = pairs.slice();
  takeOut(others, basis);
  const squares = (values: Float64Array) => values.reduce((sum, value) => sum + value * value, 0);
  const rest = squares(others);
  const freedom = pairs.length - 1 - basis.length;
  const ofRows = Math.max(0, squares(pairs) - rest - (basis.length * rest) / freedom);
  const scale = Math.sqrt((pairs.length - 1) / freedom);
  return { others: others.map((value) => scale * value), ofRows };
}
