/** The ranking: ranks with their probabilities. */

import { type Ranked, rankEntries } from '../../analysis/ranking.js';
import { errorOfProbability } from '../../analysis/statistics.js';
import { type RankedHeadline, rankedHeadlines } from '../../domain/measures/headlines.js';
import type { Language } from '../../output/language.js';
import {
  integerColumn,
  measureColumn,
  numberColumn,
  type Table,
  textColumn,
} from '../../output/package/columns.js';
import { measureCategories, sharedDefinitions } from '../../output/package/measure-definitions.js';
import type { Outcome } from '../write/outcome.js';

/** An approach of a scenario among the others. */
interface RankEntry extends Ranked {
  readonly outcome: Outcome;
  readonly approach: string;
  /** Mean difference with the reference. */
  readonly estimate: number;
  /** Whether the chance of persons is in its ranks, as its differences between draws cannot be told from it. */
  readonly hasChance: boolean;
}

/** The ranking by one outcome. */
export interface Ranking {
  readonly by: RankedHeadline;
  readonly entries: readonly RankEntry[];
}

/**
 * Ranks the approaches of scenarios with the same horizon, once for each ranking outcome: by what is expected in each draw, and those of
 * which that cannot be told by what was simulated. That makes their ranks less sure than they are, never surer.
 */
export function rankingsOf(outcomes: readonly Outcome[], language?: Language): Ranking[] {
  const horizon = Math.min(...outcomes.map(({ horizonMonths }) => horizonMonths));
  return rankedHeadlines(horizon, language).map((by, which) => {
    const differences = outcomes.flatMap((outcome) =>
      outcome.approaches.slice(1).flatMap((approach, i) => {
        const difference = outcome.ranked[which]![i];
        return difference === undefined ? [] : [{ outcome, approach, ...difference }];
      }),
    );
    const ranks = rankEntries(
      differences.map(({ byDraw, simulated }) => byDraw ?? simulated),
      by.better,
    );
    const entries = differences.map(({ outcome, approach, estimate, byDraw }, i) => ({
      outcome,
      approach,
      estimate,
      hasChance: byDraw === undefined,
      ...ranks[i]!,
    }));
    return { by, entries };
  });
}

interface RankRow {
  readonly by: RankedHeadline;
  readonly entry: RankEntry;
  readonly rank: number;
}

/** ranking.csv: a row per outcome, approach and rank. */
export function rankingTable(outcomes: readonly Outcome[]): Table<RankRow> {
  const draws = outcomes[0]?.draws ?? 0;
  const rows = rankingsOf(outcomes).flatMap(({ by, entries }) =>
    entries.flatMap((entry) =>
      entry.probabilities.map((_, rank): RankRow => ({ by, entry, rank: rank + 1 })),
    ),
  );
  const probability = ({ entry, rank }: RankRow) => entry.probabilities[rank - 1]!;
  return {
    file: 'ranking.csv',
    key: ['measure', 'month', 'municipality', 'approach', 'rank'],
    refersTo: [
      {
        columns: ['municipality', 'approach'],
        file: 'comparison.csv',
        key: ['municipality', 'approach'],
      },
    ],
    title: 'Probability of each rank among the approaches, by difference with the reference',
    columns: [
      measureColumn(
        measureCategories(
          sharedDefinitions([]),
          rows.map(({ by }) => by.measure),
        ),
        'what is measured',
        '',
        (r) => r.by.measure,
      ),
      integerColumn('month', 'months since the permit; empty: over the whole horizon', (r) => r.by.month),
      textColumn('municipality', 'name of the scenario', (r) => r.entry.outcome.municipality),
      textColumn('approach', 'approach', (r) => r.entry.approach),
      numberColumn('difference', 'mean difference with the reference', (r) => r.entry.estimate),
      numberColumn(
        'mean_rank',
        'mean rank over the parameter draws; 1 is best; empty: not estimated',
        (r) => r.entry.meanRank,
      ),
      integerColumn('rank', 'rank', (r) => r.rank),
      numberColumn(
        'probability',
        'share of the parameter draws with this rank, by the outcome expected in each draw, without chance in its persons; with it where the draws do not tell the two apart; empty: not estimated',
        probability,
      ),
      numberColumn(
        'mcse',
        "Monte Carlo standard error of the probability as a share of draws, with Jeffreys' prior, so never 0; empty: not estimated",
        (r) => errorOfProbability(probability(r), draws),
      ),
    ],
    rows,
  };
}
