/** The clocks of a life; the same operations as clocks.ts of the reference. A transition is the address of its record. */

import { DURATION, GATE, HAZARD, SAME } from '../../compile/constants';
import { cumulativeHazard, inverseCumulativeHazard, quantileOf } from './distribution';
import {
  evaluateHazard,
  exposedMonths,
  hazardSlope,
  hazardUntil,
  integrateHazard,
  monthsToSpend,
  paceOf,
} from './hazard';
import * as at from './layout';
import { holds, life, out, ratio, timeRatio, trackNext, tracks } from './memory';
import { advance, draw, uniformOf } from './random';

function ratioOf(ratios: usize, k: usize): f64 {
  return load<f64>(ratios + (load<i32>(k, at.SOURCE) << 3));
}

/** Address of the first transition out of a track's present state, and of the end of these transitions. */
function outOf(track: usize): usize {
  return out + ((load<i32>(track, at.TRACK_OFFSET) + load<i32>(track, at.TRACK_STATE)) << 2);
}

/** Starts the transitions out of the track's present state. */
export function armTrack(track: usize, now: f64): void {
  const state = outOf(track);
  const end: usize = load<u32>(state, 4);
  for (let k: usize = load<u32>(state); k < end; k += at.TRANSITION_BYTES) {
    if (load<i32>(k, at.LIFE) !== life) {
      store<i32>(k, life, at.LIFE);
      store<i32>(k, 0, at.OCCURRENCE);
      store<i32>(k, 0, at.DRAWN);
    }
    if ((load<i32>(k, at.FLAGS) & at.PLAIN) !== 0) startPlain(k, now);
    else arm(k, now);
  }
  findEarliest(track);
}

function findEarliest(track: usize): void {
  const state = outOf(track);
  const end: usize = load<u32>(state, 4);
  let earliest: f64 = Infinity;
  let first: usize = 0;
  for (let k: usize = load<u32>(state); k < end; k += at.TRANSITION_BYTES) {
    const next = load<f64>(k, at.NEXT);
    if (next < earliest - SAME) {
      earliest = next;
      first = k;
    }
  }
  store<f64>(trackNext + (((track - tracks) / at.TRACK_BYTES) << 3), earliest);
  store<u32>(track, <u32>first, at.TRACK_TRANSITION);
}

/** Stops the transitions out of the track's present state, which `fired` is leaving. */
export function stopState(track: usize, fired: usize, now: f64): void {
  const state = outOf(track);
  const end: usize = load<u32>(state, 4);
  for (let k: usize = load<u32>(state); k < end; k += at.TRANSITION_BYTES) {
    if (k === fired) continue;
    if ((load<i32>(k, at.FLAGS) & at.PLAIN) !== 0) {
      const gone = load<f64>(k, at.RATE) * (now - load<f64>(k, at.SINCE));
      store<f64>(k, load<f64>(k, at.BUDGET) - gone, at.BUDGET);
    } else if (load<i32>(k, at.RUNNING) === 1) spend(k, now);
  }
  store<i32>(fired, 0, at.DRAWN);
}

/** Updates a transition that has reached a moment at which its hazard changes. */
export function lookAfresh(k: usize, track: usize, now: f64): void {
  update(k, now);
  findEarliest(track);
}

/** Updates the transitions of other tracks that a move affects. */
export function updateAffected(move: usize, now: f64): void {
  let affected: usize = load<u32>(move, at.MOVE_AFFECTED + at.ENTRIES);
  for (let left = load<i32>(move, at.MOVE_AFFECTED); left > 0; left--) {
    const track: usize = load<u32>(affected, at.AFFECTED_TRACK);
    const lists: usize = load<u32>(affected, at.AFFECTED_LISTS);
    const list = lists + at.LIST_BYTES * load<i32>(track, at.TRACK_STATE);
    affected += at.AFFECTED_BYTES;
    const count = load<i32>(list);
    if (count === 0) continue;
    let entry: usize = load<u32>(list, at.ENTRIES);
    for (let i = 0; i < count; i++) {
      update(load<u32>(entry), now);
      entry += 4;
    }
    findEarliest(track);
  }
}

function startPlain(k: usize, now: f64): void {
  const rate = load<f64>(k, at.BASE) * ratioOf(ratio, k);
  store<f64>(k, rate, at.RATE);
  store<f64>(k, now, at.SINCE);
  let next: f64 = Infinity;
  if (rate > 0) {
    if (load<i32>(k, at.DRAWN) === 0) draw(k);
    next = now + max<f64>(0, load<f64>(k, at.BUDGET)) / rate;
  }
  store<f64>(k, next, at.NEXT);
}

/** Starts any other transition, for a state just entered. */
function arm(k: usize, now: f64): void {
  if (load<i32>(k, at.KIND) !== HAZARD) {
    store<i32>(k, 0, at.DRAWN);
    store<f64>(k, 0, at.AGE);
    store<f64>(k, 0, at.SPENT);
    const exposure = load<i32>(k, at.LIMIT_EXPOSURE);
    if (exposure >= 0) {
      store<f64>(k, load<f64>(k, at.LIMIT_RATIO) * exposedMonths(exposure, now), at.LIMIT);
    }
  }
  store<i32>(k, 0, at.RUNNING);
  update(k, now);
}

function isOpen(k: usize): bool {
  if (ratioOf(ratio, k) === 0) return false;
  return holds(load<u32>(k, at.GUARD));
}

function close(k: usize): void {
  store<i32>(k, 0, at.RUNNING);
  store<f64>(k, Infinity, at.NEXT);
}

function update(k: usize, now: f64): void {
  const runs = load<i32>(k, at.RUNNING) === 1;
  if (!isOpen(k)) {
    if (runs) spend(k, now);
    close(k);
  } else if ((load<i32>(k, at.FLAGS) & at.STEADY) === 0) readjust(k, now, runs);
  else if (!runs) startSteady(k, now);
}

/** Starts a transition whose next moment is fixed once it has started. */
function startSteady(k: usize, now: f64): void {
  store<i32>(k, 1, at.RUNNING);
  store<f64>(k, now, at.SINCE);
  if (load<i32>(k, at.KIND) === GATE) startGate(k, now);
  else startFixed(k, now);
}

/** Starts a transition, or adapts it to a change of its hazard. Most changes elsewhere leave the hazard as it was. */
function readjust(k: usize, now: f64, runs: bool): void {
  const rate = evaluateHazard(k, now);
  const pace = load<i32>(k, at.KIND) === DURATION ? paceOf(k) : 1;
  if (runs) {
    const isSame = rate === load<f64>(k, at.RATE) && pace === load<f64>(k, at.PACE);
    if (isSame && hazardSlope === 0 && load<f64>(k, at.SLOPE) === 0) {
      schedule(k);
      return;
    }
    spend(k, now);
  }
  store<i32>(k, 1, at.RUNNING);
  store<f64>(k, now, at.SINCE);
  store<f64>(k, pace, at.PACE);
  aim(k, now, rate);
}

function startGate(k: usize, now: f64): void {
  store<i32>(k, 1, at.FIRES);
  const spread = load<i32>(k, at.SPREAD);
  if (spread === at.NO_SPREAD) {
    store<f64>(k, now, at.NEXT);
    return;
  }
  advance(k);
  const months = spread === at.FIXED ? load<f64>(k, at.MONTHS) : quantileOf(k, uniformOf(k));
  store<f64>(k, now + months * ratioOf(timeRatio, k), at.NEXT);
}

function startFixed(k: usize, now: f64): void {
  store<i32>(k, 1, at.FIRES);
  store<f64>(k, now + max<f64>(0, lengthOf(k) - load<f64>(k, at.AGE)), at.NEXT);
}

/** Months on a duration's clock at which it ends, if its hazard ratio stays as it is. */
function lengthOf(k: usize): f64 {
  const stretch = ratioOf(timeRatio, k);
  const limit = load<f64>(k, at.LIMIT);
  if (load<i32>(k, at.SPREAD) === at.FIXED) return min<f64>(limit, load<f64>(k, at.MONTHS) * stretch);
  if (load<i32>(k, at.DRAWN) === 0) draw(k);
  const target = load<f64>(k, at.SPENT) + max<f64>(0, load<f64>(k, at.BUDGET)) / load<f64>(k, at.RATE);
  return min<f64>(limit, stretch * inverseCumulativeHazard(k, target));
}

/** Computes when the budget will be used up at the hazard just evaluated. */
function aim(k: usize, now: f64, rate: f64): void {
  store<f64>(k, rate, at.RATE);
  store<f64>(k, hazardSlope, at.SLOPE);
  let fireAt: f64 = Infinity;
  if (load<i32>(k, at.KIND) === DURATION) {
    const pace = load<f64>(k, at.PACE);
    if (pace > 0) fireAt = now + max<f64>(0, lengthOf(k) - load<f64>(k, at.AGE)) / pace;
  } else if (rate > 0) {
    if (load<i32>(k, at.DRAWN) === 0) draw(k);
    fireAt = now + monthsToSpend(max<f64>(0, load<f64>(k, at.BUDGET)), rate, hazardSlope);
  }
  store<f64>(k, fireAt, at.FIRE_AT);
  schedule(k);
}

/** Sets the next moment: the transition fires then, unless its hazard changes first. */
function schedule(k: usize): void {
  const fire = load<f64>(k, at.FIRE_AT);
  store<i32>(k, fire <= hazardUntil ? 1 : 0, at.FIRES);
  store<f64>(k, min<f64>(fire, hazardUntil), at.NEXT);
}

/** Subtracts the integral of a running transition's hazard since its last update from the budget. */
function spend(k: usize, now: f64): void {
  const months = now - load<f64>(k, at.SINCE);
  const kind = load<i32>(k, at.KIND);
  if (months <= 0 || kind === GATE) return;
  const rate = load<f64>(k, at.RATE);
  if (kind === HAZARD) {
    const gone = integrateHazard(rate, load<f64>(k, at.SLOPE), months);
    store<f64>(k, load<f64>(k, at.BUDGET) - gone, at.BUDGET);
    return;
  }
  const age = load<f64>(k, at.AGE) + months * load<f64>(k, at.PACE);
  store<f64>(k, age, at.AGE);
  if (load<i32>(k, at.SPREAD) === at.FIXED) return;
  const reached = cumulativeHazard(k, age / ratioOf(timeRatio, k));
  const gone = rate * (reached - load<f64>(k, at.SPENT));
  store<f64>(k, load<f64>(k, at.BUDGET) - gone, at.BUDGET);
  store<f64>(k, reached, at.SPENT);
}
