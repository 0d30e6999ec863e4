/** Joint draws of calibrated parameters: what a parameter draw takes instead of one parameter at a time. */

import { type AnnotatedQuantity, isAnnotated } from './quantity.js';

/** Posterior draws of the parameters at `paths`; row r, parameter p at `r * paths.length + p`. */
export interface Posterior {
  readonly paths: readonly string[];
  readonly rows: number;
  readonly values: Float64Array;
  /** Values that stand for the posterior where one set is wanted: its mean, on the scale of the calibration. */
  readonly central: Float64Array;
}

/** The parts of a quantity that make up its prior distribution. */
export type Prior = Pick<
  AnnotatedQuantity,
  'value' | 'low' | 'high' | 'interval' | 'distribution' | 'points'
>;

/** Whether a quantity of a scenario still is the one that a posterior was fitted from. */
export function isPrior(quantity: unknown, prior: Prior): boolean {
  if (!isAnnotated(quantity) || quantity.tie !== undefined) return false;
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
  const width = posterior.paths.length;
  const values = new Float64Array(posterior.rows * kept.length);
  for (let r = 0; r < posterior.rows; r++) {
    for (const [k, p] of kept.entries()) values[r * kept.length + k] = posterior.values[r * width + p]!;
  }
  return {
    paths: kept.map((p) => posterior.paths[p]!),
    rows: posterior.rows,
    values,
    central: Float64Array.from(kept, (p) => posterior.central[p]!),
  };
}

/** All draws of one parameter; undefined when it is not in the posterior. */
export function drawsOf({ paths, rows, values }: Posterior, path: string): number[] | undefined {
  const p = paths.indexOf(path);
  return p < 0 ? undefined : Array.from({ length: rows }, (_, r) => values[r * paths.length + p]!);
}

/** One set of values by path: a row, or the central values where `row` is undefined. */
export function posteriorValues(posterior: Posterior, row: number | undefined): ReadonlyMap<string, number> {
  const width = posterior.paths.length;
  return new Map(
    posterior.paths.map((path, p) => [
      path,
      row === undefined ? posterior.central[p]! : posterior.values[row * width + p]!,
    ]),
  );
}

/** The value of one parameter at each probability over the draws; undefined when it is not in the posterior. */
export function quantileOfDraws(posterior: Posterior, path: string): ((p: number) => number) | undefined {
  const draws = drawsOf(posterior, path)?.sort((a, b) => a - b);
  if (draws === undefined) return undefined;
  return (p) => {
    const at = p * (draws.length - 1);
    const below = Math.floor(at);
    const [low, high] = [draws[below]!, draws[Math.min(below + 1, draws.length - 1)]!];
    return low + (at - below) * (high - low);
  };
}
