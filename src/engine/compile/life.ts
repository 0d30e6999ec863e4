/** The interface of a kernel, which runs one life through a compiled model: its input, its results, and how it may fail. */

import type { Person } from '../model/model.js';
import type { CompiledTransition } from './compile.js';
import { MAX_EVENTS, MAX_SIMULTANEOUS } from './constants.js';

/** The rewards of the last life, in the order of the model, and their sums over lives. */
export interface LifeSums {
  readonly nominal: Float64Array;
  readonly discounted: Float64Array;
  /** By reward and period, over all lives since the last reset: `reward * periodCount + period`. */
  readonly nominalByPeriod: Float64Array;
  readonly discountedByPeriod: Float64Array;
  readonly periodCount: number;
  /** Resets the sums by period. */
  resetPeriods(): void;
}

/** What a kernel records of the last life, and sums over lives until the caller clears them. */
export interface LifeRecord {
  /** Month at which each milestone was reached by the last person; NaN if it was not. */
  readonly milestones: Float64Array;
  /**
   * Change in the number of persons in each state at each whole month: `state * (horizon + 2) + month`.
   * Running sums over months give the occupancy. Adds up over lives until the caller clears it.
   */
  readonly occupancyChange: Int32Array;
  /** Months that the last person spent in each state within the horizon. */
  readonly monthsInState: Float64Array;
  readonly ledger: LifeSums;
}

/** Called at every transition when set: time, the transition, and the state index it leads to. */
export type EventListener = (month: number, transition: CompiledTransition, to: number) => void;

/** A kernel, which runs lives, in TypeScript or in WebAssembly. */
export interface LifeRunner {
  /** The person to run next; filled in by the caller. */
  readonly person: Person;
  readonly recorder: LifeRecord;
  onEvent: EventListener | undefined;
  /**
   * Runs the life of `person` from t = 0. Afterwards `recorder` holds the person's results.
   * @throws SimultaneousEvents when more than a thousand events happen at one moment.
   * @throws TooManyEvents when there are more than a million in all.
   */
  run(): void;
}

/** Rates so high that a life does not end; an error in the model that only shows when it runs. */
export class TooManyEvents extends Error {
  constructor(month: number, last: string) {
    super(
      `more than ${MAX_EVENTS} events in one life up to month ${Number(month.toPrecision(6))}: expected lower rates or longer durations (both in months); the last was "${last}"`,
    );
  }
}

/** Gates that open each other without time passing; an error in the model that only shows when it runs. */
export class SimultaneousEvents extends Error {
  constructor(month: number, last: string) {
    super(
      `more than ${MAX_SIMULTANEOUS} events at month ${month}: gates open each other in a circle; the last was "${last}"`,
    );
  }
}
