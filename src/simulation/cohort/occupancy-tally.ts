/** Counts persons by state and month, from the changes that the recorder of a kernel keeps. */

import type { BuiltApproach } from '../../domain/approach.js';
import type { OccupancyMeasure } from '../../domain/measures/measures.js';
import type { CompiledModel } from '../../engine/compile/compile.js';
import { stateIndex, trackIndex } from '../../engine/compile/condition.js';
import type { ApproachDraw, ApproachShapes } from '../results/arrays.js';
import { type RecorderShape, recorderShape } from '../results/recorder-shape.js';
import { type Shape, shapeOf } from '../results/shape.js';
import { addTo } from './add-to.js';
import { BatchSums } from './batch-sums.js';

type Name = 'occupancy' | 'occupancyDifferenceSquares';

/** Positions of the states that an occupancy measure counts, among all states. */
function statesOf(
  { model: { tracks } }: BuiltApproach,
  stateOffset: Int32Array,
  measure: OccupancyMeasure,
): number[] {
  const track = trackIndex(tracks, measure.track);
  return measure.states.map((state) => stateOffset[track]! + stateIndex(tracks[track]!, state));
}

/** Counts the persons of one approach by state; leaf by leaf, and within a leaf batch by batch. */
export class OccupancyTally {
  private readonly measures: readonly { readonly month: number; readonly states: readonly number[] }[];
  private readonly reference: OccupancyTally;
  private readonly differences: BatchSums;
  private readonly recorded: RecorderShape;
  /** Recorded changes in the number of persons, by leaf. */
  private readonly changes: Int32Array;
  private readonly changesShape: Shape<readonly ['leaf', 'state', 'change']>;
  /** Persons of the running batch in the states of each occupancy measure. */
  private readonly inBatch: Float64Array;
  /** Persons of the running leaf's batches so far, likewise. */
  private readonly before: Float64Array;

  /**
   * @param batches of a half in a replication, at most
   * @param reference absent: this is the reference, whose batches must be ended first
   */
  constructor(
    measures: readonly OccupancyMeasure[],
    built: BuiltApproach,
    compiled: CompiledModel,
    private readonly arrays: Pick<ApproachDraw, Name>,
    private readonly shapes: Pick<ApproachShapes, Name>,
    batches: number,
    reference: OccupancyTally | undefined,
  ) {
    this.measures = measures.map((measure) => ({
      month: measure.month,
      states: statesOf(built, compiled.stateOffset, measure),
    }));
    this.reference = reference ?? this;
    this.recorded = recorderShape(built.model);
    const { leaf } = shapes.occupancy.sizes;
    this.differences = new BatchSums(arrays.occupancyDifferenceSquares, leaf, batches);
    const sizes = { ...this.recorded.sizes, leaf };
    this.changesShape = shapeOf(['leaf', 'state', 'change'], sizes);
    this.changes = new Int32Array(this.changesShape.length);
    this.inBatch = new Float64Array(measures.length);
    this.before = new Float64Array(measures.length);
  }

  beginLeaf(): void {
    this.before.fill(0);
  }

  /**
   * Ends the part of a batch that belongs to the current leaf.
   *
   * @param recorded changes in the leaf so far
   * @returns its persons by occupancy measure; valid until the next call
   */
  endBatch(leaf: number, batch: number, persons: number, recorded: Int32Array): Float64Array {
    const { before, differences, inBatch, reference } = this;
    this.measures.forEach(({ month, states }, i) => {
      const present = states.reduce((sum, state) => sum + this.present(recorded, state, month), 0);
      inBatch[i] = present - before[i]!;
      before[i] = present;
      differences.values[i] = inBatch[i]! - reference.inBatch[i]!;
    });
    differences.add(leaf, batch, persons);
    return inBatch;
  }

  /** Persons of the running leaf in a state at a month. */
  private present(recorded: Int32Array, state: number, month: number): number {
    const from = this.recorded.rowAt(state);
    let present = 0;
    for (let at = from; at <= from + month; at++) present += recorded[at]!;
    return present;
  }

  endReplication(): void {
    this.differences.endReplication();
  }

  /** Ends a leaf. @param recorded all changes in it */
  endLeaf(leaf: number, recorded: Int32Array): void {
    addTo(this.changes, this.changesShape.rowAt(leaf, 0), recorded);
  }

  /** Counts the persons in each state at each month, after all leaves have ended. */
  close(): void {
    const { arrays, changes, changesShape, shapes } = this;
    const { leaf: leaves, month: months, state: states } = shapes.occupancy.sizes;
    for (let leaf = 0; leaf < leaves; leaf++) {
      for (let state = 0; state < states; state++) {
        const from = changesShape.rowAt(leaf, state);
        const to = shapes.occupancy.rowAt(leaf, state);
        let present = 0;
        for (let month = 0; month < months; month++) {
          present += changes[from + month]!;
          arrays.occupancy[to + month] = present;
        }
      }
    }
  }
}
