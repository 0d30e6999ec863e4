/** Adds up the lives of a cohort under one approach. */

import { type BuiltApproach, buildApproach } from '../domain/approach.js';
import type { Attributes } from '../domain/attributes.js';
import {
  approachMeasures,
  type Measure,
  measureKey,
  type OccupancyMeasure,
  occupancyMeasures,
} from '../domain/measures.js';
import type { Scenario } from '../domain/schema.js';
import { compileModel } from '../engine/compile.js';
import { stateIndex, trackIndex } from '../engine/condition.js';
import { Kernel } from '../engine/kernel.js';
import type { Person } from '../engine/model.js';
import { emptyPerson } from '../engine/person.js';
import type { ApproachDraw, Task } from './task.js';

/** Positions in the occupancy of the states that an occupancy measure counts. */
function statesOf(built: BuiltApproach, stateOffset: Int32Array, measure: OccupancyMeasure): number[] {
  const track = trackIndex(built.model.tracks, measure.track);
  return measure.states.map((state) => stateOffset[track]! + stateIndex(built.model.tracks[track]!, state));
}

/** Counts one approach; without a reference it is the reference, whose lives must be lived first. */
export class ApproachTally {
  readonly kernel: Kernel;
  readonly measures: readonly Measure[];
  /** Measures of the last person. */
  readonly values: Float64Array;
  private readonly built: BuiltApproach;
  private readonly person: Person;
  private readonly occupancyOf: readonly { readonly month: number; readonly states: readonly number[] }[];
  /** For each measure, the position of the same measure under the reference approach; -1 if it has none. */
  private readonly counterpart: Int32Array;
  private readonly reference: ApproachTally;
  private readonly horizon: number;
  private readonly selfSufficient: number;
  /** Sums of the running replication by group and measure. */
  private readonly sums: Float64Array;
  private readonly timesNow: number[][];
  private readonly means: Float64Array;
  private readonly squares: Float64Array;
  private readonly products: Float64Array;
  private readonly times: Float64Array[] = [];
  private readonly occupancy: Float64Array;
  private readonly reached: Float64Array;

  constructor(
    scenario: Scenario,
    name: string,
    task: Pick<Task, 'norms' | 'replications'>,
    private readonly groups: number,
    private readonly size: number,
    reference: ApproachTally | undefined,
  ) {
    this.built = buildApproach(scenario, name, task.norms);
    const { model } = this.built;
    const compiled = compileModel(model);
    this.kernel = new Kernel(compiled);
    this.person = emptyPerson(model);
    this.measures = approachMeasures(scenario, this.built);
    this.values = new Float64Array(this.measures.length);
    this.reference = reference ?? this;
    const keys = this.reference.measures.map(measureKey);
    this.counterpart = Int32Array.from(this.measures, (measure) => keys.indexOf(measureKey(measure)));
    this.horizon = model.horizonMonths;
    this.selfSufficient = model.milestones.findIndex((milestone) => milestone.name === 'self_sufficient');
    this.occupancyOf = occupancyMeasures(scenario).map((measure) => ({
      month: measure.month,
      states: statesOf(this.built, compiled.stateOffset, measure),
    }));
    const total = this.measures.length + this.occupancyOf.length;
    this.sums = new Float64Array(groups * this.measures.length);
    this.timesNow = Array.from({ length: groups }, () => []);
    this.means = new Float64Array(task.replications * groups * total).fill(Number.NaN);
    this.squares = new Float64Array(this.measures.length);
    this.products = new Float64Array(this.measures.length);
    this.occupancy = new Float64Array(compiled.stateCount * (this.horizon + 1));
    this.reached = new Float64Array(model.milestones.length * (this.horizon + 1));
  }

  beginReplication(): void {
    this.sums.fill(0);
    this.kernel.recorder.occupancyChange.fill(0);
    for (const times of this.timesNow) times.length = 0;
  }

  /** Lives one person's life and adds it to the groups the person belongs to. */
  live(attributes: Attributes, key0: number, key1: number, memberOf: readonly number[]): void {
    this.built.fill(this.person, attributes, key0, key1);
    this.kernel.run(this.person);
    const { recorder } = this.kernel;
    const { counterpart, reference } = this;
    const count = this.measures.length;
    for (let v = 0; v < count; v++) {
      const value = this.measures[v]!.compute(recorder);
      this.values[v] = value;
      this.squares[v]! += value * value;
      if (counterpart[v]! >= 0) this.products[v]! += value * reference.values[counterpart[v]!]!;
    }
    const time = recorder.milestones[this.selfSufficient]!;
    for (const g of memberOf) {
      for (let v = 0; v < count; v++) this.sums[g * count + v]! += this.values[v]!;
      this.timesNow[g]!.push(time <= this.horizon ? time : Number.POSITIVE_INFINITY);
    }
    for (let m = 0; m < recorder.milestones.length; m++) {
      const month = Math.ceil(recorder.milestones[m]!);
      if (month <= this.horizon) this.reached[m * (this.horizon + 1) + month]! += 1;
    }
  }

  /** Closes a replication: means by group, and the occupancy of the cohort. */
  endReplication(replication: number, groupSizes: Float64Array): void {
    const count = this.measures.length;
    const total = count + this.occupancyOf.length;
    for (let g = 0; g < this.groups; g++) {
      const base = (replication * this.groups + g) * total;
      const n = groupSizes[g]!;
      for (let v = 0; v < count; v++)
        this.means[base + v] = n > 0 ? this.sums[g * count + v]! / n : Number.NaN;
      this.times.push(Float64Array.from(this.timesNow[g]!).sort());
    }
    const present = this.presentByMonth();
    const base = replication * this.groups * total + count;
    this.occupancyOf.forEach(({ month, states }, i) => {
      const persons = states.reduce((sum, state) => sum + present[state * (this.horizon + 1) + month]!, 0);
      this.means[base + i] = persons / this.size;
    });
    for (let i = 0; i < present.length; i++) this.occupancy[i]! += present[i]!;
  }

  /** Persons in each state at each month of the running replication, from the changes that the recorder kept. */
  private presentByMonth(): Float64Array {
    const { occupancyChange } = this.kernel.recorder;
    const months = this.horizon + 1;
    const present = new Float64Array(this.occupancy.length);
    for (let state = 0; state < present.length / months; state++) {
      let running = 0;
      for (let month = 0; month < months; month++) {
        running += occupancyChange[state * (months + 1) + month]!;
        present[state * months + month] = running;
      }
    }
    return present;
  }

  /** All that has been added up. */
  result(): ApproachDraw {
    const months = this.horizon + 1;
    for (let i = 0; i < this.reached.length; i++) {
      if (i % months !== 0) this.reached[i]! += this.reached[i - 1]!;
    }
    const { ledger } = this.kernel.recorder;
    return {
      means: this.means,
      squares: this.squares,
      products: this.products,
      times: this.times,
      occupancy: this.occupancy,
      reached: this.reached,
      nominalByYear: ledger.nominalByPeriod,
      discountedByYear: ledger.discountedByPeriod,
    };
  }
}
