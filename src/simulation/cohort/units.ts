/** The parts into which the work of a task is divided, and how much of each is kept. */

import { centralValue } from '../../domain/parameters/quantity.js';
import type { Task } from '../task.js';

/** A part of the work of a task: some consecutive replications of one parameter draw. */
export interface Unit {
  readonly draw: number;
  readonly first: number;
  readonly count: number;
}

/** Persons that a unit aims at: less than a second of work, so that little is lost with it and no worker is left waiting. */
const UNIT_PERSONS = 10_000;

/** Cohorts, over all draws, of which results are kept one by one: enough for the 2.5 % points of their distribution. */
const KEPT_COHORTS = 5000;

/** Replications of each draw that are kept one by one; of the others only what adds up. */
function keptReplications({ draws }: Pick<Task, 'draws'>): number {
  return Math.ceil(KEPT_COHORTS / draws);
}

/** How many replications of a unit are kept one by one. */
export function keptOf(task: Pick<Task, 'draws'>, { first, count }: Pick<Unit, 'first' | 'count'>): number {
  return Math.max(0, Math.min(count, keptReplications(task) - first));
}

/** The units of a task, in their order. They decide in which order sums are taken, and so the last digits of results. */
export function unitsOf({
  tree,
  draws,
  replications,
}: Pick<Task, 'tree' | 'draws' | 'replications'>): Unit[] {
  const size = Math.max(1, centralValue(tree.cohort.size));
  const most = Math.max(1, Math.floor(UNIT_PERSONS / size));
  const perDraw = Math.ceil(replications / most);
  return Array.from({ length: draws * perDraw }, (_, i) => {
    const first = (i % perDraw) * most;
    return { draw: Math.floor(i / perDraw), first, count: Math.min(most, replications - first) };
  });
}
