/** Records a life while it runs; the same operations as recorder.ts of the reference. */

import { SAME } from '../../compile/constants';
import * as at from './layout';
import { addEvent, addRate } from './ledger';
import {
  calendar,
  discounted,
  end,
  holds,
  horizon,
  milestoneCount,
  milestones,
  months,
  nominal,
  occupancy,
  reached,
  rewardCount,
  rewardFactor,
  rewards,
  states,
  tracks,
  tracksEnd,
} from './memory';

/** Starts a new life in the present states. */
export function openLife(): void {
  for (let s = 0; s < states; s++) store<f64>(months + (s << 3), 0);
  let reward = rewards;
  for (let r = 0; r < rewardCount; r++) {
    store<f64>(nominal + (r << 3), 0);
    store<f64>(discounted + (r << 3), 0);
    store<i32>(reward, 0, at.REWARD_HINT);
    store<f64>(reward, holds(load<u32>(reward, at.REWARD_WHEN)) ? 0 : NaN, at.REWARD_SINCE);
    reward += at.REWARD_BYTES;
  }
  let milestone = milestones;
  for (let m = 0; m < milestoneCount; m++) {
    store<f64>(reached + (m << 3), NaN);
    store<f64>(milestone, holds(load<u32>(milestone, at.MILESTONE_WHEN)) ? 0 : NaN, at.MILESTONE_SINCE);
    milestone += at.MILESTONE_BYTES;
  }
}

function countOccupancy(state: i32, entered: f64, left: f64): void {
  const within = min<f64>(left, horizon);
  const spent = months + (state << 3);
  if (within > entered) store<f64>(spent, load<f64>(spent) + (within - entered));
  const first = <i32>ceil<f64>(entered);
  const last = <i32>min<f64>(ceil<f64>(left), horizon + 1);
  if (first >= last) return;
  const row = occupancy + ((state * (<i32>horizon + 2)) << 2);
  store<i32>(row + (first << 2), load<i32>(row + (first << 2)) + 1);
  store<i32>(row + (last << 2), load<i32>(row + (last << 2)) - 1);
}

/** Counts a transition that leaves a track's present state. */
export function count(k: usize, track: usize, now: f64): void {
  const state = load<i32>(track, at.TRACK_OFFSET) + load<i32>(track, at.TRACK_STATE);
  countOccupancy(state, load<f64>(track, at.TRACK_ENTERED), now);
  if (now > horizon) return;
  let entry = load<u32>(k, at.EVENT_REWARDS + at.ENTRIES);
  for (let left = load<i32>(k, at.EVENT_REWARDS); left > 0; left--) {
    const r = load<i32>(entry);
    const factor = load<f64>(rewardFactor + (r << 3));
    addEvent(rewards + at.REWARD_BYTES * r, r, now + calendar, factor);
    entry += 4;
  }
}

function closeReward(reward: usize, r: i32, now: f64): void {
  const until = min<f64>(now, horizon);
  const since = load<f64>(reward, at.REWARD_SINCE);
  addRate(reward, r, since + calendar, until + calendar, load<f64>(rewardFactor + (r << 3)));
}

function closeMilestone(milestone: usize, m: i32, now: f64): void {
  const since = load<f64>(milestone, at.MILESTONE_SINCE);
  const before = load<f64>(reached + (m << 3));
  if (since > horizon || !isNaN(before)) return;
  if (now - since + SAME >= load<f64>(milestone, at.MILESTONE_SUSTAINED)) {
    store<f64>(reached + (m << 3), since);
  }
}

function followReward(r: i32, now: f64): void {
  const reward = rewards + at.REWARD_BYTES * r;
  const since = load<f64>(reward, at.REWARD_SINCE);
  const was = !isNaN(since);
  const is = holds(load<u32>(reward, at.REWARD_WHEN));
  if (is === was) return;
  if (was) closeReward(reward, r, now);
  store<f64>(reward, is ? now : NaN, at.REWARD_SINCE);
}

function followMilestone(m: i32, now: f64): void {
  const milestone = milestones + at.MILESTONE_BYTES * m;
  const since = load<f64>(milestone, at.MILESTONE_SINCE);
  const was = !isNaN(since);
  const is = holds(load<u32>(milestone, at.MILESTONE_WHEN));
  if (is === was) return;
  if (was) closeMilestone(milestone, m, now);
  store<f64>(milestone, is ? now : NaN, at.MILESTONE_SINCE);
}

/** Starts and ends spells of rewards and milestones after a move. */
export function follow(move: usize, now: f64): void {
  let entry = load<u32>(move, at.MOVE_REWARDS + at.ENTRIES);
  for (let left = load<i32>(move, at.MOVE_REWARDS); left > 0; left--) {
    followReward(load<i32>(entry), now);
    entry += 4;
  }
  entry = load<u32>(move, at.MOVE_MILESTONES + at.ENTRIES);
  for (let left = load<i32>(move, at.MOVE_MILESTONES); left > 0; left--) {
    followMilestone(load<i32>(entry), now);
    entry += 4;
  }
}

/** Ends the life: open spells last until the horizon. */
export function closeLife(): void {
  let reward = rewards;
  for (let r = 0; r < rewardCount; r++) {
    const since = load<f64>(reward, at.REWARD_SINCE);
    if (!isNaN(since)) closeReward(reward, r, horizon);
    reward += at.REWARD_BYTES;
  }
  let milestone = milestones;
  for (let m = 0; m < milestoneCount; m++) {
    const since = load<f64>(milestone, at.MILESTONE_SINCE);
    if (!isNaN(since)) closeMilestone(milestone, m, end);
    milestone += at.MILESTONE_BYTES;
  }
  for (let track = tracks; track < tracksEnd; track += at.TRACK_BYTES) {
    const state = load<i32>(track, at.TRACK_OFFSET) + load<i32>(track, at.TRACK_STATE);
    countOccupancy(state, load<f64>(track, at.TRACK_ENTERED), horizon + 1);
  }
}
