/** Which runs of a plan are finished, interrupted or not yet started, judging by the files in the results folder. */

import { join } from 'node:path';
import { isJournalOf } from '../../machine/journal.js';
import type { LoadedScenario } from '../../scenario/load-scenario.js';
import { identityOf, identityOfResults } from '../plan/identity.js';
import type { RunOptions } from '../plan/options.js';
import type { Plan } from '../plan/plan.js';
import { slugOf } from '../write/results-folder.js';
import { checkpointPath } from './checkpoint.js';
import { isCompleteFolder } from './complete.js';

/** For each run of a plan, whether its checkpoint exists. */
function areUnderWay({ scenarios, tasks }: Plan, options: RunOptions): boolean[] {
  return scenarios.map(({ path }, i) =>
    isJournalOf(checkpointPath(options.out, slugOf(path)), identityOf(tasks[i]!, options)),
  );
}

/** Whether a run was interrupted, which leaves a checkpoint for at least one of its scenarios. */
export function isUnderWay(plan: Plan, options: RunOptions): boolean {
  return areUnderWay(plan, options).some(Boolean);
}

/** A scenario whose results are already complete. */
export interface Complete {
  readonly scenario: LoadedScenario;
  readonly folder: string;
}

/** Splits a resumed run into the scenarios that had finished and a plan for the rest. */
export function divideComplete(plan: Plan, options: RunOptions): { complete: Complete[]; others: Plan } {
  const { scenarios, tasks } = plan;
  const underWay = areUnderWay(plan, options);
  const folders = scenarios.map(({ path }) => join(options.out, slugOf(path)));
  const isDone = folders.map((folder, i) => {
    const identity = identityOfResults(identityOf(tasks[i]!, options), options);
    return options.resume && !options.force && !underWay[i]! && isCompleteFolder(folder, identity);
  });
  return {
    complete: scenarios.flatMap((scenario, i) => (isDone[i] ? [{ scenario, folder: folders[i]! }] : [])),
    others: {
      ...plan,
      scenarios: scenarios.filter((_, i) => !isDone[i]),
      tasks: tasks.filter((_, i) => !isDone[i]),
    },
  };
}
