/** Who does best: ranks with their probabilities, in the terminal and as CSV. */

import { join } from 'node:path';
import { type Ranked, rankEntries, rankedDifference } from '../analysis/ranking.js';
import { type RankedHeadline, rankedHeadlines } from '../domain/measures/headlines.js';
import { writeWhole } from '../machine/folder.js';
import { formatCsv } from '../output/csv.js';
import { formatFixed } from '../output/number.js';
import { integerColumn, numberColumn, type Table, textColumn } from '../output/package/columns.js';
import type { RunOptions } from './options.js';
import { plain } from './tables.js';
import type { Outcome } from './write-results.js';

/** The outcomes in which approaches are ranked: shares at year 5, or at the last year that all have. */
function rankedBy(outcomes: readonly Outcome[]): RankedHeadline[] {
  return rankedHeadlines(Math.min(...outcomes.map(({ results }) => results.horizonMonths)));
}

interface Entry extends Ranked {
  readonly outcome: Outcome;
  readonly approach: string;
  readonly estimate: number;
}

function entriesOf(outcomes: readonly Outcome[], { measure, month, better }: RankedHeadline): Entry[] {
  const entries = outcomes.flatMap((outcome) =>
    outcome.results.approaches.slice(1).flatMap(({ name }, i) => {
      const difference = rankedDifference(outcome.results, i + 1, measure, month);
      return difference === undefined ? [] : [{ outcome, approach: name, ...difference }];
    }),
  );
  const ranks = rankEntries(
    entries.map(({ byDraw }) => byDraw),
    better,
  );
  return entries.map(({ outcome, approach, estimate }, i) => ({
    outcome,
    approach,
    estimate,
    ...ranks[i]!,
  }));
}

interface RankRow extends Entry {
  readonly measure: string;
  readonly month: number | undefined;
  readonly rank: number;
}

/** Writes ranking.csv: a row per outcome, approach and rank. */
export function writeRanking(outcomes: readonly Outcome[], options: RunOptions): void {
  const draws = outcomes[0]?.results.draws.length ?? 0;
  const rows = rankedBy(outcomes).flatMap((each) =>
    entriesOf(outcomes, each).flatMap((entry) =>
      entry.probabilities.map(
        (_, rank): RankRow => ({ ...entry, measure: each.measure, month: each.month, rank: rank + 1 }),
      ),
    ),
  );
  const probability = ({ probabilities, rank }: RankRow) => probabilities[rank - 1]!;
  const table: Table<RankRow> = {
    file: 'ranking.csv',
    title: 'Probability of each rank among the approaches, by difference with the reference',
    columns: [
      textColumn('measure', 'measure', (r) => r.measure),
      integerColumn('month', 'months since the permit; empty: over the whole horizon', (r) => r.month),
      textColumn('municipality', 'name of the scenario', (r) => r.outcome.results.municipality),
      textColumn('approach', 'approach', (r) => r.approach),
      numberColumn('difference', 'mean difference with the reference', (r) => r.estimate),
      numberColumn(
        'mean_rank',
        'mean rank over the parameter draws; 1 is best; empty: cannot be told',
        (r) => r.meanRank,
      ),
      integerColumn('rank', 'rank', (r) => r.rank),
      numberColumn(
        'probability',
        'share of the parameter draws with this rank by what is expected in them, without the luck of their persons; empty: cannot be told',
        probability,
      ),
      numberColumn('mcse', 'Monte Carlo standard error of the probability', (r) =>
        draws > 1 ? Math.sqrt((probability(r) * (1 - probability(r))) / (draws - 1)) : undefined,
      ),
    ],
    rows,
  };
  writeWhole(join(options.out, table.file), formatCsv(table, options.csv));
}

/** Prints for each outcome the approaches by mean rank, with the probability to be first and last. */
export async function printRanking(outcomes: readonly Outcome[], options: RunOptions): Promise<void> {
  if (outcomes.length < 2 || options.draws < 2) return;
  const { default: CliTable } = await import('cli-table3');
  const percent = (share: number | undefined) => formatFixed(100 * (share ?? 0), 0);
  for (const each of rankedBy(outcomes)) {
    const entries = entriesOf(outcomes, each).sort((a, b) => a.meanRank - b.meanRank || 0);
    const table = new CliTable({
      head: [`by ${each.label}`, 'mean rank', 'first, %', 'first three, %', 'last, %'],
      style: plain,
      colAligns: ['left', 'right', 'right', 'right', 'right'],
    });
    for (const { outcome, approach, meanRank, probabilities } of entries) {
      const several = outcome.results.approaches.length > 2 ? ` (${approach})` : '';
      table.push([
        `${outcome.results.municipality}${several}`,
        formatFixed(meanRank, 1),
        percent(probabilities[0]),
        percent(probabilities.slice(0, 3).reduce((sum, value) => sum + value, 0)),
        percent(probabilities.at(-1)),
      ]);
    }
    process.stdout.write(`${table.toString()}\n`);
  }
  process.stdout.write(
    `Ranks by difference with the reference; probabilities over ${options.draws} parameter draws, without the luck of persons (-: cannot be told), in ${join(options.out, 'ranking.csv')}\n`,
  );
}
