/** How much persons differ in what is added up for batches of them, never for one person alone: costs by year, and occupancy. */

import { HALVES } from '../task.js';

/**
 * Sums, over batches of persons, of the squared sum of a batch over its persons. Where persons are divided by an attribute too, a
 * batch of a half of the cohort is made of parts, one for each value of it: squares are added up of the parts, by leaf, and of the
 * batches as they are without the attribute, in places behind the leaves (see `batchPlaces`). So what is told of the whole cohort
 * does not depend on what it is reported by.
 */
export class BatchSums {
  /** Sums over the persons of the running batch, to be filled in. */
  readonly values: Float64Array;
  /** By place and variable. */
  readonly squares: Float64Array;
  /** Sums of the batches of the running replication by half, batch and variable; and their persons. */
  private readonly sums: Float64Array;
  private readonly persons: Float64Array;
  /** Batches of a half in a replication. */
  private readonly batches: number;

  /**
   * @param width variables
   * @param leaves of the persons; more than there are halves where an attribute divides them
   * @param batches of a half in a replication, at most
   */
  constructor(
    private readonly width: number,
    private readonly leaves: number,
    batches: number,
  ) {
    const isDivided = leaves > HALVES;
    this.values = new Float64Array(width);
    this.batches = isDivided ? batches : 0;
    this.squares = new Float64Array((leaves + (isDivided ? HALVES : 0)) * width);
    this.sums = new Float64Array(HALVES * this.batches * width);
    this.persons = new Float64Array(HALVES * this.batches);
  }

  /** Adds the part of a batch that is of one leaf: the values, of so many persons. */
  add(leaf: number, batch: number, persons: number): void {
    const { batches, squares, sums, values, width } = this;
    for (let v = 0; v < width; v++) squares[leaf * width + v]! += values[v]! ** 2 / persons;
    if (batches === 0) return;
    const of = (leaf % HALVES) * batches + batch;
    for (let v = 0; v < width; v++) sums[of * width + v]! += values[v]!;
    this.persons[of]! += persons;
  }

  /** Closes the batches of a replication. */
  endReplication(): void {
    const { batches, leaves, persons, squares, sums, width } = this;
    for (let of = 0; of < persons.length; of++) {
      if (persons[of] === 0) continue;
      const place = leaves + Math.floor(of / batches);
      for (let v = 0; v < width; v++)
        squares[place * width + v]! += sums[of * width + v]! ** 2 / persons[of]!;
    }
    sums.fill(0);
    persons.fill(0);
  }
}
