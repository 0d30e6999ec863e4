/**
 * The kernel of kernel.ts in WebAssembly. Clocks and sums are computed with the same operations in the same order, so that both
 * give the same bytes. Its data is in memory; see layout.ts.
 */

import { BELOW, MAX_EVENTS, MAX_SIMULTANEOUS, REACHED, SAME } from '../../compile/constants';
import { armTrack, lookAfresh, stopState, updateAffected } from './clocks';
import * as at from './layout';
import {
  end,
  exposureCount,
  exposures,
  holds,
  loadCount,
  loads,
  readHeader,
  start,
  takeUp,
  threshold,
  trackNext,
  trackNextEnd,
  tracks,
  tracksEnd,
} from './memory';
import { chooseMove } from './random';
import { closeLife, count, follow, openLife } from './recorder';

declare function heard(month: f64, transition: i32, to: i32): void;

let header: usize = 0;

/** Prepares for the model whose header is at an address. */
export function open(address: usize): void {
  header = address;
  readHeader(address);
}

/** Runs the life of the person in memory; returns how it ended. */
export function run(calendar: f64, key0: u32, key1: u32): i32 {
  begin(calendar, key0, key1);
  let now: f64 = 0;
  let simultaneous = 0;
  let events = 0;
  while (true) {
    const first = earliest();
    if (!(first <= end + SAME)) break;
    const place = placeOf(first + SAME);
    const track = tracks + ((place - trackNext) >> 3) * at.TRACK_BYTES;
    const k: usize = load<u32>(track, at.TRACK_TRANSITION);
    const time = settle(load<f64>(place));
    simultaneous = time > now ? 0 : simultaneous + 1;
    now = max<f64>(now, time);
    events++;
    if (simultaneous > MAX_SIMULTANEOUS) return fail(at.SIMULTANEOUS, k, now);
    if (events > MAX_EVENTS) return fail(at.ENDLESS, k, now);
    if ((load<i32>(k, at.FLAGS) & at.PLAIN) !== 0 || load<i32>(k, at.FIRES) === 1) fire(k, track, now);
    else lookAfresh(k, track, now);
  }
  closeLife();
  return at.LIVED;
}

/** The moments of two tracks. They are loaded one by one: a processor forwards a recent store only to a load of the same size. */
function twoMoments(at: usize): v128 {
  return v128.load64_lane(at, v128.load64_zero(at), 1, 8);
}

/** The earliest moment that matters to a track. Moments are compared in pairs and without branches, which would be unpredictable. */
function earliest(): f64 {
  let least = twoMoments(trackNext);
  for (let next = trackNext + 16; next < trackNextEnd; next += 16) {
    least = f64x2.pmin(least, twoMoments(next));
  }
  return min<f64>(f64x2.extract_lane(least, 0), f64x2.extract_lane(least, 1));
}

/** Address of the moment of the first track whose moment is not above `latest`. */
function placeOf(latest: f64): usize {
  const sought = f64x2.splat(latest);
  let next = trackNext;
  let found = i64x2.bitmask(f64x2.le(twoMoments(next), sought));
  while (found === 0) {
    next += 16;
    found = i64x2.bitmask(f64x2.le(twoMoments(next), sought));
  }
  return next + ((<usize>ctz(found)) << 3);
}

function settle(time: f64): f64 {
  const whole = nearest<f64>(time);
  return abs<f64>(time - whole) <= SAME / 2 ? whole : time;
}

function fail(how: i32, k: usize, now: f64): i32 {
  store<f64>(header, now, at.HEADER_FAILED_AT);
  store<i32>(header, load<i32>(k, at.NUMBER), at.HEADER_FAILED_IN);
  return how;
}

/** Puts a track into a state. */
function enter(track: usize, state: i32, now: f64): void {
  store<i32>(track, state, at.TRACK_STATE);
  store<i32>(track, 1 << state, at.TRACK_BIT);
  store<f64>(track, now, at.TRACK_ENTERED);
}

/** Sets the total of a load, and whether it has come to the person's threshold. */
function weigh(index: i32, total: f64): void {
  store<f64>(loads + at.LOAD_BYTES * index, total, at.LOAD_TOTAL);
  const state = total + SAME >= load<f64>(threshold + (index << 3)) ? REACHED : BELOW;
  store<i32>(tracksEnd + at.TRACK_BYTES * index, 1 << state, at.TRACK_BIT);
}

function begin(calendar: f64, key0: u32, key1: u32): void {
  takeUp(calendar, key0, key1);
  let state = start;
  for (let track = tracks; track < tracksEnd; track += at.TRACK_BYTES) {
    enter(track, load<i32>(state), 0);
    state += 4;
  }
  let weighed = loads;
  for (let i = 0; i < loadCount; i++) {
    const weights: usize = load<u32>(weighed, at.LOAD_WEIGHTS);
    let total: f64 = 0;
    for (let track = tracks; track < tracksEnd; track += at.TRACK_BYTES) {
      total += load<f64>(
        weights + ((load<i32>(track, at.TRACK_OFFSET) + load<i32>(track, at.TRACK_STATE)) << 3),
      );
    }
    weigh(i, total);
    weighed += at.LOAD_BYTES;
  }
  let exposure = exposures;
  for (let i = 0; i < exposureCount; i++) {
    store<f64>(exposure, 0, at.EXPOSURE_MONTHS);
    store<f64>(exposure, holds(load<u32>(exposure, at.EXPOSURE_WHEN)) ? 0 : NaN, at.EXPOSURE_SINCE);
    exposure += at.EXPOSURE_BYTES;
  }
  exposure = exposures;
  for (let i = 0; i < exposureCount; i++) {
    store<f64>(exposure, rateOf(exposure), at.EXPOSURE_RATE);
    exposure += at.EXPOSURE_BYTES;
  }
  openLife();
  for (let track = tracks; track < tracksEnd; track += at.TRACK_BYTES) armTrack(track, 0);
}

function fire(k: usize, track: usize, now: f64): void {
  const move = chooseMove(k);
  if (load<i32>(header, at.HEADER_HEARD) !== 0)
    heard(now, load<i32>(k, at.NUMBER), load<i32>(move, at.MOVE_TO));
  count(k, track, now);
  stopState(track, k, now);
  let change: usize = load<u32>(move, at.MOVE_LOADS + at.ENTRIES);
  for (let left = load<i32>(move, at.MOVE_LOADS); left > 0; left--) {
    const index = load<i32>(change, at.CHANGE_LOAD);
    weigh(index, load<f64>(loads + at.LOAD_BYTES * index, at.LOAD_TOTAL) + load<f64>(change, at.CHANGE_BY));
    change += at.CHANGE_BYTES;
  }
  enter(track, load<i32>(move, at.MOVE_TO), now);
  followExposures(move, now);
  follow(move, now);
  armTrack(track, now);
  updateAffected(move, now);
}

/** Months that each month of an exposure counts as now. */
function rateOf(exposure: usize): f64 {
  const slowedBy = load<i32>(exposure, at.EXPOSURE_LOAD);
  if (slowedBy < 0) return 1;
  const total = load<f64>(loads + at.LOAD_BYTES * slowedBy, at.LOAD_TOTAL);
  return max<f64>(
    load<f64>(exposure, at.EXPOSURE_AT_LEAST),
    1 - load<f64>(exposure, at.EXPOSURE_PER_UNIT) * total,
  );
}

/** Starts and stops exposures after a move, or gives them another rate. */
function followExposures(move: usize, now: f64): void {
  let entry: usize = load<u32>(move, at.MOVE_EXPOSURES + at.ENTRIES);
  for (let left = load<i32>(move, at.MOVE_EXPOSURES); left > 0; left--) {
    const exposure = exposures + at.EXPOSURE_BYTES * load<i32>(entry);
    const since = load<f64>(exposure, at.EXPOSURE_SINCE);
    if (!isNaN(since)) {
      const months = (now - since) * load<f64>(exposure, at.EXPOSURE_RATE);
      store<f64>(exposure, load<f64>(exposure, at.EXPOSURE_MONTHS) + months, at.EXPOSURE_MONTHS);
    }
    const runs = holds(load<u32>(exposure, at.EXPOSURE_WHEN));
    store<f64>(exposure, runs ? now : NaN, at.EXPOSURE_SINCE);
    store<f64>(exposure, rateOf(exposure), at.EXPOSURE_RATE);
    entry += 4;
  }
}
