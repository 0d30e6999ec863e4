/** The clocks of durations, which have an age: how much of its distribution each has behind it, and how much of its time is left. */

import type { CompiledTransition } from '../compile/compile.js';
import type { Person } from '../model/model.js';
import { cumulativeHazard, inverseCumulativeHazard } from '../random/distribution.js';
import type { Budgets } from './budgets.js';

type Duration = Pick<CompiledTransition, 'distribution' | 'source'>;

export class Durations {
  /** Per transition: the pace of its clock. */
  readonly pace: Float64Array;
  /** The upper limit of the clock. */
  private readonly limit: Float64Array;
  /** Months on the clock, and the distribution's cumulative hazard there. */
  private readonly age: Float64Array;
  private readonly spent: Float64Array;

  constructor(
    count: number,
    private readonly budgets: Budgets,
  ) {
    this.pace = new Float64Array(count).fill(1);
    this.limit = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
    this.age = new Float64Array(count);
    this.spent = new Float64Array(count);
  }

  /** Puts a clock back to 0, for a state just entered. @param limit its upper limit; undefined: as it was */
  restart(k: number, limit: number | undefined): void {
    this.budgets.drawn[k] = 0;
    this.age[k] = 0;
    this.spent[k] = 0;
    if (limit !== undefined) this.limit[k] = limit;
  }

  /** Months on the clock until it ends, if its hazard ratio stays as it is. */
  left(k: number, duration: Duration, person: Person, rate: number): number {
    return Math.max(0, this.lengthOf(k, duration, person, rate) - this.age[k]!);
  }

  private lengthOf(k: number, { distribution, source }: Duration, person: Person, rate: number): number {
    const stretch = person.timeRatio[source]!;
    if (distribution!.kind === 'fixed') return Math.min(this.limit[k]!, distribution!.months * stretch);
    const { budgets } = this;
    if (budgets.drawn[k] === 0) budgets.draw(k);
    const target = this.spent[k]! + Math.max(0, budgets.left[k]!) / rate;
    return Math.min(this.limit[k]!, stretch * inverseCumulativeHazard(distribution!, target));
  }

  /** Moves the clock on by some months at its pace, and takes what that uses up from the budget. */
  spend(k: number, { distribution, source }: Duration, person: Person, rate: number, months: number): void {
    this.age[k]! += months * this.pace[k]!;
    if (distribution!.kind === 'fixed') return;
    const reached = cumulativeHazard(distribution!, this.age[k]! / person.timeRatio[source]!);
    this.budgets.left[k]! -= rate * (reached - this.spent[k]!);
    this.spent[k] = reached;
  }
}
