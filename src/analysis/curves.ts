/** Month by month: occupancy of every state, and how many have reached each milestone. */

import type { DrawResult } from '../simulation/task.js';
import { leavesOf, personsOf, type Results } from './results.js';
import { errorOfDrawMean, INTERVAL, mean, quantileOfSorted } from './statistics.js';

/** A share of a subgroup at a month: in a state of a track, or past a milestone (cumulative incidence). */
export interface CurveRow {
  readonly approach: string;
  readonly subgroup: string;
  readonly kind: 'occupancy' | 'cumulative_incidence';
  readonly track: string;
  readonly state: string;
  readonly month: number;
  readonly estimate: number;
  readonly mcse: number;
  readonly parameterLow: number;
  readonly parameterHigh: number;
}

type Point = Pick<CurveRow, 'month' | 'estimate' | 'mcse' | 'parameterLow' | 'parameterHigh'>;

/** Counts of a draw by leaf, row and month, `rows` rows to a leaf. */
interface Counts {
  readonly of: (draw: DrawResult) => Uint32Array;
  readonly rows: number;
}

/** Shares of a group by month and draw, the draws of a month beside each other; NaN in a draw in which nobody belongs to it. */
function sharesByMonth(
  draws: readonly { readonly counts: Uint32Array; readonly persons: number }[],
  leaves: readonly number[],
  months: number,
  { rows }: Counts,
  row: number,
): Float64Array {
  const shares = new Float64Array(months * draws.length);
  for (let d = 0; d < draws.length; d++) {
    const { counts, persons } = draws[d]!;
    for (let month = 0; month < months; month++) {
      let present = 0;
      for (const leaf of leaves) present += counts[(leaf * rows + row) * months + month]!;
      shares[month * draws.length + d] = present / persons;
    }
  }
  return shares;
}

/** Shares of a group by month; draws in which nobody belongs to it are left out. */
function curve(results: Results, group: number, counts: Counts, row: number): Point[] {
  const months = results.horizonMonths + 1;
  const draws = results.draws.map((draw) => ({ counts: counts.of(draw), persons: personsOf(draw, group) }));
  const peopled = draws.filter(({ persons }) => persons > 0);
  const several = peopled.length > 1;
  const all = sharesByMonth(draws, leavesOf(results, group), months, counts, row);
  return Array.from({ length: months }, (_, month) => {
    const byDraw = all.subarray(month * draws.length, (month + 1) * draws.length);
    const isWhole = peopled.length === draws.length;
    const shares = isWhole ? byDraw : byDraw.filter((share) => !Number.isNaN(share));
    const estimate = mean(shares);
    const persons = peopled[0]?.persons ?? 0;
    const mcse = several ? errorOfDrawMean(byDraw) : Math.sqrt((estimate * (1 - estimate)) / persons);
    // Draw by draw they are not needed any more.
    shares.sort();
    return {
      month,
      estimate,
      mcse,
      parameterLow: several ? quantileOfSorted(shares, INTERVAL[0]) : Number.NaN,
      parameterHigh: several ? quantileOfSorted(shares, INTERVAL[1]) : Number.NaN,
    };
  });
}

/** All curves of all approaches and subgroups. */
export function curveRows(results: Results): CurveRow[] {
  return results.approaches.flatMap((layout, a) => {
    const { tracks, milestones } = layout.built.model;
    const states = tracks.flatMap((track) => track.states.map((state) => ({ track: track.name, state })));
    const occupancy: Counts = { of: (draw) => draw.approaches[a]!.occupancy, rows: states.length };
    const reached: Counts = { of: (draw) => draw.approaches[a]!.reached, rows: milestones.length };
    return results.groups.flatMap((subgroup, g) => {
      const place = { approach: layout.name, subgroup };
      return [
        ...milestones.flatMap(({ name: state }, i) =>
          curve(results, g, reached, i).map(
            (point): CurveRow => ({
              ...place,
              kind: 'cumulative_incidence',
              track: 'milestone',
              state,
              ...point,
            }),
          ),
        ),
        ...states.flatMap(({ track, state }, i) =>
          curve(results, g, occupancy, i).map(
            (point): CurveRow => ({ ...place, kind: 'occupancy', track, state, ...point }),
          ),
        ),
      ];
    });
  });
}
