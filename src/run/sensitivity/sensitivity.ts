/** What the difference between the approaches of a scenario hangs on, and what it would be worth to know it. */

import { join } from 'node:path';
import { measureKey, type PersonMeasure } from '../../domain/measures/measures.js';
import { type Input, inputsOf as uncertainNumbers } from '../../domain/parameters/inputs.js';
import type { Language } from '../../output/language.js';
import {
  type AnalysisOf,
  groupsTable,
  informationTable,
  inputsTable,
  type JointInformation,
  jointTable,
} from '../../output/sensitivity.js';
import { inputValuesTable, outcomesTable } from '../../output/sensitivity-draws.js';
import { boxTable, groupInputsTable, indicesTable, screeningTable } from '../../output/sensitivity-groups.js';
import { thresholdsTable } from '../../output/sensitivity-thresholds.js';
import { unitsOf } from '../../simulation/cohort/units.js';
import type { Pool } from '../../simulation/pool.js';
import { type Caller, countSteps } from '../caller.js';
import { hashOfTask, identityOfResults } from '../plan/identity.js';
import type { Shard, SimulationOptions } from '../plan/options.js';
import { Refusal } from '../refusal.js';
import { portableName } from '../scenarios/names.js';
import { type Named, namedOf } from '../scenarios/number-names.js';
import { checkpointPath, refuseOthers } from '../simulate/checkpoint.js';
import { hasNothingToDo } from '../simulate/complete.js';
import { isInShard } from '../simulate/shards.js';
import { asWritten } from '../write/read-back.js';
import { refuseForeign, slugOf } from '../write/results-folder.js';
import { warningsOf } from '../write/warnings.js';
import {
  analyse,
  groupRows,
  informationRows,
  keyOfErrors,
  outcomesByDraw,
  type ShownSensitivity,
  valuesByPath,
} from './analyse.js';
import {
  analysisOf,
  noteWarnings,
  type Opened,
  openAnalysis,
  withJournal,
  writeAnalysis,
} from './analysis.js';
import { jointInformation } from './joint.js';
import { measureNamed, sayMeasure } from './measure.js';
import { keptOptions, readingOf, refuseChanged, writeShard } from './shard.js';
import { type SimulatedAnalysis, type StageResult, type Stages, simulateStages } from './stages.js';
import { DIFFERENCE, type Subject, subjectsOf } from './subject.js';

export type { ShownSensitivity } from './analyse.js';

export interface SensitivityOptions extends SimulationOptions {
  readonly measure: string;
  /** `difference`, or the approach whose own measure is analysed. */
  readonly of: string;
  readonly set: readonly string[];
  /** Trajectories of the Morris screening; 0: none. */
  readonly trajectories: number;
  /** Base points of the Sobol indices; 0: none. */
  readonly basePoints: number;
}

/** A finished analysis. */
export interface SensitivityOutcome extends AnalysisOf {
  readonly folder: string;
  /** The measure as sentences name it. */
  readonly sayMeasure: (language: Language) => string;
  readonly named: Named;
  readonly approaches: readonly ShownSensitivity[];
  /** The choice between all of them at once; undefined: there are two, or none is better. */
  readonly joint: JointInformation | undefined;
}

/** What is to be analysed. */
interface Planned extends Opened {
  readonly measure: PersonMeasure;
  readonly subjects: readonly Subject[];
  readonly inputs: readonly Input[];
  /** Name of the results, and what identifies the work. */
  readonly name: string;
  readonly fingerprint: string;
}

/** Plans the analysis of a scenario. @throws Refusal where there is no difference, or nothing it could hang on */
function planSensitivity(path: string, options: SensitivityOptions): Planned {
  const opened = openAnalysis(path, options);
  const { scenario, task } = opened;
  if (task.draws < 2) throw new Refusal('--draws 1: all draws are the central values; expected at least 2');
  const measure = measureNamed(options.measure, task);
  const inputs = uncertainNumbers(scenario.tree, scenario.posterior);
  const { trajectories, basePoints } = options;
  const subjects = subjectsOf(task, options.of);
  const own = options.of === DIFFERENCE ? [] : [options.of];
  const about = [measureKey(measure), trajectories, basePoints, ...own];
  const fingerprint = hashOfTask([task, 'sensitivity', ...about]);
  const name = ['sensitivity', slugOf(path), ...own.map((approach) => `of-${slugOf(approach)}`)].join('-');
  return { ...opened, measure, subjects, inputs, name, fingerprint };
}

/** Simulates what is planned, or a shard of it. */
function simulatePlanned(
  planned: Planned,
  options: SensitivityOptions,
  caller: Caller,
  pool: Pool,
  journal: Stages['journal'],
  shard?: Shard,
): Promise<SimulatedAnalysis | undefined> {
  noteWarnings(planned, caller);
  const { task, measure, subjects, inputs } = planned;
  const units = unitsOf(task).filter((_, i) => isInShard(i, shard));
  const steps = countSteps(caller, units.length + 1 + 2 * inputs.length, false);
  const { trajectories, basePoints } = options;
  const { signal } = caller;
  return simulateStages({
    pool,
    task,
    measure,
    subjects,
    inputs,
    trajectories,
    basePoints,
    journal,
    shard,
    steps,
    signal,
  });
}

/** Analyses what was simulated and writes it. */
function writeSensitivity(
  planned: Planned,
  simulated: SimulatedAnalysis,
  options: SensitivityOptions,
  caller: Caller,
): SensitivityOutcome {
  const { scenario, task, tables, measure, subjects, inputs, name, fingerprint } = planned;
  const folder = join(options.out, name);
  const values = valuesByPath(simulated.results.task, inputs);
  const approaches = analyse(simulated, measure, subjects, inputs, values);
  const isOwn = options.of !== DIFFERENCE;
  const joint = isOwn
    ? undefined
    : jointInformation(
        simulated.results,
        measure,
        approaches.flatMap(({ rows }) => rows),
        values,
        keyOfErrors(task.key),
      );
  const of: AnalysisOf = { ...analysisOf(planned, measure), ...(isOwn ? { isOwn } : {}) };
  const ofEach = <Row>(rowsOf: (shown: ShownSensitivity) => readonly Row[]) =>
    approaches.flatMap((shown) => rowsOf(shown).map((row) => ({ approach: shown.approach, ...row })));
  const screening = ofEach((shown) => shown.screening);
  const indices = ofEach((shown) => shown.indices);
  const turnings = ofEach((shown) => shown.turnings);
  const written = [
    inputsTable(
      of,
      approaches.flatMap(({ rows }) => rows),
    ),
    ...(isOwn ? [] : [informationTable(of, informationRows(task.approaches, approaches, joint))]),
    ...(joint === undefined ? [] : [jointTable(of, joint)]),
    ...(turnings.length === 0 ? [] : [thresholdsTable(of, turnings)]),
    ...(scenario.tree.groups === undefined ? [] : [groupsTable(of, groupRows(approaches))]),
    ...(screening.length === 0 ? [] : [screeningTable(of, screening)]),
    ...(indices.length === 0 ? [] : [indicesTable(of, indices)]),
    ...(screening.length + indices.length === 0 ? [] : [groupInputsTable(of, [...screening, ...indices])]),
    inputValuesTable(of, inputs, values),
    outcomesTable(of, outcomesByDraw(simulated.results, measure, subjects)),
    ...(measure.better === undefined || isOwn ? [] : [boxTable(of, approaches)]),
  ];
  const { trajectories, basePoints } = options;
  const about = {
    title: isOwn
      ? `what the outcome of ${options.of} hangs on`
      : 'what the difference between the approaches hangs on',
    settings: [
      ...(isOwn ? [`of=${options.of}`] : []),
      `measure=${of.measure}`,
      `trajectories=${trajectories}`,
      `base_points=${basePoints}`,
    ],
    warnings: warningsOf(scenario, tables),
    // A single life has none.
    outcomeErrors: Object.fromEntries(
      approaches.flatMap(({ approach, mcse }) =>
        Number.isFinite(mcse) ? [[approach, asWritten(mcse)]] : [],
      ),
    ),
    identity: identityOfResults(fingerprint, options),
  };
  writeAnalysis(folder, written, planned, about, options, caller);
  return {
    folder,
    sayMeasure: (language: Language) => sayMeasure(measure, language),
    named: namedOf(scenario),
    approaches,
    joint,
    ...of,
  };
}

/**
 * Simulates the parameter draws of a scenario, each uncertain number by itself at both ends, and the designs of Morris and Saltelli;
 * writes inputs.csv and what goes with it. Finished units are kept in a journal next to the folder until it is complete.
 *
 * @returns undefined where the results were complete already
 */
export async function sensitivity(
  path: string,
  options: SensitivityOptions,
  caller: Caller,
): Promise<SensitivityOutcome | undefined> {
  const planned = planSensitivity(path, options);
  const { name, fingerprint } = planned;
  const folder = join(options.out, name);
  if (hasNothingToDo(folder, identityOfResults(fingerprint, options), options, caller)) return undefined;
  const at = { path: checkpointPath(options.out, name), fingerprint };
  refuseOthers(folder, at, options);
  return withJournal<StageResult, SensitivityOutcome>(planned, at, options, caller, async (pool, journal) => {
    const simulated = await simulatePlanned(planned, options, caller, pool, journal);
    const outcome = writeSensitivity(planned, simulated!, options, caller);
    journal.remove();
    return outcome;
  });
}

/** The options on which an analysis hangs. */
const KEPT = [
  ...(['seed', 'draws', 'replications', 'horizon', 'discountTo', 'set', 'csv'] as const),
  ...(['measure', 'of', 'trajectories', 'basePoints'] as const),
] as const;

/** What a shard records of its analysis, so that it can be merged with the others. */
export interface ShardedSensitivity {
  readonly command: 'sensitivity';
  readonly path: string;
  readonly options: Pick<SensitivityOptions, (typeof KEPT)[number]>;
  readonly task: string;
}

/** Simulates a shard of an analysis into a file for `merge`; returns the file. */
export async function sensitivityShard(
  path: string,
  given: SensitivityOptions & { readonly shard: Shard },
  caller: Caller,
): Promise<string> {
  const { shard, ...options } = given;
  const planned = planSensitivity(path, options);
  const sharded: ShardedSensitivity = {
    command: 'sensitivity',
    path: portableName(path),
    options: keptOptions(options, KEPT),
    task: planned.fingerprint,
  };
  return writeShard<StageResult>(planned, planned.name, sharded, shard, options, caller, (pool, journal) =>
    simulatePlanned(planned, options, caller, pool, journal, shard),
  );
}

/** Puts the units of all shards of an analysis together. @throws Refusal where the scenario has changed since, or units are missing */
export async function mergeSensitivity(
  { path, options: kept, task }: ShardedSensitivity,
  entries: ReadonlyMap<string, StageResult>,
  { out, force, resume }: { readonly out: string; readonly force: boolean; readonly resume: boolean },
  caller: Caller,
): Promise<SensitivityOutcome | undefined> {
  const options: SensitivityOptions = { ...kept, out, force, resume, workers: 1 };
  const planned = planSensitivity(path, options);
  refuseChanged(path, out, planned.fingerprint, task);
  const folder = join(out, planned.name);
  if (hasNothingToDo(folder, identityOfResults(task, options), options, caller)) return undefined;
  refuseForeign('folder', [folder], force, resume);
  const { pool, journal } = readingOf(planned.name, entries);
  const simulated = await simulatePlanned(planned, options, { ...caller, note() {} }, pool, journal);
  return writeSensitivity(planned, simulated!, options, caller);
}
