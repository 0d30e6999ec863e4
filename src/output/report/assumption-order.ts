/** In what order assumptions are named: first those that the outcome was found to hang on, then those that can move it most. */

import { bijstandCost, programmeCost } from '../../domain/measures/money.js';
import { findRow, type ReportedApproach, type ReportedParameter, type RunData } from './run-data.js';

/** An assumption that the net balance was found to hang on. */
export interface InfluentialAssumption {
  readonly path: string;
  readonly share: number;
  readonly rises: boolean;
}

const influencesOn = (run: RunData, name: string) =>
  run.manifest.influences?.find(({ approach }) => approach === name);

/** What the net balance of an approach was found to hang on, the strongest first; null: the run does not tell. */
export function influentialAssumptions(
  run: RunData,
  approach: ReportedApproach,
): readonly InfluentialAssumption[] | null {
  return influencesOn(run, approach.name)?.assumptions ?? null;
}

/** The assumptions that were tried one by one on an approach: its net balance at both ends of each. */
export function triedAssumptions(run: RunData, approach: ReportedApproach) {
  return influencesOn(run, approach.name)?.tried ?? [];
}

/** Numbers that work on the difference between approaches alone: what waiting and activities do, and what activities cost. */
const EFFECT = /^(?:effects\.|income\.(?:search_closed|idle))/;
const COST = /^approaches\.([^.]+)\.activities\.([^.]+)\.costs\./;
const OF_AN_APPROACH = /^approaches\./;

/** What an assumption works on. */
export type AssumptionKind = 'effect' | 'cost' | 'approach' | 'other';

/** What the number at a path works on: the difference between approaches alone, as what waiting and activities do or cost, or more. */
export function kindOfAssumption(path: string): AssumptionKind {
  if (COST.test(path)) return 'cost';
  if (EFFECT.test(path)) return 'effect';
  return OF_AN_APPROACH.test(path) ? 'approach' : 'other';
}

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

/** What the run tells of an assumption: its share of the variance, or how far it moves the balance by itself. */
interface Measured {
  readonly share: number;
  /** Euros a person between the ends of its range, of the approach that it moves most; undefined: it was not tried. */
  readonly moves: number | undefined;
}

/** By path, what the run tells of its assumptions: those that stood out over the draws, and those that were tried. */
function measuredIn(run: RunData): Map<string, Measured> {
  const found = new Map<string, Measured>();
  for (const { name } of run.others) {
    const { assumptions, tried } = influencesOn(run, name) ?? {};
    for (const { path, share } of assumptions ?? []) {
      const { share: most = 0, moves } = found.get(path) ?? {};
      found.set(path, { share: Math.max(share, most), moves });
    }
    for (const { path, at_low, at_high } of tried ?? []) {
      const { share = 0, moves = 0 } = found.get(path) ?? {};
      found.set(path, { share, moves: Math.max(moves, Math.abs(at_high - at_low)) });
    }
  }
  return found;
}

/** Those that stood out first, by their shares; then those that moved the balance, by how far. */
const byInfluence = (a: Measured, b: Measured) => b.share - a.share || (b.moves ?? 0) - (a.moves ?? 0);

const isIdle = ({ share, moves }: Measured) => share === 0 && moves === 0;

/**
 * Paths of the assumptions, and of the questions that the source leaves open, that were measured to move the balance, the strongest
 * first; null: none was tried, so that their order is a guess.
 */
export function measuredAssumptions(run: RunData): readonly string[] | null {
  const measured = [...measuredIn(run)];
  if (measured.every(([, { moves }]) => moves === undefined)) return null;
  return measured
    .filter(([, each]) => !isIdle(each))
    .sort(([, a], [, b]) => byInfluence(a, b))
    .map(([path]) => path);
}

/**
 * The assumptions of a run: those with a measured influence on any approach by it; then those that were not tried: what waiting and
 * activities do, and what activities cost, that part of the balance first of which less is known; then what else belongs to an
 * approach; then all others. Within each of these the widest range comes first: of costs in euros a participant, of others for their
 * size. Last come those that were tried and move nothing. A number that is the same as another is no assumption of its own.
 */
export function orderedAssumptions(run: RunData): ReportedParameter[] {
  const measured = measuredIn(run);
  const [cost, effect] = costsWeighMost(run) ? [1, 2] : [2, 1];
  const ranks = { cost, effect, approach: 3, other: 4 };
  const rank = (path: string) => {
    const known = measured.get(path);
    if (known === undefined) return ranks[kindOfAssumption(path)];
    return isIdle(known) ? 5 : 0;
  };
  const weight = (parameter: ReportedParameter) =>
    kindOfAssumption(parameter.path) === 'cost' ? euros(run, parameter) : width(parameter);
  const unmeasured: Measured = { share: 0, moves: undefined };
  return run.parameters
    .filter(({ label, sameAs }) => label === 'assumption' && sameAs === '')
    .map((parameter, place) => ({
      ...{ parameter, place, rank: rank(parameter.path), weight: weight(parameter) },
      measured: measured.get(parameter.path) ?? unmeasured,
    }))
    .sort(
      (a, b) =>
        a.rank - b.rank || byInfluence(a.measured, b.measured) || b.weight - a.weight || a.place - b.place,
    )
    .map(({ parameter }) => parameter);
}

/** The assumptions that the runs have alike, by the mean of their places in each; of a single one all, by influence. */
export function sharedAssumptions(runs: readonly RunData[]): ReportedParameter[] {
  const [first, ...others] = runs.map((run) => {
    const ordered = orderedAssumptions(run);
    return {
      ordered,
      places: new Map(ordered.map(({ path, value }, i) => [JSON.stringify([path, value]), i])),
    };
  });
  return first!.ordered
    .flatMap((parameter, i) => {
      const key = JSON.stringify([parameter.path, parameter.value]);
      const places = others.map((each) => each.places.get(key));
      if (places.includes(undefined)) return [];
      return [{ parameter, sum: places.reduce<number>((sum, place) => sum + place!, i) }];
    })
    .sort((a, b) => a.sum - b.sum)
    .map(({ parameter }) => parameter);
}
