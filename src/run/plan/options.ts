/** The options of a run, named as on the command line. */

import { decisive } from '../../domain/measures/money.js';
import { selfSufficientShare } from '../../domain/measures/self-sufficiency.js';
import type { Dialect } from '../../output/csv.js';

/** A part of a run: shard `index` (from 1) of `count`. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** The Monte Carlo standard error (MCSE) asked for, of the net balance against the reference. */
export interface Precision {
  readonly value: number;
  /** Euros a person, or a share of the difference itself. */
  readonly unit: 'euros' | 'share';
}

/** Where results are written, and whether they may replace others. */
export interface WriteOptions {
  readonly out: string;
  readonly csv: Dialect;
  /** Whether to resume an interrupted run. */
  readonly resume: boolean;
  /** Whether to replace existing results. */
  readonly force: boolean;
}

/** What decides how a scenario is simulated. */
export interface DesignOptions {
  readonly seed: string;
  readonly draws: number;
  /** Replications of the cohort per draw; undefined: chosen from the size of the cohort. */
  readonly replications: number | undefined;
}

/** Options of every run of a scenario. */
export interface SimulationOptions extends WriteOptions, DesignOptions {
  readonly workers: number;
  /** Years to look ahead; undefined: as the scenario says. */
  readonly horizon: number | undefined;
  /** Date (yyyy-mm-dd) to which amounts are discounted; undefined: as the scenario says. */
  readonly discountTo: string | undefined;
}

export interface RunOptions extends SimulationOptions {
  readonly set: readonly string[];
  readonly by: string | undefined;
  readonly persons: boolean;
  readonly parquet: boolean;
  readonly precision: Precision | undefined;
  /** With a precision: the maximum number of parameter draws; undefined: the default maximum. */
  readonly mostDraws: number | undefined;
  readonly shard: Shard | undefined;
}

/** Default number of parameter draws. */
export const DEFAULT_DRAWS = 64;

/** What a threshold and a sensitivity are of by default. */
export const DEFAULT_MEASURE = decisive.name;

/** What a pilot measures by default. */
export const DEFAULT_OUTCOME = selfSufficientShare.name;

/** Between which whole numbers an option lies, on the command line and for programs. */
export const LIMITS = {
  draws: [1, 100_000],
  replications: [1, 1_000_000],
  workers: [1, 1024],
} as const satisfies Readonly<Record<string, readonly [from: number, to: number]>>;

/** What is expected between two whole numbers. */
export const sayWhole = (from: number, to: number) => `expected a whole number from ${from} to ${to}`;

/** Default seed. */
export const DEFAULT_SEED = '1';
