/** Month by month: occupancy of every state, and how many have reached each milestone. */

import { leavesOf, personsOf, type Results } from './results.js';
import { errorOfDrawMean, intervalWithoutNoise, mean } from './statistics.js';

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
  /** Persons by draw. */
  readonly persons: Float64Array;
}

/** Counts by draw; in each by leaf, row and month, `rows` rows to a leaf. */
interface Counts {
  readonly byDraw: readonly Uint32Array[];
  readonly rows: number;
}

function groupOf(results: Results, group: number): Group {
  const persons = Float64Array.from(results.draws, (draw) => personsOf(draw, group));
  return { leaves: leavesOf(results, group), persons };
}

/** Persons of a group that a row counts, by month and draw: the draws of a month beside each other. */
function countsByMonth(
  { byDraw, rows }: Counts,
  leaves: readonly number[],
  row: number,
  months: number,
): Uint32Array {
  const draws = byDraw.length;
  const counted = new Uint32Array(months * draws);
  for (let d = 0; d < draws; d++) {
    const counts = byDraw[d]!;
    for (const leaf of leaves) {
      const first = (leaf * rows + row) * months;
      for (let month = 0; month < months; month++) counted[month * draws + d]! += counts[first + month]!;
    }
  }
  return counted;
}

/** Whether a month has the same counts as the one before, draw by draw. */
function isLikeBefore(counted: Uint32Array, month: number, draws: number): boolean {
  if (month === 0) return false;
  for (let at = month * draws; at < (month + 1) * draws; at++) {
    if (counted[at] !== counted[at - draws]) return false;
  }
  return true;
}

/** Makes a month of a curve like the one before. */
function repeatMonth({ estimate, mcse, parameterLow, parameterHigh }: Curve, month: number): void {
  for (const values of [estimate, mcse, parameterLow, parameterHigh]) values[month] = values[month - 1]!;
}

/** Variance of a share for given parameters, on average over the draws: persons are independent of each other. */
function noiseOf(shares: Float64Array, persons: Float64Array): number {
  let noise = 0;
  for (let d = 0; d < shares.length; d++) noise += (shares[d]! * (1 - shares[d]!)) / (persons[d]! - 1);
  return noise / shares.length;
}

/** A curve of a group from the counts of a row; draws in which nobody belongs to the group are left out. */
function curveOf(place: CurvePlace, group: Group, counts: Counts, row: number, months: number): Curve {
  const { leaves, persons } = group;
  const curve: Curve = {
    ...place,
    estimate: new Float64Array(months),
    mcse: new Float64Array(months),
    parameterLow: new Float64Array(months),
    parameterHigh: new Float64Array(months),
  };
  const peopled = persons.filter((count) => count > 0);
  const several = peopled.length > 1;
  const draws = persons.length;
  const counted = countsByMonth(counts, leaves, row, months);
  const byDraw = new Float64Array(draws);
  const shares = new Float64Array(peopled.length);
  for (let month = 0; month < months; month++) {
    if (isLikeBefore(counted, month, draws)) {
      // Nobody moved, as in many months of many states: nothing to work out again.
      repeatMonth(curve, month);
      continue;
    }
    let present = 0;
    for (let d = 0; d < draws; d++) {
      // 0 / 0, which is NaN, in a draw in which nobody belongs to the group.
      byDraw[d] = counted[month * draws + d]! / persons[d]!;
      if (persons[d]! > 0) shares[present++] = byDraw[d]!;
    }
    const estimate = mean(shares);
    const { low, high } = intervalWithoutNoise(shares, noiseOf(shares, peopled));
    curve.estimate[month] = estimate;
    curve.mcse[month] = several
      ? errorOfDrawMean(byDraw)
      : Math.sqrt((estimate * (1 - estimate)) / (peopled[0] ?? 0));
    curve.parameterLow[month] = low;
    curve.parameterHigh[month] = high;
  }
  return curve;
}

/** All curves of all approaches and subgroups. */
export function curvesOf(results: Results): Curve[] {
  const months = results.horizonMonths + 1;
  const groups = results.groups.map((_, g) => groupOf(results, g));
  return results.approaches.flatMap(({ name: approach, built }, a) => {
    const { tracks, milestones } = built.model;
    const states = tracks.flatMap((track) => track.states.map((state) => ({ track: track.name, state })));
    const countsOf = (key: 'occupancy' | 'reached', rows: number): Counts => ({
      byDraw: results.draws.map((draw) => draw.approaches[a]![key]),
      rows,
    });
    const occupancy = countsOf('occupancy', states.length);
    const reached = countsOf('reached', milestones.length);
    return groups.flatMap((group, g): Curve[] => {
      const whose = { approach, subgroup: results.groups[g]! };
      return [
        ...milestones.map(({ name: state }, i) => {
          const place = { ...whose, kind: 'cumulative_incidence', track: 'milestone', state } as const;
          return curveOf(place, group, reached, i, months);
        }),
        ...states.map(({ track, state }, i) =>
          curveOf({ ...whose, kind: 'occupancy', track, state }, group, occupancy, i, months),
        ),
      ];
    });
  });
}
