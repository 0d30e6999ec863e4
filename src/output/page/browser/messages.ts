/** What the page and its workers say to each other. */

import type { DrawResult } from '../../../simulation/results/draw-result.js';
import type { LifeEvent } from '../../../simulation/trace/trace.js';
import type { Changes } from '../change.js';
import type { LiveRows } from '../live-run.js';

/** A life under each approach, and who lived it. */
export interface TwoLives {
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
  readonly ageYears: number;
  readonly persons: number;
  /** The number of the one who is shown: the last of the cohort where there are not so many as was asked. */
  readonly person: number;
  /** By approach, without the tracks that only keep the books. */
  readonly events: readonly (readonly LifeEvent[])[];
}

export type ToWorker =
  | { readonly kind: 'begin'; readonly json: string; readonly toAnalyst: MessagePort }
  | { readonly kind: 'analyse'; readonly json: string }
  | { readonly kind: 'hear'; readonly fromSimulator: MessagePort }
  | { readonly kind: 'setting'; readonly setting: number; readonly changes: Changes }
  | { readonly kind: 'unit'; readonly setting: number; readonly unit: number }
  | { readonly kind: 'life'; readonly asked: number; readonly changes: Changes; readonly person: number };

/** What a worker that simulates hands to the one that analyses. */
export interface UnitResult {
  readonly setting: number;
  readonly unit: number;
  readonly result: DrawResult;
}

export type FromWorker =
  | { readonly kind: 'done'; readonly setting: number }
  | { readonly kind: 'rows'; readonly setting: number; readonly rows: LiveRows }
  | { readonly kind: 'life'; readonly asked: number; readonly lives: TwoLives }
  | { readonly kind: 'failed'; readonly message: string };
