/**
 * Quantiles of the beta distribution, by its regularised incomplete beta function: the continued fraction of
 * M. Abramowitz and I. A. Stegun, "Handbook of Mathematical Functions" (1964), 26.5.8.
 *
 * A point x is held as its logit, so that values next to 0 and next to 1 keep their digits alike.
 */

import { logOnePlusMinus, stirlingRemainder } from './gamma.js';

const LOG_SQRT_TWO_PI = 0.9189385332046728;
const TOLERANCE = 1e-15;
const TINY = 1e-300;

/** log(1 + e^y); log x is -softplus(-logit), log(1 - x) is -softplus(logit). */
function softplus(y: number): number {
  return y > 0 ? y + Math.log1p(Math.exp(-y)) : Math.log1p(Math.exp(y));
}

/** log of x (1 - x) times the density: the density of logit x. */
function logLogitDensity(a: number, b: number, logit: number): number {
  const total = a + b;
  const mean = a / total;
  const x = 1 / (1 + Math.exp(-logit));
  const up = (x - mean) / mean;
  const down = (mean - x) / (1 - mean);
  const near = Math.abs(up) < 0.3 && Math.abs(down) < 0.3;
  const exponent = near
    ? a * logOnePlusMinus(up) + b * logOnePlusMinus(down)
    : a * (-softplus(-logit) - Math.log(mean)) + b * (-softplus(logit) - Math.log(b / total));
  const remainders = stirlingRemainder(total) - stirlingRemainder(a) - stirlingRemainder(b);
  return exponent + 0.5 * Math.log(a * (b / total)) - LOG_SQRT_TWO_PI + remainders;
}

function awayFromZero(x: number): number {
  return Math.abs(x) < TINY ? TINY : x;
}

/** Continued fraction (modified Lentz) with I_x(a, b) = x^a (1 - x)^b / (a B(a, b)) * fraction. */
function evaluateFraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; ; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    fraction *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    fraction *= c * d;
    // Written so that a NaN ends the loop too.
    if (!(Math.abs(c * d - 1) > TOLERANCE)) return fraction;
  }
}

/** log of the lower tail at `logit`, given the log density there. */
function logLowerTail(a: number, b: number, logit: number, logDensity: number): number {
  const x = 1 / (1 + Math.exp(-logit));
  if (x <= (a + 1) / (a + b + 2)) return logDensity + Math.log(evaluateFraction(a, b, x) / a);
  const complement = 1 / (1 + Math.exp(logit));
  return Math.log1p((-Math.exp(logDensity) * evaluateFraction(b, a, complement)) / b);
}

/**
 * Logit of the point whose lower tail is e^logTail. The log of the tail is concave in the logit and lies below its
 * left asymptote, so Newton's method from the asymptote's root climbs to the answer without a safeguard.
 */
function solveLowerTail(a: number, b: number, logTail: number): number {
  const logBeta = -0.5 * Math.log(a * (b / (a + b))) + LOG_SQRT_TWO_PI;
  const powers = a * Math.log(a / (a + b)) + b * Math.log(b / (a + b));
  const remainders = stirlingRemainder(a) + stirlingRemainder(b) - stirlingRemainder(a + b);
  let logit = (logTail + Math.log(a) + logBeta + powers + remainders) / a;
  for (let i = 0; i < 200; i++) {
    const logDensity = logLogitDensity(a, b, logit);
    const tail = logLowerTail(a, b, logit, logDensity);
    const step = (logTail - tail) * Math.exp(tail - logDensity);
    logit += step;
    if (!(Math.abs(step) > TOLERANCE * Math.max(1, Math.abs(logit)))) break;
  }
  return logit;
}

/**
 * The value below which a beta deviate with shapes `a` and `b` (both > 0) falls with probability `p` (0 < p < 1).
 * Relative error about 1e-12 for shapes up to 1e6.
 */
export function betaQuantile(a: number, b: number, p: number): number {
  const logit = p < 0.5 ? solveLowerTail(a, b, Math.log(p)) : -solveLowerTail(b, a, Math.log(1 - p));
  return 1 / (1 + Math.exp(-logit));
}
