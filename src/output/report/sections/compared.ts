/** What approaches of several municipalities come to, each beside its own reference. */

import { bijstandShare } from '../../../domain/measures/income.js';
import type { Measure } from '../../../domain/measures/measure.js';
import { netBalance } from '../../../domain/measures/money.js';
import { leftEverythingShare } from '../../../domain/measures/participation.js';
import { selfSufficientShare } from '../../../domain/measures/self-sufficiency.js';
import { accountsOf, municipalBalance } from '../accounts.js';
import { columnCells } from '../outcome-tables.js';
import { findRow, type ReportedApproach, type ResultRow, type RunData } from '../run-data.js';
import { numberCell, type Speech } from '../speech.js';
import { balanceOf, type Verdict, verdictOf } from '../verdict.js';

/** An approach beside the reference of its municipality. */
export interface ComparedApproach {
  readonly run: RunData;
  readonly approach: ReportedApproach;
  readonly verdict: Verdict | undefined;
}

/** All of several runs. */
export const comparisonsOf = (runs: readonly RunData[]): ComparedApproach[] =>
  runs.flatMap((run) =>
    run.others.map((approach) => ({ run, approach, verdict: verdictOf(balanceOf(run, approach.name)) })),
  );

/** A row with its sign turned: less bijstand is more off bijstand. */
function turned(row: ResultRow | undefined): ResultRow | undefined {
  return row && { ...row, estimate: -row.estimate, shown: -row.shown, low: -row.high, high: -row.low };
}

/** The difference of a comparison in a measure. */
export const differenceOf = (
  { run, approach }: ComparedApproach,
  { name }: Pick<Measure, 'name'>,
  month = Number.NaN,
) => findRow(run.differences, approach.name, name, month);

/** The difference in the municipality's own balance, euros a person; undefined: the run does not tell. */
function ownGain({ run, approach }: ComparedApproach): { gain: number; error: number } | undefined {
  const accounts = accountsOf(run, approach);
  if (accounts === undefined) return undefined;
  const { before, after } = municipalBalance(accounts);
  return { gain: after - before, error: accounts.error };
}

const ownCell = (each: ComparedApproach, speech: Speech) => {
  const { gain, error } = ownGain(each) ?? { gain: Number.NaN, error: Number.NaN };
  return numberCell(speech, 'euros', gain, error, true);
};

/** The columns of a comparison. */
export type ComparedColumns = ReturnType<typeof columnsOf>;

/** What each comparison comes to, a column for each goal, with one number of decimals in a column. */
export function columnsOf(all: readonly ComparedApproach[], month: number, speech: Speech) {
  const of = ({ name }: Pick<Measure, 'name'>, at = Number.NaN, isTurned = false) =>
    columnCells(
      speech,
      all.map((each) => {
        const row = differenceOf(each, { name }, at);
        return isTurned ? turned(row) : row;
      }),
      true,
    );
  return {
    selfSufficient: of(selfSufficientShare, month),
    offBijstand: of(bijstandShare, month, true),
    dropout: of(leftEverythingShare),
    balance: of(netBalance.discounted),
    own: all.map((each) => ownCell(each, speech)),
  };
}
