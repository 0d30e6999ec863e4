/** The statistical design of a run: how many draws of how many cohorts, of whom, from which seed. */

import type { Breakdown } from '../../domain/attributes/person.js';
import type { Norm } from '../../domain/measures/rewards.js';
import type { Posterior } from '../../domain/parameters/posterior.js';
import { centralValue } from '../../domain/parameters/quantity.js';
import { breakdownBy, peopleOf } from '../../domain/people.js';
import type { ScenarioTree } from '../../domain/schema.js';
import { suggest } from '../../scenario/check/nearest.js';
import { keyOfSeed } from '../../simulation/seed.js';
import { referenceFirst, type Task } from '../../simulation/task.js';
import { Refusal } from '../refusal.js';
import { observedOf } from './breakdowns.js';
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

/** What of the options decides what is simulated. */
export type TaskOptions = Pick<RunOptions, 'seed' | 'draws' | 'replications' | 'by' | 'persons'>;

/** Lives under one approach that a run may ask for: more take days. */
const MAX_LIVES = 1_000_000_000;
/** Rows of a table of persons, which is made in memory. */
const MAX_PERSON_ROWS = 5_000_000;

/** A number with what it counts, without separators: as options are typed. */
const plainCount = (count: number, one: string) => `${count} ${count === 1 ? one : `${one}s`}`;

/** @throws Refusal where a run would not come to an end, or its table of persons not fit in memory. */
function checkSize({ tree, draws, replications, approaches, persons }: Task): void {
  const size = centralValue(tree.cohort.size);
  const lives = draws * replications * size;
  const asked = `${plainCount(draws, 'draw')} of ${plainCount(replications, 'replication')} of ${plainCount(size, 'person')}`;
  if (lives > MAX_LIVES)
    throw new Refusal(
      `${tree.name}: ${asked} are more than ${MAX_LIVES} lives; lower --draws, --replications or cohort.size`,
    );
  if (persons && lives * approaches.length > MAX_PERSON_ROWS)
    throw new Refusal(
      `${tree.name}: --persons would write more than ${MAX_PERSON_ROWS} rows (${asked}, ${approaches.length} approaches); lower --draws, --replications or cohort.size`,
    );
}

/** The attribute of a name, to report by. @throws Refusal where the scenario's people have none that can be observed */
function breakdownOf(tree: ScenarioTree, name: string): Breakdown {
  const observed = observedOf(peopleOf(tree).attributes);
  if (observed.includes(name)) return breakdownBy(tree, name);
  throw new Refusal(`${tree.name}: results cannot be reported by "${name}"${suggest(name, observed)}`);
}

/** The task of a scenario under the options. @throws Refusal where it is too large to be done */
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
    key: keyOfSeed(options.seed),
    draws: options.draws,
    replications: options.replications ?? replicationsFor(options.draws, size),
    approaches: referenceFirst(tree, Object.keys(tree.approaches)),
    ...(options.by === undefined ? {} : { by: breakdownOf(tree, options.by) }),
    persons: options.persons,
  };
  checkSize(task);
  return task;
}
