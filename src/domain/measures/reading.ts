/** How measures follow from what the engine recorded of a life: as data, so that all are read in one plain loop. */

import { SAME } from '../../engine/compile/constants.js';
import type { LifeRecord } from '../../engine/compile/life.js';

/** How one measure is read. Milestones and rewards are named by their positions in the model. */
export type LifeReading =
  /** Month at which a milestone was reached, or `atMost` if it was not by then. */
  | { readonly kind: 'month'; readonly milestone: number; readonly atMost: number }
  /** 1 if a milestone was reached by a month (Infinity: ever), and another not at all; else 0. */
  | { readonly kind: 'reached'; readonly milestone: number; readonly by: number; readonly without?: number }
  /** 1 if a milestone was reached within some months of another, or before it; else 0. */
  | { readonly kind: 'within'; readonly milestone: number; readonly of: number; readonly months: number }
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
export type MeasureReader = (life: LifeRecord, values: Float64Array) => void;

/** Measures of one kind: their places among all, and where what they are made of stands. */
interface Sums {
  readonly places: Int32Array;
  /** Where the rewards of each begin among `rewards`, and where those of the last end. */
  readonly starts: Int32Array;
  readonly rewards: Int32Array;
}

function placesOf(readings: readonly LifeReading[], test: (reading: LifeReading) => boolean): Int32Array {
  return Int32Array.from(readings.flatMap((reading, place) => (test(reading) ? [place] : [])));
}

function sumsOf(readings: readonly LifeReading[], test: (reading: LifeReading) => boolean): Sums {
  const places = placesOf(readings, test);
  const lists = Array.from(places, (place) => {
    const reading = readings[place]!;
    return 'rewards' in reading ? reading.rewards : [];
  });
  const starts = new Int32Array(lists.length + 1);
  lists.forEach((list, i) => {
    starts[i + 1] = starts[i]! + list.length;
  });
  return { places, starts, rewards: Int32Array.from(lists.flat()) };
}

function addUp(amounts: Float64Array, rewards: Int32Array, start: number, end: number): number {
  let sum = 0;
  for (let i = start; i < end; i++) sum += amounts[rewards[i]!]!;
  return sum;
}

/** Writes sums, times the sign of each. */
function readSums(
  { places, starts, rewards }: Sums,
  amounts: Float64Array,
  signs: Float64Array,
  into: Float64Array,
) {
  for (let i = 0; i < places.length; i++) {
    into[places[i]!] = signs[i]! * addUp(amounts, rewards, starts[i]!, starts[i + 1]!);
  }
}

/**
 * Prepares the reading of measures, kind by kind. A function for each measure would return every value as an object on
 * the heap, dozens of them a life.
 */
export function createReader(readings: readonly LifeReading[]): MeasureReader {
  const months = readings.flatMap((reading, place) =>
    reading.kind === 'month' ? [{ ...reading, place }] : [],
  );
  const reached = placesOf(readings, ({ kind }) => kind === 'reached');
  const ofReached = Array.from(reached, (place) => readings[place] as LifeReading & { kind: 'reached' });
  const milestone = Int32Array.from(ofReached, (reading) => reading.milestone);
  const by = Float64Array.from(ofReached, (reading) => reading.by);
  const without = Int32Array.from(ofReached, (reading) => reading.without ?? -1);
  const within = readings.flatMap((reading, place) =>
    reading.kind === 'within' ? [{ ...reading, place }] : [],
  );
  const nominalSums = sumsOf(readings, (r) => r.kind === 'sum' && r.of === 'nominal');
  const discountedSums = sumsOf(readings, (r) => r.kind === 'sum' && r.of === 'discounted');
  const any = sumsOf(readings, ({ kind }) => kind === 'any');
  const signsOf = ({ places }: Sums) =>
    Float64Array.from(places, (place) => (readings[place] as LifeReading & { kind: 'sum' }).sign);
  const nominalSigns = signsOf(nominalSums);
  const discountedSigns = signsOf(discountedSums);
  return ({ milestones, ledger: { nominal, discounted } }, values) => {
    for (let i = 0; i < months.length; i++) {
      const { place, milestone: m, atMost } = months[i]!;
      const month = milestones[m]!;
      values[place] = Number.isNaN(month) ? atMost : Math.min(month, atMost);
    }
    for (let i = 0; i < reached.length; i++) {
      const isLate = without[i]! >= 0 && !Number.isNaN(milestones[without[i]!]!);
      values[reached[i]!] = milestones[milestone[i]!]! <= by[i]! && !isLate ? 1 : 0;
    }
    for (let i = 0; i < within.length; i++) {
      const { place, milestone: m, of, months: most } = within[i]!;
      values[place] = milestones[m]! - milestones[of]! <= most + SAME ? 1 : 0;
    }
    readSums(nominalSums, nominal, nominalSigns, values);
    readSums(discountedSums, discounted, discountedSigns, values);
    const { places, starts, rewards } = any;
    for (let i = 0; i < places.length; i++) {
      values[places[i]!] = addUp(nominal, rewards, starts[i]!, starts[i + 1]!) > 0 ? 1 : 0;
    }
  };
}
