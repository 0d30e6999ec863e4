/**
 * The uncertainty of a scenario's numbers: the value of a parameter at each probability.
 *
 * Every distribution is given by `value`, `low` and `high`, as people state them, and not by its textbook parameters.
 */

import { normalQuantile } from '../../engine/random/special.js';
import { optionAt } from './alternatives.js';
import { type AnnotatedQuantity, keptWithin } from './quantity.js';

/** A quantity with a range. */
interface Ranged extends AnnotatedQuantity {
  low: number;
  high: number;
}

/** Probability mass between `low` and `high` of the distributions with tails, by default. */
export const DEFAULT_INTERVAL = 0.95;

function upperDeviate(q: Ranged): number {
  return normalQuantile(0.5 + 0.5 * (q.interval ?? DEFAULT_INTERVAL));
}

/**
 * Deviate on a split scale: 0 at the median, -1 at `low` and 1 at `high`. Each side of the median is half of a normal
 * distribution with its own standard deviation.
 */
function splitDeviate(q: Ranged, p: number): number {
  return normalQuantile(p) / upperDeviate(q);
}

function splitNormal(q: Ranged, p: number): number {
  const deviate = splitDeviate(q, p);
  return q.value + deviate * (deviate < 0 ? q.value - q.low : q.high - q.value);
}

function splitLognormal(q: Ranged, p: number): number {
  const deviate = splitDeviate(q, p);
  return q.value * Math.exp(deviate * Math.log(deviate < 0 ? q.value / q.low : q.high / q.value));
}

function logOdds(x: number): number {
  return Math.log(x) - Math.log1p(-x);
}

function splitLogitNormal(q: Ranged, p: number): number {
  const deviate = splitDeviate(q, p);
  const centre = logOdds(q.value);
  const spread = deviate < 0 ? centre - logOdds(q.low) : logOdds(q.high) - centre;
  if (deviate === 0 || spread === 0) return q.value;
  return 1 / (1 + Math.exp(-centre - deviate * spread));
}

function triangular(q: Ranged, p: number): number {
  const width = q.high - q.low;
  const below = q.value - q.low;
  if (p * width < below) return q.low + Math.sqrt(p * width * below);
  return q.high - Math.sqrt((1 - p) * width * (q.high - q.value));
}

/** Linear interpolation in the normal deviate of p; the end segments go on beyond the first and last point. */
function interpolate(points: readonly (readonly [number, number])[], p: number): number {
  let i = 1;
  while (i < points.length - 1 && p > points[i]![0]) i++;
  const [fromP, from] = points[i - 1]!;
  const [toP, to] = points[i]!;
  if (p === fromP) return from;
  if (p === toP) return to;
  const start = normalQuantile(fromP);
  const share = (normalQuantile(p) - start) / (normalQuantile(toP) - start);
  const logarithmic = points.every(([, value]) => value > 0);
  return logarithmic ? from * Math.exp(share * Math.log(to / from)) : from + share * (to - from);
}

/**
 * The whole number at probability `p`. A bounded distribution reaches half a unit beyond either end, so that every whole
 * number from `low` to `high` has a part of its own (under `uniform` they are equally likely, and the mode of a
 * triangle stays the likeliest); of one with tails it is the nearest whole number.
 */
function wholeQuantile(q: AnnotatedQuantity, p: number): number {
  if (q.weights !== undefined) return unboundedQuantile(q, p);
  const { value, low, high, distribution } = q;
  const isBounded = distribution === undefined || distribution === 'uniform' || distribution === 'triangular';
  if (!isBounded || low === undefined || high === undefined) return Math.round(quantileOfQuantity(q, p));
  const wider = quantileOfQuantity({ value, low: low - 0.5, high: high + 0.5, distribution }, p);
  return Math.min(high, Math.max(low, Math.round(wider)));
}

/**
 * The value of an uncertain parameter at probability `p` (0 < p < 1), in the parameter's own unit. It never falls as
 * `p` rises.
 *
 * - `fixed`, or no range: always `value`.
 * - `normal`, `lognormal`, `logit-normal`: the median is `value`, and `low` and `high` are the quantiles that bound the central
 *   `interval` (0.95 by default). Both sides of the median are half normal distributions on the natural, log or logit scale,
 *   each with its own standard deviation; where `low` or `high` equals `value`, that side is a point mass at `value`.
 * - `uniform` on [low, high].
 * - `triangular` with mode `value` and ends `low` and `high`. This is what a range without a distribution means.
 * - `quantiles`: through `points`, linear in the normal deviate of `p` (on the log scale if all values are positive),
 *   with the slope of the end segments beyond the first and the last point.
 *
 * An alternative has the position of an option, each with its weight.
 *
 * What lies beyond the bounds of the number's place counts as the bound.
 *
 * @param whole whether the number is a whole one (see `wholeQuantile`)
 */
export function quantileOfQuantity(q: AnnotatedQuantity, p: number, whole = false): number {
  return keptWithin(whole ? wholeQuantile(q, p) : unboundedQuantile(q, p), q.bounds);
}

/** The same wherever the number stands. */
function unboundedQuantile(q: AnnotatedQuantity, p: number): number {
  if (q.weights !== undefined) return optionAt(q.weights, p);
  if (q.distribution === 'quantiles') return q.points === undefined ? q.value : interpolate(q.points, p);
  if (q.low === undefined || q.high === undefined) return q.value;
  const ranged = q as Ranged;
  switch (q.distribution) {
    case 'fixed':
      return q.value;
    case 'normal':
      return splitNormal(ranged, p);
    case 'lognormal':
      return splitLognormal(ranged, p);
    case 'logit-normal':
      return splitLogitNormal(ranged, p);
    case 'uniform':
      return ranged.low + p * (ranged.high - ranged.low);
    case 'triangular':
    case undefined:
      return triangular(ranged, p);
  }
}
