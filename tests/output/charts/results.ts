import { numberColumn, required, type Table, textColumn } from '../../../src/output/package/columns.js';
import { writeRun } from '../../../src/output/package/run.js';
import { openRunFolder, type RunFolder } from '../../../src/output/package/run-folder.js';

export type Line = Readonly<Record<string, string | number>>;

/** Columns that are never empty, here as in the tables of a run. */
const keys = ['approach', 'year', 'component', 'path'];

export function table(file: string, rows: readonly Line[]): Table<Line> {
  return {
    file,
    title: file,
    columns: Object.entries(rows[0]!).map(([name, value]) => {
      const column =
        typeof value === 'number'
          ? numberColumn(name, '', (row: Line) => row[name] as number)
          : textColumn(name, '', (row: Line) => row[name] as string);
      return keys.includes(name) ? required(column) : column;
    }),
    rows,
  };
}

/** Months of the made-up horizon. */
export const LAST = 60;

function curvesOf(approach: string, subgroup: string, isEstimable: (month: number) => boolean): Line[] {
  const line = (kind: string, track: string, state: string, value: (month: number) => number) =>
    Array.from({ length: LAST + 1 }, (_, month) => ({
      approach,
      subgroup,
      kind,
      track,
      state,
      month,
      estimate: value(month),
      parameter_low: isEstimable(month) ? value(month) * 0.9 : Number.NaN,
      parameter_high: isEstimable(month) ? Math.min(1, value(month) * 1.1) : Number.NaN,
    }));
  const ramp = (from: number, to: number) => (month: number) =>
    Math.min(1, Math.max(0, (month - from) / (to - from)));
  return [
    ...line('cumulative_incidence', 'milestone', 'self_sufficient', (month) => month / 120),
    ...line('cumulative_incidence', 'milestone', 'housed', ramp(0, 10)),
    ...line('cumulative_incidence', 'milestone', 'in_course', ramp(10, 20)),
    ...line('occupancy', 'inburgering', 'in_course', (month) => ramp(10, 20)(month) - ramp(30, 50)(month)),
    ...line('occupancy', 'inburgering', 'passed', (month) => 0.6 * ramp(30, 50)(month)),
    ...line('occupancy', 'term', 'running', ramp(0, 10)),
    // Half of the cohort gets a coach; of them 3 in 4 complete it and get aftercare, which outlasts the horizon.
    ...line('occupancy', 'coach', 'taking_part', (month) => (ramp(10, 30)(month) - ramp(38, 42)(month)) / 2),
    ...line('occupancy', 'coach', 'dropped_out', (month) => ramp(38, 42)(month) / 8),
    ...line('occupancy', 'coach', 'aftercare', (month) => (ramp(38, 42)(month) * 3) / 8),
    ...line('cumulative_incidence', 'milestone', 'paid_work', (month) => month / 120),
    // Gone before the horizon.
    ...line('occupancy', 'income', 'living_allowance', (month) => Math.max(0, 0.1 - month / 120)),
    ...line('occupancy', 'income', 'bijstand', (month) => 1 - month / 120),
    ...line('occupancy', 'income', 'work', (month) => month / 120),
  ];
}

/** A made-up result folder whose every number is known. */
export function makeResults(
  folder: string,
  {
    approaches = ['sequential', 'parallel'],
    breakEven = 40,
    municipality = 'Testdam',
    isEstimable = (_month: number): boolean => true,
  } = {},
): RunFolder {
  const rows = approaches.flatMap((approach) =>
    [2020, 2021].map((year, index) => ({
      approach,
      subgroup: 'all',
      year,
      component: 'bijstand',
      per_person: 1200 * (index + 1),
      // Parallel costs 600 more in the first year, and 900 less in the second.
      per_person_discounted: 1000.5 * (index + 1) + (approach === 'parallel' ? 600 - 1500 * index : 0),
    })),
  );
  const difference = (measure: string, month: number, estimate: number) => ({
    approach: 'parallel',
    reference: 'sequential',
    subgroup: 'all',
    measure,
    month,
    unit:
      measure.endsWith('_share') || measure.endsWith('_probability')
        ? 'share'
        : measure.endsWith('_discounted')
          ? 'euros'
          : '',
    estimate,
    parameter_low: isEstimable(month) ? estimate - 0.25 : Number.NaN,
    parameter_high: isEstimable(month) ? estimate + 0.25 : Number.NaN,
    prediction_low: estimate - 0.5,
    prediction_high: estimate + 0.5,
  });
  const differences = [
    difference('bijstand_share', 12, 0.5),
    difference('bijstand_share', 60, -0.0625),
    difference('net_balance_discounted', Number.NaN, 1500),
    difference('break_even_month', Number.NaN, breakEven),
    difference('break_even_year', Number.NaN, Number.isNaN(breakEven) ? Number.NaN : 2021),
    difference('break_even_probability', Number.NaN, 0.25),
  ];
  const now = new Date(0);
  const tables = [
    table(
      'approaches.csv',
      approaches.flatMap((approach) =>
        [
          { part: 'course', label: 'Statutory course', phase: 3 },
          { part: 'coach', label: 'Coach', phase: 3 },
        ].map((part) => ({
          approach,
          approach_label: approach === 'sequential' ? 'Sequential' : 'A & B <together>',
          ...part,
        })),
      ),
    ),
    table(
      'estimates.csv',
      approaches.map((approach) => ({ municipality, approach, estimate: 1 })),
    ),
    table('curves.csv', [
      ...approaches.flatMap((id) => curvesOf(id, 'all', isEstimable)),
      ...curvesOf('sequential', 'women', isEstimable),
    ]),
    table('costs.csv', rows),
    ...(approaches.length > 1 ? [table('differences.csv', differences)] : []),
  ];
  writeRun(folder, tables, 'standard', {
    title: 'A run',
    version: '0',
    commandLine: ['run'],
    seed: 's',
    draws: 2,
    replications: 3,
    workers: 1,
    inputs: [],
    settings: [],
    warnings: { en: [], nl: [] },
    started: now,
    finished: now,
  });
  return openRunFolder(folder);
}
