/** Adds up the lives of a cohort under one approach. */

import { type BuiltApproach, buildApproach } from '../../domain/approach.js';
import type { Attributes } from '../../domain/attributes/person.js';
import { type Measure, type OccupancyMeasure, occupancyMeasures } from '../../domain/measures/measures.js';
import type { Reader } from '../../domain/measures/reading.js';
import { costBookings } from '../../domain/measures/rewards.js';
import type { Scenario } from '../../domain/schema.js';
import { stateIndex, trackIndex } from '../../engine/compile/condition.js';
import type { LifeRunner } from '../../engine/compile/life.js';
import { createKernel, retireKernel } from '../../engine/kernels.js';
import { approachLayout } from '../results/layout.js';
import {
  type ApproachDraw,
  BINS_PER_MONTH,
  keptOf,
  leavesOfGroup,
  QUARTILES,
  type Task,
  TIME_SAMPLE,
  type Unit,
} from '../task.js';
import { BatchSums } from './batch-sums.js';
import { PersonSums } from './person-sums.js';
import { readoutOf } from './readout.js';
import { compileAfterOthers } from './recent-models.js';

/** Positions in the occupancy of the states that an occupancy measure counts. */
function statesOf(built: BuiltApproach, stateOffset: Int32Array, measure: OccupancyMeasure): number[] {
  const track = trackIndex(built.model.tracks, measure.track);
  return measure.states.map((state) => stateOffset[track]! + stateIndex(built.model.tracks[track]!, state));
}

/** Smallest of sorted times by which a share p has been reached (inverse of the distribution function). */
function timeOf(times: Float64Array, p: number): number {
  return times.length === 0
    ? Number.NaN
    : times[Math.min(times.length - 1, Math.ceil(p * times.length) - 1)]!;
}

/** Adds `values` to `sums` from position `base` on. */
function addTo<Sums extends Float64Array | Int32Array>(sums: Sums, base: number, values: Sums): void {
  for (let i = 0; i < values.length; i++) sums[base + i]! += values[i]!;
}

/**
 * Counts one approach; without a reference it is the reference, whose lives must be lived first. Persons come in
 * batches of one leaf each (a leaf: the persons who share a value of the attribute reported by, or all persons).
 */
export class ApproachTally {
  readonly kernel: LifeRunner;
  /** What the arrays are laid out by. */
  readonly layout: string;
  readonly measures: readonly Measure[];
  /** Measures of the last person. */
  readonly values: Float64Array;
  private readonly built: BuiltApproach;
  private readonly occupancyOf: readonly { readonly month: number; readonly states: readonly number[] }[];
  private readonly read: Reader;
  private readonly personSums: PersonSums;
  private readonly reference: ApproachTally;
  private readonly bookings: readonly { readonly rewards: readonly number[] }[];
  private readonly months: number;
  private readonly selfSufficient: number;
  /** Sums of the running replication by leaf and measure; those of persons, then those of occupancy. */
  private readonly sums: Float64Array;
  private readonly timesNow: number[][];
  /** Replications that are kept one by one. */
  private readonly kept: number;
  private readonly leavesOf: readonly (readonly number[])[];
  private readonly means: Float64Array;
  private readonly totals: Float64Array;
  private readonly quartiles: Float64Array;
  private readonly timeCounts: Uint32Array;
  private readonly timeSample: number[][];
  private readonly sampled: number;
  /** Changes in the number of persons by leaf, state and month. */
  private readonly occupancyChanges: Int32Array;
  private readonly reached: Uint32Array;
  private readonly nominalByYear: Float64Array;
  private readonly discountedByYear: Float64Array;
  private readonly costs: BatchSums;
  private readonly occupancyDifferences: BatchSums;
  /** Persons of the running batch in the states of each occupancy measure. */
  private readonly batchCounts: Float64Array;
  /** Persons of the running leaf's batches so far, likewise. */
  private readonly presentBefore: Float64Array;

  constructor(
    scenario: Scenario,
    name: string,
    task: Pick<Task, 'norms' | 'draws'>,
    unit: Pick<Unit, 'first' | 'count'>,
    groups: number,
    leaves: number,
    batches: number,
    reference?: ApproachTally,
  ) {
    this.built = buildApproach(scenario, name, task.norms);
    const { model } = this.built;
    const compiled = compileAfterOthers(model);
    this.kernel = createKernel(compiled);
    const { measures, read, overOf } = readoutOf(scenario, this.built);
    this.leavesOf = Array.from({ length: groups }, (_, g) => leavesOfGroup(groups, g));
    this.measures = measures;
    this.layout = approachLayout(scenario, this.built, measures);
    this.values = new Float64Array(this.measures.length);
    this.reference = reference ?? this;
    this.read = read;
    this.personSums = new PersonSums(this.measures, this.reference.measures, overOf, leaves);
    this.bookings = costBookings(this.built.rewards);
    this.months = model.horizonMonths + 1;
    this.selfSufficient = model.milestones.findIndex((milestone) => milestone.name === 'self_sufficient');
    this.occupancyOf = occupancyMeasures(scenario).map((measure) => ({
      month: measure.month,
      states: statesOf(this.built, compiled.stateOffset, measure),
    }));
    const total = this.measures.length + this.occupancyOf.length;
    const { nominalByPeriod, periodCount } = this.kernel.recorder.ledger;
    this.sums = new Float64Array(leaves * total);
    this.timesNow = Array.from({ length: leaves }, () => []);
    this.kept = keptOf(task, unit);
    this.means = new Float64Array(this.kept * groups * total).fill(Number.NaN);
    this.totals = new Float64Array(leaves * total);
    this.quartiles = new Float64Array(this.kept * groups * QUARTILES.length);
    this.timeCounts = new Uint32Array(leaves * (this.months * BINS_PER_MONTH + 1));
    this.timeSample = Array.from({ length: groups }, () => []);
    this.sampled = task.draws === 1 ? TIME_SAMPLE : 0;
    this.occupancyChanges = new Int32Array(leaves * compiled.stateCount * (this.months + 1));
    this.reached = new Uint32Array(leaves * model.milestones.length * this.months);
    this.nominalByYear = new Float64Array(leaves * nominalByPeriod.length);
    this.discountedByYear = new Float64Array(leaves * nominalByPeriod.length);
    this.costs = new BatchSums(this.bookings.length * periodCount, leaves, batches);
    this.batchCounts = new Float64Array(this.occupancyOf.length);
    this.occupancyDifferences = new BatchSums(this.occupancyOf.length, leaves, batches);
    this.presentBefore = new Float64Array(this.occupancyOf.length);
  }

  beginReplication(): void {
    this.sums.fill(0);
    for (const times of this.timesNow) times.length = 0;
  }

  /** Opens the persons of one leaf. */
  beginLeaf(): void {
    this.kernel.recorder.occupancyChange.fill(0);
    this.presentBefore.fill(0);
  }

  beginBatch(): void {
    this.kernel.recorder.ledger.resetPeriods();
  }

  /** Lives one person's life and adds it to a leaf. */
  live(attributes: Attributes, key0: number, key1: number, leaf: number): void {
    this.built.fill(this.kernel.person, attributes, key0, key1);
    this.kernel.run();
    const { recorder } = this.kernel;
    const { months, reached, values } = this;
    this.read(recorder, values);
    this.personSums.add(leaf, values, this.reference.values);
    this.addToLeaf(leaf);
    const { milestones } = recorder;
    const milestone = milestones[this.selfSufficient]!;
    const time = milestone < months ? milestone : Number.POSITIVE_INFINITY;
    this.countTime(leaf, time);
    const from = leaf * milestones.length;
    for (let m = 0; m < milestones.length; m++) {
      const month = Math.ceil(milestones[m]!);
      if (month < months) reached[(from + m) * months + month]! += 1;
    }
  }

  /** Adds the measures of the last person to those of a leaf; most shares are 0 for most persons. */
  private addToLeaf(leaf: number): void {
    const { sums, values } = this;
    const base = leaf * (values.length + this.occupancyOf.length);
    for (let v = 0; v < values.length; v++) {
      const value = values[v]!;
      if (value !== 0) sums[base + v]! += value;
    }
  }

  private countTime(leaf: number, time: number): void {
    const bins = this.months * BINS_PER_MONTH;
    this.timeCounts[leaf * (bins + 1) + Math.min(bins, Math.floor(time * BINS_PER_MONTH))]! += 1;
    this.timesNow[leaf]!.push(time);
    if (this.sampled === 0) return;
    this.leavesOf.forEach((leaves, group) => {
      const sample = this.timeSample[group]!;
      if (leaves.includes(leaf) && sample.length < this.sampled) sample.push(time);
    });
  }

  /** Closes the part of a batch that is of one leaf, with its persons: occupancy and costs, and how much they differ between batches. */
  endBatch(leaf: number, batch: number, persons: number): void {
    const count = this.measures.length;
    const total = count + this.occupancyOf.length;
    this.occupancyOf.forEach(({ month, states }, i) => {
      const present = states.reduce((sum, state) => sum + this.present(state, month), 0);
      const inState = present - this.presentBefore[i]!;
      this.presentBefore[i] = present;
      this.batchCounts[i] = inState;
      this.sums[leaf * total + count + i]! += inState;
      this.occupancyDifferences.values[i] = inState - this.reference.batchCounts[i]!;
    });
    this.occupancyDifferences.add(leaf, batch, persons);
    const { nominalByPeriod, discountedByPeriod, periodCount } = this.kernel.recorder.ledger;
    addTo(this.nominalByYear, leaf * nominalByPeriod.length, nominalByPeriod);
    addTo(this.discountedByYear, leaf * nominalByPeriod.length, discountedByPeriod);
    this.bookings.forEach(({ rewards }, b) => {
      for (let year = 0; year < periodCount; year++) {
        let cost = 0;
        for (const r of rewards) cost += nominalByPeriod[r * periodCount + year]!;
        this.costs.values[b * periodCount + year] = cost;
      }
    });
    this.costs.add(leaf, batch, persons);
  }

  /** Closes a replication, by its place among those of this tally; with its persons by leaf. */
  endReplication(replication: number, leafSizes: Float64Array): void {
    addTo(this.totals, 0, this.sums);
    this.costs.endReplication();
    this.occupancyDifferences.endReplication();
    if (replication >= this.kept) return;
    this.leavesOf.forEach((leaves, group) => {
      this.keep(replication * this.leavesOf.length + group, leaves, leafSizes);
    });
  }

  /** Keeps the running replication of a group: means of the measures, and quartiles of the times. */
  private keep(place: number, leaves: readonly number[], leafSizes: Float64Array): void {
    const total = this.measures.length + this.occupancyOf.length;
    const persons = leaves.reduce((sum, leaf) => sum + leafSizes[leaf]!, 0);
    for (let v = 0; v < total; v++) {
      let sum = 0;
      for (const leaf of leaves) sum += this.sums[leaf * total + v]!;
      this.means[place * total + v] = persons > 0 ? sum / persons : Number.NaN;
    }
    const times = Float64Array.from(leaves.flatMap((leaf) => this.timesNow[leaf]!)).sort();
    QUARTILES.forEach((p, q) => {
      this.quartiles[place * QUARTILES.length + q] = timeOf(times, p);
    });
  }

  /** Closes the persons of one leaf. */
  endLeaf(leaf: number): void {
    const { occupancyChange } = this.kernel.recorder;
    addTo(this.occupancyChanges, leaf * occupancyChange.length, occupancyChange);
  }

  /** Persons of the running leaf in a state at a month, from the changes that the recorder kept. */
  private present(state: number, month: number): number {
    const { occupancyChange } = this.kernel.recorder;
    const from = state * (this.months + 1);
    let present = 0;
    for (let i = from; i <= from + month; i++) present += occupancyChange[i]!;
    return present;
  }

  /** Persons in each state at each month, by leaf, from all changes. */
  private occupancy(): Uint32Array {
    const { occupancyChanges, months } = this;
    const rows = occupancyChanges.length / (months + 1);
    const present = new Uint32Array(rows * months);
    for (let row = 0; row < rows; row++) {
      let running = 0;
      for (let month = 0; month < months; month++) {
        running += occupancyChanges[row * (months + 1) + month]!;
        present[row * months + month] = running;
      }
    }
    return present;
  }

  /** All that has been added up. After it no more persons can be lived. */
  result(): ApproachDraw {
    retireKernel(this.kernel);
    for (let i = 0; i < this.reached.length; i++) {
      if (i % this.months !== 0) this.reached[i]! += this.reached[i - 1]!;
    }
    return {
      means: this.means,
      totals: this.totals,
      quartiles: this.quartiles,
      timeCounts: this.timeCounts,
      timeSample: this.timeSample.map((times) => Float64Array.from(times)),
      squares: this.personSums.squares,
      products: this.personSums.products,
      crossProducts: this.personSums.crossProducts,
      occupancy: this.occupancy(),
      reached: this.reached,
      nominalByYear: this.nominalByYear,
      discountedByYear: this.discountedByYear,
      costSquares: this.costs.squares,
      occupancyDifferenceSquares: this.occupancyDifferences.squares,
    };
  }
}
