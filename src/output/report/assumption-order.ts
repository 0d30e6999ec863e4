/** In what order assumptions are named: first those that the outcome was found to hang on, then those that can move it most. */

import { bijstandCost, programmeCost } from '../../domain/measures/money.js';
import { findRow, type ReportedApproach, type ReportedParameter, type RunData } from './run-data.js';

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

/** Numbers that work on the difference between approaches alone: what waiting and activities do, and what activities cost. */
const EFFECT = /^(?:effects\.|income\.(?:search_closed|idle))/;
const COST = /^approaches\.([^.]+)\.activities\.([^.]+)\.costs\./;
const OF_AN_APPROACH = /^approaches\./;

/** Weeks in a month. */
const WEEKS = 52 / 12;

const spanOf = ({ low, high }: ReportedParameter) => (high > low ? high - low : 0);

/** How wide the range of a parameter is for its size; 0: it has none. */
function width(parameter: ReportedParameter): number {
  const { value, low, high } = parameter;
  return spanOf(parameter) / (Math.max(Math.abs(value), Math.abs(high), Math.abs(low)) || 1);
}

/** How wide the range of what an activity costs is, in euros a participant. */
function euros(run: RunData, parameter: ReportedParameter): number {
  const [, approach, part] = COST.exec(parameter.path) ?? [];
  const weeks = run.parts.find((row) => row.approach === approach && row.part === part)?.weeks ?? Number.NaN;
  const months = parameter.path.endsWith('per_month') && weeks > 0 ? weeks / WEEKS : 1;
  return spanOf(parameter) * months;
}

/** Whether most of what is not known of the balance is in what the programme costs rather than in what is saved. */
function costsWeighMost(run: RunData): boolean {
  const spread = (name: string) =>
    Math.max(
      0,
      ...run.others.map((approach) => {
        const row = findRow(run.differences, approach.name, name);
        return row === undefined || !Number.isFinite(row.high - row.low) ? 0 : row.high - row.low;
      }),
    );
  return spread(programmeCost.discounted.name) > spread(bijstandCost.discounted.name);
}

/**
 * The assumptions of a run: those with a measured influence on any approach by it; then what waiting and activities do, and what
 * activities cost, that part of the balance first of which less is known; then what else belongs to an approach; then all others.
 * Within each the widest range comes first: of costs in euros a participant, of others for their size. A number that is the
 * same as another is no assumption of its own.
 */
export function orderedAssumptions(run: RunData): ReportedParameter[] {
  const shares = new Map<string, number>();
  for (const approach of run.others)
    for (const { path, share } of influencesOn(run, approach) ?? [])
      shares.set(path, Math.max(share, shares.get(path) ?? 0));
  const [ofCosts, ofEffects] = costsWeighMost(run) ? [1, 2] : [2, 1];
  const rank = ({ path }: ReportedParameter) => {
    if (shares.has(path)) return 0;
    if (COST.test(path)) return ofCosts;
    if (EFFECT.test(path)) return ofEffects;
    return OF_AN_APPROACH.test(path) ? 3 : 4;
  };
  const weight = (parameter: ReportedParameter) =>
    shares.get(parameter.path) ?? (COST.test(parameter.path) ? euros(run, parameter) : width(parameter));
  return run.parameters
    .filter(({ label, sameAs }) => label === 'assumption' && sameAs === '')
    .map((parameter, place) => ({ parameter, place, rank: rank(parameter), weight: weight(parameter) }))
    .sort((a, b) => a.rank - b.rank || b.weight - a.weight || a.place - b.place)
    .map(({ parameter }) => parameter);
}
