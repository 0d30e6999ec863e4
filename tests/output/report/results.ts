import { join } from 'node:path';
import type { Footing } from '../../../src/output/package/footing.js';
import type { Warnings } from '../../../src/output/package/manifest.js';
import { writeRun } from '../../../src/output/package/run.js';
import { openRunFolder, type RunFolder } from '../../../src/output/package/run-folder.js';
import { type Line, table } from '../charts/results.js';

const { NaN: none } = Number;

interface Made {
  readonly municipality?: string;
  readonly label?: string;
  /** Difference in discounted net balance: estimate, low, high. */
  readonly balance?: readonly [number, number, number];
  /** Difference in the share on bijstand at month 60. */
  readonly bijstand?: number;
  /** The same of self-sufficiency. */
  readonly selfSufficient?: number;
  readonly subgroup?: string;
  /** A text that goes wherever a scenario or a command line can put one. */
  readonly text?: string;
  readonly parameters?: readonly Line[];
  /** Rows of alternatives.csv. */
  readonly answers?: readonly Line[];
  readonly labels?: Readonly<Record<string, { nl: string; en: string }>>;
  readonly warnings?: Warnings;
  readonly footing?: Footing;
  /** Value of a parameter, to tell runs apart. */
  readonly size?: number;
}

function outcome(subgroup: string, measure: string, month: number, unit: string, centre: number): Line {
  // No share is above 1.
  const within = (value: number) => (unit === 'share' ? Math.min(1, value) : value);
  const value = within(centre);
  const spread = Math.abs(value) * 0.1;
  return {
    subgroup,
    measure,
    month,
    unit,
    estimate: value,
    mcse: Math.abs(value) / 100,
    parameter_low: value - spread,
    parameter_high: within(value + spread),
    prediction_low: value - 2 * spread,
    prediction_high: within(value + 2 * spread),
    persons: 100,
    replications: 3,
    draws: 2,
  };
}

function levels(municipality: string, approach: string, subgroup: string, factor: number): Line[] {
  const row = (measure: string, month: number, unit: string, value: number) => ({
    municipality,
    approach,
    ...outcome(subgroup, measure, month, unit, value * factor),
  });
  return [
    row('months_to_self_sufficiency_median', none, 'months', approach === 'parallel' ? 73.25 : none),
    row('months_to_self_sufficiency_restricted_mean', none, 'months', 80.49),
    row('self_sufficient_share', 12, 'share', 0.014),
    row('self_sufficient_share', 60, 'share', 0.3627),
    row('bijstand_cost_discounted', none, 'euros', 60867.468),
    row('programme_cost_discounted', none, 'euros', 8509.98),
    row('net_balance_discounted', none, 'euros', -69377.45),
    // It pays for all of it.
    row('net_balance_municipality_discounted', none, 'euros', -69377.45),
    row('dropout_share_any', none, 'share', 0.3024),
    row('participation_share_jas', none, 'share', 0.923),
    row('dropout_share_jas', none, 'share', 0.2946),
    row('bijstand_share', 60, 'share', 0.5439),
    row('a_measure_of_tomorrow', none, 'parsecs', 12.5),
  ];
}

function parameter(path: string, label: string, value: number, text: string): Line {
  return {
    path,
    value,
    low: value / 2,
    high: value * 2,
    distribution: 'triangular',
    unit: 'share',
    label,
    source: label === 'assumption' ? '' : `Source of ${path}`,
    note: text,
    set_in: 'scenarios/x.yaml:1',
  };
}

/** A made-up result folder with every file that a report reads. */
export function makeRun(root: string, slug: string, made: Made = {}): RunFolder {
  const { municipality = 'Testdam', label = 'JAS', text = 'a note', subgroup, size = 452 } = made;
  const [estimate, low, high] = made.balance ?? [-3600, -6900, -1300];
  const groups = ['all', ...(subgroup === undefined ? [] : [subgroup])];
  const difference = (measure: string, month: number, unit: string, value: number, ends = {}): Line => ({
    approach: 'parallel',
    reference: 'sequential',
    ...outcome('all', measure, month, unit, value),
    probability_better: 0.25,
    ...ends,
  });
  const ends = { mcse: 120, parameter_low: low, parameter_high: high };
  const costs = ['sequential', 'parallel'].flatMap((approach) =>
    [2020, 2021].flatMap((year) =>
      ['bijstand', 'jas'].map((component) => ({
        approach,
        subgroup: 'all',
        year,
        component,
        payer: 'municipality',
        per_person: approach === 'parallel' ? 1234.25 : 1000.5,
        mcse: 0.5,
        per_cohort: approach === 'parallel' ? 123425 : 100050,
        // Half of the level in each year, as estimates.csv has it.
        per_person_discounted:
          ((component === 'bijstand' ? 60867.468 : 8509.98) / 2) * (approach === 'parallel' ? 1.1 : 1),
      })),
    ),
  );
  const part = { approach_label: label, phase: 3, starts: 'housing = housed', delay_weeks: none, weeks: 12 };
  const tables = [
    table('approaches.csv', [
      {
        approach: 'sequential',
        ...part,
        approach_label: 'Sequential',
        part: 'course',
        label: 'Statutory course',
      },
      { approach: 'parallel', ...part, part: 'jas', label: `Blocks, ${text}`, acts_on: 'work', source: text },
    ]),
    table('estimates.csv', [
      ...groups.flatMap((group) => levels(municipality, 'sequential', group, 1)),
      ...groups.flatMap((group) => levels(municipality, 'parallel', group, 1.1)),
    ]),
    table('differences.csv', [
      // A tenth of the level of the reference.
      difference('self_sufficient_share', 12, 'share', 0.0014),
      difference('self_sufficient_share', 60, 'share', made.selfSufficient ?? 0.03627),
      difference('bijstand_share', 60, 'share', made.bijstand ?? -0.0578),
      difference('net_balance_discounted', none, 'euros', estimate, ends),
      difference('net_balance_municipality_discounted', none, 'euros', -6937.745, {
        ...ends,
        parameter_low: -9000,
        parameter_high: -2000,
      }),
      difference('break_even_probability', none, 'share', 0.25),
    ]),
    table('costs.csv', [...costs, { ...costs[0]!, subgroup: 'sex=women', per_person: 1e6, per_cohort: 1e8 }]),
    table('parameters.csv', [
      { ...parameter('cohort.size', 'published', size, text), unit: 'persons' },
      parameter('cohort.composition.syria.men', 'derived', 0.62, text),
      parameter('income.work', 'assumption', 0.061, text),
      parameter('language.overload', 'assumption', 0.985, text),
      parameter('norms.x', 'unverified', 0.5, text),
      ...(made.parameters ?? []),
    ]),
    ...(made.answers === undefined ? [] : [table('alternatives.csv', made.answers)]),
  ];
  const folder = join(root, slug);
  writeRun(folder, tables, 'standard', {
    title: 'A run',
    version: '0.1.0',
    commandLine: ['run', text],
    seed: text,
    draws: 2,
    replications: 3,
    workers: 1,
    inputs: [{ path: text, sha256: 'ab'.repeat(32) }],
    settings: [text],
    warnings: made.warnings ?? { en: [text], nl: [text] },
    ...(made.footing === undefined ? {} : { footing: made.footing }),
    ...(made.labels === undefined ? {} : { labels: made.labels }),
    started: new Date(0),
    finished: new Date(0),
  });
  return openRunFolder(folder);
}
