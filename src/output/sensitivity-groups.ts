/** The files of a sensitivity analysis about groups of inputs and about boxes of them: screening.csv, indices.csv and box.csv. */

import type { TurnBox } from '../analysis/sensitivity/box.js';
import type { ElementaryEffects } from '../analysis/sensitivity/morris.js';
import { RESAMPLES, type SobolIndices } from '../analysis/sensitivity/sobol-indices.js';
import {
  among,
  type FileColumn,
  integerColumn,
  numberColumn,
  required,
  type Table,
  textColumn,
} from './package/columns.js';
import { type AnalysisOf, differenceColumns, wordForOutcome } from './sensitivity.js';

/** What columns say of the low end of an index. */
const LOW_POINT = `2.5 % point of it over ${RESAMPLES} bootstrap samples of the base points; the interval is conservative, since these are spread more evenly than the samples assume: of three functions whose indices are known, those of 95 % held the truth in 94 to 100 % of 200 designs`;

/** Name of the group of all inputs that are in no other. */
export const OTHERS = 'others';

/** Inputs that are moved as one. */
interface NamedGroup {
  readonly name: string;
  readonly paths: readonly string[];
}

export type ScreenedGroup = NamedGroup & ElementaryEffects;

/** A group with its Sobol indices. */
export interface IndexedGroup extends NamedGroup {
  readonly first: SobolIndices['first'][number];
  readonly total: SobolIndices['total'][number];
  readonly points: number;
}

/** A row about an approach. */
type OfApproach<Of> = { readonly approach: string } & Of;

function groupColumns<Row extends OfApproach<NamedGroup>>(of: AnalysisOf): FileColumn<Row>[] {
  return [
    ...differenceColumns<Row>(of),
    required(
      textColumn(
        'group',
        'inputs that are moved as one: posterior (all calibrated numbers, which are correlated, by rows of the posterior), a group of the scenario, or the path of one input; others: all that are in no other group',
        ({ name }) => name,
      ),
    ),
    required(
      integerColumn(
        'inputs',
        'number of its inputs; group-inputs.csv names them',
        ({ paths }) => paths.length,
      ),
    ),
  ];
}

/** group-inputs.csv */
export function groupInputsTable(
  { municipality }: Pick<AnalysisOf, 'municipality'>,
  groups: readonly NamedGroup[],
): Table<{ readonly group: string; readonly path: string }> {
  const byName = new Map(groups.map(({ name, paths }) => [name, paths]));
  return {
    file: 'group-inputs.csv',
    title: 'The inputs of each group of screening.csv and indices.csv',
    key: ['group', 'path'],
    columns: [
      required(textColumn('municipality', 'name of the scenario', () => municipality)),
      required(textColumn('group', 'group of inputs, as in these files', ({ group }) => group)),
      required(textColumn('path', 'path of an input in it', ({ path }) => path)),
    ],
    rows: [...byName].flatMap(([group, paths]) => paths.map((path) => ({ group, path }))),
  };
}

/** screening.csv */
export function screeningTable(
  of: AnalysisOf,
  rows: readonly OfApproach<ScreenedGroup>[],
): Table<OfApproach<ScreenedGroup>> {
  return {
    file: 'screening.csv',
    title: `Morris screening: what moving each group of inputs by half of its probability does to ${wordForOutcome(of)}, all others anywhere in their ranges`,
    key: ['approach', 'group'],
    columns: [
      ...groupColumns<OfApproach<ScreenedGroup>>(of),
      numberColumn(
        'mu_star',
        `mean of the absolute elementary effects, in ${of.unit} per whole range of the group: how much it matters; the chance of persons adds to it`,
        (row) => row.muStar,
      ),
      numberColumn('mu_star_error', 'standard error of the same', (row) => row.muStarError),
      numberColumn(
        'mu',
        'mean of the elementary effects with their signs, near 0 where the effect changes sign; empty: of several inputs, whose directions are their own',
        (row) => row.mu,
      ),
      numberColumn(
        'sigma',
        'their standard deviation: large where the effect depends on other inputs or is not linear; empty: of several inputs',
        (row) => row.sigma,
      ),
    ],
    rows,
  };
}

/** indices.csv */
export function indicesTable(
  of: AnalysisOf,
  rows: readonly OfApproach<IndexedGroup>[],
): Table<OfApproach<IndexedGroup>> {
  return {
    file: 'indices.csv',
    title: `Sobol indices of the groups of inputs that move ${wordForOutcome(of)} most by themselves, and of all others together; correlated numbers of the posterior are one group, since indices of correlated inputs mislead: how they share it is told by the shares of inputs.csv`,
    key: ['approach', 'group'],
    columns: [
      ...groupColumns<OfApproach<IndexedGroup>>(of),
      numberColumn(
        'first',
        `first order: share of the variance over the parameters that the group makes alone; its error may bring it below 0; empty: ${wordForOutcome(of)} never varies`,
        ({ first }) => first.estimate,
      ),
      numberColumn('first_low', LOW_POINT, ({ first }) => first.low),
      numberColumn('first_high', '97.5 % point of the same', ({ first }) => first.high),
      numberColumn(
        'total',
        'total order: share that the group takes part in, alone and together with others',
        ({ total }) => total.estimate,
      ),
      numberColumn('total_low', LOW_POINT, ({ total }) => total.low),
      numberColumn('total_high', '97.5 % point of the same', ({ total }) => total.high),
      required(
        integerColumn(
          'points',
          'base points of the design, each with persons of its own',
          ({ points }) => points,
        ),
      ),
    ],
    rows,
  };
}

type Limit = NonNullable<TurnBox['box']>['limits'][number];

/** A limit of the box of an approach; undefined: there is no box. */
interface BoxRow {
  readonly approach: string;
  readonly turn: TurnBox;
  readonly limit: Limit | undefined;
}

/** box.csv */
export function boxTable(
  of: AnalysisOf,
  found: readonly { readonly approach: string; readonly turn: TurnBox | undefined }[],
): Table<BoxRow> {
  const rows = found.flatMap(({ approach, turn }): BoxRow[] => {
    if (turn === undefined) return [];
    return turn.box === undefined
      ? [{ approach, turn, limit: undefined }]
      : turn.box.limits.map((limit) => ({ approach, turn, limit }));
  });
  const fitOf = (name: 'coverage' | 'density' | 'mass', what: string) =>
    numberColumn<BoxRow>(name, what, ({ turn }) => turn.box?.[name]);
  return {
    file: 'box.csv',
    title:
      'In which box of the inputs an approach does the rarer of worse and better than the reference (patient rule induction): a row for each limit',
    key: ['approach', 'path'],
    refersTo: [{ columns: ['approach', 'path'], file: 'inputs.csv', key: ['approach', 'path'] }],
    columns: [
      ...differenceColumns<BoxRow>(of, 'approach that does worse or better'),
      required(
        among(
          ['worse', 'better'],
          textColumn(
            'outcome',
            'what the box is of: the rarer of the two over the parameter draws',
            ({ turn }) => turn.outcome,
          ),
        ),
      ),
      required(
        numberColumn(
          'share_of_draws',
          'share of the parameter draws in which it does so; a draw has the chance of its persons in it',
          ({ turn }) => turn.share,
        ),
      ),
      textColumn(
        'path',
        'path of an input that has a limit; empty: no box is told from chance',
        ({ limit }) => limit?.input,
      ),
      numberColumn(
        'low',
        'values in the box lie from here; empty: no limit on that side',
        ({ limit }) => limit?.low,
      ),
      numberColumn(
        'high',
        'values in the box lie up to here; empty: no limit on that side',
        ({ limit }) => limit?.high,
      ),
      textColumn(
        'answers',
        'of an open question: its answers in the box, with spaces between them; empty: of a number',
        ({ limit }) => limit?.categories?.join(' '),
      ),
      numberColumn(
        'quasi_p',
        'chance that as many draws of the box would do so if this limit did nothing (binomial); only quasi, since the limit was looked for in the same draws',
        ({ limit }) => limit?.quasiP,
      ),
      fitOf('coverage', 'share of the draws that do so which lie in the box'),
      fitOf('density', 'share of the draws in the box that do so'),
      fitOf('mass', 'share of all draws that lie in the box'),
    ],
    rows,
  };
}
