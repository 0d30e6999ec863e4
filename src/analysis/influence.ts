/** Which assumptions move an outcome most, as far as the draws of a run can tell. */

import { drawnValues } from '../domain/parameters/draw.js';
import { normalQuantile } from '../engine/random/special.js';
import type { Task } from '../simulation/task.js';
import { centredRanks } from './sensitivity/rank-correlation.js';
import { mean } from './statistics.js';

/** What an assumption does to an outcome. */
export interface AssumptionInfluence {
  /** Its path in the scenario. */
  readonly path: string;
  /** Share of the outcome's variance over the draws that goes with it, beside that of those that were taken in before it. */
  readonly share: number;
  /** Whether more of it is more of the outcome. */
  readonly rises: boolean;
}

/** Assumptions that are named at most. */
const NAMED = 5;

/** Draws that are looked at: more of them would only tell of smaller influences. */
const DRAWS = 2000;

/** Chance that an assumption is named though none matters. */
const FALSE_ALARM = 0.05;

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** Takes out of `values` what goes with `other`. */
function takeOut(values: Float64Array, other: Float64Array): Float64Array {
  const slope = product(values, other) / product(other, other);
  return values.map((value, i) => value - slope * other[i]!);
}

/** The squared correlation above which one of so many assumptions is no accident (Fisher's z, Bonferroni). */
function leastCorrelation(assumptions: number, independent: number): number {
  const z = normalQuantile(1 - FALSE_ALARM / (2 * assumptions));
  return independent > 3 ? Math.tanh(z / Math.sqrt(independent - 3)) ** 2 : 1;
}

/**
 * The assumptions with which an outcome goes up and down over the parameter draws, the largest share first: one after the other is taken
 * into a linear regression of the outcome on the ranks of their values (forward selection), as long as that is no accident at 5 %
 * over all of them. Draws come in antithetic pairs, so only half as many are taken to be independent. The shares are corrected for
 * chance (adjusted R squared). One that hides behind another is taken in after it, and may have the larger share. None: no single one
 * stands out.
 *
 * @param values by assumption and draw
 * @param outcome by draw
 */
export function strongestInfluences(
  values: ReadonlyMap<string, ArrayLike<number>>,
  outcome: ArrayLike<number>,
): AssumptionInfluence[] {
  const centre = mean(outcome);
  let rest: Float64Array = Float64Array.from(outcome, (value) => value - centre);
  const whole = product(rest, rest);
  let candidates = [...values].flatMap(([path, own]) => {
    const ranks = centredRanks(own);
    return product(ranks, ranks) > 0 ? [{ path, ranks, left: ranks }] : [];
  });
  const independent = Math.floor(outcome.length / 2);
  const asked = candidates.length;
  const found: AssumptionInfluence[] = [];
  let before = 0;
  while (whole > 0 && found.length < NAMED && candidates.length > 0) {
    const scored = candidates.map((each) => {
      const with_ = product(each.left, rest);
      return {
        ...each,
        rises: with_ > 0,
        r2: with_ ** 2 / (product(each.left, each.left) * product(rest, rest)),
      };
    });
    const best = scored.reduce((most, each) => (each.r2 > most.r2 ? each : most));
    if (!(best.r2 > leastCorrelation(asked, independent - found.length))) break;
    rest = takeOut(rest, best.left);
    const taken = found.length + 1;
    const unexplained = product(rest, rest) / whole;
    const adjusted = 1 - (unexplained * (independent - 1)) / (independent - 1 - taken);
    found.push({ path: best.path, share: Math.max(0, adjusted - before), rises: best.rises });
    before = adjusted;
    candidates = candidates
      .filter(({ path }) => path !== best.path)
      .map((each) => ({ ...each, left: takeOut(each.left, best.left) }))
      // What is left of one that goes together with those named is rounding error.
      .filter(({ ranks, left }) => product(left, left) > 1e-9 * product(ranks, ranks));
  }
  return found.sort((a, b) => b.share - a.share);
}

/** The strongest influences on an outcome of a run; undefined where the outcome of a draw cannot be estimated. */
export function influencesOn(
  { tree, key, posterior, draws }: Pick<Task, 'tree' | 'key' | 'posterior' | 'draws'>,
  outcome: readonly number[] | undefined,
): AssumptionInfluence[] | undefined {
  if (outcome === undefined || draws < 2) return undefined;
  const looked = outcome.slice(0, DRAWS);
  const values = new Map<string, Float64Array>();
  for (let draw = 0; draw < looked.length; draw++)
    for (const [path, value] of drawnValues(tree, key, draw, posterior)) {
      const own = values.get(path) ?? new Float64Array(looked.length);
      own[draw] = value;
      values.set(path, own);
    }
  return strongestInfluences(values, looked);
}
