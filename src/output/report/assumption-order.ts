/** In what order assumptions are named: first those that the outcome was found to hang on, then those that can move it most. */

import type { ReportedApproach, ReportedParameter, RunData } from './run-data.js';

/** An assumption that the net balance was found to hang on. */
export interface Influence {
  readonly path: string;
  readonly share: number;
  readonly rises: boolean;
}

/** What the net balance of an approach was found to hang on, the strongest first; null: the run does not tell. */
export function influencesOn(run: RunData, approach: ReportedApproach): readonly Influence[] | null {
  return run.manifest.influences?.find((each) => each.approach === approach.name)?.assumptions ?? null;
}

/** Numbers that work on the difference between approaches alone: what activities do and cost, and what the closed search does. */
const OF_THE_DIFFERENCE = /^(?:effects\.|income\.(?:search_closed|idle)|approaches\.)/;

/** How wide the range of a parameter is for its size; 0: it has none. */
function width({ value, low, high }: ReportedParameter): number {
  const span = high - low;
  return Number.isFinite(span) && span > 0
    ? span / Math.max(Math.abs(value), Math.abs(high), Math.abs(low))
    : 0;
}

/**
 * The assumptions of a run: those with a measured influence on any approach by it, then those that work on the difference between
 * approaches alone, then all others, each by the width of their range for their size. A number that is the same as another is
 * no assumption of its own.
 */
export function orderedAssumptions(run: RunData): ReportedParameter[] {
  const shares = new Map<string, number>();
  for (const approach of run.others)
    for (const { path, share } of influencesOn(run, approach) ?? [])
      shares.set(path, Math.max(share, shares.get(path) ?? 0));
  const rank = ({ path }: ReportedParameter) => {
    if (shares.has(path)) return 0;
    return OF_THE_DIFFERENCE.test(path) ? 1 : 2;
  };
  return run.parameters
    .filter(({ label, sameAs }) => label === 'assumption' && sameAs === '')
    .map((parameter, place) => ({ parameter, place }))
    .sort(
      (a, b) =>
        rank(a.parameter) - rank(b.parameter) ||
        (shares.get(b.parameter.path) ?? 0) - (shares.get(a.parameter.path) ?? 0) ||
        width(b.parameter) - width(a.parameter) ||
        a.place - b.place,
    )
    .map(({ parameter }) => parameter);
}
