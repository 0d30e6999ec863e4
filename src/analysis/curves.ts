/** Month by month: occupancy of every state, and how many have reached each milestone. */

import type { ApproachShapes } from '../simulation/results/arrays.js';
import { halfOfLeaf } from '../simulation/results/leaves.js';
import { leavesOf, personsByHalf, type Results } from './results.js';
import { SHARES } from './spread.js';
import {
  type Estimated,
  estimateMean,
  LEAST_FOR_SPREAD,
  placeOfHalf,
  type Sums,
  valuesOf,
} from './uncertainty.js';

/** Identifies a curve. */
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

/** The leaves of a group, and its persons. */
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

/** For each month, the persons of a group that a row counts, by draw and half. */
function countsByMonth({ byDraw, shape }: Counts, leaves: readonly number[], row: number): Float64Array[] {
  const counted = Array.from(
    { length: shape.rowLength },
    () => new Float64Array(placeOfHalf(byDraw.length, 0)),
  );
  for (let d = 0; d < byDraw.length; d++) {
    const counts = byDraw[d]!;
    for (const leaf of leaves) {
      const first = shape.rowAt(leaf, row);
      const at = placeOfHalf(d, halfOfLeaf(leaf));
      for (let month = 0; month < counted.length; month++) counted[month]![at]! += counts[first + month]!;
    }
  }
  return counted;
}

/** Whether two months have the same counts. */
function areLike(one: Float64Array, other: Float64Array): boolean {
  for (let at = 0; at < one.length; at++) {
    if (one[at] !== other[at]) return false;
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
  const counted = countsByMonth(counts, leaves, row);
  let latest: Estimated | undefined;
  for (let month = 0; month < months; month++) {
    // Nobody moved, as in many months of many states, so nothing has to be computed again.
    if (latest === undefined || !areLike(counted[month]!, counted[month - 1]!)) {
      const sums = { counted: counted[month]!, of: persons, rows };
      latest = estimateMean(sums, undefined, SHARES, () => chanceOf(sums));
    }
    curve.estimate[month] = latest.estimate;
    curve.mcse[month] = latest.mcse;
    curve.parameterLow[month] = latest.low;
    curve.parameterHigh[month] = latest.high;
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
