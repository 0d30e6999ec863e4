/** What one parameter draw of a scenario gives, or a unit of it: plain data between threads. */

import type { ApproachDraw, cohortArrays } from './arrays.js';
import type { ArraysOf } from './declared.js';

/** One person's life under one approach, for the list of persons. */
export interface PersonRow {
  readonly approach: number;
  readonly replication: number;
  readonly person: number;
  /** Indices of the attributes in their order, then age, capacity in hours, month of the permit. */
  readonly attributes: readonly number[];
  readonly values: readonly number[];
  readonly milestones: readonly number[];
}

export interface DrawResult extends ArraysOf<typeof cohortArrays> {
  readonly draw: number;
  /** Digest of what the arrays are laid out by (see `layout.ts`). */
  readonly layout: string;
  /** Persons in the cohort under this draw. */
  readonly size: number;
  /** Replications, and how many of them are kept one by one. */
  readonly replications: number;
  readonly kept: number;
  readonly approaches: readonly ApproachDraw[];
  readonly persons: readonly PersonRow[];
}
