/** Month by month: occupancy of every state, and how many have reached each milestone. */

import type { ApproachShapes } from '../simulation/results/arrays.js';
import { HALVES, halfOfLeaf } from '../simulation/results/leaves.js';
import { leavesOf, personsByHalf, type Results } from './results.js';
import { SHARES } from './spread.js';
import { LEAST_FOR_SPREAD, placeOfHalf, type Sums, type Told, tellMean, valuesOf } from './uncertainty.js';

/** What a curve is of. */
interface CurvePlace {
  readonly approach: string;
  readonly subgroup: string;
  readonly kind: 'occupancy' | 'cumulative_incidence';
  readonly track: string;
  readonly state: string;
}

/** Shares of a subgroup by month: in a state of a track, or past a milestone (cumulative incidence). */
export interface Curve extends CurvePlace {
  readonly estimate: Float64Array;
  readonly mcse: Float64Array;
  readonly parameterLow: Float64Array;
  readonly parameterHigh: Float64Array;
}

/** Where the persons of a group stand in the counts of a draw. */
interface Group {
  readonly leaves: readonly number[];
  /** Persons by draw and half. */
  readonly persons: Float64Array;
}

/** Counts by draw; in each by leaf, state or milestone, and month. */
interface Counts {
  readonly byDraw: readonly Uint32Array[];
  readonly shape: ApproachShapes['occupancy'] | ApproachShapes['reached'];
}

/** Persons of a group that a row counts, by month, draw and half: those of a month beside each other. */
function countsByMonth({ byDraw, shape }: Counts, leaves: readonly number[], row: number): Float64Array {
  const months = shape.rowLength;
  const width = byDraw.length * HALVES;
  const counted = new Float64Array(months * width);
  for (let d = 0; d < byDraw.length; d++) {
    const counts = byDraw[d]!;
    for (const leaf of leaves) {
      const first = shape.rowAt(leaf, row);
      const at = placeOfHalf(d, halfOfLeaf(leaf));
      for (let month = 0; month < months; month++) counted[month * width + at]! += counts[first + month]!;
    }
  }
  return counted;
}

/** Whether a month has the same counts as the one before, draw by draw. */
function isLikeBefore(counted: Float64Array, month: number, width: number): boolean {
  if (month === 0) return false;
  for (let at = month * width; at < (month + 1) * width; at++) {
    if (counted[at] !== counted[at - width]) return false;
  }
  return true;
}

/** Variance of a draw's share for given parameters, on average over the draws: persons are independent of each other. */
function chanceOf({ counted, of }: Sums): number {
  const { whole } = valuesOf({ counted, of });
  let chance = 0;
  let draws = 0;
  for (let d = 0; d < whole.length; d++) {
    const persons = of[placeOfHalf(d, 0)]! + of[placeOfHalf(d, 1)]!;
    if (persons < LEAST_FOR_SPREAD) continue;
    // Unbiased: p (1 - p) n / (n - 1), over n.
    chance += (whole[d]! * (1 - whole[d]!)) / (persons - 1);
    draws += 1;
  }
  return chance / draws;
}

/** A curve of a group from the counts of a row. */
function curveOf(
  place: CurvePlace,
  { leaves, persons }: Group,
  counts: Counts,
  row: number,
  rows: Results['rows'],
): Curve {
  const months = counts.shape.rowLength;
  const curve: Curve = {
    ...place,
    estimate: new Float64Array(months),
    mcse: new Float64Array(months),
    parameterLow: new Float64Array(months),
    parameterHigh: new Float64Array(months),
  };
  const width = persons.length;
  const counted = countsByMonth(counts, leaves, row);
  let told: Told | undefined;
  for (let month = 0; month < months; month++) {
    // Nobody moved, as in many months of many states: nothing to work out again.
    if (told === undefined || !isLikeBefore(counted, month, width)) {
      const sums = { counted: counted.subarray(month * width, (month + 1) * width), of: persons, rows };
      told = tellMean(sums, undefined, SHARES, () => chanceOf(sums));
    }
    curve.estimate[month] = told.estimate;
    curve.mcse[month] = told.mcse;
    curve.parameterLow[month] = told.low;
    curve.parameterHigh[month] = told.high;
  }
  return curve;
}

/** All curves of all approaches and subgroups. */
export function curvesOf(results: Results): Curve[] {
  const groups = results.groups.map(
    (_, g): Group => ({ leaves: leavesOf(results, g), persons: personsByHalf(results, g) }),
  );
  return results.approaches.flatMap(({ name: approach, built, shapes }, a) => {
    const { tracks, milestones } = built.model;
    const states = tracks.flatMap((track) => track.states.map((state) => ({ track: track.name, state })));
    const countsOf = (key: 'occupancy' | 'reached'): Counts => ({
      byDraw: results.draws.map((draw) => draw.approaches[a]![key]),
      shape: shapes[key],
    });
    const [occupancy, reached] = [countsOf('occupancy'), countsOf('reached')];
    return groups.flatMap((group, g): Curve[] => {
      const whose = { approach, subgroup: results.groups[g]! };
      return [
        ...milestones.map(({ name: state }, i) => {
          const place = { ...whose, kind: 'cumulative_incidence', track: 'milestone', state } as const;
          return curveOf(place, group, reached, i, results.rows);
        }),
        ...states.map(({ track, state }, i) =>
          curveOf({ ...whose, kind: 'occupancy', track, state }, group, occupancy, i, results.rows),
        ),
      ];
    });
  });
}
