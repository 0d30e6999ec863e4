/** How measures follow from what the engine recorded of a life: as data, so that all are read in one plain loop. */

import type { LifeRecord } from '../engine/kernel.js';

/** How one measure is read. Milestones and rewards are named by their positions in the model. */
export type Reading =
  /** Month at which a milestone was reached, or `atMost` if it was not by then. */
  | { readonly kind: 'month'; readonly milestone: number; readonly atMost: number }
  /** 1 if a milestone was reached by a month (Infinity: ever), and another not at all; else 0. */
  | { readonly kind: 'reached'; readonly milestone: number; readonly by: number; readonly without?: number }
  /** Sum of rewards, times a sign. */
  | {
      readonly kind: 'sum';
      readonly of: 'nominal' | 'discounted';
      readonly rewards: readonly number[];
      readonly sign: 1 | -1;
    }
  /** 1 if the nominal sum of rewards is above 0, else 0. */
  | { readonly kind: 'any'; readonly rewards: readonly number[] };

/** Writes all measures of a life into `values`, in their order. */
export type Reader = (life: LifeRecord, values: Float64Array) => void;

const kinds = ['month', 'reached', 'sum', 'any'] as const;
const MONTH = kinds.indexOf('month');
const REACHED = kinds.indexOf('reached');
const SUM = kinds.indexOf('sum');

/**
 * Prepares the reading of measures. A function for each measure would return every value as an object on the heap,
 * dozens of them a life.
 */
export function createReader(readings: readonly Reading[]): Reader {
  const count = readings.length;
  const kind = Uint8Array.from(readings, (reading) => kinds.indexOf(reading.kind));
  const milestone = Int32Array.from(readings, (r) => ('milestone' in r ? r.milestone : -1));
  const without = Int32Array.from(readings, (r) => (r.kind === 'reached' ? (r.without ?? -1) : -1));
  const limit = Float64Array.from(readings, (r) =>
    r.kind === 'month' ? r.atMost : r.kind === 'reached' ? r.by : Number.NaN,
  );
  const isDiscounted = Uint8Array.from(readings, (r) => (r.kind === 'sum' && r.of === 'discounted' ? 1 : 0));
  const sign = Float64Array.from(readings, (r) => (r.kind === 'sum' ? r.sign : 1));
  const lists = readings.map((r) => ('rewards' in r ? r.rewards : []));
  const rewards = Int32Array.from(lists.flat());
  const start = new Int32Array(count + 1);
  for (let v = 0; v < count; v++) start[v + 1] = start[v]! + lists[v]!.length;

  function sumOf(values: Float64Array, v: number): number {
    let sum = 0;
    for (let i = start[v]!; i < start[v + 1]!; i++) sum += values[rewards[i]!]!;
    return sum;
  }

  return ({ milestones, ledger: { nominal, discounted } }, values) => {
    for (let v = 0; v < count; v++) {
      const what = kind[v]!;
      if (what === REACHED) {
        const isLate = without[v]! >= 0 && !Number.isNaN(milestones[without[v]!]!);
        values[v] = milestones[milestone[v]!]! <= limit[v]! && !isLate ? 1 : 0;
      } else if (what === SUM) values[v] = sign[v]! * sumOf(isDiscounted[v] === 1 ? discounted : nominal, v);
      else if (what === MONTH) {
        const month = milestones[milestone[v]!]!;
        values[v] = Number.isNaN(month) ? limit[v]! : Math.min(month, limit[v]!);
      } else values[v] = sumOf(nominal, v) > 0 ? 1 : 0;
    }
  };
}
