/**
 * The durations of a transition, as in distribution.ts of the engine. Lognormal ones, which the domain uses, are computed here
 * with the same operations; for the others the kernel calls TypeScript.
 */

import { logNormalSurvival, normalQuantileOfHazard } from '../../random/special';
import * as at from './layout';

declare function otherCumulativeHazard(distribution: i32, t: f64): f64;
declare function otherInverseCumulativeHazard(distribution: i32, h: f64): f64;

export function cumulativeHazard(k: usize, t: f64): f64 {
  if (load<i32>(k, at.SPREAD) !== at.LOGNORMAL)
    return otherCumulativeHazard(load<i32>(k, at.DISTRIBUTION), t);
  return t <= 0 ? 0 : -logNormalSurvival(Math.log(t / load<f64>(k, at.MONTHS)) / load<f64>(k, at.SIGMA));
}

export function inverseCumulativeHazard(k: usize, h: f64): f64 {
  if (load<i32>(k, at.SPREAD) !== at.LOGNORMAL)
    return otherInverseCumulativeHazard(load<i32>(k, at.DISTRIBUTION), h);
  return load<f64>(k, at.MONTHS) * Math.exp(load<f64>(k, at.SIGMA) * normalQuantileOfHazard(h));
}

export function quantileOf(k: usize, p: f64): f64 {
  return inverseCumulativeHazard(k, -Math.log1p(-p));
}
