/** Measures targets in a cohort under one scenario: lives without rewards, of which only what the targets ask is kept. */

import { buildApproach } from '../../domain/approach.js';
import type { Attributes } from '../../domain/attributes/person.js';
import { attributeSampler, emptyAttributes, peopleOf } from '../../domain/people.js';
import type { Scenario } from '../../domain/schema.js';
import { subgroupOf, type Target, type TargetMetric } from '../../domain/targets.js';
import { compileModel } from '../../engine/compile/compile.js';
import type { LifeRunner } from '../../engine/compile/life.js';
import { createKernel } from '../../engine/kernels.js';
import { deriveKey } from '../../engine/random/threefry.js';
import type { Key } from '../seed.js';

/** Means of targets in a simulated cohort; NaN where nobody is concerned. */
export interface TargetMeans {
  readonly means: Float64Array;
  /** Variance of each mean for the number of persons simulated. */
  readonly variances: Float64Array;
}

/** The moments of one life that targets ask for, in months since the permit; Infinity: never. */
class Life {
  /** Income states entered, by number, and when. */
  readonly incomes: number[] = [];
  readonly incomeMonths: number[] = [];
  housed = Number.POSITIVE_INFINITY;
  passed = Number.POSITIVE_INFINITY;
  overdue = Number.POSITIVE_INFINITY;

  clear(income: number): void {
    this.incomes.length = 0;
    this.incomeMonths.length = 0;
    this.enter(income, 0);
    this.housed = Number.POSITIVE_INFINITY;
    this.passed = Number.POSITIVE_INFINITY;
    this.overdue = Number.POSITIVE_INFINITY;
  }

  enter(income: number, month: number): void {
    this.incomes.push(income);
    this.incomeMonths.push(month);
  }

  /** Income state at a month. */
  incomeAt(month: number): number {
    let i = this.incomes.length - 1;
    while (i > 0 && this.incomeMonths[i]! > month) i--;
    return this.incomes[i]!;
  }
}

const incomeNames = [
  'living_allowance',
  'bijstand',
  'bijstand_part_time',
  'work',
  'education',
  'other',
  'pension',
];
const benefit = new Set(['bijstand', 'bijstand_part_time'].map((name) => incomeNames.indexOf(name)));
const paid = new Set(['work', 'bijstand_part_time'].map((name) => incomeNames.indexOf(name)));
const work = new Set([incomeNames.indexOf('work')]);
const education = new Set([incomeNames.indexOf('education')]);
const pension = incomeNames.indexOf('pension');

/** Metrics that are shares of the people who are in the population at a month. */
const sharesByMonth: ReadonlySet<TargetMetric> = new Set([
  'on_benefit',
  'paid_work',
  'work_main',
  'in_education',
]);

/** Adds one observation of a target. */
type Observe = (value: number) => void;

/**
 * Whether each exit from bijstand led back within `months`, of those that can be followed so long: to the horizon, or to
 * the state pension, which is neither an exit nor leaves a way back.
 */
function observeReturns(life: Life, months: number, horizon: number, observe: Observe): void {
  for (let i = 1; i < life.incomes.length; i++) {
    const exit = life.incomeMonths[i]!;
    const leaves = benefit.has(life.incomes[i - 1]!) && !benefit.has(life.incomes[i]!);
    if (!leaves || exit + months > horizon || life.incomeAt(exit + months) === pension) continue;
    let next = i + 1;
    while (next < life.incomes.length && !benefit.has(life.incomes[next]!)) next++;
    observe(next < life.incomes.length && life.incomeMonths[next]! <= exit + months ? 1 : 0);
  }
}

/** Months of age at which a person leaves the population of the shares by month: CBS counts people of 18 to 64. */
const BEYOND_POPULATION = 65 * 12;

/** @param age months of age at the permit */
function observe({ metric, month }: Target, life: Life, age: number, horizon: number, add: Observe): void {
  if (sharesByMonth.has(metric) && age + month! >= BEYOND_POPULATION) return;
  const within = (states: ReadonlySet<number>) => add(states.has(life.incomeAt(month!)) ? 1 : 0);
  if (metric === 'on_benefit') within(benefit);
  else if (metric === 'paid_work') within(paid);
  else if (metric === 'work_main') within(work);
  else if (metric === 'in_education') within(education);
  else if (metric === 'passed_in_term') add(life.passed < life.overdue ? 1 : 0);
  else if (metric === 'not_done_in_term') add(Number.isFinite(life.overdue) ? 1 : 0);
  else if (metric === 'housing_wait') add(Math.min(life.housed, horizon));
  else observeReturns(life, month!, horizon, add);
}

/** Months that must be simulated: exits are followed for as long again as there was time to leave. */
function horizonOf(targets: readonly Target[]): number {
  const months = targets.map(({ metric, month }) => {
    if (metric === 'returned_after_exit') return 60 + month!;
    return month ?? (metric === 'housing_wait' ? 36 : 84);
  });
  return Math.max(...months);
}

/** Notes the events of a life while the kernel runs it. */
function follow(
  kernel: LifeRunner,
  tracks: readonly { name: string; states: readonly string[] }[],
  life: Life,
): void {
  const at = (name: string) => tracks.findIndex((track) => track.name === name);
  const [income, housing, inburgering] = ['income', 'housing', 'inburgering'].map(at);
  const passed = tracks[inburgering!]!.states.indexOf('passed');
  const overdue = tracks[inburgering!]!.states.indexOf('overdue');
  kernel.onEvent = (month, { track }, to) => {
    if (track === income) life.enter(to, month);
    else if (track === housing) life.housed = Math.min(life.housed, month);
    else if (track === inburgering) {
      if (to === passed) life.passed = month;
      else if (to === overdue) life.overdue = month;
    }
  };
}

/**
 * Measures targets in `persons` persons under one approach. The persons are addressed by the key alone: two scenarios
 * meet the same ones, so that the means change smoothly with the parameters.
 */
export function measureTargets(
  scenario: Scenario,
  approach: string,
  targets: readonly Target[],
  key: Key,
  persons: number,
): TargetMeans {
  const horizon = horizonOf(targets);
  const built = buildApproach({ ...scenario, horizon_years: Math.ceil(horizon / 12) }, approach, [
    { from: scenario.cohort.first_permit, couple: 1, single: 1, single_18_20: 1 },
  ]);
  const model = {
    ...built.model,
    rewards: [],
    periods: [],
    milestones: [],
    horizonMonths: Math.ceil(horizon),
  };
  const kernel = createKernel(compileModel(model));
  const life = new Life();
  follow(kernel, model.tracks, life);
  const people = peopleOf(scenario);
  const attributes = emptyAttributes(people);
  const drawAttributes = attributeSampler(scenario);
  const subgroups = targets.map(({ subgroup }) => subgroupOf(subgroup, people));
  const belongs = (i: number, { codes }: Attributes) => {
    const group = subgroups[i];
    return group === undefined || codes[group.at] === group.value;
  };
  const counts = new Float64Array(targets.length);
  const sums = new Float64Array(targets.length);
  const squares = new Float64Array(targets.length);
  for (let p = 0; p < persons; p++) {
    const [key0, key1] = deriveKey(key[0], key[1], p, 0);
    drawAttributes(attributes, key0, key1);
    built.fill(kernel.person, attributes, key0, key1);
    life.clear(0);
    kernel.run();
    for (let i = 0; i < targets.length; i++) {
      if (!belongs(i, attributes)) continue;
      observe(targets[i]!, life, attributes.ageYears * 12, horizon, (value) => {
        counts[i]! += 1;
        sums[i]! += value;
        squares[i]! += value * value;
      });
    }
  }
  const means = sums.map((sum, i) => sum / counts[i]!);
  const variances = squares.map(
    (square, i) => Math.max(0, square / counts[i]! - means[i]! ** 2) / counts[i]!,
  );
  return { means, variances };
}
