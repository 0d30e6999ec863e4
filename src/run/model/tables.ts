/** The tables of a bare model's run. */

import {
  type AnyTable,
  describeError,
  integerColumn,
  numberColumn,
  type Table,
  textColumn,
} from '../../output/package/columns.js';
import { openRunFolder } from '../../output/package/run-folder.js';
import type { MeanEstimate, ModelRun, ShareCurve } from '../../simulation/bare-model/model-run.js';

/** A mean over the persons of a model. */
export interface MeanRow {
  readonly kind: string;
  readonly name: string;
  readonly of: MeanEstimate;
}

interface ShareRow {
  readonly kind: string;
  readonly track: string;
  readonly state: string;
  readonly month: number;
  readonly share: number;
  readonly mcse: number;
}

/** The means of a run, in their order. */
export function meanRows(run: ModelRun): MeanRow[] {
  return [
    ...run.states.map(({ track, state, months }) => ({
      kind: 'months_in_state',
      name: `${track}: ${state}`,
      of: months,
    })),
    ...run.rewards.flatMap(({ name, nominal, discounted }) => [
      { kind: 'reward', name, of: nominal },
      { kind: 'reward_discounted', name, of: discounted },
    ]),
    ...run.milestones.map(({ name, month }) => ({ kind: 'milestone_month', name, of: month })),
  ];
}

function shareRows(kind: string, track: string, state: string, curve: ShareCurve): ShareRow[] {
  return Array.from(curve.share, (share, month) => ({
    kind,
    track,
    state,
    month,
    share,
    mcse: curve.mcse[month]!,
  }));
}

/** The tables of a run. */
export function tablesOf(run: ModelRun): AnyTable[] {
  const means: Table<MeanRow> = {
    file: 'means.csv',
    title: 'Mean per person within the horizon',
    key: ['kind', 'name'],
    columns: [
      textColumn(
        'kind',
        'months_in_state, reward, reward_discounted, or milestone_month (of those who reached it)',
        (r) => r.kind,
      ),
      textColumn('name', 'track and state, reward or milestone', (r) => r.name),
      numberColumn('mean', 'mean over persons', (r) => r.of.mean),
      numberColumn('mcse', describeError('the mean'), (r) => r.of.mcse),
      numberColumn('variance', 'variance between persons', (r) => r.of.variance),
      integerColumn('persons', 'persons the mean is over', (r) => r.of.persons),
    ],
    rows: meanRows(run),
  };
  const shares: Table<ShareRow> = {
    file: 'probabilities.csv',
    key: ['kind', 'track', 'state', 'month'],
    title: 'State probabilities and cumulative incidence of milestones by month',
    columns: [
      textColumn('kind', 'state or milestone', (r) => r.kind),
      textColumn('track', 'track; empty for a milestone', (r) => r.track),
      textColumn('state', 'state or milestone', (r) => r.state),
      integerColumn('month', 'months since the origin', (r) => r.month),
      numberColumn('probability', 'share of the persons', (r) => r.share),
      numberColumn('mcse', describeError('the share'), (r) => r.mcse),
    ],
    rows: [
      ...run.states.flatMap(({ track, state, occupancy }) => shareRows('state', track, state, occupancy)),
      ...run.milestones.flatMap(({ name, reached }) => shareRows('milestone', '', name, reached)),
    ],
  };
  return [means, shares];
}

/** The means of a run that had already finished, read from its file. */
export function readMeans(folder: string): MeanRow[] {
  return openRunFolder(folder)
    .table('means.csv')
    .map((row) => ({
      kind: String(row.kind),
      name: String(row.name),
      of: {
        mean: Number(row.mean),
        variance: Number(row.variance),
        mcse: Number(row.mcse),
        persons: Number(row.persons),
      },
    }));
}
