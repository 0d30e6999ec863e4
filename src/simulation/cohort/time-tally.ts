/** Counts when persons reach their milestones, self-sufficiency above all. */

import { SELF_SUFFICIENT } from '../../domain/measures/self-sufficiency.js';
import { type ApproachDraw, type ApproachShapes, BINS_PER_MONTH, QUARTILES } from '../results/arrays.js';

type Name = 'quartiles' | 'timeCounts' | 'reached';

/** Smallest of sorted times by which a share p has been reached (inverse of the distribution function). */
function timeOf(times: Float64Array, p: number): number {
  return times.length === 0
    ? Number.NaN
    : times[Math.min(times.length - 1, Math.ceil(p * times.length) - 1)]!;
}

/** Counts the milestones of persons by leaf. The counts are described at `pathArrays`. */
export class TimeTally {
  private readonly selfSufficient: number;
  /** Times of the running replication by leaf. */
  private readonly running: number[][];
  /** The first times of each group. */
  private readonly sample: number[][];

  /**
   * @param milestones by name
   * @param leavesOf the leaves of each group
   * @param sampled how many times of each group are in the sample
   */
  constructor(
    milestones: readonly { readonly name: string }[],
    private readonly leavesOf: readonly (readonly number[])[],
    private readonly sampled: number,
    private readonly arrays: Pick<ApproachDraw, Name>,
    private readonly shapes: Pick<ApproachShapes, Name>,
  ) {
    this.selfSufficient = milestones.findIndex(({ name }) => name === SELF_SUFFICIENT);
    this.running = Array.from({ length: shapes.timeCounts.sizes.leaf }, () => []);
    this.sample = leavesOf.map(() => []);
  }

  beginReplication(): void {
    for (const times of this.running) times.length = 0;
  }

  /** Adds a person of a leaf. @param milestones month of each; NaN: never */
  add(leaf: number, milestones: Float64Array): void {
    const { reached } = this.arrays;
    const shape = this.shapes.reached;
    const months = shape.rowLength;
    const milestone = milestones[this.selfSufficient]!;
    this.addTime(leaf, milestone < months ? milestone : Number.POSITIVE_INFINITY);
    for (let m = 0; m < milestones.length; m++) {
      const month = Math.ceil(milestones[m]!);
      if (month < months) reached[shape.at(leaf, m, month)]! += 1;
    }
  }

  private addTime(leaf: number, time: number): void {
    const shape = this.shapes.timeCounts;
    const bin = Math.min(shape.rowLength - 1, Math.floor(time * BINS_PER_MONTH));
    this.arrays.timeCounts[shape.at(leaf, bin)]! += 1;
    this.running[leaf]!.push(time);
    if (this.sampled === 0) return;
    this.leavesOf.forEach((leaves, group) => {
      const sample = this.sample[group]!;
      if (leaves.includes(leaf) && sample.length < this.sampled) sample.push(time);
    });
  }

  /** Keeps the quartiles of the running replication in a group. */
  keep(replication: number, group: number): void {
    const times = Float64Array.from(this.leavesOf[group]!.flatMap((leaf) => this.running[leaf]!)).sort();
    QUARTILES.forEach((p, q) => {
      this.arrays.quartiles[this.shapes.quartiles.at(replication, group, q)] = timeOf(times, p);
    });
  }

  /** Turns counts of persons who reach a milestone in a month into counts of those who have reached it by then; returns the sample. */
  close(): Float64Array[] {
    const { reached } = this.arrays;
    const months = this.shapes.reached.rowLength;
    for (let at = 0; at < reached.length; at++) if (at % months !== 0) reached[at]! += reached[at - 1]!;
    return this.sample.map((times) => Float64Array.from(times));
  }
}
