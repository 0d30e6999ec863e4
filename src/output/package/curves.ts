/** curves.csv: month by month. */

import type { Curve } from '../../analysis/curves.js';
import type { Results } from '../../analysis/results.js';
import {
  among,
  describeError,
  integerColumn,
  numberColumn,
  place,
  required,
  subgroup,
  type Table,
  textColumn,
} from './columns.js';

/** A month of a curve. */
interface CurveMonth {
  readonly approach: string;
  readonly subgroup: string;
  readonly curve: Curve;
  readonly month: number;
}

/** curves.csv */
export function curvesTable(results: Results, curves: readonly Curve[]): Table<CurveMonth> {
  return {
    file: 'curves.csv',
    key: ['approach', 'subgroup', 'kind', 'track', 'state', 'month'],
    title: 'Month by month: share of the cohort in every state, and past every milestone',
    columns: [
      ...place<CurveMonth>(results),
      subgroup<CurveMonth>(results),
      required(
        among(
          curves.map(({ kind }) => kind),
          textColumn(
            'kind',
            'occupancy, or cumulative_incidence (share that has reached the milestone)',
            ({ curve }) => curve.kind,
          ),
        ),
      ),
      required(
        among(
          curves.map(({ track }) => track),
          textColumn('track', 'track, or "milestone"', ({ curve }) => curve.track),
        ),
      ),
      required(
        among(
          curves.map(({ state }) => state),
          textColumn('state', 'state of the track, or name of the milestone', ({ curve }) => curve.state),
        ),
      ),
      required(integerColumn('month', 'months since the permit', ({ month }) => month)),
      numberColumn(
        'estimate',
        'share of the subgroup, of all draws and replications together',
        ({ curve, month }) => curve.estimate[month],
      ),
      numberColumn('mcse', describeError('the estimate'), ({ curve, month }) => curve.mcse[month]),
      numberColumn(
        'parameter_low',
        '2.5 % point of the expected share over the uncertainty of the parameters; empty: not estimated',
        ({ curve, month }) => curve.parameterLow[month],
      ),
      numberColumn(
        'parameter_high',
        '97.5 % point of the same',
        ({ curve, month }) => curve.parameterHigh[month],
      ),
    ],
    rows: curves.flatMap((curve) => {
      const { approach, subgroup: of } = curve;
      return Array.from(curve.estimate, (_, month) => ({ approach, subgroup: of, curve, month }));
    }),
  };
}
