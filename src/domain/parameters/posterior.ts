/** Joint draws of calibrated parameters, which a parameter draw uses instead of drawing these parameters one by one. */

import { type AnnotatedQuantity, isAnnotated } from './quantity.js';

/** Posterior draws of the parameters at `paths`. */
export interface Posterior {
  readonly paths: readonly string[];
  readonly rows: number;
  /** Row by row; see {@link valueAt}. */
  readonly values: Float64Array;
  /** Values that represent the posterior where a single set is needed: its mean, on the scale of the calibration. */
  readonly central: Float64Array;
}

/** The value of a parameter, by its place among the paths, in a row. */
export function valueAt(
  { paths, values }: Pick<Posterior, 'paths' | 'values'>,
  row: number,
  parameter: number,
): number {
  return values[row * paths.length + parameter]!;
}

/** The parts of a quantity that make up its prior distribution. */
export type Prior = Pick<
  AnnotatedQuantity,
  'value' | 'low' | 'high' | 'interval' | 'distribution' | 'points'
>;

/** Whether a quantity of a scenario still is the one that a posterior was fitted from. */
export function isPrior(quantity: unknown, prior: Prior): boolean {
  if (!isAnnotated(quantity) || quantity.tie !== undefined || quantity.choice !== undefined) return false;
  const same = (name: 'value' | 'low' | 'high' | 'interval' | 'distribution') =>
    quantity[name] === prior[name];
  return (
    same('value') &&
    same('low') &&
    same('high') &&
    same('interval') &&
    same('distribution') &&
    JSON.stringify(quantity.points) === JSON.stringify(prior.points)
  );
}

/** The posterior without the parameters that fail the test. */
export function keepParameters(posterior: Posterior, keep: (path: string) => boolean): Posterior {
  const kept = posterior.paths.flatMap((path, p) => (keep(path) ? [p] : []));
  const values = new Float64Array(posterior.rows * kept.length);
  for (let r = 0, at = 0; r < posterior.rows; r++)
    for (const p of kept) values[at++] = valueAt(posterior, r, p);
  return {
    paths: kept.map((p) => posterior.paths[p]!),
    rows: posterior.rows,
    values,
    central: Float64Array.from(kept, (p) => posterior.central[p]!),
  };
}

/** All draws of one parameter; undefined when it is not in the posterior. */
export function drawsOf(posterior: Posterior, path: string): number[] | undefined {
  const p = posterior.paths.indexOf(path);
  if (p < 0) return undefined;
  const draws = new Array<number>(posterior.rows);
  for (let r = 0; r < posterior.rows; r++) draws[r] = valueAt(posterior, r, p);
  return draws;
}

/** One set of values by path: a row, or the central values where `row` is undefined. */
export function posteriorValues(posterior: Posterior, row: number | undefined): ReadonlyMap<string, number> {
  return new Map(
    posterior.paths.map((path, p) => [
      path,
      row === undefined ? posterior.central[p]! : valueAt(posterior, row, p),
    ]),
  );
}

/** The value of one parameter at each probability over the draws; undefined when it is not in the posterior. */
export function quantileOfDraws(posterior: Posterior, path: string): ((p: number) => number) | undefined {
  const unsorted = drawsOf(posterior, path);
  if (unsorted === undefined) return undefined;
  // Without a comparison of its own, which would be called tens of thousands of times.
  const draws = Float64Array.from(unsorted).sort();
  return (p) => {
    const at = p * (draws.length - 1);
    const below = Math.floor(at);
    const [low, high] = [draws[below]!, draws[Math.min(below + 1, draws.length - 1)]!];
    return low + (at - below) * (high - low);
  };
}
