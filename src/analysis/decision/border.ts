/** The border between where an outcome is above a target and where it is not, in two numbers. */

import type { Estimated } from '../uncertainty.js';
import { narrowDown, Root, type Sought } from './root.js';
import { type End, endOf, type Range, type Reading, steps } from './threshold.js';

/** Values of the two numbers. */
export interface NumberPair {
  readonly x: number;
  readonly y: number;
}

/** A place of a border, on a line of the lattice. */
export interface BorderPlace extends NumberPair {
  /** The number that goes along that line; the other one is fixed on it. */
  readonly along: 'x' | 'y';
  /**
   * The values of that number for which the target is within the outcome's parameter interval: where the border may lie under other
   * parameters. Infinite: beyond the range; NaN: cannot be estimated.
   */
  readonly low: number;
  readonly high: number;
}

/** What is asked. */
export interface BorderSearch {
  readonly x: Range;
  readonly y: Range;
  readonly target: number;
  /** Values of each number in the lattice that is evaluated first: what lies between is not noticed unless it reaches a line of it. */
  readonly first?: number;
  /** How far the border may be off, as part of the range of a number. */
  readonly tolerance?: number;
}

/** What is found. */
export interface Border {
  /**
   * Lines, each from place to place; closed where the last place is the first. None: the outcome is above the target throughout, or
   * nowhere.
   */
  readonly lines: readonly (readonly BorderPlace[])[];
  /** The lattice: values by y, then by x. */
  readonly lattice: {
    readonly x: readonly number[];
    readonly y: readonly number[];
    readonly values: readonly (readonly number[])[];
  };
}

const FIRST = 7;
const TOLERANCE = 5e-3;

/** An edge of the lattice, from a node to the next one along x or along y. */
interface Edge {
  readonly name: string;
  readonly from: NumberPair;
  readonly to: NumberPair;
  readonly values: readonly [number, number];
  readonly along: 'x' | 'y';
  /** All that was evaluated on its line of the lattice, in rising order. */
  readonly readings: readonly Reading[];
}

const across = (i: number, j: number) => `x ${i} ${j}`;
const upwards = (i: number, j: number) => `y ${i} ${j}`;

function seek({ from, to, values }: Edge, target: number, tolerance: number): Sought<NumberPair, Estimated> {
  return {
    root: new Root({ at: 0, value: values[0] }, { at: 1, value: values[1] }, tolerance),
    placeOf: (t) => ({ x: from.x + t * (to.x - from.x), y: from.y + t * (to.y - from.y) }),
    valueIn: ({ estimate }) => estimate - target,
  };
}

/** Both ends of the interval of a place, along its line of the lattice: as of a threshold there (see {@link endOf}). */
function endsOf(
  { along, from, readings }: Edge,
  place: NumberPair,
  target: number,
  tolerance: number,
): (number | Sought<NumberPair, Estimated>)[] {
  const towards = (a: Reading, b: Reading, end: End): Sought<NumberPair, Estimated> => {
    const pointOf = ({ at, outcome }: Reading) => ({ at, value: outcome[end] - target });
    return {
      root: new Root(pointOf(a), pointOf(b), tolerance),
      placeOf: (at) => ({ ...from, [along]: at }),
      valueIn: (outcome) => outcome[end] - target,
    };
  };
  return ([-1, 1] as const).map((side) => endOf(readings, place[along], side, target, towards));
}

/** Pairs of edges of a cell that the border joins: of four, the middle of the cell (the mean of its corners) tells which. */
function joinsIn(
  i: number,
  j: number,
  corners: readonly [number, number, number, number],
): [string, string][] {
  const [a, b, c, d] = corners;
  const [bottom, right, top, left] = [across(i, j), upwards(i + 1, j), across(i, j + 1), upwards(i, j)];
  const crossed = [
    [bottom, a, b],
    [right, b, c],
    [top, c, d],
    [left, d, a],
  ] as const;
  const names = crossed.filter(([, p, q]) => p > 0 !== q > 0).map(([name]) => name);
  if (names.length === 2) return [[names[0]!, names[1]!]];
  if (names.length < 4) return [];
  const middle = a + b + c + d > 0;
  return middle === a > 0
    ? [
        [bottom, right],
        [top, left],
      ]
    : [
        [bottom, left],
        [top, right],
      ];
}

/** Walks along joined edges from one end. */
function walk(start: string, next: Map<string, string[]>): string[] {
  const line = [start];
  for (let here = start; ; ) {
    const onwards = next.get(here)!.shift();
    if (onwards === undefined) return line;
    const back = next.get(onwards)!;
    back.splice(back.indexOf(here), 1);
    line.push(onwards);
    here = onwards;
  }
}

/** Joins pairs of edges to lines; those with ends first, then those that are closed. */
function linesOf(joins: readonly (readonly [string, string])[]): string[][] {
  const next = new Map<string, string[]>();
  for (const [a, b] of joins) {
    next.set(a, [...(next.get(a) ?? []), b]);
    next.set(b, [...(next.get(b) ?? []), a]);
  }
  const ends = [...next].filter(([, own]) => own.length === 1).map(([name]) => name);
  return [...ends, ...next.keys()].flatMap((name) =>
    next.get(name)!.length === 0 ? [] : [walk(name, next)],
  );
}

/**
 * Finds the border in two numbers. It yields the places that are to be evaluated next, as many at once as there are, and wants the
 * outcome at each in their order; with common random numbers. First a lattice is evaluated; then the crossing on every edge of it whose
 * ends differ is found as a root; the crossings are joined cell by cell (marching squares: Lorensen and Cline 1987, doi
 * 10.1145/37402.37422), with roots in the place of straight lines between corners. Last, the interval of each, as that of a threshold of
 * the number along its edge, the other one fixed.
 */
export function* findBorder({
  x,
  y,
  target,
  first = FIRST,
  tolerance = TOLERANCE,
}: BorderSearch): Generator<NumberPair[], Border, readonly Estimated[]> {
  const [xs, ys] = [steps(x, first), steps(y, first)];
  const given = yield ys.flatMap((ownY) => xs.map((ownX) => ({ x: ownX, y: ownY })));
  const told = ys.map((_, j) => given.slice(j * first, (j + 1) * first));
  const values = told.map((row) => row.map(({ estimate }) => estimate));
  const rows = told.map((row) => row.map((outcome, i): Reading => ({ at: xs[i]!, outcome })));
  const columns = xs.map((_, i) => told.map((row, j): Reading => ({ at: ys[j]!, outcome: row[i]! })));
  const over = (i: number, j: number) => values[j]![i]! - target;
  const at = (i: number, j: number): NumberPair => ({ x: xs[i]!, y: ys[j]! });
  const edges: Edge[] = [];
  const joins: [string, string][] = [];
  for (let j = 0; j < first; j++) {
    for (let i = 0; i < first; i++) {
      if (i + 1 < first)
        edges.push({
          name: across(i, j),
          from: at(i, j),
          to: at(i + 1, j),
          values: [over(i, j), over(i + 1, j)],
          along: 'x',
          readings: rows[j]!,
        });
      if (j + 1 < first)
        edges.push({
          name: upwards(i, j),
          from: at(i, j),
          to: at(i, j + 1),
          values: [over(i, j), over(i, j + 1)],
          along: 'y',
          readings: columns[i]!,
        });
      if (i + 1 < first && j + 1 < first)
        joins.push(...joinsIn(i, j, [over(i, j), over(i + 1, j), over(i + 1, j + 1), over(i, j + 1)]));
    }
  }
  const crossed = edges.filter(({ values: [a, b] }) => a > 0 !== b > 0);
  // A root counts along its edge, of which there are so many to a range.
  const sought = crossed.map((edge) => seek(edge, target, tolerance * (first - 1)));
  yield* narrowDown(sought);
  const ends = crossed.map((edge, i) => {
    const { root, placeOf } = sought[i]!;
    const size = edge.along === 'x' ? x.high - x.low : y.high - y.low;
    return endsOf(edge, placeOf(root.value), target, tolerance * size);
  });
  yield* narrowDown(ends.flat().flatMap((end) => (typeof end === 'number' ? [] : [end])));
  const endAt = (end: number | Sought<NumberPair, Estimated>) =>
    typeof end === 'number' ? end : end.root.value;
  const places = new Map(
    crossed.map(({ name, along }, i): [string, BorderPlace] => {
      const { root, placeOf } = sought[i]!;
      const [low, high] = ends[i]!.map(endAt);
      return [name, { ...placeOf(root.value), along, low: low!, high: high! }];
    }),
  );
  return {
    lines: linesOf(joins).map((line) => line.map((name) => places.get(name)!)),
    lattice: { x: xs, y: ys, values },
  };
}
