/** Writes the result folder of a finished run. */

import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { alternativeRows } from '../../analysis/alternatives.js';
import { breakEvens } from '../../analysis/break-even.js';
import { costRows } from '../../analysis/costs.js';
import { curvesOf } from '../../analysis/curves.js';
import { type DifferenceRow, differenceRows, estimateRows } from '../../analysis/estimates.js';
import { influencesOn } from '../../analysis/influence.js';
import { rankedDifference } from '../../analysis/ranking.js';
import { assembleResults, type Results, sumsOf } from '../../analysis/results.js';
import { errorOfPosterior } from '../../analysis/uncertainty.js';
import { decisive } from '../../domain/measures/money.js';
import { outsideOf } from '../../domain/time/coverage.js';
import type { Files } from '../../machine/folder.js';
import { alternativesTable } from '../../output/package/alternatives.js';
import { approachesTable } from '../../output/package/approaches.js';
import { type AnyTable, differencesTable, estimatesTable } from '../../output/package/columns.js';
import { costsTable } from '../../output/package/costs.js';
import { curvesTable } from '../../output/package/curves.js';
import { footingOf } from '../../output/package/footing.js';
import type { Influences } from '../../output/package/influences.js';
import { parameterRows, parametersTable, personsTable } from '../../output/package/listing.js';
import type { RunRecord } from '../../output/package/manifest.js';
import type { ReachedPrecision } from '../../output/package/precision.js';
import { selectionTable } from '../../output/package/selection.js';
import { formatParquet, parquetName } from '../../output/parquet.js';
import { costItemsOf, labelsOf, ownDescription } from '../../scenario/labels.js';
import type { LoadedScenario } from '../../scenario/load-scenario.js';
import type { SourcedNorm } from '../../scenario/tables/norms.js';
import { type InputFile, inputFilesOf, type PackageTables } from '../../scenario/tables/package-tables.js';
import type { DrawResult } from '../../simulation/results/draw-result.js';
import type { Task } from '../../simulation/task.js';
import { identityOfScenario } from '../plan/identity.js';
import type { RunOptions } from '../plan/options.js';
import { namedOf } from '../scenarios/number-names.js';
import { settingsOf, shortenFromPackage } from '../scenarios/scenarios.js';
import { sayMissed } from '../simulate/precision.js';
import { VERSION } from '../version.js';
import { drawsFile, formatDraws } from './draws-file.js';
import type { Listener } from './earlier.js';
import { type Outcome, outcomeOf, type PosteriorError, sayPosteriorError } from './outcome.js';
import { slugOf } from './results-folder.js';
import { writeRunFolder } from './run-folder.js';
import { candidatesOf, DRAWS_WORTH_TRYING, tryAssumptions } from './tried.js';
import { warningsIn, warningsOf } from './warnings.js';

/** The record of a run that ends now. */
export function recordRun(
  options: Pick<RunOptions, 'seed' | 'draws' | 'workers'>,
  inputs: readonly InputFile[],
  rest: Pick<
    RunRecord,
    | 'title'
    | 'commandLine'
    | 'replications'
    | 'settings'
    | 'warnings'
    | 'precision'
    | 'influences'
    | 'footing'
    | 'outside'
    | 'origins'
    | 'labels'
    | 'costItems'
    | 'sources'
    | 'started'
    | 'scenario'
    | 'identity'
  >,
): RunRecord {
  return {
    version: VERSION,
    seed: options.seed,
    draws: options.draws,
    workers: options.workers,
    inputs: inputs.map(({ path, sha256 }) => ({ path: shortenFromPackage(path), sha256 })),
    ...rest,
    finished: new Date(),
  };
}

/** Tables as Parquet files, by name. */
async function parquetOf(tables: readonly AnyTable[]): Promise<Files> {
  const files: [string, Uint8Array][] = [];
  for (const table of tables) files.push([parquetName(table), await formatParquet(table)]);
  return Object.fromEntries(files);
}

/** The options that decide what is written. */
type ResultOptions = Pick<
  RunOptions,
  | 'out'
  | 'force'
  | 'csv'
  | 'parquet'
  | 'persons'
  | 'seed'
  | 'draws'
  | 'workers'
  | 'set'
  | 'horizon'
  | 'discountTo'
>;

/** A scenario whose draws are complete. */
export interface FinishedRun {
  readonly scenario: LoadedScenario;
  readonly norms: readonly SourcedNorm[];
  readonly tables: PackageTables;
  readonly task: Task;
  readonly draws: readonly DrawResult[];
  /** Of the results: see {@link identityOfResults}. */
  readonly identity: string;
}

/**
 * Where the sampling error of the posterior exceeds the MCSE of the net balance: more draws only lower the MCSE.
 */
function posteriorErrorsOf(results: Results, differences: readonly DifferenceRow[]): PosteriorError[] {
  const measure = decisive.name;
  return results.approaches.slice(1).flatMap(({ name, position }, i) => {
    const isOwn = (row: DifferenceRow) =>
      row.approach === name && row.subgroup === 'all' && row.measure === measure;
    const mcse = differences.find(isOwn)?.mcse ?? Number.NaN;
    const [own, reference] = [position, results.approaches[0]!.position].map((of, side) =>
      sumsOf(results, side === 0 ? i + 1 : 0, 0, of.get(measure)!),
    );
    const error = errorOfPosterior(own!, reference!);
    if (!(error > mcse)) return [];
    return { approach: name, draws: results.rows!.rows, error, mcse };
  });
}

/** The assumptions that move the net balance of each approach most. */
function influencesOf(results: Results, isTried: boolean): Influences {
  const { task } = results;
  const isWorthIt = isTried && task.approaches.length > 1 && task.draws >= DRAWS_WORTH_TRYING;
  const tried = isWorthIt ? tryAssumptions(task, candidatesOf(task)) : [];
  return results.approaches.slice(1).map(({ name }, i) => {
    const byDraw = rankedDifference(results, i + 1, decisive.name)?.byDraw;
    const assumptions = influencesOn(task, byDraw) ?? null;
    return { approach: name, assumptions, ...(tried[i] === undefined ? {} : { tried: tried[i] }) };
  });
}

/**
 * Writes all files of a finished run; returns what is kept of it.
 *
 * @param isTried whether assumptions are tried one by one, which takes some second
 */
export async function writeResults(
  { scenario, norms, tables: packageTables, task, draws, identity }: FinishedRun,
  options: ResultOptions,
  {
    precision,
    isTried,
    ...about
  }: Pick<RunRecord, 'started' | 'commandLine'> & {
    readonly precision?: ReachedPrecision | undefined;
    readonly isTried: boolean;
  },
  listener: Listener,
): Promise<Outcome> {
  const results = assembleResults(task, draws);
  const slug = slugOf(scenario.path);
  const folder = join(options.out, slug);
  // Yields to the event loop between the parts, so that threads get their next units.
  const estimates = estimateRows(results);
  await turn();
  const differences = differenceRows(results);
  const posteriorErrors = posteriorErrorsOf(results, differences);
  const influences = influencesOf(results, isTried);
  await turn();
  const curves = curvesOf(results);
  await turn();
  const selection = selectionTable(results);
  const byAnswer = alternativeRows(results);
  const tables: AnyTable[] = [
    estimatesTable(results, estimates),
    differencesTable(results, differences, breakEvens(results, differences)),
    curvesTable(results, curves),
    costsTable(results, costRows(results)),
    ...(byAnswer.length === 0 ? [] : [alternativesTable(results, byAnswer)]),
    approachesTable(results),
    ...(selection.rows.length > 0 ? [selection] : []),
    parametersTable(results, parameterRows(results, scenario.inherited, norms, shortenFromPackage)),
    ...(options.persons ? [personsTable(results)] : []),
  ];
  const footing = footingOf(scenario);
  const own = warningsOf(scenario, packageTables);
  const missed = precision === undefined || precision.holds ? [] : [precision];
  const record = recordRun(options, inputFilesOf(scenario, packageTables), {
    title: `${results.municipality}: approaches to integration, simulated (${results.approaches.map(({ name }) => name).join(', ')})`,
    replications: results.task.replications,
    settings: settingsOf(options),
    warnings: warningsIn((language) => [
      ...own[language],
      ...posteriorErrors.map((each) => sayPosteriorError(each, language)),
      ...missed.map((reached) => sayMissed(reached, task.draws, language)),
    ]),
    ...(precision === undefined ? {} : { precision }),
    influences,
    footing,
    outside: outsideOf(scenario.tree, packageTables.dated),
    origins: scenario.tree.origins,
    labels: { ...labelsOf(scenario.inherited.tree), ...ownDescription(scenario.inherited) },
    costItems: costItemsOf(scenario.tree),
    ...about,
    scenario: identityOfScenario(scenario, task.norms),
    identity,
  });
  const drawn = formatDraws(results);
  writeRunFolder(folder, tables, record, options, listener, {
    ...(options.parquet ? await parquetOf(tables) : {}),
    ...(drawn === undefined ? {} : { [drawsFile]: drawn }),
  });
  const named = namedOf(scenario);
  const rest = { slug, folder, footing, posteriorErrors, influences, byAnswer, named };
  return outcomeOf(results, estimates, differences, rest);
}
