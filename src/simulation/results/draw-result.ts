/** The results of a parameter draw of a scenario, or of a unit of it, as plain data to send between threads. */

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
  /** Digest of the layout of the arrays (see `layout.ts`). */
  readonly layout: string;
  /** Persons in the cohort under this draw. */
  readonly size: number;
  /** Number of replications, and of those that are kept separately. */
  readonly replications: number;
  readonly kept: number;
  readonly approaches: readonly ApproachDraw[];
  readonly persons: readonly PersonRow[];
}
