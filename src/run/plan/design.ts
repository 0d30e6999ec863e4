/** The statistical design of a run: how many draws, how many cohorts in each, of which people, and from which seed. */

import { breakdownBy, peopleOf } from '../../domain/attributes/people.js';
import type { Breakdown } from '../../domain/attributes/person.js';
import type { Norm } from '../../domain/measures/rewards.js';
import type { Posterior } from '../../domain/parameters/posterior.js';
import { centralValue } from '../../domain/parameters/quantity.js';
import type { ScenarioTree } from '../../domain/schema/scenario.js';
import { suggest } from '../../scenario/check/nearest.js';
import { replicationsFor } from '../../simulation/cohort/replications.js';
import { seedKey } from '../../simulation/seed.js';
import { referenceFirst, type Task } from '../../simulation/task.js';
import { Refusal } from '../refusal.js';
import { observedOf } from './breakdowns.js';
import type { RunOptions } from './options.js';
import { SELECTED, selectionBreakdown } from './selection-breakdown.js';

/** The options that decide what is simulated. */
export type TaskOptions = Pick<RunOptions, 'seed' | 'draws' | 'replications' | 'by' | 'persons'>;

/** The most lives that a run may ask for under one approach; more would take days. */
const MAX_LIVES = 1_000_000_000;
/** The most rows of a table of persons, which is built in memory. */
const MAX_PERSON_ROWS = 5_000_000;

/** A count with its noun, without thousands separators, as options are typed. */
const plainCount = (count: number, one: string) => `${count} ${count === 1 ? one : `${one}s`}`;

/** @throws Refusal where a run would take too long, or its table of persons would not fit in memory. */
function checkSize({ tree, draws, replications, approaches, persons }: Task): void {
  const size = centralValue(tree.cohort.size);
  const lives = draws * replications * size;
  const asked = `${plainCount(draws, 'draw')} of ${plainCount(replications, 'replication')} of ${plainCount(size, 'person')}`;
  if (lives > MAX_LIVES)
    throw new Refusal(
      `${tree.name}: ${asked} are more than ${MAX_LIVES} lives; lower the draws, the replications or cohort.size`,
    );
  if (persons && lives * approaches.length > MAX_PERSON_ROWS)
    throw new Refusal(
      `${tree.name}: --persons would write more than ${MAX_PERSON_ROWS} rows (${asked}, ${approaches.length} approaches); lower --draws, --replications or cohort.size`,
    );
}

/** The attribute to report by. @throws Refusal where the scenario's people have no observable attribute of that name */
function breakdownOf(tree: ScenarioTree, name: string): Breakdown {
  if (name.startsWith(SELECTED)) return selectionBreakdown(tree, name.slice(SELECTED.length));
  const observed = observedOf(peopleOf(tree).attributes);
  if (observed.includes(name)) return breakdownBy(tree, name);
  throw new Refusal(`${tree.name}: results cannot be reported by "${name}"${suggest(name, observed)}`);
}

/** The task of a scenario under the options. @throws Refusal where it is too large */
export function taskOf(
  { tree, posterior }: { readonly tree: ScenarioTree; readonly posterior?: Posterior | undefined },
  norms: readonly Norm[],
  options: TaskOptions,
): Task {
  const size = centralValue(tree.cohort.size);
  const task: Task = {
    tree,
    ...(posterior === undefined ? {} : { posterior }),
    norms,
    key: seedKey(options.seed),
    draws: options.draws,
    replications: options.replications ?? replicationsFor(options.draws, size),
    approaches: referenceFirst(tree, Object.keys(tree.approaches)),
    ...(options.by === undefined ? {} : { by: breakdownOf(tree, options.by) }),
    persons: options.persons,
  };
  checkSize(task);
  return task;
}
