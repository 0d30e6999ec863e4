/**
 * Duration distributions in the form the kernel needs: the cumulative hazard H(t) = -ln S(t) and its inverse, which
 * turns a unit-exponential budget into a sojourn time.
 */

import {
  gammaHazard,
  inverseGammaHazard,
  logNormalSurvival,
  normalDeviateOfHazard,
} from './special.js';

/**
 * A distribution of a duration in months. Weibull: S(t) = exp(-(t / scale)^shape). Gamma: shape and scale (mean
 * shape * scale). Lognormal: median, and sigma of the logarithm. Uniform: on [low, high].
 */
export type Distribution =
  | { readonly kind: 'fixed'; readonly months: number }
  | { readonly kind: 'exponential'; readonly mean: number }
  | { readonly kind: 'weibull'; readonly shape: number; readonly scale: number }
  | { readonly kind: 'gamma'; readonly shape: number; readonly scale: number }
  | { readonly kind: 'lognormal'; readonly median: number; readonly sigma: number }
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number };

/** Cumulative hazard H(t) = -ln P(T > t); Infinity where nobody is left. */
export function cumulativeHazard(distribution: Distribution, months: number): number {
  if (months <= 0) return 0;
  switch (distribution.kind) {
    case 'fixed':
      return months < distribution.months ? 0 : Number.POSITIVE_INFINITY;
    case 'exponential':
      return months / distribution.mean;
    case 'weibull':
      return (months / distribution.scale) ** distribution.shape;
    case 'gamma':
      return gammaHazard(distribution.shape, months / distribution.scale);
    case 'lognormal':
      return -logNormalSurvival(Math.log(months / distribution.median) / distribution.sigma);
    case 'uniform': {
      const { low, high } = distribution;
      if (months >= high) return Number.POSITIVE_INFINITY;
      return months <= low ? 0 : -Math.log1p(-(months - low) / (high - low));
    }
  }
}

/** The time at which the cumulative hazard reaches `hazard`: the sojourn time of a unit-exponential budget. */
export function inverseCumulativeHazard(distribution: Distribution, hazard: number): number {
  switch (distribution.kind) {
    case 'fixed':
      return distribution.months;
    case 'exponential':
      return hazard * distribution.mean;
    case 'weibull':
      return distribution.scale * hazard ** (1 / distribution.shape);
    case 'gamma':
      return distribution.scale * inverseGammaHazard(distribution.shape, hazard);
    case 'lognormal':
      return hazard <= 0 ? 0 : distribution.median * Math.exp(distribution.sigma * normalDeviateOfHazard(hazard));
    case 'uniform':
      return distribution.low - (distribution.high - distribution.low) * Math.expm1(-hazard);
  }
}

/** Quantile: the time t with P(T <= t) = p, 0 < p < 1. */
export function quantileOf(distribution: Distribution, p: number): number {
  return inverseCumulativeHazard(distribution, -Math.log1p(-p));
}
