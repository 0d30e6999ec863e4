/**
 * Duration distributions of the engine, by their cumulative hazard H(t) = -log S(t).
 *
 * A duration ends when its cumulative hazard has spent a unit-exponential budget, so the kernel needs H and its
 * inverse; the quantile function is the inverse at -log(1 - p). Working with hazards instead of probabilities keeps
 * the digits of both tails: S(t) is never rounded to 0 or 1.
 */

import { gammaCumulativeHazard, gammaInverseCumulativeHazard, logGamma } from './gamma.js';
import { logNormalSurvival, normalQuantileOfHazard } from './special.js';

/**
 * How long something takes, in months. All parameters are positive, except that `months`, `low` and a lognormal's
 * `sigma` may be 0, and `low <= high`.
 */
export type Distribution =
  /** Always `months`. */
  | { readonly kind: 'fixed'; readonly months: number }
  /** S(t) = exp(-t / mean). */
  | { readonly kind: 'exponential'; readonly mean: number }
  /** S(t) = exp(-(t / scale)^shape). */
  | { readonly kind: 'weibull'; readonly shape: number; readonly scale: number }
  /** Density proportional to t^(shape - 1) exp(-t / scale); mean shape * scale. */
  | { readonly kind: 'gamma'; readonly shape: number; readonly scale: number }
  /** log t is normal with mean log(median) and standard deviation `sigma`. */
  | { readonly kind: 'lognormal'; readonly median: number; readonly sigma: number }
  /** Uniform on [low, high]. */
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number };

/** Cumulative hazard of a point mass: nothing before, everything from there on. */
function stepHazard(at: number, t: number): number {
  return t < at ? 0 : Infinity;
}

function uniformHazard(low: number, high: number, t: number): number {
  if (t >= high) return Infinity;
  return t <= low ? 0 : -Math.log1p(-(t - low) / (high - low));
}

/** A base of 0 or more raised to a power. The last digits of `**` differ between versions of Node.js; those of exp and log do not. */
export function power(base: number, exponent: number): number {
  return exponent === 1 ? base : Math.exp(exponent * Math.log(base));
}

/**
 * Cumulative hazard H(t) = -log S(t) of a duration at `t` months. Infinity at and beyond the upper end of a uniform
 * and from the only value of a fixed duration on, where it has no density and the hazard is not defined.
 */
export function cumulativeHazard(d: Distribution, t: number): number {
  switch (d.kind) {
    case 'fixed':
      return stepHazard(d.months, t);
    case 'uniform':
      return uniformHazard(d.low, d.high, t);
    case 'exponential':
      return t <= 0 ? 0 : t / d.mean;
    case 'weibull':
      return t <= 0 ? 0 : power(t / d.scale, d.shape);
    case 'gamma':
      return gammaCumulativeHazard(d.shape, t / d.scale);
    case 'lognormal':
      if (d.sigma === 0) return stepHazard(d.median, t);
      return t <= 0 ? 0 : -logNormalSurvival(Math.log(t / d.median) / d.sigma);
  }
}

/**
 * The smallest `t` in months with H(t) >= h, for `h` >= 0; at h = 0 the lower end of the distribution's support. With
 * a unit-exponential `h` it is a draw of the duration. Accurate for `h` from 1e-300 to far beyond what is ever drawn.
 */
export function inverseCumulativeHazard(d: Distribution, h: number): number {
  switch (d.kind) {
    case 'fixed':
      return d.months;
    case 'uniform':
      return d.low - (d.high - d.low) * Math.expm1(-h);
    case 'exponential':
      return d.mean * h;
    case 'weibull':
      return d.scale * power(h, 1 / d.shape);
    case 'gamma':
      return d.scale * gammaInverseCumulativeHazard(d.shape, h);
    case 'lognormal':
      return d.sigma === 0 ? d.median : d.median * Math.exp(d.sigma * normalQuantileOfHazard(h));
  }
}

/** The `t` in months by which a share `p` (0 to 1) of the durations has ended: F(t) = p. */
export function quantileOf(d: Distribution, p: number): number {
  return inverseCumulativeHazard(d, -Math.log1p(-p));
}

/** Mean duration in months. */
export function meanOf(d: Distribution): number {
  switch (d.kind) {
    case 'fixed':
      return d.months;
    case 'uniform':
      return 0.5 * (d.low + d.high);
    case 'exponential':
      return d.mean;
    case 'weibull':
      return d.scale * Math.exp(logGamma(1 + 1 / d.shape));
    case 'gamma':
      return d.shape * d.scale;
    case 'lognormal':
      return d.median * Math.exp(0.5 * d.sigma * d.sigma);
  }
}
