/** Exact survival functions for single sojourns, by closed form or by integrating the density. */

import { integrate } from './quadrature.js';

/** Survival exp(-integral of the hazard). */
export function survivalOf(hazard: (t: number) => number, t: number, breaks: readonly number[] = []): number {
  return Math.exp(-integrate(hazard, 0, t, breaks));
}

/** Mean and variance of the time until an event, cut off at a horizon: integrals of S(t) and of 2 t S(t). */
export function restrictedMoments(
  survival: (t: number) => number,
  horizon: number,
  breaks: readonly number[] = [],
): { mean: number; variance: number } {
  const mean = integrate(survival, 0, horizon, breaks);
  const square = integrate((t) => 2 * t * survival(t), 0, horizon, breaks);
  return { mean, variance: square - mean * mean };
}

export function weibullSurvival(shape: number, scale: number) {
  return (t: number) => Math.exp(-((t / scale) ** shape));
}

/** By integrating the standard normal density. */
export function lognormalSurvival(median: number, sigma: number) {
  const density = (z: number) => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
  return (t: number) => {
    if (t <= 0) return 1;
    const z = Math.log(t / median) / sigma;
    return z < 0 ? 1 - integrate(density, z - 20, z, [], 1) : integrate(density, z, z + 20, [], 1);
  };
}

/**
 * By integrating the density, with x = y^(1 / shape), which takes away its singularity at 0; the complete integral is
 * taken the same way, so that no gamma function is needed.
 */
export function gammaSurvival(shape: number, scale: number) {
  const density = (y: number) => Math.exp(-(y ** (1 / shape)));
  const end = (60 + shape * 10) ** shape;
  const panels = (from: number, to: number) => integrate(density, from, to, [], (to - from) / 400);
  const whole = panels(0, 1) + panels(1, end);
  return (t: number) => {
    const y = (t / scale) ** shape;
    return 1 - (y <= 1 ? panels(0, y) : panels(0, 1) + panels(1, y)) / whole;
  };
}

export function uniformSurvival(low: number, high: number) {
  return (t: number) => Math.min(1, Math.max(0, (high - t) / (high - low)));
}
