/** Month by month: occupancy of every state, and how many have reached each milestone. */

import type { DrawResult } from '../simulation/task.js';
import type { Results } from './results.js';
import { INTERVAL, mean, quantile, variance } from './statistics.js';

/** A share of the cohort at a month: in a state of a track, or past a milestone (cumulative incidence). */
export interface CurveRow {
  readonly approach: string;
  readonly kind: 'occupancy' | 'cumulative_incidence';
  readonly track: string;
  readonly state: string;
  readonly month: number;
  readonly estimate: number;
  readonly mcse: number;
  readonly parameterLow: number;
  readonly parameterHigh: number;
}

type Counts = (draw: DrawResult) => Float64Array;

function curve(
  results: Results,
  counts: Counts,
  row: number,
): Omit<CurveRow, 'approach' | 'kind' | 'track' | 'state'>[] {
  const months = results.horizonMonths + 1;
  const { replications } = results.task;
  return Array.from({ length: months }, (_, month) => {
    const shares = results.draws.map(
      (draw) => counts(draw)[row * months + month]! / (draw.size * replications),
    );
    const estimate = mean(shares);
    const persons = results.draws[0]!.size * replications;
    const several = shares.length > 1;
    return {
      month,
      estimate,
      mcse: Math.sqrt(several ? variance(shares) / shares.length : (estimate * (1 - estimate)) / persons),
      parameterLow: several ? quantile(shares, INTERVAL[0]) : Number.NaN,
      parameterHigh: several ? quantile(shares, INTERVAL[1]) : Number.NaN,
    };
  });
}

/** All curves of all approaches. */
export function curveRows(results: Results): CurveRow[] {
  return results.approaches.flatMap((layout, a) => {
    const { tracks, milestones } = layout.built.model;
    const states = tracks.flatMap((track) => track.states.map((state) => ({ track: track.name, state })));
    const occupancy = states.flatMap(({ track, state }, i) =>
      curve(results, (draw) => draw.approaches[a]!.occupancy, i).map(
        (point): CurveRow => ({ approach: layout.name, kind: 'occupancy', track, state, ...point }),
      ),
    );
    const incidence = milestones.flatMap((milestone, i) =>
      curve(results, (draw) => draw.approaches[a]!.reached, i).map(
        (point): CurveRow => ({
          approach: layout.name,
          kind: 'cumulative_incidence',
          track: 'milestone',
          state: milestone.name,
          ...point,
        }),
      ),
    );
    return [...incidence, ...occupancy];
  });
}
