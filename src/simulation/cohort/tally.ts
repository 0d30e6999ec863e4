/** Adds up the lives of a cohort under one approach. */

import type { BuiltApproach } from '../../domain/approach.js';
import type { Attributes } from '../../domain/attributes/person.js';
import type { PersonMeasure } from '../../domain/measures/measures.js';
import type { MeasureReader } from '../../domain/measures/reading.js';
import type { Scenario } from '../../domain/schema/scenario.js';
import type { LifeRunner } from '../../engine/compile/life.js';
import { createKernel, retireKernel } from '../../engine/kernels.js';
import { type ApproachDraw, approachArrays, TIME_SAMPLE } from '../results/arrays.js';
import { shapesOf, zeros } from '../results/declared.js';
import { type Axes, axesOf, sizesOf } from '../results/layout.js';
import { leavesOfGroup } from '../results/leaves.js';
import type { Task } from '../task.js';
import { CostTally } from './cost-tally.js';
import { OccupancyTally } from './occupancy-tally.js';
import { OutcomeTally } from './outcome-tally.js';
import { PersonSums } from './person-sums.js';
import { readoutOf } from './readout.js';
import { compileAfterOthers } from './recent-models.js';
import { TimeTally } from './time-tally.js';
import { keptOf, type Unit } from './units.js';

/**
 * Adds up one approach. A tally without a reference is the reference itself, whose lives must be simulated first. Persons come in
 * batches, leaf by leaf (for leaves see `leaves.ts`).
 */
export class ApproachTally {
  readonly kernel: LifeRunner;
  /** The axes of the arrays. */
  readonly axes: Axes;
  readonly measures: readonly PersonMeasure[];
  /** Measures of the last person. */
  readonly values: Float64Array;
  private readonly read: MeasureReader;
  private readonly reference: ApproachTally;
  /** Replications that are kept separately. */
  private readonly kept: number;
  private readonly leavesOf: readonly (readonly number[])[];
  private readonly arrays: ApproachDraw;
  private readonly personSums: PersonSums;
  private readonly outcomes: OutcomeTally;
  private readonly times: TimeTally;
  private readonly occupancy: OccupancyTally;
  private readonly costs: CostTally;

  /** @param batches of a half in a replication, at most */
  constructor(
    scenario: Scenario,
    private readonly built: BuiltApproach,
    task: Pick<Task, 'draws'>,
    unit: Pick<Unit, 'first' | 'count'>,
    groups: readonly string[],
    batches: number,
    reference?: ApproachTally,
  ) {
    const { model, rewards } = built;
    const compiled = compileAfterOthers(model);
    this.kernel = createKernel(compiled);
    const { measures, occupancy, read, overOf } = readoutOf(scenario, built);
    this.measures = measures;
    this.read = read;
    this.values = new Float64Array(measures.length);
    this.reference = reference ?? this;
    this.kept = keptOf(task, unit);
    this.leavesOf = groups.map((_, group) => leavesOfGroup(groups.length, group));
    this.axes = axesOf(built, measures, occupancy, groups);
    const sizes = sizesOf(this.axes, this.kept);
    const shapes = shapesOf(approachArrays, sizes);
    const arrays = zeros(approachArrays, sizes);
    this.arrays = arrays;
    this.personSums = new PersonSums(measures, this.reference.measures, overOf, arrays, shapes);
    this.outcomes = new OutcomeTally(arrays, shapes);
    const sampled = task.draws === 1 ? TIME_SAMPLE : 0;
    this.times = new TimeTally(model.milestones, this.leavesOf, sampled, arrays, shapes);
    const other = reference?.occupancy;
    this.occupancy = new OccupancyTally(occupancy, built, compiled, arrays, shapes, batches, other);
    this.costs = new CostTally(rewards, arrays, shapes, batches);
  }

  beginReplication(): void {
    this.outcomes.beginReplication();
    this.times.beginReplication();
  }

  /** Starts a leaf. */
  beginLeaf(): void {
    this.kernel.recorder.occupancyChange.fill(0);
    this.occupancy.beginLeaf();
  }

  beginBatch(): void {
    this.kernel.recorder.ledger.resetPeriods();
  }

  /** Simulates one person's life and adds it to a leaf. */
  live(attributes: Attributes, key0: number, key1: number, leaf: number): void {
    this.built.fill(this.kernel.person, attributes, key0, key1);
    this.kernel.run();
    const { recorder } = this.kernel;
    const { values } = this;
    this.read(recorder, values);
    this.personSums.add(leaf, values, this.reference.values);
    this.outcomes.add(leaf, values);
    this.times.add(leaf, recorder.milestones);
  }

  /** Ends the part of a batch that belongs to a leaf: adds occupancy and costs, and how much they differ between batches. */
  endBatch(leaf: number, batch: number, persons: number): void {
    const { ledger, occupancyChange } = this.kernel.recorder;
    this.occupancy.endBatch(leaf, batch, persons, occupancyChange).forEach((present, i) => {
      this.outcomes.addSum(leaf, this.measures.length + i, present);
    });
    this.costs.endBatch(leaf, batch, persons, ledger);
  }

  /** Ends a leaf. */
  endLeaf(leaf: number): void {
    this.occupancy.endLeaf(leaf, this.kernel.recorder.occupancyChange);
  }

  /** Ends a replication. @param replication its position in this tally @param leafSizes its persons by leaf */
  endReplication(replication: number, leafSizes: Float64Array): void {
    this.outcomes.endReplication();
    this.costs.endReplication();
    this.occupancy.endReplication();
    if (replication >= this.kept) return;
    this.leavesOf.forEach((leaves, group) => {
      const persons = leaves.reduce((sum, leaf) => sum + leafSizes[leaf]!, 0);
      this.outcomes.keep(replication, group, leaves, persons);
      this.times.keep(replication, group);
    });
  }

  /** Everything that was added up. No more persons can be added after this call. */
  result(): ApproachDraw {
    retireKernel(this.kernel);
    this.occupancy.close();
    return { ...this.arrays, timeSample: this.times.close() };
  }
}
