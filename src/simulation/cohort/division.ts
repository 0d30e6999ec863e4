/** Divides the persons of a replication into leaves and batches. */

import type { Attributes } from '../../domain/attributes/person.js';
import { HALVES, halfOf, halfOfLeaf, leafOf } from '../results/leaves.js';
import type { Task } from '../task.js';

/** Limits on the number of batches in a half: at most so many per replication, and enough in a unit to estimate their variance. */
const BATCHES_PER_REPLICATION = 10;
const BATCHES_PER_UNIT = 30;

/** Batches of a half in each replication of a unit. */
export function batchesPerReplication(replications: number): number {
  return Math.min(BATCHES_PER_REPLICATION, Math.ceil(BATCHES_PER_UNIT / replications));
}

/** The numbers of persons by leaf and batch, in their order. */
export type Division = readonly (readonly (readonly number[])[])[];

/** How a replication is divided. */
interface DivisionInto {
  readonly leaves: number;
  /** Batches of a half. */
  readonly batches: number;
}

/**
 * Divides the persons of a replication. Batches are formed within each half regardless of any attribute, so that a batch may have
 * nobody in some leaf.
 *
 * @param attributes scratch space that is overwritten
 * @param fill fills it with the attributes of a person
 */
export function divide(
  task: Pick<Task, 'by'>,
  replication: number,
  size: number,
  into: DivisionInto,
  attributes: Attributes,
  fill: (attributes: Attributes, person: number) => void,
): Division {
  const leaves = Array.from({ length: into.leaves }, () =>
    Array.from({ length: into.batches }, (): number[] => []),
  );
  for (let i = 0; i < size; i++) {
    if (task.by !== undefined) fill(attributes, i);
    const batchSize = Math.ceil(Math.ceil((size - (i % HALVES)) / HALVES) / into.batches);
    const batch = Math.floor(Math.floor(i / HALVES) / batchSize);
    const leaf = leafOf(task, attributes, halfOf(replication, i));
    leaves[leaf]![batch]!.push(i);
  }
  return leaves;
}

/**
 * Counts the batches of a replication: for each leaf those with persons in it, and for the whole cohort those of each half.
 *
 * @param places where the batches of the whole cohort are counted, by half
 */
export function countBatches(counts: Float64Array, division: Division, places: readonly number[]): void {
  const hasSome = (batch: readonly number[]) => batch.length > 0;
  division.forEach((batches, leaf) => {
    counts[leaf]! += batches.filter(hasSome).length;
  });
  // Without an attribute the halves are the leaves.
  if (division.length === HALVES) return;
  places.forEach((place, half) => {
    const parts = division.filter((_, leaf) => halfOfLeaf(leaf) === half);
    parts[0]!.forEach((_, batch) => {
      if (parts.some((ofLeaf) => hasSome(ofLeaf[batch]!))) counts[place]! += 1;
    });
  });
}
