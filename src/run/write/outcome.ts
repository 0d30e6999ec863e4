/** What is kept of a scenario's results after writing: only what the terminal and comparisons show. */

import type { AlternativeRow } from '../../analysis/alternatives.js';
import type { DifferenceRow, EstimateRow } from '../../analysis/estimates.js';
import { type RankedDifference, rankedDifference } from '../../analysis/ranking.js';
import type { Results } from '../../analysis/results.js';
import { rankedHeadlines } from '../../domain/measures/headlines.js';
import type { Scenario, ScenarioTree } from '../../domain/schema/scenario.js';
import type { Language } from '../../output/language.js';
import { formatValue } from '../../output/number.js';
import type { Footing } from '../../output/package/footing.js';
import type { Influences } from '../../output/package/influences.js';
import type { Printed } from '../../output/report/measured.js';
import { settleRounding } from '../../output/report/rounding.js';
import { wordsIn } from '../../output/words/words.js';
import type { Named } from '../scenarios/number-names.js';
import { headlines, isHeadline } from './headlines.js';

/** That the draws of the posterior are so few that they leave a larger error than the simulation does, in euros a person. */
export interface PosteriorError {
  readonly approach: string;
  readonly draws: number;
  readonly error: number;
  readonly mcse: number;
}

/** The same in a line. */
export function sayPosteriorError(
  { approach, draws, error, mcse }: PosteriorError,
  language: Language = 'en',
): string {
  const amount = (value: number) => formatValue(value, value, false, language);
  return wordsIn(language).screen.notes.posteriorError(approach, String(draws), amount(error), amount(mcse));
}

/** One scenario's outcome. Its size does not grow with persons, replications or the horizon. */
export interface Outcome {
  readonly slug: string;
  readonly folder: string;
  readonly municipality: string;
  /** Names, the reference first. */
  readonly approaches: readonly string[];
  /** The law, which may have main outcomes of its own. */
  readonly regime: string;
  /** What the names of its numbers are made of. */
  readonly named: Named;
  readonly horizonMonths: number;
  readonly draws: number;
  readonly replications: number;
  /** Persons simulated under each approach, over all draws and replications. */
  readonly persons: number;
  /** Whether its files tell of subgroups too. */
  readonly hasSubgroups: boolean;
  readonly footing: Footing;
  /** The cohort as data: the same text for the same people. */
  readonly cohort: string;
  /** Rows of the main outcomes of the whole cohort, with what is printed of them. */
  readonly estimates: readonly (EstimateRow & Printed)[];
  readonly differences: readonly (DifferenceRow & Printed)[];
  /** By ranked outcome, then by approach other than the reference; undefined where an approach does not have the outcome. */
  readonly ranked: readonly (readonly (RankedDifference | undefined)[])[];
  /** What moves the net balance of each approach most. */
  readonly influences: Influences;
  /** Main outcomes by the answer to each open question; empty where none is open. */
  readonly byAnswer: readonly AlternativeRow[];
  /** Approaches of which more draws do not make the net balance known better. */
  readonly posteriorErrors: readonly PosteriorError[];
}

/** Identifies the people of a scenario, to see whether two scenarios have the same. */
function cohortText({ cohort }: Pick<ScenarioTree | Scenario, 'cohort'>): string {
  return JSON.stringify(cohort);
}

/** Extracts what is kept from the full results. */
export function outcomeOf(
  results: Results,
  estimates: readonly EstimateRow[],
  differences: readonly DifferenceRow[],
  rest: Pick<
    Outcome,
    'slug' | 'folder' | 'footing' | 'posteriorErrors' | 'influences' | 'byAnswer' | 'named'
  >,
): Outcome {
  const { task, municipality, horizonMonths, approaches } = results;
  const shown = headlines(horizonMonths, [task.tree]);
  return {
    ...rest,
    municipality,
    approaches: approaches.map(({ name }) => name),
    regime: task.tree.regime,
    horizonMonths,
    draws: task.draws,
    replications: task.replications,
    persons: estimates.find(({ subgroup }) => subgroup === 'all')?.persons ?? 0,
    hasSubgroups: results.groups.length > 1,
    cohort: cohortText(task.tree),
    ...settleRounding(
      {
        estimates: estimates.filter((row) => isHeadline(row, shown)),
        differences: differences.filter((row) => isHeadline(row, shown)),
      },
      approaches[0]!.name,
    ),
    ranked: rankedHeadlines(horizonMonths).map(({ measure, month }) =>
      approaches.slice(1).map((_, i) => rankedDifference(results, i + 1, measure, month)),
    ),
  };
}
