/** From what value of a number on the difference between approaches turns. */

import { join } from 'node:path';
import { estimateDifference } from '../../analysis/contrast.js';
import { findThreshold, type Range, type Threshold } from '../../analysis/decision/threshold.js';
import { assemblePoint } from '../../analysis/sweep.js';
import type { Estimated } from '../../analysis/uncertainty.js';
import type { PersonMeasure } from '../../domain/measures/measures.js';
import { ALTERNATIVES } from '../../domain/parameters/alternatives.js';
import { listParameters, wholePaths } from '../../domain/parameters/draw.js';
import { centralValue, isAnnotated } from '../../domain/parameters/quantity.js';
import type { Language } from '../../output/language.js';
import type { AnalysisOf } from '../../output/sensitivity.js';
import { type FoundThreshold, readingsTable, thresholdTable } from '../../output/threshold.js';
import { suggestPaths } from '../../scenario/check/known-paths.js';
import { numbersOfGroup } from '../../scenario/inherit/meant-changes.js';
import type { Change } from '../../scenario/inherit/override.js';
import type { LoadedScenario } from '../../scenario/load-scenario.js';
import { openPool, type Pool, runSweepDraws } from '../../simulation/pool.js';
import type { PointDraw } from '../../simulation/sweep/sweep-draw.js';
import type { Task } from '../../simulation/task.js';
import { type Caller, countSteps, type StepCounter } from '../caller.js';
import type { SimulationOptions } from '../plan/options.js';
import { Refusal } from '../refusal.js';
import { type Named, namedOf } from '../scenarios/number-names.js';
import { analysisOf, noteWarnings, openAnalysis, writeAnalysis } from '../sensitivity/analysis.js';
import { measureNamed, sayMeasure } from '../sensitivity/measure.js';
import { planSweep, scenarioAt } from '../sweep/points.js';
import { refuseForeign, slugOf } from '../write/results-folder.js';

export interface ThresholdOptions extends Omit<SimulationOptions, 'resume'> {
  readonly measure: string;
  readonly at: number;
  /** Ends of the values that are looked through; undefined: the range of the number. */
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly set: readonly string[];
}

/** A finished search. */
export interface ThresholdOutcome extends AnalysisOf {
  readonly folder: string;
  /** What is compared, as sentences name it. */
  readonly sayMeasure: (language: Language) => string;
  readonly named: Named;
  readonly path: string;
  readonly target: number;
  readonly range: Range;
  /** The central value of the number, as the file has it; NaN of a group of numbers. */
  readonly central: number;
  readonly found: readonly FoundThreshold[];
}

/** Points simulated together, on the same persons. */
const POINTS_AT_ONCE = 24;

/** Values at which a search may begin and end: those of a number, or the lowest and highest of a group of numbers. */
function rangeOfGroup(
  tree: LoadedScenario['tree'],
  numbers: readonly string[],
  { from, to }: Pick<ThresholdOptions, 'from' | 'to'>,
): Range {
  const own = listParameters(tree).flatMap(({ path, quantity }) =>
    numbers.includes(path) && isAnnotated(quantity) ? [quantity] : [],
  );
  const low = from ?? Math.min(...own.map(({ low: end = Infinity }) => end));
  const high = to ?? Math.max(...own.map(({ high: end = -Infinity }) => end));
  return { low, high };
}

/** The number at a path, and the ends between which it is looked through. @throws Refusal where there is none, or no range */
function rangeOf(
  { tree, inherited }: LoadedScenario,
  path: string,
  { from, to }: Pick<ThresholdOptions, 'from' | 'to'>,
): { range: Range; central: number } {
  const numbers = numbersOfGroup(tree, path.split('.'));
  if (numbers !== undefined) {
    const range = rangeOfGroup(tree, numbers, { from, to });
    if (!(range.low < range.high))
      throw new Refusal(
        `${path}: its numbers have no range in ${tree.name}; give the ends with --from and --to`,
      );
    // Its numbers may have a value each.
    return { range, central: Number.NaN };
  }
  const quantity = listParameters(tree).find((each) => each.path === path)?.quantity;
  if (Object.keys(tree.alternatives ?? {}).some((name) => path === `${ALTERNATIVES}.${name}`))
    throw new Refusal(
      `${path}: is a question with answers and no number; expected the weight of an answer, ${path}.options.NAME.weight, or sweep over its answers`,
    );
  if (quantity === undefined)
    throw new Refusal(
      `no number at "${path}" in ${tree.name}${suggestPaths(path, { tree, settings: inherited.settings })}`,
    );
  if (wholePaths.includes(path))
    throw new Refusal(
      `${path}: is a whole number, which turns nothing at a value between two; expected another path`,
    );
  if (isAnnotated(quantity) && quantity.tie !== undefined)
    throw new Refusal(`${path}: follows another number; expected that one, "${quantity.tie.to}"`);
  if (isAnnotated(quantity) && quantity.choice !== undefined) {
    const { by, options } = quantity.choice;
    const under = options.map((option) => `"${option.path}"`).join(' or ');
    throw new Refusal(`${path}: hangs on ${by}; expected the number under one answer, ${under}`);
  }
  const points = isAnnotated(quantity) ? quantity.points?.map(([, at]) => at) : undefined;
  const own = isAnnotated(quantity) ? quantity : undefined;
  const low = from ?? own?.low ?? points?.[0];
  const high = to ?? own?.high ?? points?.at(-1);
  if (low === undefined || high === undefined)
    throw new Refusal(`${path}: has no range in ${tree.name}; give the ends with --from and --to`);
  if (!(low < high))
    throw new Refusal(`${path}: expected a range from a lower to a higher value, got ${low} to ${high}`);
  return { range: { low, high }, central: centralValue(quantity) };
}

/** Everything needed to simulate values of a number. */
interface Search {
  readonly pool: Pool;
  readonly scenario: LoadedScenario;
  readonly task: Task;
  readonly measure: PersonMeasure;
  /** Sets the number; with another value it sets that. */
  readonly change: Change;
  readonly steps: StepCounter;
  readonly signal: AbortSignal | undefined;
}

/** Simulates values of the number; by value and approach what is told of the difference with the reference. */
async function tellAt(
  { pool, scenario, task, measure, change, steps, signal }: Search,
  values: readonly number[],
): Promise<Estimated[][]> {
  const pointOf = (value: number) => ({ number: 0, name: '', changes: [{ ...change, value }] });
  const estimates: Estimated[][] = [];
  for (let first = 0; first < values.length; first += POINTS_AT_ONCE) {
    const some = values.slice(first, first + POINTS_AT_ONCE);
    const scenarios = some.map((value) => scenarioAt(scenario, pointOf(value)));
    const { norms, key, draws, replications } = task;
    const sweepTask = { scenarios, norms, key, draws, replications };
    const byDraw: PointDraw[][] = [];
    const keep = (result: PointDraw[]) => {
      byDraw.push(result);
      steps.step(task.tree.name);
    };
    await runSweepDraws(pool, sweepTask, keep, { signal });
    for (const [p, each] of scenarios.entries()) {
      const { results } = assemblePoint(
        sweepTask,
        each,
        byDraw.map((draw) => draw[p]!),
      );
      estimates.push(results.approaches.slice(1).map((_, i) => estimateDifference(results, i + 1, measure)));
    }
  }
  return estimates;
}

/** Follows the search of one approach; values that were simulated for another are not simulated again. */
async function follow(
  search: Search,
  approach: number,
  { range, target }: { range: Range; target: number },
  known: Map<number, Estimated[]>,
): Promise<Threshold> {
  const steps = findThreshold({ range, target });
  let next = steps.next([]);
  while (next.done !== true) {
    const wanted = next.value;
    const unknown = [...new Set(wanted.filter((value) => !known.has(value)))];
    if (unknown.length > 0) {
      if (known.size > 0) search.steps.expect(Math.ceil(unknown.length / POINTS_AT_ONCE) * search.task.draws);
      const estimates = await tellAt(search, unknown);
      unknown.forEach((value, i) => {
        known.set(value, estimates[i]!);
      });
    }
    next = steps.next(wanted.map((value) => known.get(value)![approach - 1]!));
  }
  return next.value;
}

/**
 * Finds where the difference between each approach and the reference crosses a target as one number goes through its range, all else
 * as in every parameter draw; writes threshold.csv, readings.csv and what goes with them.
 */
export async function threshold(
  file: string,
  path: string,
  options: ThresholdOptions,
  caller: Caller,
): Promise<ThresholdOutcome> {
  const opened = openAnalysis(file, options);
  const { scenario, task, tables } = opened;
  const measure = measureNamed(options.measure, task);
  const { range, central } = rangeOf(scenario, path, options);
  const folder = join(options.out, `threshold-${slugOf(file)}-${slugOf(path)}`);
  refuseForeign('folder', [folder], options.force);
  // The schema bounds a number on either side, so that what holds at both ends holds between them.
  const plan = planSweep(scenario, { ...options, set: [`${path}=${range.low},${range.high}`] }, tables);
  const change = plan.points[1]!.changes[0]!;
  const warnings = noteWarnings(opened, caller, plan.warnings);
  const steps = countSteps(caller, task.draws);
  const pool = await openPool(Math.min(options.workers, task.draws));
  const { signal } = caller;
  const { at: target } = options;
  try {
    const search: Search = { pool, scenario, task, measure, change, steps, signal };
    const known = new Map<number, Estimated[]>();
    const found: FoundThreshold[] = [];
    for (const [i, approach] of task.approaches.slice(1).entries()) {
      const own = await follow(search, i + 1, { range, target }, known);
      found.push({ approach, threshold: own });
    }
    const of = analysisOf(opened, measure);
    const looked = { ...of, path, target, range };
    const about = {
      title: `from what value of ${path} on the difference between the approaches turns`,
      settings: [
        `path=${path}`,
        `measure=${of.measure}`,
        `at=${target}`,
        `from=${range.low}`,
        `to=${range.high}`,
      ],
      warnings,
    };
    const written = [thresholdTable(looked, found), readingsTable(looked, found)];
    writeAnalysis(folder, written, opened, about, options, caller);
    return {
      folder,
      sayMeasure: (language: Language) => sayMeasure(measure, language),
      named: namedOf(scenario),
      central,
      found,
      ...looked,
    };
  } finally {
    await pool.close();
  }
}
