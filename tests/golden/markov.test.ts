/** Markov chains against the matrix exponential. */

import { describe, expect, it } from 'vitest';
import { apply, expm, generator, integrateExpm, type Matrix, scale } from './expm.js';
import { expectMean, expectShares, monthsEvery, rewardOf, runFixture, stateOf } from './golden.js';

const delta = (rate: number) => Math.log1p(rate) / 12;

function discounted(q: Matrix, rate: number): Matrix {
  return q.map((row, i) => row.map((x, j) => (i === j ? x - delta(rate) : x)));
}

describe('illness and death', () => {
  const run = runFixture('illness-death');
  const q = generator([
    [0, 0.02, 0.005],
    [0.01, 0, 0.03],
    [0, 0, 0],
  ]);
  const states = ['well', 'ill', 'dead'];

  it.each(states)('has the exact probability of being %s', (state) => {
    const exact = (month: number) => apply([1, 0, 0], expm(scale(q, month)))[states.indexOf(state)]!;
    expectShares(stateOf(run, 'health', state).occupancy.share, monthsEvery(6, 120), exact);
  });

  it('has the exact months in every state, and they add up to the horizon', () => {
    const exact = apply([1, 0, 0], integrateExpm(q, 120));
    states.forEach((state, i) => {
      expectMean(stateOf(run, 'health', state).months, exact[i]!);
    });
    const total = run.states.reduce((sum, state) => sum + state.months.mean, 0);
    expect(total).toBeCloseTo(120, 9);
  });

  it('has the exact care and funeral costs, nominal and discounted', () => {
    const nominal = apply([1, 0, 0], integrateExpm(q, 120));
    const present = apply([1, 0, 0], integrateExpm(discounted(q, 0.04), 120));
    const dying = (months: number[]) => 4000 * (0.005 * months[0]! + 0.03 * months[1]!);
    expectMean(rewardOf(run, 'care').nominal, 1000 * nominal[1]!);
    expectMean(rewardOf(run, 'care').discounted, 1000 * present[1]!);
    const dead = dying(nominal) / 4000;
    expectMean(rewardOf(run, 'funeral').nominal, dying(nominal), 4000 ** 2 * dead * (1 - dead));
    expectMean(rewardOf(run, 'funeral').discounted, dying(present));
  });

  it('reaches the milestone as the state is reached', () => {
    const { reached } = run.milestones[0]!;
    expect(reached.share).toEqual(stateOf(run, 'health', 'dead').occupancy.share);
  });
});

describe('five states', () => {
  const run = runFixture('five-states');
  const q = generator([
    [0, 0.08, 0.03, 0, 0],
    [0.02, 0, 0, 0.05, 0],
    [0, 0, 0, 0.07, 0.03],
    [0.04, 0, 0, 0, 0.01],
    [0, 0, 0.06, 0, 0],
  ]);
  const start = [0.5, 0.3, 0, 0.2, 0];

  it.each(['a', 'b', 'c', 'd', 'e'].map((state, i) => ({ state, i })))(
    'has the exact probability and months of $state',
    ({ state, i }) => {
      const { occupancy, months } = stateOf(run, 'place', state);
      expectShares(occupancy.share, monthsEvery(12, 96, 0), (t) => apply(start, expm(scale(q, t)))[i]!);
      expectMean(months, apply(start, integrateExpm(q, 96))[i]!);
    },
  );
});

describe('two tracks that act on each other', () => {
  const run = runFixture('two-tracks');
  // Course and work: neither, course, work, both.
  const q = generator([
    [0, 0.1, 0.02, 0],
    [0.05, 0, 0, 0.05],
    [0.03, 0, 0, 0],
    [0, 0.03, 0.15, 0],
  ]);
  const at = (month: number) => apply([1, 0, 0, 0], expm(scale(q, month)));

  it('is the chain on pairs of states', () => {
    const months = monthsEvery(6, 72);
    expectShares(stateOf(run, 'course', 'in').occupancy.share, months, (t) => at(t)[1]! + at(t)[3]!);
    expectShares(stateOf(run, 'work', 'in').occupancy.share, months, (t) => at(t)[2]! + at(t)[3]!);
  });

  it('counts joint states', () => {
    const months = apply([1, 0, 0, 0], integrateExpm(q, 72));
    expectMean(rewardOf(run, 'both').nominal, months[3]!);
    expectMean(rewardOf(run, 'either').nominal, months[1]! + months[2]! + months[3]!);
  });
});
