/** Many points of one scenario on common random numbers. */

import { join } from 'node:path';
import { assemblePoint, type PointResults, sweepRows } from '../../analysis/sweep.js';
import { outsideOf } from '../../domain/time/coverage.js';
import { type Journal, underNames } from '../../machine/journal.js';
import type { Language } from '../../output/language.js';
import { describeMoney } from '../../output/package/columns.js';
import { footingOf, type NamedFooting, unlikeThings } from '../../output/package/footing.js';
import { parameterRows, parametersTable } from '../../output/package/listing.js';
import type { RunRecord } from '../../output/package/manifest.js';
import {
  type ListedRow,
  pointInWords,
  pointsTable,
  type SweepListing,
  type SweepPoint,
  sweepTable,
} from '../../output/sweep.js';
import { wordsIn } from '../../output/words/words.js';
import { allLabels, costItemsOf } from '../../scenario/labels.js';
import { type LoadedScenario, packageLibrary } from '../../scenario/load-scenario.js';
import { readNorms, type SourcedNorm } from '../../scenario/tables/norms.js';
import { inputFilesOf, type PackageTables, readPackageTables } from '../../scenario/tables/package-tables.js';
import { openPool, type Pool, runSweepDraws } from '../../simulation/pool.js';
import type { PointDraw } from '../../simulation/sweep/sweep-draw.js';
import type { Task } from '../../simulation/task.js';
import { type Caller, countSteps } from '../caller.js';
import { taskOf } from '../plan/design.js';
import { hashOfTask, identityOfResults } from '../plan/identity.js';
import type { SimulationOptions } from '../plan/options.js';
import { Refusal } from '../refusal.js';
import { type Named, namedOf } from '../scenarios/number-names.js';
import { loadAll, settingsOf, shortenFromPackage } from '../scenarios/scenarios.js';
import { checkpointPath, noteResumption, openCheckpoint, refuseOthers } from '../simulate/checkpoint.js';
import { hasNothingToDo } from '../simulate/complete.js';
import type { Listener } from '../write/earlier.js';
import { readBack, type SummarisedRow } from '../write/read-back.js';
import { slugOf } from '../write/results-folder.js';
import { writeRunFolder } from '../write/run-folder.js';
import { groupWarnings, warningsIn } from '../write/warnings.js';
import { recordRun } from '../write/write-results.js';
import { planSweep, type SweepPlan, scenarioAt } from './points.js';

export interface SweepOptions extends SimulationOptions {
  readonly set: readonly string[];
  readonly design?: string;
  readonly base: readonly string[];
}

/** The part of a row of sweep.csv that tables and summaries use. */
export type PointRow = SummarisedRow & { readonly against: string };

/** What is shown of a sweep, from the run itself or read from its file. */
export interface ShownSweep
  extends Pick<SweepListing, 'municipality' | 'tree' | 'money' | 'unlike' | 'points' | 'values' | 'draws'> {
  readonly rows: readonly { readonly point: SweepPoint; readonly row: PointRow }[];
  /** What its approaches are called. */
  readonly named: Named;
  /** What `money` and `unlike` say, by point. */
  readonly notes: readonly NamedFooting[];
}

/** The rows of a finished sweep, from its file. */
function readSweep(folder: string, points: readonly SweepPoint[]): ShownSweep['rows'] {
  return readBack(folder, 'sweep.csv').map(({ row, summary }) => ({
    point: points[Number(row.point)]!,
    row: { ...summary, against: String(row.against) },
  }));
}

/** The result of a sweep. */
export interface SweepOutcome {
  readonly folder: string;
  readonly horizonMonths: number;
  readonly wasComplete: boolean;
  /** Its main rows: from the run, or from its file where it was already complete. */
  readonly shown: () => ShownSweep;
}

/** Number of points simulated together. What they share is simulated once; more points would take more memory. */
const POINTS_AT_ONCE = 24;

function checkOptions({ set, design }: SweepOptions): void {
  if (design !== undefined && set.length > 0) {
    throw new Refusal('--set and --design exclude each other; --base changes the scenario at every point');
  }
  if (design === undefined && set.length === 0) {
    throw new Refusal('expected --set path=v1,v2,... or --design experiment.yaml');
  }
}

/** What lies outside the tables and the law, point by point where points differ, and in which respects points differ. */
function warningsOfSweep(
  { notes, warnings }: Pick<SweepPlan, 'notes' | 'warnings'>,
  language: Language,
): string[] {
  const called = notes.map((note) => pointInWords(note, language));
  const [base, ...points] = called;
  const words = wordsIn(language);
  const common = base!.warnings[language];
  const others = points.map(({ name, warnings: own }) => ({
    name: words.screen.notes.atPoint(name),
    warnings: own[language].filter((warning) => !common.includes(warning)),
  }));
  return [
    ...common,
    ...groupWarnings(others, language),
    ...warnings[language],
    ...unlikeThings(called).map((unlike) => words.screen.notes.pointsDiffer(words.footing.unlike(unlike))),
  ];
}

/** The points without the base, in groups that are simulated together. */
function groupPoints(points: readonly SweepPoint[]): SweepPoint[][] {
  const others = points.slice(1);
  return Array.from({ length: Math.ceil(others.length / POINTS_AT_ONCE) }, (_, i) =>
    others.slice(i * POINTS_AT_ONCE, (i + 1) * POINTS_AT_ONCE),
  );
}

/** Everything needed to simulate points. */
interface SweepWork {
  readonly pool: Pool;
  readonly scenario: LoadedScenario;
  readonly task: Task;
  readonly journal: Journal<PointDraw[]>;
  readonly step: () => void;
  readonly signal: AbortSignal | undefined;
}

/** Simulates the base and the points of a group; their results in the same order. */
async function simulatePoints(
  { pool, scenario, task, journal, step, signal }: SweepWork,
  group: number,
  points: readonly SweepPoint[],
): Promise<PointResults[]> {
  const scenarios = points.map((point) => scenarioAt(scenario, point));
  const { norms, key, draws, replications } = task;
  const sweepTask = { scenarios, norms, key, draws, replications };
  const byDraw: PointDraw[][] = [];
  await runSweepDraws(
    pool,
    sweepTask,
    (result) => {
      byDraw.push(result);
      step();
    },
    { signal, journal: underNames(journal, (draw) => `${group}/${draw}`) },
  );
  return scenarios.map((each, p) =>
    assemblePoint(
      sweepTask,
      each,
      byDraw.map((draw) => draw[p]!),
    ),
  );
}

/** Simulates all points, group by group, and keeps of each only its rows. */
async function simulateSweep(
  scenario: LoadedScenario,
  plan: SweepPlan,
  task: Task,
  options: SweepOptions,
  journal: Journal<PointDraw[]>,
  caller: Caller,
): Promise<{ rows: ListedRow[]; base: PointResults }> {
  const groups = groupPoints(plan.points);
  const { name } = scenario.tree;
  const units = groups.length * task.draws;
  const steps = countSteps(caller, units);
  for (const warning of warningsOfSweep(plan, caller.language ?? 'en')) caller.note(`${name}: ${warning}`);
  noteResumption(name, journal, caller, units);
  const pool = await openPool(Math.min(options.workers, task.draws));
  const atBase = plan.points[0]!;
  const rows: ListedRow[] = [];
  let first: PointResults | undefined;
  try {
    const work = { pool, scenario, task, journal, step: () => steps.step(name), signal: caller.signal };
    for (const [g, group] of groups.entries()) {
      const results = await simulatePoints(work, g, [atBase, ...group]);
      const base = results[0]!;
      if (first === undefined) rows.push(...sweepRows(base).map((row) => ({ point: atBase, row })));
      first ??= base;
      for (const [i, point] of group.entries()) {
        for (const row of sweepRows(results[i + 1]!, base)) rows.push({ point, row });
      }
    }
  } finally {
    await pool.close();
  }
  return { rows, base: first! };
}

function writeSweep(
  folder: string,
  scenario: LoadedScenario,
  norms: readonly SourcedNorm[],
  tables: PackageTables,
  plan: SweepPlan,
  listing: SweepListing,
  base: PointResults,
  options: SweepOptions,
  about: Pick<RunRecord, 'started' | 'commandLine'> & { readonly identity: string },
  listener: Listener,
): void {
  const { inherited } = scenario;
  const parameters = parameterRows(base.results, inherited, norms, shortenFromPackage);
  const written = [sweepTable(listing), pointsTable(listing), parametersTable(base.results, parameters)];
  const record = recordRun(options, [...inputFilesOf(scenario, tables), ...plan.files], {
    title: `${scenario.tree.name}: what if other numbers held`,
    replications: listing.replications,
    settings: [...settingsOf({ ...options, set: options.base }), ...options.set],
    warnings: warningsIn((language) => warningsOfSweep(plan, language)),
    footing: footingOf(scenario),
    outside: outsideOf(scenario.tree, tables.dated),
    origins: scenario.tree.origins,
    labels: allLabels(scenario.tree, inherited.tree),
    costItems: costItemsOf(scenario.tree),
    ...about,
  });
  writeRunFolder(folder, written, record, options, listener);
}

/**
 * Simulates the points of a sweep and writes sweep.csv, points.csv and what goes with them. Finished parameter draws are kept in
 * a journal next to the folder until the folder is complete.
 */
export async function sweep(path: string, options: SweepOptions, caller: Caller): Promise<SweepOutcome> {
  checkOptions(options);
  const started = new Date();
  const { commandLine } = caller;
  const scenario = loadAll([path], settingsOf({ ...options, set: options.base }))[0]!;
  const tables = readPackageTables(packageLibrary());
  const plan = planSweep(scenario, options, tables);
  const design = options.design === undefined ? '' : `-${slugOf(options.design)}`;
  const name = `sweep-${slugOf(path)}${design}`;
  const folder = join(options.out, name);
  const norms = readNorms(packageLibrary());
  const task = taskOf(scenario, norms, { ...options, by: undefined, persons: false });
  const fingerprint = hashOfTask([task, plan.points]);
  const identity = identityOfResults(fingerprint, options);
  // As files have it.
  const words = wordsIn('en');
  const shown = {
    municipality: scenario.tree.name,
    named: namedOf(scenario),
    tree: scenario.tree,
    money: describeMoney(plan.notes.map(({ footing }) => footing)),
    unlike: unlikeThings(plan.notes).map((each) =>
      words.screen.notes.pointsDiffer(words.footing.unlike(each)),
    ),
    notes: plan.notes.map((note) => pointInWords(note, caller.language ?? 'en')),
    points: plan.points,
    values: plan.values,
    draws: task.draws,
  };
  const outcome = { folder, horizonMonths: 12 * scenario.tree.horizon_years };
  if (hasNothingToDo(folder, identity, options, caller))
    return {
      ...outcome,
      wasComplete: true,
      shown: () => ({ ...shown, rows: readSweep(folder, plan.points) }),
    };
  const at = { path: checkpointPath(options.out, name), fingerprint };
  refuseOthers(folder, at, options);
  const journal = openCheckpoint<PointDraw[]>(at.path, fingerprint, options.resume, caller);
  try {
    const { rows, base } = await simulateSweep(scenario, plan, task, options, journal, caller);
    const listing: SweepListing & Pick<ShownSweep, 'notes' | 'named'> = {
      ...shown,
      definitions: plan.definitions,
      rows,
      replications: task.replications,
    };
    const about = { started, identity, commandLine };
    writeSweep(folder, scenario, norms, tables, plan, listing, base, options, about, caller);
    journal.remove();
    return { ...outcome, wasComplete: false, shown: () => listing };
  } finally {
    journal.close();
  }
}
