/**
 * The part of a Monte Carlo error that comes from the rows of the posterior. Draw after draw takes another row until all have
 * come, so that the mean over the rows is known the better the more of them have come, and exactly when all have: a sample from a
 * finite population (Cochran, Sampling Techniques, 1977, section 2.6). How much of the spread between draws is due to the rows is
 * estimated by a regression on the parameters in them: of antithetic pairs of draws (see `drawScenario`), in whose sums the other
 * parameters cancel as they do in the mean.
 */

import { rowsOfDraws } from '../domain/parameters/draw.js';
import type { Task } from '../simulation/task.js';
import { orthonormalise, takeOut } from './linear-algebra.js';

/** Rows of the posterior by draw, as far as a regression on them is possible. */
export interface PosteriorRows {
  /** Orthonormal vectors over the pairs of draws that span the parameters in their rows, apart from a constant. */
  readonly basis: readonly Float64Array[];
  /** Part of the rows' variance in a mean of independent draws that is left since rows come without repetition. */
  readonly left: number;
  readonly rows: number;
}

/** Pairs for each parameter of the posterior from which on a regression is made; of fewer, draws are taken as independent. */
const PAIRS_PER_PARAMETER = 1.2;
/** Draws in an antithetic pair. */
const PAIR = 2;
/** Sums of pairs of draws; the last draw may stand alone. */
function sumsOfPairs(values: Float64Array): Float64Array {
  const sums = new Float64Array(Math.ceil(values.length / PAIR));
  for (let d = 0; d < values.length; d++) sums[Math.floor(d / PAIR)]! += values[d]!;
  return sums;
}

/** The rows of a task's draws; undefined without a posterior, or where there are too few draws to tell what rows do. */
export function posteriorRowsOf({ posterior, key, draws }: Task): PosteriorRows | undefined {
  if (posterior === undefined || posterior.paths.length === 0) return undefined;
  const { paths, rows, values } = posterior;
  const pairs = Math.ceil(draws / PAIR);
  if (pairs < PAIRS_PER_PARAMETER * paths.length) return undefined;
  const constant = new Float64Array(pairs).fill(1 / Math.sqrt(pairs));
  const rowOf = rowsOfDraws(posterior, key);
  const { basis } = orthonormalise(
    paths.map((_, p) => {
      const vector = sumsOfPairs(
        Float64Array.from({ length: draws }, (_value, draw) => values[rowOf(draw) * paths.length + p]!),
      );
      takeOut(vector, [constant]);
      return vector;
    }),
  );
  // Whole rounds of all rows leave nothing; of the last round so many rows are a sample from all.
  const last = draws % rows;
  return { basis, left: (last / draws) * (1 - last / rows), rows };
}

/** The influences of draws, split into what follows from their rows and what does not. */
interface Parts {
  /** What does not, by pair of draws; larger by what the regression took with it. */
  readonly others: Float64Array;
  /** Sum of the squares of the part that does, less what chance contributes to it. */
  readonly ofRows: number;
}

/** Takes influences apart into what follows from the rows, in a straight line, and the rest. */
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
