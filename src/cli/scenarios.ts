/** Scenarios as the commands take them: loaded with the settings of the command line, and made into tasks. */

import { join, relative } from 'node:path';
import { outsideOf } from '../domain/coverage.js';
import { centralValue } from '../domain/parameters/quantity.js';
import { breakdownBy } from '../domain/people.js';
import { listNames } from '../output/package/footing.js';
import { outside } from '../output/report/words/en-footing.js';
import { formatDiagnostic } from '../scenario/check/diagnostic.js';
import { describeSetByHand } from '../scenario/check/set-by-hand.js';
import { type LoadedScenario, loadScenario, packageLibrary } from '../scenario/load-scenario.js';
import type { SourcedNorm } from '../scenario/tables/norms.js';
import type { PackageTables } from '../scenario/tables/package-tables.js';
import { readingOnce } from '../scenario/yaml/yaml-file.js';
import { referenceFirst } from '../simulation/cohort/draw-run.js';
import { keyOfSeed } from '../simulation/seed.js';
import type { Task } from '../simulation/task.js';
import { CommandError } from './exit.js';
import type { RunOptions } from './options.js';

/**
 * Persons that the default number of replications aims at: in each draw, and in all draws together. Of fewer than so many in
 * a draw, chance drowns what parameters do to many outcomes, so that no interval can be told.
 */
const PERSONS_PER_DRAW = 600;
const PERSONS_IN_ALL = 10_000;
/** Below this size a draw has two cohorts at least: prediction intervals end between simulated cohorts, and draws of a block share theirs. */
const LARGE_COHORT = 1000;

function replicationsFor(draws: number, size: number): number {
  const wanted = Math.ceil(Math.max(PERSONS_PER_DRAW, PERSONS_IN_ALL / draws) / size);
  return Math.max(wanted, size < LARGE_COHORT ? 2 : 1);
}

/** Loads scenarios; all problems of all of them in one message. */
export function loadAll(paths: readonly string[], settings: readonly string[]): LoadedScenario[] {
  const library = packageLibrary();
  const reader = readingOnce();
  let known: LoadedScenario['fitted'];
  const loaded = paths.map((path) => {
    const result = loadScenario(path, library, settings, known, reader);
    if (result.ok) known = result.scenario.fitted ?? known;
    return result;
  });
  const problems = loaded.flatMap((result) => (result.ok ? [] : result.diagnostics.map(formatDiagnostic)));
  if (problems.length > 0) throw new CommandError([...new Set(problems)].join('\n'));
  return loaded.flatMap((result) => (result.ok ? [result.scenario] : []));
}

/** Settings of the command line, those among them that have an option of their own. */
export function settingsOf(options: Pick<RunOptions, 'set' | 'horizon' | 'discountTo'>): string[] {
  const { set, horizon, discountTo } = options;
  const isSet = (name: string) => set.some((setting) => setting.split('=')[0]!.trim() === name);
  const twice =
    (horizon !== undefined && isSet('horizon_years') && '--horizon and a setting of horizon_years') ||
    (discountTo !== undefined && isSet('discount_to') && '--discount-to and a setting of discount_to');
  if (twice) throw new CommandError(`${twice} exclude each other`);
  return [
    ...set,
    ...(horizon === undefined ? [] : [`horizon_years=${horizon}`]),
    ...(discountTo === undefined ? [] : [`discount_to=${discountTo}`]),
  ];
}

/** What of the options decides what is simulated. */
type TaskOptions = Pick<RunOptions, 'seed' | 'draws' | 'replications' | 'by' | 'persons'>;

/** Lives under one approach that a run may ask for: more take days. */
const MAX_LIVES = 1_000_000_000;
/** Rows of a table of persons, which is made in memory. */
const MAX_PERSON_ROWS = 5_000_000;

/** So many things, without separators: as the options are typed. */
const plainCount = (count: number, one: string) => `${count} ${count === 1 ? one : `${one}s`}`;

/** @throws CommandError where a run would not come to an end, or its table of persons not fit in memory. */
function checkSize({ tree, draws, replications, approaches, persons }: Task): void {
  const size = centralValue(tree.cohort.size);
  const lives = draws * replications * size;
  const asked = `${plainCount(draws, 'draw')} of ${plainCount(replications, 'replication')} of ${plainCount(size, 'person')}`;
  if (lives > MAX_LIVES)
    throw new CommandError(
      `${tree.name}: ${asked} are more than ${MAX_LIVES} lives; lower --draws, --replications or cohort.size`,
    );
  if (persons && lives * approaches.length > MAX_PERSON_ROWS)
    throw new CommandError(
      `${tree.name}: --persons would write more than ${MAX_PERSON_ROWS} rows (${asked}, ${approaches.length} approaches); lower --draws, --replications or cohort.size`,
    );
}

/** The task of a scenario under the options. @throws CommandError where it is too large to be done */
export function taskOf(
  { tree, posterior }: LoadedScenario,
  norms: readonly SourcedNorm[],
  options: TaskOptions,
): Task {
  const size = centralValue(tree.cohort.size);
  const task: Task = {
    tree,
    ...(posterior === undefined ? {} : { posterior }),
    norms,
    key: keyOfSeed(options.seed),
    draws: options.draws,
    replications: options.replications ?? replicationsFor(options.draws, size),
    approaches: referenceFirst(tree, Object.keys(tree.approaches)),
    ...(options.by === undefined ? {} : { by: breakdownBy(tree, options.by) }),
    persons: options.persons,
  };
  checkSize(task);
  return task;
}

/** What a reader of the results should know about a scenario. */
export function warningsOf(
  { tree, setByHand }: Pick<LoadedScenario, 'tree' | 'setByHand'>,
  tables: PackageTables,
): string[] {
  const names = Object.keys(tree.approaches);
  return [
    ...(names.length < 2 ? [`only the approach "${names.join()}": there is nothing to compare it with`] : []),
    ...outsideOf(tree, tables.dated).map(outside),
    ...describeSetByHand(setByHand),
  ];
}

/** Warnings of several scenarios, or points of a sweep: each once, with the names of those whom it concerns. */
export function groupWarnings(
  warned: readonly { readonly name: string; readonly warnings: readonly string[] }[],
): string[] {
  const groups = new Map<string, string[]>();
  for (const { name, warnings } of warned)
    for (const warning of warnings) groups.set(warning, [...(groups.get(warning) ?? []), name]);
  return [...groups].map(([warning, names]) => `${listNames(names)}: ${warning}`);
}

/** A path as the files of a run give it: within the package from its root, else from the working directory. */
export function shortenFromPackage(path: string): string {
  const inPackage = relative(join(packageLibrary().scenarios, '..'), path);
  return inPackage.startsWith('..') ? relative(process.cwd(), path) : inPackage;
}
