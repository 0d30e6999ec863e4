/** How far a number reaches over the box of its unknowns. */

import { type MakeNumber, type Unknown, unknownsOf } from './number-maker.js';

/** The least and the largest value of a number. */
export interface Span {
  readonly least: number;
  readonly largest: number;
}

/** How far values reach. */
export const spanOf = (values: readonly number[]): Span => ({
  least: Math.min(...values),
  largest: Math.max(...values),
});

/** Corners of a box up to which all of them are looked at. */
const MOST_CORNERS = 1024;

/** A value for each unknown of a number. */
type Point = readonly number[];

/** The box of the unknowns of a number. */
export interface UnknownBox {
  /** The ends of each; of an alternative every answer that has weight. */
  readonly ends: readonly (readonly number[])[];
  readonly areAnswers: readonly boolean[];
  /** The central values. */
  readonly middle: Point;
  readonly valueAt: (point: Point) => number;
}

/** The box of the unknowns of a number. @param endsAt the ends of one that is no alternative */
export function boxOfUnknowns(make: MakeNumber, endsAt: (unknown: Unknown) => readonly number[]): UnknownBox {
  const unknowns = unknownsOf(make);
  const places = new Map(unknowns.map(({ path }, i) => [path, i]));
  const ends = unknowns.map((unknown) => {
    const { weights } = unknown.quantity;
    if (weights === undefined) return [...new Set(endsAt(unknown))];
    return [...weights.keys()].filter((answer) => weights[answer]! > 0);
  });
  return {
    ends,
    areAnswers: unknowns.map(({ quantity }) => quantity.weights !== undefined),
    middle: unknowns.map(({ quantity }) => quantity.value),
    valueAt: (point) => make(({ path }) => point[places.get(path)!]!),
  };
}

/**
 * The corners where a number is least and largest, of all that there are; undefined where these are too many. A number that is made of
 * sums and products of unknowns is straight in each of them, so that it is least and largest where each is at an end.
 */
function bestOfAll({ ends, valueAt }: UnknownBox): [Point, Point] | undefined {
  if (ends.reduce((count, { length }) => count * length, 1) > MOST_CORNERS) return undefined;
  const corners = ends.reduce<number[][]>(
    (all, own) => all.flatMap((corner) => own.map((value) => [...corner, value])),
    [[]],
  );
  const values = corners.map(valueAt);
  const { least, largest } = spanOf(values);
  return [corners[values.indexOf(least)]!, corners[values.indexOf(largest)]!];
}

/**
 * The best corner that is found from another, by going on to a better one until none beside the last is better: the best of all where
 * each unknown draws the number one way wherever the others are, as a whole and its parts do.
 */
function bestFrom(start: Point, sign: number, { ends, valueAt }: UnknownBox): Point {
  let corner = start;
  for (;;) {
    const beside = ends.flatMap((own, i) => own.map((value) => corner.with(i, value)));
    const next = beside.reduce((a, b) => (sign * valueAt(b) > sign * valueAt(a) ? b : a), corner);
    if (next === corner) return corner;
    corner = next;
  }
}

/** The corners where a number is least and largest, as far as they are found. */
function bestCorners(box: UnknownBox): [Point, Point] {
  const known = bestOfAll(box);
  if (known !== undefined) return known;
  const starts = [box.ends.map((own) => own[0]!), box.ends.map((own) => own.at(-1)!)];
  const [least, largest] = [-1, 1].map((sign) =>
    starts
      .map((start) => bestFrom(start, sign, box))
      .reduce((a, b) => (sign * box.valueAt(b) > sign * box.valueAt(a) ? b : a)),
  );
  return [least!, largest!];
}

/** The span of a number that is cut off nowhere, where all its corners can be looked at. */
export function spanOfAll(box: UnknownBox): Span | undefined {
  const corners = bestOfAll(box);
  return corners && spanOf(corners.map(box.valueAt));
}

/** The span of a number that is cut off nowhere. */
export function spanAtCorners(box: UnknownBox): Span {
  return spanOf(bestCorners(box).map(box.valueAt));
}

/** Points of a line that are looked at, the part of the way between two of them that tells how steep it is, and rounds along all lines at most. */
const [ON_LINE, NEAR, ROUNDS] = [8, 1e-3, 20] as const;

/** Where a number is best along a line of straight pieces, of which two meet where a part comes to nothing. */
function bestOnLine(from: number, to: number, worthOf: (at: number) => number): number {
  const at = (i: number) => from + (i / ON_LINE) * (to - from);
  const best = Array.from({ length: ON_LINE + 1 }, (_, i) => i).reduce((a, b) =>
    worthOf(at(b)) > worthOf(at(a)) ? b : a,
  );
  const [low, high] = [at(Math.max(0, best - 1)), at(Math.min(ON_LINE, best + 1))];
  const [atLow, atHigh, near] = [worthOf(low), worthOf(high), NEAR * (high - low)];
  const rise = (worthOf(low + near) - atLow) / near;
  const fall = (atHigh - worthOf(high - near)) / near;
  if (!(rise > fall)) return at(best);
  const meeting = (atHigh - atLow + rise * low - fall * high) / (rise - fall);
  return worthOf(meeting) > worthOf(at(best)) ? meeting : at(best);
}

/**
 * The span of a number of whose parts some are cut off, so that it can be largest where one of them just comes to nothing: found from the
 * best corners and the middle, along one unknown after another until that helps no more.
 */
export function spanBetween(box: UnknownBox): Span {
  const { ends, valueAt, middle, areAnswers } = box;
  const values = bestCorners(box).flatMap((corner, side) => {
    const sign = side === 0 ? -1 : 1;
    return [corner, middle].map((start) => {
      let [point, worth] = [start, sign * valueAt(start)];
      for (let round = 0, before = Number.NEGATIVE_INFINITY; round < ROUNDS && worth > before; round++) {
        before = worth;
        for (const [i, own] of ends.entries()) {
          const worthOf = (value: number) => sign * valueAt(point.with(i, value));
          const found = areAnswers[i]!
            ? own.reduce((a, b) => (worthOf(b) > worthOf(a) ? b : a))
            : bestOnLine(own[0]!, own.at(-1)!, worthOf);
          if (worthOf(found) > worth) [point, worth] = [point.with(i, found), worthOf(found)];
        }
      }
      return sign * worth;
    });
  });
  return spanOf(values);
}
