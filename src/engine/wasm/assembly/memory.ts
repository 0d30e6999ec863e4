/** The parts of the memory that the kernel uses often, as globals; see layout.ts. */

import * as at from './layout';

export let tracks: usize = 0;
export let tracksEnd: usize = 0;
export let trackNext: usize = 0;
export let trackNextEnd: usize = 0;
export let out: usize = 0;
export let exposures: usize = 0;
export let exposureCount: i32 = 0;
export let loads: usize = 0;
export let loadCount: i32 = 0;
export let rewards: usize = 0;
export let rewardCount: i32 = 0;
export let milestones: usize = 0;
export let milestoneCount: i32 = 0;
export let reached: usize = 0;
export let nominal: usize = 0;
export let discounted: usize = 0;
export let nominalByPeriod: usize = 0;
export let discountedByPeriod: usize = 0;
export let periods: i32 = 0;
export let occupancy: usize = 0;
export let months: usize = 0;
export let states: i32 = 0;
export let start: usize = 0;
export let ratio: usize = 0;
export let timeRatio: usize = 0;
export let rewardFactor: usize = 0;
export let threshold: usize = 0;
export let horizon: f64 = 0;
export let end: f64 = 0;
export let delta: f64 = 0;
export let discountTo: f64 = 0;

/** The person whose life is run: calendar time at t = 0, and the key of the draws. */
export let calendar: f64 = 0;
export let key0: u32 = 0;
export let key1: u32 = 0;
/** Number of the life; a clock with another number has to be reset. */
export let life: i32 = 0;

/** Reads the header. */
export function readHeader(header: usize): void {
  tracks = load<u32>(header, at.HEADER_TRACKS + at.ENTRIES);
  tracksEnd = tracks + at.TRACK_BYTES * load<u32>(header, at.HEADER_TRACKS);
  trackNext = load<u32>(header, at.HEADER_TRACK_NEXT);
  trackNextEnd = trackNext + 8 * load<u32>(header, at.HEADER_TRACKS);
  out = load<u32>(header, at.HEADER_OUT);
  exposures = load<u32>(header, at.HEADER_EXPOSURES + at.ENTRIES);
  exposureCount = load<i32>(header, at.HEADER_EXPOSURES);
  loads = load<u32>(header, at.HEADER_LOADS + at.ENTRIES);
  loadCount = load<i32>(header, at.HEADER_LOADS);
  rewards = load<u32>(header, at.HEADER_REWARDS + at.ENTRIES);
  rewardCount = load<i32>(header, at.HEADER_REWARDS);
  milestones = load<u32>(header, at.HEADER_MILESTONES + at.ENTRIES);
  milestoneCount = load<i32>(header, at.HEADER_MILESTONES);
  reached = load<u32>(header, at.HEADER_REACHED);
  nominal = load<u32>(header, at.HEADER_NOMINAL);
  discounted = load<u32>(header, at.HEADER_DISCOUNTED);
  nominalByPeriod = load<u32>(header, at.HEADER_NOMINAL_BY_PERIOD);
  discountedByPeriod = load<u32>(header, at.HEADER_DISCOUNTED_BY_PERIOD);
  periods = load<i32>(header, at.HEADER_PERIODS);
  occupancy = load<u32>(header, at.HEADER_OCCUPANCY);
  months = load<u32>(header, at.HEADER_MONTHS);
  states = load<i32>(header, at.HEADER_STATES);
  start = load<u32>(header, at.HEADER_START);
  ratio = load<u32>(header, at.HEADER_RATIO);
  timeRatio = load<u32>(header, at.HEADER_TIME_RATIO);
  rewardFactor = load<u32>(header, at.HEADER_REWARD_FACTOR);
  threshold = load<u32>(header, at.HEADER_THRESHOLD);
  horizon = load<f64>(header, at.HEADER_HORIZON);
  end = load<f64>(header, at.HEADER_END);
  delta = load<f64>(header, at.HEADER_DELTA);
  discountTo = load<f64>(header, at.HEADER_DISCOUNT_TO);
}

/** Prepares for the next person. */
export function takeUp(personCalendar: f64, word0: u32, word1: u32): void {
  calendar = personCalendar;
  key0 = word0;
  key1 = word1;
  life++;
}

/** Whether a condition holds; see condition.ts. */
export function holds(condition: usize): bool {
  let test = condition;
  while (test > <usize>at.ALWAYS) {
    const passed = load<i32>(load<u32>(test, at.TEST_TRACK), at.TRACK_BIT) & load<i32>(test, at.TEST_STATES);
    test = passed !== 0 ? load<u32>(test, at.TEST_PASSED) : load<u32>(test, at.TEST_FAILED);
  }
  return test === <usize>at.ALWAYS;
}
