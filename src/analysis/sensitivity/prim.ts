/**
 * Where outcomes of interest gather: a box of inputs, found by peeling and pasting (the patient rule induction method, PRIM: Friedman and
 * Fisher 1999, doi 10.1023/A:1008894516817; for scenarios: Bryant and Lempert 2010, doi 10.1016/j.techfore.2009.08.002). In a box of all
 * rows a small share is peeled off at one side of one input, again and again, where that raises the share of interest most; the
 * box with the best balance is widened again where it loses nothing, and limits that cannot be told from chance are dropped.
 */

import {
  type Box,
  faceOf,
  insideOf,
  isLimited,
  type Limits,
  noLimits,
  type PrimInput,
  withoutLimit,
} from './prim-box.js';

/** Share of the rows of a box that is peeled off or pasted on at a time. */
const PATIENCE = 0.05;
/** Share of all rows below which no box is peeled further. */
const LEAST_MASS = 0.05;
/** Chance above which a limit is dropped. */
const QUASI_P = 0.05;

/** How a box fits: what Bryant and Lempert call coverage, density and mass. */
interface Fit {
  /** Share of all rows of interest that lie in the box. */
  readonly coverage: number;
  /** Share of the rows in the box that are of interest. */
  readonly density: number;
  /** Share of all rows that lie in the box. */
  readonly mass: number;
}

/** A limit of the box. */
interface Limit {
  readonly input: string;
  /** Values in the box lie from here ... */
  readonly low: number;
  /** ... to here; infinite where there is no limit on that side, or the input has categories. */
  readonly high: number;
  /** Of an input with categories: those in the box. */
  readonly categories?: readonly string[];
  /**
   * Chance that as many rows of the box are of interest as there are if this limit did nothing: binomial, with the density of the box
   * without it. Only quasi, since the limit was looked for in the same rows.
   */
  readonly quasiP: number;
}

/** A box in which outcomes of interest gather. */
export interface FoundBox extends Fit {
  readonly limits: readonly Limit[];
  /** The fit of every box while peeling, from all rows on: what coverage a higher density costs. */
  readonly peeled: readonly Fit[];
}

/** Rows and the inputs by which they are told apart. */
interface Data {
  readonly inputs: readonly PrimInput[];
  readonly isOfInterest: readonly boolean[];
  readonly interesting: number;
}

function fitOf({ isOfInterest, interesting }: Data, rows: readonly number[]): Fit {
  const hits = rows.reduce((count, row) => count + (isOfInterest[row] ? 1 : 0), 0);
  return {
    coverage: hits / interesting,
    density: hits / rows.length,
    mass: rows.length / isOfInterest.length,
  };
}

/** Harmonic mean of coverage and density. */
function balanceOf({ coverage, density }: Fit): number {
  return (2 * coverage * density) / (coverage + density) || 0;
}

function boxOf(data: Data, limits: Limits): Box & Fit {
  const rows = insideOf(data.inputs, limits);
  return { limits, rows, ...fitOf(data, rows) };
}

/**
 * The box after one peel: that which raises the density most for each row that it costs, so that a category that
 * holds many rows is not preferred to a thin slice (Kwakkel and Jaxa-Rozen 2016, doi 10.1016/j.envsoft.2015.11.020).
 */
function peel(data: Data, box: Box & Fit): (Box & Fit) | undefined {
  let best: { gain: number; limits: Limits } | undefined;
  const hits = box.density * box.rows.length;
  data.inputs.forEach((input, place) => {
    for (const { limits, taken } of faceOf(input, place, box, Math.floor(PATIENCE * box.rows.length))) {
      const left = box.rows.length - taken.length;
      if (left === 0) continue;
      const lost = taken.reduce((count, row) => count + (data.isOfInterest[row] ? 1 : 0), 0);
      const gain = ((hits - lost) / left - box.density) / taken.length;
      if (best === undefined || gain > best.gain) best = { gain, limits };
    }
  });
  return best === undefined ? undefined : boxOf(data, best.limits);
}

/** Boxes from all rows down to the least mass, or to one in which all are of interest. */
function peelAll(data: Data): (Box & Fit)[] {
  const boxes = [boxOf(data, noLimits(data.inputs))];
  for (;;) {
    const last = boxes.at(-1)!;
    const next = last.density === 1 ? undefined : peel(data, last);
    // Between two neighbouring doubles there is no middle, so that a peel may take nothing.
    if (next === undefined || next.mass < LEAST_MASS || next.mass === last.mass) return boxes;
    boxes.push(next);
  }
}

/** The limits, wider at one side by so many rows next to it; undefined where there is no limit. */
function widen(
  data: Data,
  box: Box & Fit,
  place: number,
  side: 'low' | 'high',
  count: number,
): Limits | undefined {
  const input = data.inputs[place]!;
  if (input.categories !== undefined || !Number.isFinite(box.limits[side][place])) return undefined;
  const { values } = input;
  const sign = side === 'low' ? -1 : 1;
  const open = withoutLimit(box.limits, place, side);
  const limit = sign * box.limits[side][place]!;
  const beyond = insideOf(data.inputs, open)
    .flatMap((row) => (sign * values[row]! > limit ? [sign * values[row]!] : []))
    .sort((a, b) => a - b);
  const last = beyond[count - 1];
  const next = beyond.find((value) => last !== undefined && value > last);
  if (last === undefined || next === undefined) return open;
  open[side][place] = (sign * (last + next)) / 2;
  return open;
}

/** The densest of the boxes that are wider by so many rows at one side; undefined where there is none, or none as dense as the box itself. */
function wider(data: Data, box: Box & Fit, count: number): (Box & Fit) | undefined {
  let best: (Box & Fit) | undefined;
  data.inputs.forEach((_, place) => {
    for (const side of ['low', 'high'] as const) {
      const limits = widen(data, box, place, side, count);
      if (limits === undefined) continue;
      const each = boxOf(data, limits);
      if (each.density >= (best ?? box).density) best = each;
    }
  });
  return best;
}

/** Widens a box as long as its density does not fall: by as much as is peeled at a time, then by half of that, down to single rows. */
function paste(data: Data, start: Box & Fit): Box & Fit {
  let box = start;
  for (let count = Math.ceil(PATIENCE * box.rows.length); count > 0; count >>= 1) {
    for (let next = wider(data, box, count); next !== undefined; next = wider(data, box, count)) box = next;
  }
  return box;
}

/** The chance of at least so many hits in n trials with probability p. */
export function binomialTail(hits: number, n: number, p: number): number {
  if (p >= 1 || hits <= 0) return 1;
  if (p <= 0) return 0;
  let log = 0;
  for (let k = 1; k <= hits; k++) log += Math.log((n - hits + k) / k);
  let term = Math.exp(log + hits * Math.log(p) + (n - hits) * Math.log1p(-p));
  let sum = 0;
  for (let k = hits; k <= n && term > 0; k++) {
    sum += term;
    term *= ((n - k) / (k + 1)) * (p / (1 - p));
  }
  return Math.min(1, sum);
}

/** The quasi-p value of the limits of an input. */
function quasiPOf(data: Data, box: Box & Fit, place: number): number {
  const without = boxOf(data, withoutLimit(box.limits, place));
  return binomialTail(Math.round(box.density * box.rows.length), box.rows.length, without.density);
}

/** Drops limits that cannot be told from chance, the least certain first. */
function dropChance(data: Data, start: Box & Fit): { box: Box & Fit; limits: Limit[] } {
  let box = start;
  for (;;) {
    const found = data.inputs.flatMap((input, place) =>
      isLimited(box.limits, place) ? [{ input, place, quasiP: quasiPOf(data, box, place) }] : [],
    );
    const worst = found.reduce((most, each) => Math.max(most, each.quasiP), 0);
    if (worst <= QUASI_P)
      return {
        box,
        limits: found.map(({ input: { name, categories }, place, quasiP }) => ({
          input: name,
          low: box.limits.low[place]!,
          high: box.limits.high[place]!,
          ...(categories === undefined
            ? {}
            : { categories: categories.filter((_, code) => !box.limits.without[place]!.has(code)) }),
          quasiP,
        })),
      };
    const { place } = found.find(({ quasiP }) => quasiP === worst)!;
    box = boxOf(data, withoutLimit(box.limits, place));
  }
}

/**
 * Finds the box in which the rows of interest gather. Undefined where none or all are, or where no limit is told from chance. Among a
 * hundred inputs some hundred rows whose outcomes have chance in them have slices that are dense by chance, which lead astray: give it those inputs that
 * do something (`influence.ts`), or a thousand rows.
 *
 * @param isOfInterest by row
 */
export function findBox(
  inputs: readonly PrimInput[],
  isOfInterest: readonly boolean[],
): FoundBox | undefined {
  const interesting = isOfInterest.filter(Boolean).length;
  if (interesting === 0 || interesting === isOfInterest.length) return undefined;
  const data = { inputs, isOfInterest, interesting };
  const peeled = peelAll(data);
  const chosen = peeled.reduce((most, each) => (balanceOf(each) > balanceOf(most) ? each : most));
  const { box, limits } = dropChance(data, paste(data, chosen));
  if (limits.length === 0) return undefined;
  const fitAlone = ({ coverage, density, mass }: Fit): Fit => ({ coverage, density, mass });
  return { limits, ...fitAlone(box), peeled: peeled.map(fitAlone) };
}
