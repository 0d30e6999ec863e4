/** What the difference between the approaches of a scenario hangs on, and what it would be worth to know it. */

import { join } from 'node:path';
import { estimateDifference, valuesByApproach } from '../../analysis/contrast.js';
import type { Results } from '../../analysis/results.js';
import {
  asBenefit,
  carriersOf,
  type Sensitivity,
  sensitivityOf,
  valueOfAll,
} from '../../analysis/sensitivity/inputs.js';
import { measureKey, type PersonMeasure } from '../../domain/measures/measures.js';
import { drawnValues } from '../../domain/parameters/draw.js';
import { type Input, inputsOf as uncertainNumbers } from '../../domain/parameters/inputs.js';
import { centralValue } from '../../domain/parameters/quantity.js';
import { hashName } from '../../engine/random/threefry.js';
import type { Language } from '../../output/language.js';
import {
  type AnalysisOf,
  type GroupRow,
  groupsTable,
  type InformationRow,
  type InputRow,
  informationTable,
  inputsTable,
} from '../../output/sensitivity.js';
import { GROUPS } from '../../scenario/inherit/meant-changes.js';
import { unitsOf } from '../../simulation/cohort/units.js';
import type { PointMeans, PointValues } from '../../simulation/points/points-run.js';
import { openPool, type Pool, runAllPoints } from '../../simulation/pool.js';
import type { Task } from '../../simulation/task.js';
import { type Caller, countSteps, type StepCounter } from '../caller.js';
import type { SimulationOptions } from '../plan/options.js';
import { Refusal } from '../refusal.js';
import { type Named, namedOf } from '../scenarios/number-names.js';
import { simulateOn } from '../simulate/in-memory.js';
import { refuseForeign, slugOf } from '../write/results-folder.js';
import { analysisOf, noteWarnings, openAnalysis, writeAnalysis } from './analysis.js';
import { measureNamed, sayMeasure } from './measure.js';

export interface SensitivityOptions extends Omit<SimulationOptions, 'resume'> {
  readonly measure: string;
  readonly set: readonly string[];
}

/** An approach, and what its difference with the reference hangs on. */
export interface ShownSensitivity extends Omit<Sensitivity, 'inputs'> {
  readonly approach: string;
  /** The difference with all inputs at their central values, and the error by which differences are rounded. */
  readonly central: number;
  readonly mcse: number;
  /** The most influential first. */
  readonly rows: readonly InputRow[];
  /** The fewest inputs that carry most of what is not known; see `carriersOf`. */
  readonly carriers: ReturnType<typeof carriersOf>;
}

/** A finished analysis. */
export interface SensitivityOutcome extends AnalysisOf {
  readonly folder: string;
  /** The measure as sentences name it. */
  /** What is compared, as sentences name it. */
  readonly sayMeasure: (language: Language) => string;
  readonly named: Named;
  readonly approaches: readonly ShownSensitivity[];
}

/** Ends of an input at which it is looked at by itself. */
const [LOW, HIGH] = [0.025, 0.975];

/**
 * The two points of every input, in their order; before them the one where all are at their central values. What is used under one answer to
 * an open question is looked at under that.
 */
function pointsOf(inputs: readonly Input[]): PointValues[] {
  return [
    {},
    ...inputs.flatMap(({ path, at, given }) => [LOW, HIGH].map((p) => ({ ...given, [path]: at(p) }))),
  ];
}

/** Simulates an input at a time, as many persons at each point as a draw has. */
async function simulatePoints(
  pool: Pool,
  task: Task,
  inputs: readonly Input[],
  steps: StepCounter,
  signal: AbortSignal | undefined,
): Promise<PointMeans[]> {
  const { tree, posterior, norms, key, replications } = task;
  const persons = replications * Math.max(1, Math.round(centralValue(tree.cohort.size)));
  const found: PointMeans[] = [];
  await runAllPoints(
    pool,
    { tree, norms, key, persons, ...(posterior === undefined ? {} : { posterior }) },
    pointsOf(inputs),
    (means) => {
      found.push(means);
      steps.step(tree.name);
    },
    { signal },
  );
  return found;
}

/** How the difference of an approach in a measure is read from the means at a point. */
function readerOf(results: Results, approach: number, { name, month, over }: PersonMeasure) {
  const meanOf = (means: PointMeans, a: number) => {
    const { position } = results.approaches[a]!;
    const mean = means[a]![position.get(measureKey({ name, ...(month === undefined ? {} : { month }) }))!]!;
    return over === undefined ? mean : mean / means[a]![position.get(over)!]!;
  };
  return (means: PointMeans) => meanOf(means, approach) - meanOf(means, 0);
}

/** By path of an input, its value in every draw. */
function valuesByPath({ tree, key, draws, posterior }: Task, inputs: readonly Input[]) {
  const values = new Map(inputs.map(({ path }) => [path, new Float64Array(draws)]));
  for (let draw = 0; draw < draws; draw++) {
    const drawn = drawnValues(tree, key, draw, posterior);
    for (const [path, own] of values) own[draw] = drawn.get(path)!;
  }
  return values;
}

/** Whether an input moves no measure of any of some approaches, from its low to its high point: it is used by none of them. */
function isIdle(atLow: PointMeans, atHigh: PointMeans, approaches: readonly number[]): boolean {
  return approaches.every((a) => atLow[a]!.every((mean, m) => Object.is(mean, atHigh[a]![m]!)));
}

/** The paths of the numbers that go together, by name of their group. */
function groupsOf({ groups = {} }: Task['tree']): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(groups).map(([name, { numbers }]) => [`${GROUPS}.${name}`, numbers]),
  );
}

/** Analyses every approach. */
function analyse(
  results: Results,
  measure: PersonMeasure,
  inputs: readonly Input[],
  [centre, ...points]: readonly PointMeans[],
): ShownSensitivity[] {
  const values = valuesByPath(results.task, inputs);
  const options = valuesByApproach(results, measure);
  const { key } = results.task;
  const errors = [key[0], key[1] ^ hashName('value of information')] as const;
  return results.approaches.slice(1).map(({ name }, i): ShownSensitivity => {
    const estimated = estimateDifference(results, i + 1, measure);
    const judged = { options: [options[0]!, options[i + 1]!] as const, estimated, better: measure.better };
    const used = inputs.filter((_, at) => !isIdle(points[2 * at]!, points[2 * at + 1]!, [0, i + 1]));
    const active = new Map(used.map(({ path }) => [path, values.get(path)!]));
    const { inputs: effects, ...rest } = sensitivityOf(active, judged, errors, groupsOf(results.task.tree));
    const differenceAt = readerOf(results, i + 1, measure);
    const central = differenceAt(centre!);
    const rows = effects.map((effect): InputRow => {
      const at = inputs.findIndex(({ path }) => path === effect.path);
      const { unit, label, isCalibrated, at: valueAt } = inputs[at]!;
      return {
        approach: name,
        effect,
        unit,
        label,
        isCalibrated,
        low: valueAt(LOW),
        high: valueAt(HIGH),
        outcomeAtLow: differenceAt(points[2 * at]!),
        outcomeAtHigh: differenceAt(points[2 * at + 1]!),
        outcome: central,
      };
    });
    const carriers = carriersOf({ inputs: effects });
    return { approach: name, central, mcse: estimated.mcse, rows, carriers, ...rest };
  });
}

const groupRows = (approaches: readonly ShownSensitivity[]): GroupRow[] =>
  approaches.flatMap(({ approach, groups }) => groups.map((effect) => ({ approach, effect })));

/** What it would be worth to know everything: for each approach against the reference, and of several for all together. */
function informationRows(
  results: Results,
  measure: PersonMeasure,
  approaches: readonly ShownSensitivity[],
): InformationRow[] {
  const { better } = measure;
  const names = results.approaches.map(({ name }) => name);
  const pairs = approaches.flatMap(({ approach, information }): InformationRow[] =>
    information === undefined
      ? []
      : [{ approach, information, best: information.best === 0 ? names[0]! : approach }],
  );
  if (better === undefined || names.length < 3) return pairs;
  const information = valueOfAll(
    valuesByApproach(results, measure).map((values) => asBenefit(values, better)),
  );
  return [...pairs, { approach: undefined, information, best: names[information.best]! }];
}

/**
 * Simulates the parameter draws of a scenario, and each uncertain number by itself at both ends; writes inputs.csv,
 * value-of-information.csv and what goes with them.
 */
export async function sensitivity(
  path: string,
  options: SensitivityOptions,
  caller: Caller,
): Promise<SensitivityOutcome> {
  const opened = openAnalysis(path, options);
  const { scenario, task } = opened;
  if (task.draws < 2) throw new Refusal('--draws 1: all draws are the central values; expected at least 2');
  const measure = measureNamed(options.measure, task);
  const inputs = uncertainNumbers(scenario.tree, scenario.posterior);
  const folder = join(options.out, `sensitivity-${slugOf(path)}`);
  refuseForeign('folder', [folder], options.force);
  const warnings = noteWarnings(opened, caller);
  const steps = countSteps(caller, unitsOf(task).length + 1 + 2 * inputs.length);
  const pool = await openPool(options.workers);
  const { signal } = caller;
  try {
    const results = await simulateOn(pool, task, steps, signal);
    const points = await simulatePoints(pool, task, inputs, steps, signal);
    const approaches = analyse(results, measure, inputs, points);
    const of = analysisOf(opened, measure);
    const written = [
      inputsTable(
        of,
        approaches.flatMap(({ rows }) => rows),
      ),
      informationTable(of, informationRows(results, measure, approaches)),
      ...(scenario.tree.groups === undefined ? [] : [groupsTable(of, groupRows(approaches))]),
    ];
    const about = {
      title: 'what the difference between the approaches hangs on',
      settings: [`measure=${of.measure}`],
      warnings,
    };
    writeAnalysis(folder, written, opened, about, options, caller);
    return {
      folder,
      sayMeasure: (language: Language) => sayMeasure(measure, language),
      named: namedOf(scenario),
      approaches,
      ...of,
    };
  } finally {
    await pool.close();
  }
}
