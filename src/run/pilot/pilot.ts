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
import { centralValue } from '../../domain/parameters/quantity.js';
import { hashName } from '../../engine/random/threefry.js';
import type { Language } from '../../output/language.js';
import { decisionTable, frontierTable, pilotTable, planeTable } from '../../output/pilot.js';
import type { AnalysisOf } from '../../output/sensitivity.js';
import { unitsOf } from '../../simulation/cohort/units.js';
import type { DrawResult } from '../../simulation/results/draw-result.js';
import type { Task } from '../../simulation/task.js';
import { type Caller, countSteps } from '../caller.js';
import { hashOfTask } from '../plan/identity.js';
import type { SimulationOptions } from '../plan/options.js';
import { Refusal } from '../refusal.js';
import { type Named, namedOf } from '../scenarios/number-names.js';
import {
  analysisOf,
  noteWarnings,
  openAnalysis,
  withJournal,
  writeAnalysis,
} from '../sensitivity/analysis.js';
import { measureNamed, sayMeasure } from '../sensitivity/measure.js';
import { checkpointPath } from '../simulate/checkpoint.js';
import { simulateOn } from '../simulate/in-memory.js';
import { refuseForeign, slugOf } from '../write/results-folder.js';
import { outcomeNamed, type PilotOutcome } from './outcome.js';

export interface PilotOptions extends SimulationOptions {
  readonly outcome: string;
  readonly persons: readonly number[];
  /** Undefined: every year up to five. */
  readonly months: readonly number[] | undefined;
  readonly costPerPerson: number;
  readonly costPerMonth: number;
  readonly fixedCost: number;
  /** Years. */
  readonly decidesFor: number;
  /** Persons a month; undefined: a cohort a year. */
  readonly recruits: number | undefined;
  /** Euros for a person more who becomes self-sufficient. */
  readonly willingness: number;
  /** Share a year. */
  readonly lost: number;
  readonly groupSize: number | undefined;
  readonly correlation: number | undefined;
  readonly set: readonly string[];
}

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

/** Months at which pilots are looked at by default, as far as the horizon reaches. */
const MONTHS = [12, 24, 36, 48, 60];

/** @throws Refusal on a pilot that cannot be held */
function planOfPilots(options: PilotOptions, { tree }: Task): PilotPlan {
  const horizon = 12 * tree.horizon_years;
  const { persons, lost, groupSize, correlation, decidesFor } = options;
  const odd = persons.find((count) => count < 4 || count % 2 === 1);
  if (odd !== undefined)
    throw new Refusal(
      `--persons ${odd}: expected an even number from 4 on: half get the approach, half do not`,
    );
  const months = options.months ?? MONTHS.filter((month) => month <= horizon);
  const late = months.find((month) => month > horizon);
  if (late !== undefined)
    throw new Refusal(
      `--months ${late}: is after the horizon of ${tree.name}, ${horizon} months; expected at most that, or a longer --horizon`,
    );
  if ((groupSize === undefined) !== (correlation === undefined))
    throw new Refusal(
      '--group-size and --correlation: one means nothing without the other; expected both, or neither where persons come by lot',
    );
  const size = centralValue(tree.cohort.size);
  const ascending = (values: readonly number[]) => [...new Set(values)].sort((a, b) => a - b);
  return {
    persons: ascending(persons),
    months: ascending(months),
    lost,
    ...(groupSize === undefined ? {} : { groups: { size: groupSize, correlation: correlation! } }),
    recruits: options.recruits ?? size / 12,
    costs: {
      fixed: options.fixedCost,
      perPerson: options.costPerPerson,
      perPersonMonth: options.costPerMonth,
    },
    population: { perYear: size, years: decidesFor, rate: centralValue(tree.discount_rate) },
  };
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

/** What was set for the pilots, for the manifest. */
function settingsOfPilots(options: PilotOptions, { persons, months, recruits, groups }: PilotPlan): string[] {
  return [
    `outcome=${options.outcome}`,
    `persons=${persons.join(',')}`,
    `months=${months.join(',')}`,
    `cost_per_person=${options.costPerPerson}`,
    `cost_per_month=${options.costPerMonth}`,
    `fixed_cost=${options.fixedCost}`,
    `decides_for=${options.decidesFor}`,
    `recruits=${recruits}`,
    `willingness=${options.willingness}`,
    `lost=${options.lost}`,
    ...(groups === undefined ? [] : [`group_size=${groups.size}`, `correlation=${groups.correlation}`]),
  ];
}

/**
 * Simulates the parameter draws of a scenario, and tells from them what pilots of each approach would tell and be worth; writes pilot.csv,
 * decision.csv, plane.csv and what goes with them. Finished units are kept in a journal next to the folder until it is complete.
 */
export async function pilot(path: string, options: PilotOptions, caller: Caller): Promise<PilotOutcomes> {
  const opened = openAnalysis(path, options);
  const { task } = opened;
  if (task.draws < 2) throw new Refusal('--draws 1: all draws are the central values; expected at least 2');
  const outcome = outcomeNamed(options.outcome, task);
  const plan = planOfPilots(options, task);
  const name = `pilot-${slugOf(path)}`;
  const folder = join(options.out, name);
  refuseForeign('folder', [folder], options.force, options.resume);
  const warnings = noteWarnings(opened, caller);
  const { length: units } = unitsOf(task);
  const steps = countSteps(caller, units);
  const { signal } = caller;
  // What is asked of the lives may differ: the lives are the same.
  const at = { path: checkpointPath(options.out, name), fingerprint: hashOfTask(task), units };
  return withJournal<DrawResult, PilotOutcomes>(opened, at, options, caller, async (pool, journal) => {
    const results = await simulateOn(pool, task, steps, signal, journal);
    const choices = costsAndEffects(results, task);
    const approaches = tellAll(results, outcome, choices, options.willingness, plan);
    const of = analysisOf(opened, outcome.measure);
    const names = results.approaches.map((approach) => approach.name);
    const choice = { municipality: results.municipality, names, options: choices };
    const rows = approaches.flatMap(({ approach, pilots }) =>
      pilots.map((own) => ({ approach, pilot: own })),
    );
    const about = {
      title: 'the pilot worth running',
      settings: settingsOfPilots(options, plan),
      warnings,
    };
    const written = [pilotTable(of, rows), decisionTable(choice), frontierTable(choice), planeTable(choice)];
    writeAnalysis(folder, written, opened, about, options, caller);
    journal.remove();
    return {
      folder,
      sayOutcome: (language) => sayMeasure(outcome.measure, language),
      named: namedOf(opened.scenario),
      approaches,
      ...of,
    };
  });
}
