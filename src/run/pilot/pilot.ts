/** The pilot worth running: how many people with an approach and without it, followed for how long. */

import { join } from 'node:path';
import { valuesByApproach } from '../../analysis/contrast.js';
import { type CostsAndEffects, netBenefit } from '../../analysis/decision/acceptability.js';
import { type PilotPlan, pilotsOf, type ToldPilot } from '../../analysis/decision/pilot.js';
import { answerOf, type PilotAnswer } from '../../analysis/decision/pilot-answer.js';
import type { Results } from '../../analysis/results.js';
import { headlines } from '../../domain/measures/headlines.js';
import { decisive } from '../../domain/measures/money.js';
import { selfSufficientShare } from '../../domain/measures/self-sufficiency.js';
import { hashName } from '../../engine/random/threefry.js';
import { underNames } from '../../machine/journal.js';
import type { Language } from '../../output/language.js';
import type { Warnings } from '../../output/package/manifest.js';
import { decisionTable, frontierTable, pilotTable, planeTable } from '../../output/pilot.js';
import type { AnalysisOf } from '../../output/sensitivity.js';
import { unitsOf } from '../../simulation/cohort/units.js';
import { runUnits } from '../../simulation/pool.js';
import type { DrawResult } from '../../simulation/results/draw-result.js';
import type { Task } from '../../simulation/task.js';
import { type Caller, countSteps } from '../caller.js';
import { hashOfTask, identityOfResults } from '../plan/identity.js';
import type { Shard } from '../plan/options.js';
import { Refusal } from '../refusal.js';
import { portableName } from '../scenarios/names.js';
import { type Named, namedOf } from '../scenarios/number-names.js';
import {
  analysisOf,
  noteWarnings,
  type Opened,
  openAnalysis,
  withJournal,
  writeAnalysis,
} from '../sensitivity/analysis.js';
import { measureNamed, sayMeasure } from '../sensitivity/measure.js';
import { keptOptions, readingOf, refuseChanged, writeShard } from '../sensitivity/shard.js';
import { checkpointPath, refuseOthers } from '../simulate/checkpoint.js';
import { hasNothingToDo } from '../simulate/complete.js';
import { simulateOn } from '../simulate/in-memory.js';
import { isInShard } from '../simulate/shards.js';
import { refuseForeign, slugOf } from '../write/results-folder.js';
import { outcomeNamed, type PilotOutcome } from './outcome.js';
import { type PilotOptions, planOfPilots, settingsOfPilots } from './plan.js';

/** An approach with its pilots. */
export interface ShownPilots {
  readonly approach: string;
  readonly pilots: readonly ToldPilot[];
  readonly answer: PilotAnswer<ToldPilot>;
}

/** A finished search. */
export interface PilotOutcomes extends AnalysisOf {
  readonly folder: string;
  /** The outcome as sentences name it. */
  readonly sayOutcome: (language: Language) => string;
  readonly named: Named;
  readonly approaches: readonly ShownPilots[];
}

/** What each approach costs all payers together, and the share that it makes self-sufficient by the year of the main outcomes. */
function costsAndEffects(results: Results, task: Task): CostsAndEffects[] {
  const { month } = headlines(results.horizonMonths, [task.tree]).find(
    ({ measure }) => measure === selfSufficientShare.name,
  )!;
  const balances = valuesByApproach(results, measureNamed(decisive.name, task));
  const effects = valuesByApproach(results, measureNamed(`${selfSufficientShare.name}@${month}`, task));
  const less = (values: Float64Array) => values.map((value) => -value);
  return balances.map(({ whole, halfDifference }, i) => ({
    costs: { whole: less(whole), halfDifference: less(halfDifference) },
    effects: effects[i]!,
  }));
}

/** The pilots of every approach. */
function tellAll(
  results: Results,
  { at }: PilotOutcome,
  options: readonly CostsAndEffects[],
  willingness: number,
  plan: PilotPlan,
): ShownPilots[] {
  const { key } = results.task;
  const errors = [key[0], key[1] ^ hashName('value of a pilot')] as const;
  const benefits = options.map((option) => netBenefit(option, willingness));
  return results.approaches.slice(1).map(({ name: approach }, i) => {
    const pilots = pilotsOf(results, i + 1, at, [benefits[0]!, benefits[i + 1]!], plan, errors);
    return { approach, pilots, answer: answerOf(pilots, results.task.draws) };
  });
}

/** What is to be told. */
interface Planned extends Opened {
  readonly outcome: PilotOutcome;
  readonly plan: PilotPlan;
  /** Name of the results. */
  readonly name: string;
  /** Identifies the results: the lives, and what is asked of them. */
  readonly identity: string;
}

/** Plans a search. @throws Refusal on a pilot that cannot be held */
function planPilot(path: string, options: PilotOptions): Planned {
  const opened = openAnalysis(path, options);
  const { task } = opened;
  if (task.draws < 2) throw new Refusal('--draws 1: all draws are the central values; expected at least 2');
  const outcome = outcomeNamed(options.outcome, task);
  const plan = planOfPilots(options, task);
  const work = hashOfTask([task, 'pilot', ...settingsOfPilots(options, plan)]);
  const identity = identityOfResults(work, options);
  return { ...opened, outcome, plan, name: `pilot-${slugOf(path)}`, identity };
}

/** Tells what the lives say of pilots, and writes it. */
function writePilot(
  planned: Planned,
  results: Results,
  options: PilotOptions,
  warnings: Warnings,
  caller: Caller,
): PilotOutcomes {
  const { task, scenario, outcome, plan, name, identity } = planned;
  const folder = join(options.out, name);
  const choices = costsAndEffects(results, task);
  const approaches = tellAll(results, outcome, choices, options.willingness, plan);
  const of = analysisOf(planned, outcome.measure);
  const names = results.approaches.map((approach) => approach.name);
  const choice = { municipality: results.municipality, names, options: choices };
  const rows = approaches.flatMap(({ approach, pilots }) => pilots.map((own) => ({ approach, pilot: own })));
  const about = {
    title: 'the pilot worth running',
    settings: settingsOfPilots(options, plan),
    warnings,
    identity,
  };
  const written = [pilotTable(of, rows), decisionTable(choice), frontierTable(choice), planeTable(choice)];
  writeAnalysis(folder, written, planned, about, options, caller);
  return {
    folder,
    sayOutcome: (language) => sayMeasure(outcome.measure, language),
    named: namedOf(scenario),
    approaches,
    ...of,
  };
}

/**
 * Simulates the parameter draws of a scenario, and tells from them what pilots of each approach would tell and be worth; writes pilot.csv,
 * decision.csv, plane.csv and what goes with them. Finished units are kept in a journal next to the folder until it is complete.
 *
 * @returns undefined where the results were complete already
 */
export async function pilot(
  path: string,
  options: PilotOptions,
  caller: Caller,
): Promise<PilotOutcomes | undefined> {
  const planned = planPilot(path, options);
  const { task, name, identity } = planned;
  const folder = join(options.out, name);
  if (hasNothingToDo(folder, identity, options, caller)) return undefined;
  const { length: units } = unitsOf(task);
  // What is asked of the lives may differ: the lives are the same.
  const at = { path: checkpointPath(options.out, name), fingerprint: hashOfTask(task), units };
  refuseOthers(folder, at, options);
  const warnings = noteWarnings(planned, caller);
  const steps = countSteps(caller, units);
  return withJournal<DrawResult, PilotOutcomes>(planned, at, options, caller, async (pool, journal) => {
    const results = await simulateOn(pool, task, steps, caller.signal, journal);
    const outcome = writePilot(planned, results, options, warnings, caller);
    journal.remove();
    return outcome;
  });
}

/** The options on which what a search tells hangs. */
const KEPT = [
  ...(['seed', 'draws', 'replications', 'horizon', 'discountTo', 'set', 'csv', 'outcome'] as const),
  ...(['persons', 'months', 'costPerPerson', 'costPerMonth', 'fixedCost', 'decidesFor'] as const),
  ...(['recruits', 'willingness', 'lost', 'groupSize', 'correlation'] as const),
] as const;

/** What a shard records of its search, so that it can be merged with the others. */
export interface ShardedPilot {
  readonly command: 'pilot';
  readonly path: string;
  readonly options: Pick<PilotOptions, (typeof KEPT)[number]>;
  readonly task: string;
}

/** Simulates a shard of a search into a file for `merge`; returns the file. */
export async function pilotShard(
  path: string,
  { shard, ...options }: PilotOptions & { readonly shard: Shard },
  caller: Caller,
): Promise<string> {
  const planned = planPilot(path, options);
  const { task, name } = planned;
  const sharded: ShardedPilot = {
    command: 'pilot',
    path: portableName(path),
    options: keptOptions(options, KEPT),
    task: hashOfTask(task),
  };
  noteWarnings(planned, caller);
  const all = unitsOf(task);
  const mine = all.flatMap((_, i) => (isInShard(i, shard) ? [i] : []));
  const steps = countSteps(caller, mine.length);
  return writeShard<DrawResult>(planned, name, sharded, shard, options, caller, (pool, journal) =>
    runUnits(
      pool,
      task,
      mine.map((i) => all[i]!),
      () => steps.step(task.tree.name),
      { signal: caller.signal, journal: underNames(journal, (unit) => String(mine[Number(unit)])) },
    ),
  );
}

/** Puts the units of all shards of a search together. @throws Refusal where the scenario has changed since, or units are missing */
export async function mergePilot(
  { path, options: kept, task }: ShardedPilot,
  entries: ReadonlyMap<string, DrawResult>,
  { out, force, resume }: { readonly out: string; readonly force: boolean; readonly resume: boolean },
  caller: Caller,
): Promise<PilotOutcomes | undefined> {
  const options: PilotOptions = { ...kept, out, force, resume, workers: 1 };
  const planned = planPilot(path, options);
  refuseChanged(path, out, hashOfTask(planned.task), task);
  const folder = join(out, planned.name);
  if (hasNothingToDo(folder, planned.identity, options, caller)) return undefined;
  refuseForeign('folder', [folder], force, resume);
  const { pool, journal } = readingOf(planned.name, entries);
  const steps = countSteps(caller, unitsOf(planned.task).length);
  const results = await simulateOn(pool, planned.task, steps, caller.signal, journal);
  const warnings = noteWarnings(planned, { note() {} });
  return writePilot(planned, results, options, warnings, caller);
}
