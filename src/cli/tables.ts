/** Tables on the terminal, and the comparison as CSV. */

import { join } from 'node:path';
import { type Headline, headlineColumns, headlines, labelWithUnit } from '../domain/measures/headlines.js';
import { decisive } from '../domain/measures/money.js';
import { writeWhole } from '../machine/folder.js';
import { formatCsv } from '../output/csv.js';
import { countOf, formatAs, formatValue } from '../output/number.js';
import { describeMoney, numberColumn, type Table, textColumn } from '../output/package/columns.js';
import { type Footed, footingOf } from '../output/package/footing.js';
import type { Task } from '../simulation/task.js';
import { colours } from './colours.js';
import { sayFooting } from './comparison-footing.js';
import type { RunOptions } from './options.js';
import { rowOf } from './summary.js';
import type { Outcome } from './write-results.js';

/** Without colours, which would reach pipes. */
export const plain = { head: [], border: [] };

/** The value of a main outcome, rounded as its MCSE warrants. */
export function show(headline: Headline, value: number, mcse: number, signed = false): string {
  return formatAs(headline.unit, value, mcse, signed);
}

/** A probability over simulated cohorts as a whole percentage; a single cohort tells none. */
function showProbability(probability: number | undefined, { draws, replications }: Task): string {
  return probability === undefined || draws * replications === 1 ? '-' : formatValue(100 * probability, 1);
}

/** A difference with its 95 % interval over the parameters, or that it cannot be told. */
export function showDifference(
  headline: Headline,
  row: { estimate: number; mcse: number; parameterLow: number; parameterHigh: number },
) {
  const value = show(headline, row.estimate, row.mcse, true);
  if (!Number.isFinite(row.estimate)) return value;
  if (!Number.isFinite(row.parameterLow) || !Number.isFinite(row.parameterHigh))
    return `${value} [cannot be told]`;
  return `${value} [${show(headline, row.parameterLow, row.mcse, true)}, ${show(headline, row.parameterHigh, row.mcse, true)}]`;
}

/** Prints one scenario: a row per main outcome, a column per approach, and the difference. */
export async function printOutcome({ results, estimates, differences, folder }: Outcome): Promise<void> {
  const { default: CliTable } = await import('cli-table3');
  const paint = await colours(process.stdout);
  const others = results.approaches.slice(1);
  const table = new CliTable({
    head: [
      '',
      ...results.approaches.map(({ name }) => name),
      ...others.flatMap(({ name }) => [`${name} - ${results.approaches[0]!.name}`, 'better']),
    ],
    style: plain,
    colAligns: [
      'left',
      ...results.approaches.map(() => 'right' as const),
      ...others.flatMap(() => ['right', 'right'] as const),
    ],
  });
  for (const headline of headlines(results.horizonMonths, [results.task.tree])) {
    const cells = results.approaches.map(({ name }) => {
      const row = rowOf(estimates, headline, name);
      return row === undefined ? '-' : show(headline, row.estimate, row.mcse);
    });
    const compared = others.flatMap(({ name }) => {
      const row = rowOf(differences, headline, name);
      if (row === undefined) return ['-', '-'];
      return [showDifference(headline, row), showProbability(row.probabilityBetter, results.task)];
    });
    table.push([labelWithUnit(headline), ...cells, ...compared]);
  }
  const { task } = results;
  const persons = estimates.find((row) => row.subgroup === 'all')?.persons ?? 0;
  process.stdout.write(
    [
      '',
      paint.bold(results.municipality),
      table.toString(),
      paint.dim(
        `${countOf(persons, 'life', 'lives')} an approach: ${countOf(task.draws, 'parameter draw')} x ${countOf(task.replications, 'replication')}.${aboutIntervals(task, others.length)}`,
      ),
      paint.dim(`Euros a person: ${describeMoney([footingOf(task)])}.`),
      `written to ${folder}`,
      '',
    ].join('\n'),
  );
}

/** What the table says of intervals and probabilities, behind a sentence. */
function aboutIntervals({ draws }: Task, compared: number): string {
  if (compared === 0) return '';
  const intervals =
    draws > 1 ? 'In brackets: 95 % over the parameters.' : 'Intervals cannot be told from one draw.';
  return ` ${intervals} Better: % of simulated cohorts.`;
}

interface ComparedRow {
  readonly outcome: Outcome;
  readonly approach: string;
}

function comparedRows(outcomes: readonly Outcome[]): ComparedRow[] {
  return outcomes.flatMap((outcome) =>
    outcome.results.approaches.slice(1).map(({ name }) => ({ outcome, approach: name })),
  );
}

/** Prints all scenarios: a row each, with the reference, the approach and the difference of the main outcomes. */
export async function printComparison(
  outcomes: readonly Outcome[],
  scenarios: readonly Footed[],
  options: RunOptions,
): Promise<void> {
  const { default: CliTable } = await import('cli-table3');
  const paint = await colours(process.stdout);
  const columns = headlineColumns(outcomes[0]!.results.horizonMonths);
  const table = new CliTable({
    head: ['municipality', ...columns.map(({ column }) => column), 'pays\n% of cohorts'],
    style: plain,
    colAligns: ['left', ...columns.map(() => 'right' as const), 'right'],
  });
  for (const { outcome, approach } of comparedRows(outcomes)) {
    const reference = outcome.results.approaches[0]!.name;
    const cells = columns.map((headline) => {
      const before = rowOf(outcome.estimates, headline, reference);
      const after = rowOf(outcome.estimates, headline, approach);
      const difference = rowOf(outcome.differences, headline, approach);
      if (before === undefined || after === undefined || difference === undefined) return '-';
      return `${show(headline, before.estimate, before.mcse)} > ${show(headline, after.estimate, after.mcse)}\n${showDifference(headline, difference)}`;
    });
    const pays = rowOf(
      outcome.differences,
      columns.find(({ measure }) => measure === decisive.name)!,
      approach,
    );
    const several = outcome.results.approaches.length > 2 ? `\n${approach}` : '';
    table.push([
      `${outcome.results.municipality}${several}`,
      ...cells,
      showProbability(pays?.probabilityBetter, outcome.results.task),
    ]);
  }
  process.stdout.write(
    [
      '',
      table.toString(),
      paint.dim(
        options.draws > 1
          ? 'Per cell: reference > approach, and below it the difference with its 95 % interval over the parameters.'
          : 'Per cell: reference > approach, and below it the difference; intervals cannot be told from one draw.',
      ),
      paint.dim(
        'Euros per person of the cohort, discounted, over the whole horizon. Pays: % of simulated cohorts with a better net balance.',
      ),
      ...sayFooting(scenarios).map((said) => paint.dim(said)),
      `written to ${join(options.out, 'comparison.csv')} and a folder for each scenario in ${options.out}`,
      '',
    ].join('\n'),
  );
}

/** Writes comparison.csv: one row per scenario and approach, the main outcomes side by side. */
export function writeComparison(outcomes: readonly Outcome[], options: RunOptions): void {
  const first = outcomes[0];
  if (first === undefined) return;
  const trees = outcomes.map(({ results }) => results.task.tree);
  const columns = headlines(first.results.horizonMonths, trees).flatMap((headline) => {
    const name = headline.month === undefined ? headline.measure : `${headline.measure}_${headline.month}`;
    const row = ({ outcome, approach }: ComparedRow) => rowOf(outcome.differences, headline, approach);
    return [
      numberColumn<ComparedRow>(
        `${name}_reference`,
        'under the reference',
        ({ outcome }) => rowOf(outcome.estimates, headline, outcome.results.approaches[0]!.name)?.estimate,
      ),
      numberColumn<ComparedRow>(
        `${name}_approach`,
        'under the approach',
        ({ outcome, approach }) => rowOf(outcome.estimates, headline, approach)?.estimate,
      ),
      numberColumn<ComparedRow>(`${name}_difference`, 'difference', (each) => row(each)?.estimate),
      numberColumn<ComparedRow>(`${name}_mcse`, 'MCSE of the difference', (each) => row(each)?.mcse),
      numberColumn<ComparedRow>(
        `${name}_parameter_low`,
        '2.5 % point of the difference over the parameters',
        (each) => row(each)?.parameterLow,
      ),
      numberColumn<ComparedRow>(
        `${name}_parameter_high`,
        '97.5 % point of the difference over the parameters',
        (each) => row(each)?.parameterHigh,
      ),
      numberColumn<ComparedRow>(
        `${name}_probability_better`,
        'share of cohorts that do better',
        (each) => row(each)?.probabilityBetter,
      ),
    ];
  });
  const table: Table<ComparedRow> = {
    file: 'comparison.csv',
    title: 'All scenarios side by side',
    columns: [
      textColumn('municipality', 'name of the scenario', ({ outcome }) => outcome.results.municipality),
      textColumn('approach', 'approach', ({ approach }) => approach),
      textColumn('reference', 'reference', ({ outcome }) => outcome.results.approaches[0]!.name),
      ...columns,
    ],
    rows: comparedRows(outcomes),
  };
  writeWhole(join(options.out, table.file), formatCsv(table, options.csv));
}
