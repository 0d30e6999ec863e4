/** The value of an uncertain parameter at a given probability. */

import { normalQuantile } from '../engine/special.js';
import type { AnnotatedQuantity } from './quantity.js';

/** Probability mass between `low` and `high` when a quantity does not say. */
const DEFAULT_INTERVAL = 0.95;

interface Scale {
  readonly to: (x: number) => number;
  readonly from: (y: number) => number;
}

const natural: Scale = { to: (x) => x, from: (y) => y };
const logarithmic: Scale = { to: Math.log, from: Math.exp };
const logit: Scale = { to: (x) => Math.log(x / (1 - x)), from: (y) => 1 / (1 + Math.exp(-y)) };

/**
 * Two-piece (split) normal on a scale: the median is `value`; `low` and `high` are exactly the quantiles that leave
 * half of 1 - interval outside. Each side has its own standard deviation.
 */
function splitNormal(quantity: AnnotatedQuantity, low: number, high: number, scale: Scale, p: number): number {
  const centre = scale.to(quantity.value);
  const edge = normalQuantile((1 + (quantity.interval ?? DEFAULT_INTERVAL)) / 2);
  const z = normalQuantile(p);
  const side = z < 0 ? centre - scale.to(low) : scale.to(high) - centre;
  return scale.from(centre + (z * side) / edge);
}

/** Triangular on [low, high] with mode `mode`: inverse of its distribution function. */
function triangular(low: number, mode: number, high: number, p: number): number {
  if (high === low) return mode;
  const turn = (mode - low) / (high - low);
  return p < turn
    ? low + Math.sqrt(p * (high - low) * (mode - low))
    : high - Math.sqrt((1 - p) * (high - low) * (high - mode));
}

/** Through given quantiles: linear in the normal deviate, on the log scale when all values are positive. */
function throughPoints(points: readonly (readonly [number, number])[], p: number): number {
  const scale = points.every(([, value]) => value > 0) ? logarithmic : natural;
  let i = 1;
  while (i < points.length - 1 && p > points[i]![0]) i++;
  const [p0, x0] = points[i - 1]!;
  const [p1, x1] = points[i]!;
  const z0 = normalQuantile(p0);
  const share = (normalQuantile(p) - z0) / (normalQuantile(p1) - z0);
  return scale.from(scale.to(x0) + share * (scale.to(x1) - scale.to(x0)));
}

/**
 * Quantile function of an uncertain quantity, 0 < p < 1.
 *
 * - without a range, or `fixed`: the value;
 * - `normal`, `lognormal`, `logit-normal`: two-piece normal on the natural, log or logit scale with median `value`
 *   and `low`, `high` as the ends of the central `interval` (0.95 unless told);
 * - `uniform`: on [low, high]; `triangular`, also the default of a range without a distribution: mode `value`;
 * - `quantiles`: through `points`, extended beyond them with the slope of the outer segments.
 */
export function quantileOfQuantity(quantity: AnnotatedQuantity, p: number): number {
  const { value, low, high, distribution = 'triangular' } = quantity;
  if (distribution === 'quantiles') return throughPoints(quantity.points ?? [], p);
  if (low === undefined || high === undefined || distribution === 'fixed') return value;
  switch (distribution) {
    case 'normal':
      return splitNormal(quantity, low, high, natural, p);
    case 'lognormal':
      return splitNormal(quantity, low, high, logarithmic, p);
    case 'logit-normal':
      return splitNormal(quantity, low, high, logit, p);
    case 'uniform':
      return low + p * (high - low);
    case 'triangular':
      return triangular(low, value, high, p);
  }
}
