/** Which runs of scenarios are finished, under way, or still to be begun, by what stands in the folder for the results. */

import { join } from 'node:path';
import { isJournalOf } from '../machine/journal.js';
import type { LoadedScenario } from '../scenario/load-scenario.js';
import { checkpointPath, hashOfTask, identityOf } from './checkpoint.js';
import { identityOfResults, isCompleteFolder } from './complete.js';
import type { RunOptions } from './options.js';
import { slugOf } from './results-folder.js';
import { planOf } from './simulate.js';

/** What identifies the results of several scenarios together. */
export function identityOfRuns(scenarios: readonly LoadedScenario[], options: RunOptions): string {
  const identities = planOf(scenarios, options).tasks.map((task) => identityOf(task, options));
  return identityOfResults(hashOfTask(identities), options);
}

/** Whether a run of scenarios was interrupted: then the checkpoint of one of them at least is there. */
export function isUnderWay(scenarios: readonly LoadedScenario[], options: RunOptions): boolean {
  const { tasks } = planOf(scenarios, options);
  return scenarios.some(({ path }, i) =>
    isJournalOf(checkpointPath(options.out, slugOf(path)), identityOf(tasks[i]!, options)),
  );
}

/** The result folders of scenarios that a run to be resumed had finished, with nothing left to do, and the others. */
export function divideComplete(
  scenarios: readonly LoadedScenario[],
  options: RunOptions,
): { complete: { scenario: LoadedScenario; folder: string }[]; others: LoadedScenario[] } {
  const { tasks } = planOf(scenarios, options);
  const folders = scenarios.map((scenario, i) => {
    const slug = slugOf(scenario.path);
    const identity = identityOf(tasks[i]!, options);
    const folder = join(options.out, slug);
    const isDone =
      options.resume &&
      !options.force &&
      !isJournalOf(checkpointPath(options.out, slug), identity) &&
      isCompleteFolder(folder, identityOfResults(identity, options));
    return isDone ? folder : undefined;
  });
  return {
    complete: folders.flatMap((folder, i) =>
      folder === undefined ? [] : [{ scenario: scenarios[i]!, folder }],
    ),
    others: scenarios.filter((_, i) => folders[i] === undefined),
  };
}
