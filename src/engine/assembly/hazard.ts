/** The hazard of a transition at a moment; hazard.ts of the engine, operation by operation. */

import { ENTRY, ORIGIN, SAME } from './constants';
import * as at from './layout';
import { calendar, exposures, loads, ratio, threshold } from './memory';

/** The hazard last evaluated: its rate, the slope of its logarithm, and until when that holds. */
export let hazardRate: f64 = 0;
export let hazardSlope: f64 = 0;
export let hazardUntil: f64 = 0;

function multiplyByPieces(pieces: usize, time: f64, now: f64): void {
  const last = load<i32>(pieces, at.PIECE_COUNT) - 1;
  const from = load<u32>(pieces, at.PIECE_FROM);
  const level = load<u32>(pieces, at.PIECE_LEVEL);
  if (time + SAME < load<f64>(from)) {
    hazardRate *= load<f64>(level);
    hazardUntil = min<f64>(hazardUntil, now + load<f64>(from) - time);
    return;
  }
  let i = 0;
  while (i < last && load<f64>(from + (i << 3), 8) <= time + SAME) i++;
  const slope = load<f64>(load<u32>(pieces, at.PIECE_SLOPE) + (i << 3));
  hazardRate *= load<f64>(level + (i << 3));
  if (slope !== 0) {
    hazardRate *= Math.exp(slope * (time - load<f64>(from + (i << 3))));
    hazardSlope += slope;
  }
  if (i < last) hazardUntil = min<f64>(hazardUntil, now + load<f64>(from + (i << 3), 8) - time);
}

function multiplyByExposure(exposure: usize, logPerMonth: f64, now: f64): void {
  const cap = load<f64>(exposure, at.EXPOSURE_CAP);
  const since = load<f64>(exposure, at.EXPOSURE_SINCE);
  const running = !isNaN(since);
  const months = load<f64>(exposure, at.EXPOSURE_MONTHS) + (running ? now - since : 0);
  if (months > 0) hazardRate *= Math.exp(logPerMonth * min<f64>(months, cap));
  if (running && months + SAME < cap) {
    hazardSlope += logPerMonth;
    hazardUntil = min<f64>(hazardUntil, now + cap - months);
  }
}

function multiplyByFactors(k: usize, now: f64): void {
  let factor = load<u32>(k, at.FACTORS + at.ENTRIES);
  for (let left = load<i32>(k, at.FACTORS); left > 0; left--) {
    const scale = load<i32>(factor, at.FACTOR_SCALE);
    let time = now + calendar;
    if (scale === ORIGIN) time = now;
    else if (scale === ENTRY) time = now - load<f64>(load<u32>(k, at.TRACK), at.TRACK_ENTERED);
    multiplyByPieces(factor + at.FACTOR_PIECES, time, now);
    factor += at.FACTOR_BYTES;
  }
}

function multiplyByStates(k: usize): void {
  let rate = hazardRate;
  let entry = load<u32>(k, at.STATE_RATIOS + at.ENTRIES);
  for (let left = load<i32>(k, at.STATE_RATIOS); left > 0; left--) {
    const state = load<i32>(load<u32>(entry, at.RATIOS_TRACK), at.TRACK_STATE);
    rate *= load<f64>(load<u32>(entry, at.RATIOS_BY_STATE) + (state << 3));
    entry += at.RATIOS_BYTES;
  }
  hazardRate = rate;
}

function multiplyByFades(k: usize, now: f64): void {
  let fade = load<u32>(k, at.FADES + at.ENTRIES);
  for (let left = load<i32>(k, at.FADES); left > 0; left--) {
    const track = load<u32>(fade, at.FADE_TRACK);
    if (load<i32>(track, at.TRACK_STATE) === load<i32>(fade, at.FADE_STATE)) {
      multiplyByPieces(fade + at.FADE_PIECES, now - load<f64>(track, at.TRACK_ENTERED), now);
    }
    fade += at.FADE_BYTES;
  }
}

function multiplyByExposures(k: usize, now: f64): void {
  let effect = load<u32>(k, at.EXPOSURE_EFFECTS + at.ENTRIES);
  for (let left = load<i32>(k, at.EXPOSURE_EFFECTS); left > 0; left--) {
    const exposure = exposures + at.EXPOSURE_BYTES * load<i32>(effect, at.PAIR_INDEX);
    multiplyByExposure(exposure, load<f64>(effect, at.PAIR_VALUE), now);
    effect += at.PAIR_BYTES;
  }
}

function multiplyByLoads(k: usize): void {
  let effect = load<u32>(k, at.LOAD_EFFECTS + at.ENTRIES);
  for (let left = load<i32>(k, at.LOAD_EFFECTS); left > 0; left--) {
    const index = load<i32>(effect, at.PAIR_INDEX);
    const total = load<f64>(loads + at.LOAD_BYTES * index, at.LOAD_TOTAL);
    const excess = total - load<f64>(threshold + (index << 3));
    if (excess > 0) hazardRate *= Math.exp(load<f64>(effect, at.PAIR_VALUE) * excess);
    effect += at.PAIR_BYTES;
  }
}

/** Evaluates the hazard of a transition into the globals above. */
export function evaluateHazard(k: usize, now: f64): void {
  hazardRate = load<f64>(k, at.BASE) * load<f64>(ratio + (load<i32>(k, at.SOURCE) << 3));
  hazardSlope = 0;
  hazardUntil = Infinity;
  if ((load<i32>(k, at.FLAGS) & at.CONSTANT) !== 0) return;
  multiplyByFactors(k, now);
  multiplyByStates(k);
  multiplyByFades(k, now);
  multiplyByExposures(k, now);
  multiplyByLoads(k);
}

/** Integral of `rate * exp(slope * u)` over `months`. */
export function integrateHazard(rate: f64, slope: f64, months: f64): f64 {
  return slope === 0 ? rate * months : (rate * Math.expm1(slope * months)) / slope;
}

/** Months after which `rate * exp(slope * u)` has integrated to `budget`. */
export function monthsToSpend(budget: f64, rate: f64, slope: f64): f64 {
  if (slope === 0) return budget / rate;
  const share = (budget * slope) / rate;
  return share <= -1 ? Infinity : Math.log1p(share) / slope;
}
