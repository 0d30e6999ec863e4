/** Which runs of a plan are finished, under way, or still to be begun, by what stands in the folder for the results. */

import { join } from 'node:path';
import { isJournalOf } from '../../machine/journal.js';
import type { LoadedScenario } from '../../scenario/load-scenario.js';
import { identityOf, identityOfResults } from '../plan/identity.js';
import type { RunOptions } from '../plan/options.js';
import type { Plan } from '../plan/plan.js';
import { slugOf } from '../write/results-folder.js';
import { checkpointPath } from './checkpoint.js';
import { isCompleteFolder } from './complete.js';

/** Whether the checkpoint of each run of a plan is there. */
function areUnderWay({ scenarios, tasks }: Plan, options: RunOptions): boolean[] {
  return scenarios.map(({ path }, i) =>
    isJournalOf(checkpointPath(options.out, slugOf(path)), identityOf(tasks[i]!, options)),
  );
}

/** Whether a run of scenarios was interrupted: then the checkpoint of one of them at least is there. */
export function isUnderWay(plan: Plan, options: RunOptions): boolean {
  return areUnderWay(plan, options).some(Boolean);
}

/** A scenario whose whole results are there already. */
export interface Complete {
  readonly scenario: LoadedScenario;
  readonly folder: string;
}

/** The scenarios that a run to be resumed had finished, with nothing left to do, and the plan of the others. */
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
