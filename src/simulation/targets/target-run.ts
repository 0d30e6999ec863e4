/** Measures targets in a cohort of one scenario. Lives are simulated without rewards, and only what the targets need is kept. */

import { buildApproach } from '../../domain/approach.js';
import { attributeSampler, emptyAttributes, peopleOf } from '../../domain/attributes/people.js';
import type { Attributes } from '../../domain/attributes/person.js';
import { subgroupOf } from '../../domain/attributes/subgroups.js';
import { metricsUnder, type Question, type Target, targetMetrics } from '../../domain/parameters/targets.js';
import { regimeOf } from '../../domain/regimes/find.js';
import type { Scenario } from '../../domain/schema/scenario.js';
import { compileModel } from '../../engine/compile/compile.js';
import { stateIndex, trackIndex } from '../../engine/compile/condition.js';
import type { LifeRunner } from '../../engine/compile/life.js';
import { createKernel } from '../../engine/kernels.js';
import type { Track } from '../../engine/model/model.js';
import { deriveKey } from '../../engine/random/threefry.js';
import type { Key } from '../seed.js';

/** Means of targets in a simulated cohort; NaN where a target applies to nobody. */
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
  /** By {@link FollowedState}. */
  readonly reached: Float64Array;

  constructor(followed: number) {
    this.reached = new Float64Array(followed);
  }

  clear(income: number): void {
    this.incomes.length = 0;
    this.incomeMonths.length = 0;
    this.enter(income, 0);
    this.reached.fill(Number.POSITIVE_INFINITY);
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

/** Adds one observation of a target. */
type Observe = (value: number) => void;

/**
 * Whether each exit from some income states led back within `months`. Only exits that can be followed that long count: up to the
 * horizon or the state pension, which is not an exit and from which nobody returns.
 */
function observeReturns(
  life: Life,
  { states, pension }: AskedOfLife & { kind: 'returned_to' },
  months: number,
  horizon: number,
  observe: Observe,
): void {
  for (let i = 1; i < life.incomes.length; i++) {
    const exit = life.incomeMonths[i]!;
    const leaves = states.has(life.incomes[i - 1]!) && !states.has(life.incomes[i]!);
    if (!leaves || exit + months > horizon || life.incomeAt(exit + months) === pension) continue;
    let next = i + 1;
    while (next < life.incomes.length && !states.has(life.incomes[next]!)) next++;
    observe(next < life.incomes.length && life.incomeMonths[next]! <= exit + months ? 1 : 0);
  }
}

/** Months of age at which a person leaves the population of the shares by month: CBS counts people of 18 to 64. */
const BEYOND_POPULATION = 65 * 12;

/** A state of a track whose first entry is recorded. */
interface FollowedState {
  readonly track: number;
  readonly state: number;
}

/** What a target asks of a life: states by number, or by position among the states that are followed. */
type AskedOfLife =
  | { readonly kind: 'income_at'; readonly states: ReadonlySet<number> }
  /** `before` -1: nothing else. */
  | { readonly kind: 'came_to'; readonly state: number; readonly before: number }
  | { readonly kind: 'wait_for'; readonly state: number }
  | { readonly kind: 'returned_to'; readonly states: ReadonlySet<number>; readonly pension: number };

/** The states that targets ask for, and what each target asks; undefined: the scenario's law has no such metric. */
function ask(
  tracks: readonly Track[],
  metrics: Readonly<Record<string, Question>>,
  targets: readonly Target[],
) {
  const followed: FollowedState[] = [];
  const place = (name: string, stateName: string): number => {
    const track = trackIndex(tracks, name);
    const state = stateIndex(tracks[track]!, stateName);
    const known = followed.findIndex((each) => each.track === track && each.state === state);
    return known < 0 ? followed.push({ track, state }) - 1 : known;
  };
  const income = tracks[trackIndex(tracks, 'income')]!;
  const numbersOf = (states: readonly string[]) => new Set(states.map((state) => stateIndex(income, state)));
  const asked = targets.map(({ metric }): AskedOfLife | undefined => {
    const question = metrics[metric];
    switch (question?.kind) {
      case 'income_at':
        return { kind: 'income_at', states: numbersOf(question.states) };
      case 'came_to': {
        const { track, state, before } = question;
        return {
          kind: 'came_to',
          state: place(track, state),
          before: before === undefined ? -1 : place(track, before),
        };
      }
      case 'wait_for':
        return { kind: 'wait_for', state: place(question.track, question.state) };
      case 'returned_to':
        return {
          kind: 'returned_to',
          states: numbersOf(question.states),
          pension: stateIndex(income, 'pension'),
        };
      default:
        return undefined;
    }
  });
  return { followed, asked };
}

/** Whether a life reached a state without first reaching another that excludes it. */
function cameTo({ reached }: Life, { state, before }: AskedOfLife & { kind: 'came_to' }): 0 | 1 {
  const limit = before < 0 ? Number.POSITIVE_INFINITY : reached[before]!;
  return reached[state]! < limit ? 1 : 0;
}

/** @param age months of age at the permit */
function observe(
  { month }: Target,
  asked: AskedOfLife | undefined,
  life: Life,
  age: number,
  horizon: number,
  add: Observe,
): void {
  if (asked === undefined) return;
  if (asked.kind === 'came_to') add(cameTo(life, asked));
  else if (asked.kind === 'wait_for') add(Math.min(life.reached[asked.state]!, horizon));
  else if (asked.kind === 'returned_to') observeReturns(life, asked, month!, horizon, add);
  else if (age + month! < BEYOND_POPULATION) add(asked.states.has(life.incomeAt(month!)) ? 1 : 0);
}

/** Months to simulate. Exits are followed for as long again as there was time to leave. */
function horizonOf(targets: readonly Target[]): number {
  const months = targets.map(({ metric, month }) => {
    const kind = targetMetrics[metric]?.kind;
    if (kind === 'returned_to') return 60 + month!;
    return month ?? (kind === 'wait_for' ? 36 : 84);
  });
  return Math.max(...months);
}

/** Notes the events of a life while the kernel runs it. */
function follow(
  kernel: LifeRunner,
  tracks: readonly Track[],
  followed: readonly FollowedState[],
  life: Life,
): void {
  const income = trackIndex(tracks, 'income');
  kernel.onEvent = (month, { track }, to) => {
    if (track === income) life.enter(to, month);
    for (let i = 0; i < followed.length; i++) {
      const { track: of, state } = followed[i]!;
      if (track === of && to === state) life.reached[i] = Math.min(life.reached[i]!, month);
    }
  };
}

/**
 * Measures targets in `persons` persons under one approach. Persons depend on the key alone, so that two scenarios have the same
 * persons and the means change smoothly with the parameters.
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
  const { followed, asked } = ask(model.tracks, metricsUnder([regimeOf(scenario)]), targets);
  const life = new Life(followed.length);
  follow(kernel, model.tracks, followed, life);
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
      observe(targets[i]!, asked[i], life, attributes.ageYears * 12, horizon, (value) => {
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
