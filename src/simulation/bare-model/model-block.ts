/** A block of persons of a bare model: the unit of work that can go to a thread. */

import { compileModel } from '../../engine/compile/compile.js';
import type { LifeRunner } from '../../engine/compile/life.js';
import { createKernel } from '../../engine/kernels.js';
import type { Model } from '../../engine/model/model.js';
import type { BuiltModel } from '../../engine/model/population.js';
import { deriveKey } from '../../engine/random/threefry.js';
import { addValue, emptyMoments, type Moments } from '../results/moments.js';
import { recorderShape } from '../results/recorder-shape.js';
import { type Shape, shapeOf } from '../results/shape.js';
import type { Key } from '../seed.js';
import { createModelSampler, type ModelSampler } from './model-sampler.js';

/** Persons in a block. Part of the result's bytes: blocks are merged in their order. */
export const BLOCK_PERSONS = 8192;

/** Results of a block of persons. */
export interface ModelBlock {
  readonly persons: number;
  /** Variables in the order of `variablesOf`. */
  readonly moments: Moments;
  /** Changes in the number of persons in each state (see {@link recorderShape}). */
  readonly occupancyChange: Int32Array;
  /** Persons who reached each milestone in the month that ends at a whole month (see {@link reachedShape}). */
  readonly reached: Int32Array;
}

/** Where each variable stands among the moments. */
interface Variables {
  /** Nominal rewards of the file: from 0. Then the months in every state. */
  readonly states: number;
  readonly discounted: number;
  readonly milestones: number;
  readonly total: number;
}

/** Positions of the variables of a model: nominal rewards, months by state, discounted rewards, milestones. */
export function variablesOf(model: Model): Variables {
  const rewards = model.rewards.length;
  const { state: states } = recorderShape(model).sizes;
  return {
    states: rewards,
    discounted: rewards + states,
    milestones: rewards + states + rewards,
    total: rewards + states + rewards + model.milestones.length,
  };
}

/** Where the counts of those who reached a milestone stand. */
export function reachedShape({ milestones, horizonMonths }: Model): Shape<readonly ['milestone', 'month']> {
  return shapeOf(['milestone', 'month'], { milestone: milestones.length, month: horizonMonths + 1 });
}

/**
 * Sums of a block about the values of its first person, for what every person has a value of. Cheaper than updating a
 * mean person by person, and as safe: the shift is one of the n values, so the squared distance between it and their
 * mean is at most n times their variance, and cancelling takes no more than log10(n) < 4 of 16 digits.
 */
class BlockSums {
  private readonly shift: Float64Array;
  private readonly sum: Float64Array;
  private readonly squares: Float64Array;
  private persons = 0;

  constructor(variables: number) {
    this.shift = new Float64Array(variables);
    this.sum = new Float64Array(variables);
    this.squares = new Float64Array(variables);
  }

  /** Adds a person's values, which stand in the block's order of variables from `from` on. */
  add(from: number, values: Float64Array): void {
    const { shift, sum, squares } = this;
    if (this.persons === 0) shift.set(values, from);
    for (let i = 0; i < values.length; i++) {
      const off = values[i]! - shift[from + i]!;
      sum[from + i]! += off;
      squares[from + i]! += off * off;
    }
  }

  /** Closes a person. */
  closePerson(): void {
    this.persons += 1;
  }

  /** Writes the moments of the variables. */
  fill({ count, mean, squares }: Moments): void {
    for (let v = 0; v < this.sum.length; v++) {
      const sum = this.sum[v]!;
      count[v] = this.persons;
      mean[v] = this.shift[v]! + sum / this.persons;
      squares[v] = Math.max(0, this.squares[v]! - (sum * sum) / this.persons);
    }
  }
}

/** Runs blocks of one model. Blocks do not depend on each other or on the thread that runs them. */
export class BlockRunner {
  private readonly kernel: LifeRunner;
  private readonly sample: ModelSampler;
  private readonly variables: Variables;
  private readonly reached: ReturnType<typeof reachedShape>;

  constructor(
    built: BuiltModel,
    private readonly key: Key,
    private readonly persons: number,
  ) {
    const { model } = built;
    this.kernel = createKernel(compileModel(model));
    this.sample = createModelSampler(built.population);
    this.variables = variablesOf(model);
    this.reached = reachedShape(model);
  }

  /**
   * Runs block number `block`: persons from `block * BLOCK_PERSONS` on.
   * @throws Error when gates open each other in a circle.
   */
  run(block: number): ModelBlock {
    const first = block * BLOCK_PERSONS;
    const end = Math.min(this.persons, first + BLOCK_PERSONS);
    const { recorder } = this.kernel;
    recorder.occupancyChange.fill(0);
    const moments = emptyMoments(this.variables.total);
    const sums = new BlockSums(this.variables.milestones);
    const reached = new Int32Array(this.reached.length);
    for (let i = first; i < end; i++) {
      const [key0, key1] = deriveKey(this.key[0], this.key[1], i, 0);
      this.sample(this.kernel.person, key0, key1);
      this.kernel.run();
      this.count(sums, moments, reached);
    }
    sums.fill(moments);
    return { persons: end - first, moments, occupancyChange: recorder.occupancyChange.slice(), reached };
  }

  /** Counts the life that the kernel has just run. */
  private count(sums: BlockSums, moments: Moments, reached: Int32Array): void {
    const { ledger, milestones, monthsInState } = this.kernel.recorder;
    const { variables, reached: shape } = this;
    sums.add(0, ledger.nominal);
    sums.add(variables.states, monthsInState);
    sums.add(variables.discounted, ledger.discounted);
    sums.closePerson();
    for (let m = 0; m < milestones.length; m++) {
      const month = milestones[m]!;
      if (!(month <= shape.rowLength - 1)) continue;
      addValue(moments, variables.milestones + m, month);
      reached[shape.at(m, Math.ceil(month))]! += 1;
    }
  }
}
