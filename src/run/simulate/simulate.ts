/** Simulates scenarios and writes the result folder of each. */

import { join } from 'node:path';
import { isJournalOf, removeJournal } from '../../machine/journal.js';
import type { ReachedPrecision } from '../../output/package/precision.js';
import { wordsIn } from '../../output/words/words.js';
import type { LoadedScenario } from '../../scenario/load-scenario.js';
import { keptOf } from '../../simulation/cohort/units.js';
import type { DrawResult } from '../../simulation/results/draw-result.js';
import { collectDraws, keepFirst } from '../../simulation/results/join.js';
import type { Task } from '../../simulation/task.js';
import type { Caller } from '../caller.js';
import { identityOf, identityOfResults } from '../plan/identity.js';
import type { RunOptions } from '../plan/options.js';
import type { Plan } from '../plan/plan.js';
import { Refusal } from '../refusal.js';
import { type Outcome, sayPosteriorError } from '../write/outcome.js';
import { refuseForeign, refuseNameOfEarlier, slugOf } from '../write/results-folder.js';
import { writeResults } from '../write/write-results.js';
import { checkpointPath } from './checkpoint.js';
import { isCompleteFolder } from './complete.js';
import { furtherDraws, sayMissed } from './precision.js';
import { eachScenario, runWithCheckpoint, type Work } from './work.js';

/** @throws Refusal where two scenarios would write the same folder, or one that where results are kept */
export function refuseSharedNames(scenarios: readonly LoadedScenario[], out: string): void {
  const slugs = scenarios.map(({ path }) => slugOf(path));
  for (const [i, { path }] of scenarios.entries())
    refuseNameOfEarlier(path, slugs[i]!, 'give the file another name');
  const twice = slugs.find((slug, i) => slugs.indexOf(slug) !== i);
  if (twice !== undefined)
    throw new Refusal(`two scenarios would both write ${join(out, twice)}; rename one`);
}

/**
 * Refuses to replace what is not results, and two scenarios that would share a folder, before anything is simulated. The
 * results that an interrupted run had finished may be replaced by what its checkpoint says they were, and those of this
 * very run by the same.
 */
function checkFolders({ scenarios, tasks }: Plan, options: RunOptions): void {
  const { out, force, resume } = options;
  refuseSharedNames(scenarios, out);
  const slugs = scenarios.map(({ path }) => slugOf(path));
  const isOwn = (slug: string, i: number) => {
    const identity = identityOf(tasks[i]!, options);
    return (
      isJournalOf(checkpointPath(out, slug), identity) ||
      isCompleteFolder(join(out, slug), identityOfResults(identity, options))
    );
  };
  const foreign = slugs.filter((slug, i) => !(resume && isOwn(slug, i)));
  refuseForeign(
    'folder',
    foreign.map((slug) => join(out, slug)),
    force,
    resume,
  );
}

/** How the requested precision stands after the draws simulated so far. */
interface Followed {
  /** The task with the extra draws that are needed; undefined where the precision holds or the limit is reached. */
  readonly further?: Task;
  readonly reached?: ReachedPrecision;
}

function followPrecision(
  { scenario, options, caller }: Work,
  task: Task,
  draws: readonly DrawResult[],
): Followed {
  if (options.precision === undefined) return {};
  const { draws: wanted, reached } = furtherDraws(options.precision, options.mostDraws, task, draws);
  if (wanted > task.draws) return { further: { ...task, draws: wanted } };
  const { name } = scenario.tree;
  const [only, other] = task.approaches;
  const { language = 'en' } = caller;
  const { notes } = wordsIn(language).screen;
  const of = other === undefined ? notes.ofOneApproach(only!) : '';
  if (reached.holds) caller.note(`${notes.drawsForPrecision(name, String(task.draws))}${of}`);
  else (caller.warn ?? caller.note)(`${name}: ${sayMissed(reached, task.draws, language)}`);
  return { reached };
}

async function simulateOne(given: Work, isTried: boolean): Promise<Outcome> {
  const started = new Date();
  const { scenario, norms, tables, caller } = given;
  let { task } = given;
  const { all, add } = collectDraws(task);
  let outcome: Outcome | undefined;
  let precision: ReachedPrecision | undefined;
  await runWithCheckpoint(
    given,
    add,
    async () => {
      const kept = keptOf(task, { first: 0, count: task.replications });
      const draws = all.map((draw) => keepFirst(draw, kept));
      const options = { ...given.options, draws: task.draws };
      // Identifies the request, like the fingerprint: with --precision the number of draws follows from it.
      const identity = identityOfResults(given.fingerprint, options);
      const finished = { scenario, norms, tables, task, draws, identity };
      const about = { started, commandLine: caller.commandLine, precision, isTried };
      outcome = await writeResults(finished, options, about, caller);
    },
    () => {
      const { further, reached } = followPrecision(given, task, all);
      task = further ?? task;
      precision = reached;
      return further;
    },
  );
  for (const each of outcome!.posteriorErrors)
    caller.note(`${scenario.tree.name}: ${sayPosteriorError(each, caller.language)}`);
  return outcome!;
}

/** Scenarios that have been simulated and written. */
export interface Simulated {
  readonly outcomes: readonly Outcome[];
  /** Removes the checkpoints. Until then an interrupted command that has more to do can be resumed. */
  finish(): void;
}

/**
 * Simulates scenarios one after the other; a result folder is complete as soon as it appears, whatever happens to later ones.
 *
 * @param isTried whether assumptions are tried one by one as well: of some hundred scenarios that would take longer than they do
 */
export async function simulateScenarios(
  plan: Plan,
  options: RunOptions,
  caller: Caller,
  isTried: boolean,
): Promise<Simulated> {
  checkFolders(plan, options);
  const outcomes = await eachScenario(plan, options, caller, (work) => simulateOne(work, isTried));
  return {
    outcomes,
    finish() {
      for (const [i, { slug }] of outcomes.entries())
        removeJournal(checkpointPath(options.out, slug), identityOf(plan.tasks[i]!, options));
    },
  };
}
