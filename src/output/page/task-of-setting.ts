/** The task that a setting of a page comes to. */

import { centralValue } from '../../domain/parameters/quantity.js';
import { replicationsFor } from '../../simulation/cohort/replications.js';
import type { Task } from '../../simulation/task.js';
import { type Changes, withChanges } from './change.js';
import { type PageData, unpackPosterior } from './page-data.js';

/** The task of a page as the run had it. */
export function taskOfPage({ task, posterior }: Pick<PageData, 'task' | 'posterior'>): Task {
  return posterior === undefined ? task : { ...task, posterior: unpackPosterior(posterior) };
}

/** The task of a page under changes: with as many replications as the command line would take. */
export function taskUnder(base: Task, changes: Changes, replicationsBySize: boolean): Task {
  const { posterior: before, ...rest } = base;
  const { tree, posterior } = withChanges(base.tree, before, changes);
  const size = centralValue(tree.cohort.size);
  return {
    ...rest,
    tree,
    ...(posterior === undefined ? {} : { posterior }),
    replications: replicationsBySize ? replicationsFor(base.draws, size) : base.replications,
  };
}
