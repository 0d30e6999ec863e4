/** The hazard of a transition at a moment; the same operations as hazard.ts of the reference. */

import { ENTRY, ORIGIN, SAME } from '../../compile/constants';
import * as at from './layout';
import { calendar, exposures, loads, ratio, threshold } from './memory';

/** The hazard last evaluated: the slope of its logarithm, and until when that holds. */
export let hazardSlope: f64 = 0;
export let hazardUntil: f64 = 0;

function piecesAt(pieces: usize, time: f64, now: f64): f64 {
  const last = load<i32>(pieces, at.PIECES_COUNT) - 1;
  const from = load<u32>(pieces, at.PIECES_FROM);
  const level = load<u32>(pieces, at.PIECES_LEVEL);
  if (time + SAME < load<f64>(from)) {
    hazardUntil = min<f64>(hazardUntil, now + load<f64>(from) - time);
    return load<f64>(level);
  }
  let i = 0;
  while (i < last && load<f64>(from + (i << 3), 8) <= time + SAME) i++;
  if (i < last) hazardUntil = min<f64>(hazardUntil, now + load<f64>(from + (i << 3), 8) - time);
  const slope = load<f64>(load<u32>(pieces, at.PIECES_SLOPE) + (i << 3));
  if (slope === 0) return load<f64>(level + (i << 3));
  hazardSlope += slope;
  return load<f64>(level + (i << 3)) * Math.exp(slope * (time - load<f64>(from + (i << 3))));
}

/** The ratio for a number of units of an exposure or a load. It is remembered, since most stay the same for a while. */
function ratioOf(effect: usize, units: f64): f64 {
  if (units !== load<f64>(effect, at.EFFECT_UNITS)) {
    store<f64>(effect, units, at.EFFECT_UNITS);
    store<f64>(effect, Math.exp(load<f64>(effect, at.EFFECT_LOG) * units), at.EFFECT_RATIO);
  }
  return load<f64>(effect, at.EFFECT_RATIO);
}

/** Months that an exposure has accumulated by now, ignoring its cap. */
function monthsOf(exposure: usize, now: f64): f64 {
  const since = load<f64>(exposure, at.EXPOSURE_SINCE);
  const months = load<f64>(exposure, at.EXPOSURE_MONTHS);
  return months + (isNaN(since) ? 0 : (now - since) * load<f64>(exposure, at.EXPOSURE_RATE));
}

/** Months that exposure number `index` has accumulated by now, up to its cap. */
export function exposedMonths(index: i32, now: f64): f64 {
  const exposure = exposures + at.EXPOSURE_BYTES * index;
  return min<f64>(monthsOf(exposure, now), load<f64>(exposure, at.EXPOSURE_CAP));
}

function exposureRatio(effect: usize, now: f64): f64 {
  const exposure = exposures + at.EXPOSURE_BYTES * load<i32>(effect, at.EFFECT_OF);
  const cap = load<f64>(exposure, at.EXPOSURE_CAP);
  const running = !isNaN(load<f64>(exposure, at.EXPOSURE_SINCE));
  const months = monthsOf(exposure, now);
  if (running && months + SAME < cap) {
    const rate = load<f64>(exposure, at.EXPOSURE_RATE);
    hazardSlope += load<f64>(effect, at.EFFECT_LOG) * rate;
    hazardUntil = min<f64>(hazardUntil, (now * rate + cap - months) / rate);
  }
  return months > 0 ? ratioOf(effect, min<f64>(months, cap)) : 1;
}

function factorsAt(k: usize, now: f64): f64 {
  let product: f64 = 1;
  let factor = load<u32>(k, at.FACTORS + at.ENTRIES);
  for (let left = load<i32>(k, at.FACTORS); left > 0; left--) {
    const scale = load<i32>(factor, at.FACTOR_SCALE);
    let time = now + calendar;
    if (scale === ORIGIN) time = now;
    else if (scale === ENTRY) time = now - load<f64>(load<u32>(k, at.TRACK), at.TRACK_ENTERED);
    product *= piecesAt(factor + at.FACTOR_PIECES, time, now);
    factor += at.FACTOR_BYTES;
  }
  return product;
}

function statesRatio(tables: usize): f64 {
  let product: f64 = 1;
  let entry = load<u32>(tables, at.ENTRIES);
  for (let left = load<i32>(tables); left > 0; left--) {
    const state = load<i32>(load<u32>(entry, at.RATIOS_TRACK), at.TRACK_STATE);
    product *= load<f64>(load<u32>(entry, at.RATIOS_BY_STATE) + (state << 3));
    entry += at.RATIOS_BYTES;
  }
  return product;
}

function fadesAt(k: usize, now: f64): f64 {
  let product: f64 = 1;
  let fade = load<u32>(k, at.FADES + at.ENTRIES);
  for (let left = load<i32>(k, at.FADES); left > 0; left--) {
    const track = load<u32>(fade, at.FADE_TRACK);
    if (load<i32>(track, at.TRACK_STATE) === load<i32>(fade, at.FADE_STATE)) {
      product *= piecesAt(fade + at.FADE_PIECES, now - load<f64>(track, at.TRACK_ENTERED), now);
    }
    fade += at.FADE_BYTES;
  }
  return product;
}

function exposuresRatio(k: usize, now: f64): f64 {
  let product: f64 = 1;
  let effect = load<u32>(k, at.EXPOSURE_EFFECTS + at.ENTRIES);
  for (let left = load<i32>(k, at.EXPOSURE_EFFECTS); left > 0; left--) {
    product *= exposureRatio(effect, now);
    effect += at.EFFECT_BYTES;
  }
  return product;
}

function loadsRatio(k: usize): f64 {
  let product: f64 = 1;
  let effect = load<u32>(k, at.LOAD_EFFECTS + at.ENTRIES);
  for (let left = load<i32>(k, at.LOAD_EFFECTS); left > 0; left--) {
    const index = load<i32>(effect, at.EFFECT_OF);
    const total = load<f64>(loads + at.LOAD_BYTES * index, at.LOAD_TOTAL);
    const excess = total - load<f64>(threshold + (index << 3));
    if (excess > 0) product *= ratioOf(effect, excess);
    effect += at.EFFECT_BYTES;
  }
  return product;
}

/** Evaluates the hazard of a transition: its rate, and the globals above. */
export function evaluateHazard(k: usize, now: f64): f64 {
  hazardSlope = 0;
  hazardUntil = Infinity;
  const base = load<f64>(k, at.BASE) * load<f64>(ratio + (load<i32>(k, at.SOURCE) << 3));
  if ((load<i32>(k, at.FLAGS) & at.CONSTANT) !== 0) return base;
  return (
    base *
    factorsAt(k, now) *
    statesRatio(k + at.STATE_RATIOS) *
    fadesAt(k, now) *
    exposuresRatio(k, now) *
    loadsRatio(k)
  );
}

/** The pace at which time on a duration's clock runs. */
export function paceOf(k: usize): f64 {
  let product = statesRatio(k + at.PACES);
  let entry: usize = load<u32>(k, at.LOAD_PACES + at.ENTRIES);
  for (let left = load<i32>(k, at.LOAD_PACES); left > 0; left--) {
    if (
      load<i32>(load<u32>(entry, at.LOAD_PACE_TRACK), at.TRACK_STATE) === load<i32>(entry, at.LOAD_PACE_STATE)
    ) {
      const total = load<f64>(loads + at.LOAD_BYTES * load<i32>(entry, at.LOAD_PACE_LOAD), at.LOAD_TOTAL);
      const pace = load<f64>(entry, at.LOAD_PACE_FACTOR) + load<f64>(entry, at.LOAD_PACE_PER_UNIT) * total;
      product *= min<f64>(load<f64>(entry, at.LOAD_PACE_AT_MOST), pace);
    }
    entry += at.LOAD_PACE_BYTES;
  }
  return product;
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
