/**
 * The model as the engine sees it: tracks that run side by side, transitions with clocks, what changes their
 * hazards, and what is counted. Nothing here knows integration policy. Time is in months from the person's origin
 * (t = 0); calendar time is months from the model's epoch, and a person's origin lies at `Person.calendar` on it.
 */

import type { Distribution } from '../random/distribution.js';

/** A condition on the states of tracks, or on what a load adds up to: that it has come to the person's threshold. */
export type Condition =
  | { readonly track: string; readonly in: readonly string[] }
  | { readonly load: string }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** The most states that a track may have: a set of them fits the bits of one word. */
export const MOST_STATES = 32;

/** A track: one state at a time, in parallel with every other track. At most {@link MOST_STATES} states. */
export interface Track {
  readonly name: string;
  readonly states: readonly string[];
}

/**
 * Which time a piecewise factor reads: `origin` = months since the person's t = 0, `entry` = months since the
 * transition's own track entered its present state, `calendar` = months since the model's epoch.
 */
type TimeScale = 'origin' | 'entry' | 'calendar';

/**
 * A log-linear piece: from month `from` on its time scale the logarithm of the factor is
 * `log + slope * (time - from)`, until the next piece starts. The first piece also holds before its `from`
 * (extended with its slope set aside: constant at `log`).
 */
export interface Piece {
  readonly from: number;
  readonly log: number;
  readonly slope: number;
}

/** A factor of a hazard that depends on time alone. Pieces ascend in `from`. */
export interface TimeFactor {
  readonly scale: TimeScale;
  readonly pieces: readonly Piece[];
}

/**
 * What changes a clock besides time and the person. All except `pace` are added to the logarithm of the hazard.
 * - `state`: while `track` is in `state`; with `fade`, `log` is replaced by pieces on the time since that state was
 *   entered.
 * - `exposure`: `logPerMonth` for every month accumulated in the named exposure (which may be growing meanwhile).
 * - `load`: `logPerUnit` for every unit by which the named load exceeds the person's threshold.
 * - `pace`: while `track` is in `state`, time on a duration's clock runs at `factor` times the pace of the calendar; at 0 it
 * stands still. Paces multiply. A hazard ratio of 1/2 is something else: it halves the hazard at each time on the clock. With
 * `more`, the pace is `factor` plus `perUnit` for every unit of the named load's total, and `atMost` at most.
 */
export type Effect =
  | {
      readonly kind: 'state';
      readonly track: string;
      readonly state: string;
      readonly log: number;
      readonly fade?: readonly Piece[];
    }
  | { readonly kind: 'exposure'; readonly exposure: string; readonly logPerMonth: number }
  | { readonly kind: 'load'; readonly load: string; readonly logPerUnit: number }
  | {
      readonly kind: 'pace';
      readonly track: string;
      readonly state: string;
      readonly factor: number;
      readonly more?: { readonly load: string; readonly perUnit: number; readonly atMost: number };
    };

/**
 * - `hazard`: fires when its integrated hazard has used up a unit-exponential budget. The hazard per month is the
 *   product of its factors, the person's ratio and its effects.
 * - `duration`: a sojourn time from a distribution, counted while the guard holds (it pauses meanwhile) and at the pace of
 *   its `pace` effects. Constant effects act on it as hazard ratios (not on a fixed duration, which has no hazard); fading
 *   effects, exposures and time factors cannot. `atMost` ends it at the latest after `ratio` times the months that the
 *   exposure has accumulated when the state is entered; a person's time ratio does not stretch that.
 * - `gate`: fires as soon as the guard holds, or after a delay in which the guard must hold without interruption.
 */
export type Clock =
  | { readonly kind: 'hazard'; readonly factors: readonly TimeFactor[] }
  | {
      readonly kind: 'duration';
      readonly distribution: Distribution;
      readonly atMost?: { readonly exposure: string; readonly ratio: number };
    }
  | { readonly kind: 'gate'; readonly delay?: Distribution };

/** One of the states a transition may lead to; the probabilities of a transition's branches add up to one. */
export interface Branch {
  readonly state: string;
  readonly probability: number;
}

export interface Transition {
  /** Unique in the model. It addresses the transition's random draws: the same name has the same random numbers. */
  readonly name: string;
  readonly track: string;
  readonly from: string;
  readonly to: readonly Branch[];
  readonly when?: Condition;
  readonly clock: Clock;
  readonly effects: readonly Effect[];
}

/**
 * Months spent while a condition holds, up to a cap; feeds `exposure` effects and what durations last `atMost`. With `slowed`, a
 * month counts as `1 - perUnit` times the total of the named load (not its excess over a threshold), and as `atLeast` at least.
 */
export interface Exposure {
  readonly name: string;
  readonly when: Condition;
  readonly capMonths: number;
  readonly slowed?: { readonly load: string; readonly perUnit: number; readonly atLeast: number };
}

/** A sum over the present states of all tracks, compared with the person's threshold; feeds `load` effects, conditions and paces. */
export interface Load {
  readonly name: string;
  readonly weights: readonly { readonly track: string; readonly state: string; readonly weight: number }[];
}

/** Amount by calendar time: `values[i]` from `from[i]` (months from the epoch); the first also holds before. */
export interface CalendarTable {
  readonly from: readonly number[];
  readonly values: readonly number[];
}

/**
 * Something counted per person: an amount per month while `when` holds, up to the horizon, or an amount each time one of
 * `transitions` fires, at the horizon too. Both nominal and discounted (continuously, to `discountTo`). Multiplied by the person's factor.
 */
export type Reward =
  | { readonly kind: 'rate'; readonly name: string; readonly when: Condition; readonly amount: CalendarTable }
  | {
      readonly kind: 'event';
      readonly name: string;
      readonly transitions: readonly string[];
      readonly amount: CalendarTable;
    };

/**
 * First month, the horizon at the latest, from which `when` holds for at least `sustainedMonths` without interruption. Whether
 * a spell lasts so long is seen beyond the horizon.
 */
export interface Milestone {
  readonly name: string;
  readonly when: Condition;
  readonly sustainedMonths: number;
}

export interface Model {
  readonly tracks: readonly Track[];
  readonly transitions: readonly Transition[];
  readonly exposures: readonly Exposure[];
  readonly loads: readonly Load[];
  readonly rewards: readonly Reward[];
  readonly milestones: readonly Milestone[];
  /**
   * Months over which rewards, occupancy and milestones are counted; a whole number. What happens at exactly the horizon has
   * happened, as at every other month: occupancy is that after it, its rewards per event and milestones count. Times closer
   * than 1e-9 months are the same, and one so close to a whole month is that month.
   */
  readonly horizonMonths: number;
  /**
   * Boundaries of the periods by which rewards are also added up, in calendar months from the epoch, ascending.
   * Period i runs from periods[i] to periods[i + 1]; amounts outside belong to the nearest period. Empty: no periods.
   */
  readonly periods: readonly number[];
  /** Per year; amounts are discounted by exp(-ln(1 + rate) * (calendar months - discountTo) / 12). */
  readonly discountRate: number;
  /** Calendar month to which amounts are discounted, in months from the epoch; absent: the epoch. */
  readonly discountTo?: number;
}

/**
 * A person as the engine takes one: arrays in the order of the model's tracks, transitions, rewards and loads.
 * The caller may reuse one object for every person.
 */
export interface Person {
  /** State index within each track at t = 0. */
  readonly start: Int32Array;
  /** Multiplies the hazard of each transition; gates and fixed durations heed it only as 0: never. */
  readonly ratio: Float64Array;
  /** Stretches each duration or delay (accelerated failure time); 1: unchanged. */
  readonly timeRatio: Float64Array;
  readonly rewardFactor: Float64Array;
  readonly threshold: Float64Array;
  /** Months from the model's epoch to this person's t = 0. */
  calendar: number;
  /** Key words that address this person's draws. */
  key0: number;
  key1: number;
}
