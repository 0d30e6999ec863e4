/** A result folder as the report needs it: typed rows of its CSV files, for the whole cohort by default. */

import type { Origin } from '../../domain/attributes/origin.js';
import { selfSufficientShare } from '../../domain/measures/self-sufficiency.js';
import type { Regime } from '../../domain/regimes/regime.js';
import type { PartRow } from '../package/approaches.js';
import { numberIn, textIn } from '../package/cells.js';
import { FolderProblem } from '../package/folder-problem.js';
import { lawOfRun } from '../package/law-of-run.js';
import type { Manifest, Row, RunFolder } from '../package/run-folder.js';
import { type AnswerRow, readAnswerRows } from './answer-rows.js';
import { type ResultRow, resultOf } from './result-row.js';
import { settleRounding } from './rounding.js';

export { type ResultRow, resultOf };

/** An approach with its name for readers. */
export interface ReportedApproach {
  readonly name: string;
  readonly label: string;
}

/** A row of costs.csv. */
export interface CostLine {
  readonly approach: string;
  readonly year: number;
  readonly component: string;
  readonly payer: string;
  readonly perPerson: number;
  readonly mcse: number;
  readonly perCohort: number;
  /** Per person, discounted. */
  readonly discounted: number;
}

/** A row of parameters.csv. */
export interface ReportedParameter {
  readonly path: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly distribution: string;
  readonly unit: string;
  readonly label: string;
  readonly source: string;
  readonly note: string;
  readonly setIn: string;
  /** Path of the number that it is the same as; empty: none. */
  readonly sameAs: string;
}

/** A row of approaches.csv as it is read back: without the label of the approach, and with nothing for what is not there. */
export interface Part extends Omit<PartRow, 'approachLabel' | 'phase' | 'mandatory' | 'source'> {
  readonly phase: number;
  readonly mandatory: string;
  readonly source: string;
}

/** A row of selection.csv. */
interface SelectedShare {
  readonly approach: string;
  readonly activity: string;
  readonly attribute: string;
  readonly value: string;
  readonly ofCohort: number;
  /** Of those with the value. */
  readonly selected: number;
}

/** A run, ready to be reported. */
export interface RunData {
  readonly slug: string;
  readonly municipality: string;
  /** The municipality that all runs of a report are of; `municipality` then is what tells them apart. Undefined: there are several, or one run. */
  readonly variantOf?: string | undefined;
  readonly reference: ReportedApproach;
  readonly others: readonly ReportedApproach[];
  readonly estimates: readonly ResultRow[];
  readonly differences: readonly ResultRow[];
  /** Differences by the answer to open questions; none where no question is open. */
  readonly byAnswer: readonly AnswerRow[];
  readonly costs: readonly CostLine[];
  readonly parameters: readonly ReportedParameter[];
  readonly parts: readonly Part[];
  readonly selection: readonly SelectedShare[];
  readonly law: Regime;
  /** The origins of its people, with what readers call them. */
  readonly origins: readonly Origin[];
  readonly manifest: Manifest;
  /** Tables that were changed after the run. */
  readonly changed: readonly string[];
}

/** Whether a run is of a plan for no municipality in particular, as the package has some. */
export function isPlan({ manifest }: Pick<RunData, 'manifest'>): boolean {
  return manifest.inputs.some(({ path }) => /(?:^|\/)plans\//.test(path));
}

/** Rows of the whole cohort: files from before subgroups were reported have no such column. */
const ofAll = (rows: readonly Row[]) =>
  rows.filter((row) => row.subgroup === undefined || row.subgroup === 'all');

function costOf(row: Row): CostLine {
  return {
    approach: textIn(row, 'approach'),
    year: numberIn(row, 'year'),
    component: textIn(row, 'component'),
    payer: textIn(row, 'payer'),
    perPerson: numberIn(row, 'per_person'),
    mcse: numberIn(row, 'mcse'),
    perCohort: numberIn(row, 'per_cohort'),
    discounted: numberIn(row, 'per_person_discounted'),
  };
}

function parameterOf(row: Row): ReportedParameter {
  return {
    path: textIn(row, 'path'),
    value: numberIn(row, 'value'),
    low: numberIn(row, 'low'),
    high: numberIn(row, 'high'),
    distribution: textIn(row, 'distribution'),
    unit: textIn(row, 'unit'),
    label: textIn(row, 'label'),
    source: textIn(row, 'source'),
    note: textIn(row, 'note'),
    setIn: textIn(row, 'set_in'),
    sameAs: textIn(row, 'same_as'),
  };
}

function partOf(row: Row): Part {
  return {
    approach: textIn(row, 'approach'),
    part: textIn(row, 'part'),
    label: textIn(row, 'label'),
    phase: numberIn(row, 'phase'),
    starts: textIn(row, 'starts'),
    delayWeeks: numberIn(row, 'delay_weeks'),
    weeks: numberIn(row, 'weeks'),
    hoursPerWeek: numberIn(row, 'hours_per_week'),
    mandatory: textIn(row, 'mandatory'),
    actsOn: textIn(row, 'acts_on'),
    forWhom: textIn(row, 'for'),
    aftercareWeeks: numberIn(row, 'aftercare_weeks'),
    aftercareStarts: textIn(row, 'aftercare_starts'),
    labels: textIn(row, 'labels'),
    source: textIn(row, 'source'),
    ends: textIn(row, 'ends'),
    resumesWithinWeeks: numberIn(row, 'resumes_within_weeks'),
    toEducation: numberIn(row, 'to_education'),
    toWork: numberIn(row, 'to_work'),
    toVoluntaryWork: numberIn(row, 'to_voluntary_work'),
    voluntaryWeeks: numberIn(row, 'voluntary_weeks'),
    byAnswer: textIn(row, 'by_answer'),
  };
}

function selectedOf(row: Row): SelectedShare {
  return {
    approach: textIn(row, 'approach'),
    activity: textIn(row, 'activity'),
    attribute: textIn(row, 'attribute'),
    value: textIn(row, 'value'),
    ofCohort: numberIn(row, 'cohort_share'),
    selected: numberIn(row, 'selected_share'),
  };
}

/** The parameters of a run or a sweep. */
export const readParameters = (run: RunFolder): ReportedParameter[] =>
  run.table('parameters.csv').map(parameterOf);

/** Reads what a report says about a run. @throws Error when the run has no estimates. */
export function readRunData(run: RunFolder): RunData {
  const estimateRows = run.table('estimates.csv');
  const first = estimateRows[0];
  if (first === undefined)
    throw new FolderProblem(`${run.folder}: no estimates.csv with rows, so nothing to report`);
  const differenceRows = run.table('differences.csv');
  const parts = run.table('approaches.csv');
  const names = [...new Set(estimateRows.map((row) => textIn(row, 'approach')))];
  const labelOf = (name: string) => {
    const part = parts.find((row) => row.approach === name);
    return part === undefined ? name : textIn(part, 'approach_label') || name;
  };
  const referenceName = textIn(differenceRows[0] ?? {}, 'reference') || names[0]!;
  const settled = settleRounding(
    { estimates: estimateRows.map(resultOf), differences: differenceRows.map(resultOf) },
    referenceName,
  );
  return {
    slug: run.slug,
    municipality: textIn(first, 'municipality') || run.slug,
    reference: { name: referenceName, label: labelOf(referenceName) },
    others: names.filter((name) => name !== referenceName).map((name) => ({ name, label: labelOf(name) })),
    ...settled,
    byAnswer: readAnswerRows(run, settled.differences),
    costs: ofAll(run.table('costs.csv')).map(costOf),
    parameters: readParameters(run),
    parts: parts.map(partOf),
    selection: run.table('selection.csv').map(selectedOf),
    law: lawOfRun(run.manifest),
    origins: run.manifest.origins ?? [],
    manifest: run.manifest,
    changed: run.changed(),
  };
}

/** The row of a measure under an approach; `month` NaN: over the whole horizon. */
export function findRow(
  rows: readonly ResultRow[],
  approach: string,
  measure: string,
  month = Number.NaN,
  subgroup = 'all',
): ResultRow | undefined {
  return rows.find(
    (row) =>
      row.approach === approach &&
      row.measure === measure &&
      Object.is(row.month, month) &&
      row.subgroup === subgroup,
  );
}

/** Months up to year 5 at which a run tells shares. */
function shareMonths({ estimates }: RunData): number[] {
  return estimates.flatMap(({ measure, month }) =>
    measure === selfSufficientShare.name && month <= 60 ? [month] : [],
  );
}

/** The month at which shares are summarised: 60, or the last year within a shorter horizon. */
export function headlineMonth(run: RunData): number {
  return Math.max(12, ...shareMonths(run));
}

/** The month at which shares of several runs are held side by side: the last one up to 60 that all of them have. */
export function commonMonth(runs: readonly RunData[]): number {
  const [first, ...others] = runs.map(shareMonths);
  const common = first!.filter((month) => others.every((months) => months.includes(month)));
  return Math.max(12, ...common);
}

/** All approaches, the reference first. */
export function approachesOf(run: RunData): ReportedApproach[] {
  return [run.reference, ...run.others];
}

/** Years that the run looks ahead: the parameter, else what its manifest says, else the last month reported. */
export function horizonYears(run: RunData): number {
  const parameter = run.parameters.find(({ path }) => path === 'horizon_years');
  if (parameter !== undefined) return parameter.value;
  const { footing } = run.manifest;
  if (footing !== undefined) return footing.horizon_years;
  const months = run.estimates.map(({ month }) => month).filter(Number.isFinite);
  return Math.round(Math.max(0, ...months) / 12);
}
