/** The amounts counted for a life; the same operations as ledger.ts of the reference. */

import { SAME } from '../../compile/constants';
import * as at from './layout';
import {
  delta,
  discounted,
  discountedByPeriod,
  discountTo,
  nominal,
  nominalByPeriod,
  periods,
} from './memory';

/** The last discounted calendar times and their factors, since one spell ends where the next begins. */
let newerTime: f64 = NaN;
let newerFactor: f64 = 0;
let olderTime: f64 = NaN;
let olderFactor: f64 = 0;

function discountAt(time: f64): f64 {
  if (time === newerTime) return newerFactor;
  if (time === olderTime) return olderFactor;
  olderTime = newerTime;
  olderFactor = newerFactor;
  newerTime = time;
  newerFactor = Math.exp(-delta * (time - discountTo));
  return newerFactor;
}

function addTo(sums: usize, index: i32, amount: f64): void {
  const place = sums + (index << 3);
  store<f64>(place, load<f64>(place) + amount);
}

function add(reward: usize, r: i32, piece: i32, amount: f64, present: f64): void {
  addTo(nominal, r, amount);
  addTo(discounted, r, present);
  const period = load<i32>(load<u32>(reward, at.REWARD_PERIOD) + (piece << 2));
  const cell = r * periods + period;
  addTo(nominalByPeriod, cell, amount);
  addTo(discountedByPeriod, cell, present);
}

/** The piece in force at a calendar time, searched from where the reward was last counted. */
function pieceAt(reward: usize, time: f64): i32 {
  const from = load<u32>(reward, at.REWARD_FROM);
  const last = load<i32>(reward, at.REWARD_PIECES) - 1;
  let piece = load<i32>(reward, at.REWARD_HINT);
  while (piece < last && load<f64>(from + (piece << 3), 8) <= time) piece++;
  store<i32>(reward, piece, at.REWARD_HINT);
  return piece;
}

/** Adds reward number `r` per month over the calendar time [start, end], times the person's factor. */
export function addRate(reward: usize, r: i32, start: f64, end: f64, factor: f64): void {
  if (end <= start || factor === 0) return;
  const from = load<u32>(reward, at.REWARD_FROM);
  const value = load<u32>(reward, at.REWARD_VALUE);
  const discount = load<u32>(reward, at.REWARD_DISCOUNT);
  const last = load<i32>(reward, at.REWARD_PIECES) - 1;
  let piece = pieceAt(reward, start);
  let a = start;
  let before = discountAt(start);
  while (a < end) {
    const isCut = piece < last && load<f64>(from + (piece << 3), 8) < end;
    const b = isCut ? load<f64>(from + (piece << 3), 8) : end;
    const after = isCut ? load<f64>(discount + (piece << 3), 8) : discountAt(end);
    const perMonth = load<f64>(value + (piece << 3)) * factor;
    const amount = perMonth * (b - a);
    add(reward, r, piece, amount, delta === 0 ? amount : (perMonth * (before - after)) / delta);
    a = b;
    before = after;
    piece++;
  }
}

/** Adds reward number `r` of an event at a calendar time, times the person's factor. */
export function addEvent(reward: usize, r: i32, time: f64, factor: f64): void {
  const piece = pieceAt(reward, time + SAME);
  const amount = load<f64>(load<u32>(reward, at.REWARD_VALUE) + (piece << 3)) * factor;
  add(reward, r, piece, amount, amount * discountAt(time));
}
