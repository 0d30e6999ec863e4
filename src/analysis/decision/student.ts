/** Student's t distribution, central and noncentral, as a mean of normal tails over the estimated standard deviation. */

import { logGamma } from '../../engine/random/gamma.js';
import { normalQuantile, normalSurvival } from '../../engine/random/special.js';

/** Steps of Simpson's rule, and how far from its middle the scale is followed, in standard deviations. */
const STEPS = 400;
const REACH = 12;

/**
 * Mean of a function of w = s / sigma, the estimated over the true standard deviation: w^2 times the degrees of freedom is chi-squared.
 * By Simpson's rule over log w; the error is below 1e-10 for smooth functions and from one degree of freedom on.
 */
function meanOverScale(freedom: number, of: (w: number) => number): number {
  const logConstant = Math.LN2 + (freedom / 2) * Math.log(freedom / 2) - logGamma(freedom / 2);
  const spread = REACH / Math.sqrt(2 * freedom);
  // With few degrees of freedom the tail towards 0 is long: density w^freedom.
  const low = -Math.max(spread, 40 / freedom);
  const high = Math.min(spread, Math.log1p(spread) + 1);
  let sum = 0;
  for (let i = 0; i <= STEPS; i++) {
    const log = low + ((high - low) * i) / STEPS;
    const w = Math.exp(log);
    const density = Math.exp(logConstant + freedom * log - (freedom * w * w) / 2);
    const weight = i === 0 || i === STEPS ? 1 : i % 2 === 1 ? 4 : 2;
    sum += weight * density * of(w);
  }
  return (sum * (high - low)) / (3 * STEPS);
}

/**
 * Probability that a noncentral t exceeds `t`: P((Z + shift) / w > t) = E Phi(shift - t w). With infinite freedom it is that of a normal.
 */
export function studentSurvival(t: number, freedom: number, shift = 0): number {
  if (freedom === Number.POSITIVE_INFINITY) return normalSurvival(t - shift);
  return meanOverScale(freedom, (w) => normalSurvival(t * w - shift));
}

/** The point that a central t exceeds with probability `upper`, below one half; at least one degree of freedom. */
export function studentPoint(upper: number, freedom: number): number {
  let low = normalQuantile(1 - upper);
  if (freedom === Number.POSITIVE_INFINITY) return low;
  let high = 2 * low + 1;
  while (studentSurvival(high, freedom) > upper) high *= 2;
  for (let i = 0; i < 60 && high - low > 1e-12 * high; i++) {
    const middle = (low + high) / 2;
    if (studentSurvival(middle, freedom) > upper) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Mean of the estimated over the true standard deviation: sqrt(2 / f) Gamma((f + 1) / 2) / Gamma(f / 2). */
export function meanScale(freedom: number): number {
  if (freedom === Number.POSITIVE_INFINITY) return 1;
  return Math.sqrt(2 / freedom) * Math.exp(logGamma((freedom + 1) / 2) - logGamma(freedom / 2));
}
