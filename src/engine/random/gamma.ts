/**
 * The gamma function and the gamma distribution's cumulative hazard with its inverse, accurate in both tails.
 *
 * The regularised incomplete gamma functions follow M. Abramowitz and I. A. Stegun, "Handbook of Mathematical
 * Functions" (1964): the series 6.5.29 for the lower one, the continued fraction 6.5.31 for the upper one. Everything
 * is kept as a logarithm, so no tail underflows.
 */

import { normalQuantileOfHazard } from './special.js';

const LOG_SQRT_TWO_PI = 0.9189385332046728;
const LOG_TWO = Math.LN2;
const EPSILON = 1.1102230246251565e-16;

/** From here on Stirling's series with seven terms is exact to double precision. */
const STIRLING_FROM = 12;

/** log Gamma(a) - [(a - 1/2) log a - a + log sqrt(2 pi)] for a >= 12 (Abramowitz and Stegun 6.1.41). */
function stirlingSeries(a: number): number {
  const y = 1 / (a * a);
  const sum =
    (((((y / 156 - 691 / 360360) * y + 1 / 1188) * y - 1 / 1680) * y + 1 / 1260) * y - 1 / 360) * y + 1 / 12;
  return sum / a;
}

/**
 * Natural logarithm of the gamma function of `a` > 0, by recurrence to Stirling's series (Abramowitz and Stegun
 * 6.1.15, 6.1.41). Absolute error about 1e-14, or relative where the value is larger than 1.
 */
export function logGamma(a: number): number {
  let product = 1;
  let x = a;
  while (x < STIRLING_FROM) {
    product *= x;
    x += 1;
  }
  return (x - 0.5) * Math.log(x) - x + LOG_SQRT_TWO_PI + stirlingSeries(x) - Math.log(product);
}

/**
 * log(1 + u) - u for u > -1, without cancellation for small u: the difference decides the density where the
 * shape is large.
 */
function logOnePlusMinus(u: number): number {
  if (Math.abs(u) > 0.3) return Math.log1p(u) - u;
  // log(1 + u) = 2 atanh(s) with s = u / (2 + u), hence log(1 + u) - u = 2 (s^3/3 + s^5/5 + ...) - s u.
  const s = u / (2 + u);
  const square = s * s;
  let sum = 0;
  let power = s * square;
  for (let k = 3; Math.abs(power) > EPSILON * Math.abs(s * u); k += 2) {
    sum += power / k;
    power *= square;
  }
  return 2 * sum - s * u;
}

/** What Stirling's formula leaves: log Gamma(a) - [(a - 1/2) log a - a + log sqrt(2 pi)], for every `a` > 0. */
function stirlingRemainder(a: number): number {
  if (a >= STIRLING_FROM) return stirlingSeries(a);
  return logGamma(a) - (a - 0.5) * Math.log(a) + a - LOG_SQRT_TWO_PI;
}

/** log of x^a e^-x / Gamma(a): x times the density of a gamma deviate of that shape and scale 1. */
function logScaledDensity(a: number, remainder: number, x: number): number {
  const leading = x < 0.5 * a ? a * Math.log(x / a) + (a - x) : a * logOnePlusMinus((x - a) / a);
  return leading + 0.5 * Math.log(a) - LOG_SQRT_TWO_PI - remainder;
}

/** Sum of the series for the lower tail: P(a, x) = scaled density * sum. */
function sumLowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = a + 1; term > EPSILON * sum; n++) {
    term *= x / n;
    sum += term;
  }
  return sum;
}

/** Continued fraction for the upper tail (modified Lentz): Q(a, x) = scaled density * fraction. For x > a + 1. */
function evaluateUpperFraction(a: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let fraction = d;
  for (let i = 1; ; i++) {
    const numerator = i * (a - i);
    b += 2;
    d = numerator * d + b;
    if (Math.abs(d) < tiny) d = tiny;
    c = b + numerator / c;
    if (Math.abs(c) < tiny) c = tiny;
    d = 1 / d;
    const factor = c * d;
    fraction *= factor;
    // Written so that a NaN ends the loop too.
    if (!(Math.abs(factor - 1) > 8 * EPSILON)) return fraction;
  }
}

/** log(1 - e^-h) for h > 0: the log of the other tail. */
function logComplement(h: number): number {
  return h < LOG_TWO ? Math.log(-Math.expm1(-h)) : Math.log1p(-Math.exp(-h));
}

/**
 * The results of one evaluation, left here so that the caller gets both without an allocation: the logarithms of
 * x times the density, and of the two tails.
 */
let logDensity = 0;
let logLower = 0;
let logUpper = 0;

function evaluateTails(a: number, remainder: number, x: number): void {
  logDensity = logScaledDensity(a, remainder, x);
  if (x <= a + 1) {
    logLower = Math.min(0, logDensity + Math.log(sumLowerSeries(a, x)));
    logUpper = logComplement(-logLower);
  } else {
    logUpper = Math.min(0, logDensity + Math.log(evaluateUpperFraction(a, x)));
    logLower = logComplement(-logUpper);
  }
}

/**
 * Cumulative hazard -log Q(a, x) of a gamma distribution with shape `a` > 0 and scale 1 at `x`; 0 for x <= 0.
 * Relative error about 1e-13 for shapes from 0.05 to 1e4.
 */
export function gammaCumulativeHazard(a: number, x: number): number {
  if (x <= 0) return 0;
  if (x === Infinity) return Infinity;
  evaluateTails(a, stirlingRemainder(a), x);
  return -logUpper;
}

/** Wilson and Hilferty's cube-root approximation, or the first term of the series where that one fails. */
function guessGammaQuantile(a: number, remainder: number, h: number): number {
  const root = 1 - 1 / (9 * a) + normalQuantileOfHazard(h) / (3 * Math.sqrt(a));
  if (a >= 0.5 && root > 0.3) return a * root * root * root;
  const logGammaNext = remainder + (a + 0.5) * Math.log(a) - a + LOG_SQRT_TWO_PI;
  return Math.exp((logComplement(h) + logGammaNext) / a);
}

/**
 * One Newton step from `x`, in the variable in which the logarithm of the tail is nearly straight: log x below the
 * median, x itself above it.
 */
function improveQuantile(x: number, excess: number, lowerSide: boolean): number {
  if (lowerSide) return x * Math.exp(-excess * Math.exp(logLower - logDensity));
  return x - excess * x * Math.exp(logUpper - logDensity);
}

/** The proposal if it lies in the bracket, else a point inside. */
function stepWithin(below: number, above: number, proposal: number): number {
  if (proposal > below && proposal < above) return proposal;
  if (above === Infinity) return 2 * below;
  return below === 0 ? above / 16 : 0.5 * (below + above);
}

/**
 * The x at which a gamma distribution with shape `a` > 0 and scale 1 has cumulative hazard `h` >= 0: Newton's method
 * on the logarithm of the smaller tail, kept inside a bracket. Returns 0 where x underflows.
 */
export function gammaInverseCumulativeHazard(a: number, h: number): number {
  if (h <= 0) return 0;
  if (h === Infinity) return Infinity;
  const remainder = stirlingRemainder(a);
  const lowerSide = h < LOG_TWO;
  const target = lowerSide ? logComplement(h) : -h;
  let x = guessGammaQuantile(a, remainder, h);
  if (x === 0) return 0;
  let below = 0;
  let above = Infinity;
  for (let i = 0; i < 200; i++) {
    evaluateTails(a, remainder, x);
    const excess = lowerSide ? logLower - target : target - logUpper;
    if (excess === 0) return x;
    if (excess < 0) below = x;
    else above = x;
    const next = stepWithin(below, above, improveQuantile(x, excess, lowerSide));
    if (Math.abs(next - x) <= 4 * EPSILON * x) return next;
    x = next;
  }
  return x;
}
