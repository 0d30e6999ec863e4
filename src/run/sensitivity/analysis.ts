/** What the analyses of the difference between the approaches of one scenario share: how they begin, and what they write. */

import { measureKey, type PersonMeasure } from '../../domain/measures/measures.js';
import { outsideOf } from '../../domain/time/coverage.js';
import type { Journal } from '../../machine/journal.js';
import type { AnyTable } from '../../output/package/columns.js';
import { footingOf } from '../../output/package/footing.js';
import type { Warnings } from '../../output/package/manifest.js';
import { measureCategories, measureDefinitions } from '../../output/package/measure-definitions.js';
import { sourcesIn } from '../../output/package/sources.js';
import type { AnalysisOf } from '../../output/sensitivity.js';
import { allLabels, costItemsOf } from '../../scenario/labels.js';
import type { LoadedScenario } from '../../scenario/load-scenario.js';
import type { SourcedNorm } from '../../scenario/tables/norms.js';
import { inputFilesOf, type PackageTables } from '../../scenario/tables/package-tables.js';
import { openPool, type Pool } from '../../simulation/pool.js';
import type { Task } from '../../simulation/task.js';
import type { Caller } from '../caller.js';
import { identityOfScenario } from '../plan/identity.js';
import type { SimulationOptions } from '../plan/options.js';
import { planOf } from '../plan/plan.js';
import { loadAll, settingsOf } from '../scenarios/scenarios.js';
import { noteResumption, openCheckpoint } from '../simulate/checkpoint.js';
import { writeRunFolder } from '../write/run-folder.js';
import { warningsIn, warningsOf } from '../write/warnings.js';
import { recordRun } from '../write/write-results.js';
import { refuseAlone } from './measure.js';
import { DIFFERENCE } from './subject.js';

type AnalysisOptions = SimulationOptions & {
  readonly set: readonly string[];
  /** An approach whose own measure is analysed; undefined or `difference`: approaches are compared. */
  readonly of?: string;
};

/** A scenario that an analysis is about. */
export interface Opened {
  readonly started: Date;
  readonly settings: readonly string[];
  readonly scenario: LoadedScenario;
  readonly task: Task;
  readonly tables: PackageTables;
  readonly norms: readonly SourcedNorm[];
}

/** Loads and plans the scenario of an analysis. @throws Refusal where approaches are compared and it has one only */
export function openAnalysis(path: string, options: AnalysisOptions): Opened {
  const started = new Date();
  const settings = settingsOf(options);
  const scenarios = loadAll([path], settings);
  const { tasks, tables, norms } = planOf(scenarios, { ...options, by: undefined, persons: false });
  const task = tasks[0]!;
  if ((options.of ?? DIFFERENCE) === DIFFERENCE) refuseAlone(task);
  return { started, settings, scenario: scenarios[0]!, task, tables, norms };
}

/**
 * Does the work of an analysis on threads, with a journal that keeps the units that are done.
 *
 * @param at `path` and `fingerprint` of the journal; `units`: see `noteResumption`
 * @throws Refusal where another run is at work there
 */
export async function withJournal<Result, Outcome>(
  { scenario }: Pick<Opened, 'scenario'>,
  at: { readonly path: string; readonly fingerprint: string; readonly units?: number },
  { workers, resume }: Pick<SimulationOptions, 'workers' | 'resume'>,
  caller: Pick<Caller, 'note' | 'language' | 'onKept'>,
  work: (pool: Pool, journal: Journal<Result>) => Promise<Outcome>,
): Promise<Outcome> {
  const journal = openCheckpoint<Result>(at.path, at.fingerprint, resume, caller);
  noteResumption(scenario.tree.name, journal, caller, at.units);
  const pool = await openPool(workers);
  try {
    return await work(pool, journal);
  } finally {
    journal.close();
    await pool.close();
  }
}

/**
 * Tells the caller what to know about the scenario; returns it as manifests have it.
 *
 * @param more warnings of the analysis itself
 */
export function noteWarnings(
  { scenario, tables }: Opened,
  { note, language = 'en' }: Pick<Caller, 'note' | 'language'>,
  more?: Warnings,
): Warnings {
  const own = warningsOf(scenario, tables);
  const all = warningsIn((each) => [...own[each], ...(more?.[each] ?? [])]);
  for (const warning of all[language]) note(`${scenario.tree.name}: ${warning}`);
  return all;
}

/** What the rows of an analysis are about. */
export function analysisOf(
  { scenario, task }: Opened,
  measure: Pick<PersonMeasure, 'name' | 'unit' | 'month'>,
): AnalysisOf {
  return {
    municipality: scenario.tree.name,
    reference: task.approaches[0]!,
    measure: measureKey(measure),
    categories: measureCategories(measureDefinitions(scenario.tree), [measureKey(measure)]),
    unit: measure.unit,
    draws: task.draws,
  };
}

/**
 * Writes the tables of a finished analysis with their record.
 *
 * @param about `settings`: those of the analysis itself; `identity`: what tells whether results are these
 */
export function writeAnalysis(
  folder: string,
  written: readonly AnyTable[],
  { scenario, task, tables, norms, settings, started }: Opened,
  about: {
    readonly title: string;
    readonly settings: readonly string[];
    readonly warnings: Warnings;
    readonly outcomeErrors?: Readonly<Record<string, number>>;
    readonly identity: string;
  },
  options: AnalysisOptions,
  caller: Pick<Caller, 'note' | 'language' | 'commandLine'>,
): void {
  const record = recordRun(options, inputFilesOf(scenario, tables), {
    title: `${scenario.tree.name}: ${about.title}`,
    replications: task.replications,
    settings: [...settings, ...about.settings],
    warnings: about.warnings,
    ...(about.outcomeErrors === undefined ? {} : { outcomeErrors: about.outcomeErrors }),
    footing: footingOf(scenario),
    outside: outsideOf(scenario.tree, tables.dated),
    origins: scenario.tree.origins,
    labels: allLabels(scenario.tree, scenario.inherited.tree),
    costItems: costItemsOf(scenario.tree),
    sources: sourcesIn([scenario.tree], norms),
    started,
    commandLine: caller.commandLine,
    scenario: identityOfScenario(scenario, task.norms),
    identity: about.identity,
  });
  writeRunFolder(folder, written, record, options, caller);
}
