/** How much persons differ in quantities that are only added up per batch of persons, not per person: costs by year, and occupancy. */

import { batchPlaceCount, HALVES, halfOfLeaf } from '../results/leaves.js';
import { type Shape, shapeOf } from '../results/shape.js';

/**
 * Sums, over batches of persons, of the squared sum of a batch over its persons. When results are also reported by an attribute,
 * each batch of a half of the cohort has one part per value of it. Squares are then added up twice: for the parts, by leaf, and
 * for the whole batches, in places behind the leaves (see `batchPlaces`). In this way results for the whole cohort do not depend
 * on what they are reported by.
 */
export class BatchSums {
  /** Sums over the persons of the running batch, to be filled in. */
  readonly values: Float64Array;
  private readonly shape: Shape<readonly ['batchPlace', 'variable']>;
  /** Sums over the batches of the current replication, and their persons. Empty where the leaves are the halves. */
  private readonly sums: Float64Array;
  private readonly sumsShape: Shape<readonly ['half', 'batch', 'variable']>;
  private readonly persons: Float64Array;
  private readonly personsShape: Shape<readonly ['half', 'batch']>;

  /**
   * @param squares by place and variable, to which is added
   * @param leaves of the persons; more than there are halves where an attribute divides them
   * @param batches of a half in a replication, at most
   */
  constructor(
    private readonly squares: Float64Array,
    private readonly leaves: number,
    batches: number,
  ) {
    const batchPlace = batchPlaceCount(leaves);
    const sizes = {
      batchPlace,
      variable: squares.length / batchPlace,
      half: HALVES,
      batch: batchPlace > leaves ? batches : 0,
    };
    this.shape = shapeOf(['batchPlace', 'variable'], sizes);
    this.sumsShape = shapeOf(['half', 'batch', 'variable'], sizes);
    this.personsShape = shapeOf(['half', 'batch'], sizes);
    this.values = new Float64Array(sizes.variable);
    this.sums = new Float64Array(this.sumsShape.length);
    this.persons = new Float64Array(this.personsShape.length);
  }

  /** Adds the part of a batch that belongs to a leaf: the current values, over a number of persons. */
  add(leaf: number, batch: number, persons: number): void {
    const { squares, sums, values } = this;
    const place = this.shape.rowAt(leaf);
    for (let v = 0; v < values.length; v++) squares[place + v]! += values[v]! ** 2 / persons;
    if (sums.length === 0) return;
    const half = halfOfLeaf(leaf);
    const of = this.sumsShape.rowAt(half, batch);
    for (let v = 0; v < values.length; v++) sums[of + v]! += values[v]!;
    this.persons[this.personsShape.at(half, batch)]! += persons;
  }

  /** Closes the batches of a replication. */
  endReplication(): void {
    const { leaves, persons, personsShape, shape, squares, sums, sumsShape, values } = this;
    for (let half = 0; half < HALVES; half++) {
      for (let batch = 0; batch < personsShape.rowLength; batch++) {
        const count = persons[personsShape.at(half, batch)]!;
        if (count === 0) continue;
        const [place, of] = [shape.rowAt(leaves + half), sumsShape.rowAt(half, batch)];
        for (let v = 0; v < values.length; v++) squares[place + v]! += sums[of + v]! ** 2 / count;
      }
    }
    sums.fill(0);
    persons.fill(0);
  }
}
