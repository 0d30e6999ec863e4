/** Adds up outcomes: over all persons, and as means of the replications that are kept separately. */

import type { ApproachDraw, ApproachShapes } from '../results/arrays.js';
import { addTo } from './add-to.js';

/** Adds up the measures of persons and of occupancy by leaf; the sums are described at `outcomeArrays`. */
export class OutcomeTally {
  /** Sums of the running replication, laid out like the totals. */
  private readonly sums: Float64Array;

  constructor(
    private readonly arrays: Pick<ApproachDraw, 'means' | 'totals'>,
    private readonly shapes: Pick<ApproachShapes, 'means' | 'totals'>,
  ) {
    this.sums = new Float64Array(shapes.totals.length);
  }

  beginReplication(): void {
    this.sums.fill(0);
  }

  /** Adds the measures of a person to those of a leaf; most shares are 0 for most persons. */
  add(leaf: number, values: Float64Array): void {
    const { sums } = this;
    const base = this.shapes.totals.rowAt(leaf);
    for (let v = 0; v < values.length; v++) {
      const value = values[v]!;
      if (value !== 0) sums[base + v]! += value;
    }
  }

  /** Adds the sum of a measure over several persons to a leaf. */
  addSum(leaf: number, measure: number, sum: number): void {
    this.sums[this.shapes.totals.at(leaf, measure)]! += sum;
  }

  endReplication(): void {
    addTo(this.arrays.totals, 0, this.sums);
  }

  /** Keeps the means of the current replication in a group. @param persons total number in its leaves */
  keep(replication: number, group: number, leaves: readonly number[], persons: number): void {
    const { means, totals } = this.shapes;
    for (let v = 0; v < totals.rowLength; v++) {
      let sum = 0;
      for (const leaf of leaves) sum += this.sums[totals.at(leaf, v)]!;
      this.arrays.means[means.at(replication, group, v)] = persons > 0 ? sum / persons : Number.NaN;
    }
  }
}
