/** Draws that would lie beyond what the place of their number allows. */

import { describe, expect, it } from 'vitest';
import { drawnValues, drawScenario } from '../../../src/domain/parameters/draw.js';
import { inputsOf } from '../../../src/domain/parameters/inputs.js';
import { describeBeyond } from '../../../src/scenario/check/beyond.js';
import type { LoadedScenario } from '../../../src/scenario/load-scenario.js';
import { activity, approach, loaded, problemsOf, twins } from '../twins.js';

/** The probability mass within one standard deviation of the mean, so that `high - value` is the standard deviation. */
const WITHIN_ONE = 0.6826894921370859;
const normal = (value: number, low: number, high: number, interval = WITHIN_ONE, distribution = 'normal') =>
  `{ value: ${value}, low: ${low}, high: ${high}, interval: ${interval}, distribution: ${distribution}, label: assumption }`;

const coach = approach(activity('10'));
const withHead = (head: string) => twins(coach, coach, `posterior: none\n${head}`);
const benefit = (number: string, more = '') =>
  withHead(`income: { part_time_benefit: ${number} }${more === '' ? '' : `\n${more}`}`);
const path = 'income.part_time_benefit';
const said = ({ beyond }: LoadedScenario) =>
  beyond.map((each) => describeBeyond(each, () => 'a.yaml').replace(/ \(a\.yaml:4:\d+\)/, ''));

const manyDraws = Array.from({ length: 400 }, (_, draw) => draw);

describe('draws beyond the bounds of their place', () => {
  it('count as the bound, in draws and in the inputs of analyses alike', () => {
    const { tree } = loaded(benefit(normal(0.8, 0.7, 0.9)));
    const { at } = inputsOf(tree).find((input) => input.path === path)!;
    // 0.8 + 0.1 z, at most 1: z is 1.2815516 at 0.9, and 3.09 at 0.999.
    expect([at(0.5), at(0.9), at(0.999)]).toEqual([0.8, expect.closeTo(0.92815516, 7), 1]);
    const drawn = manyDraws.map((draw) => drawScenario(tree, [1, 2], draw).income.part_time_benefit);
    expect(Math.max(...drawn)).toBe(1);
    expect(drawnValues(tree, [1, 2], 7).get(path)).toBe(drawn[7]);
  });

  it('are said with how many there are, and what to write instead', () => {
    // Two standard deviations from 0.8 to 1: beyond lie 2.275 %.
    expect(said(loaded(benefit(normal(0.8, 0.7, 0.9))))).toEqual([
      `${path}: 2.3 % of its draws lie above 1, and count as 1; use distribution: logit-normal`,
    ]);
    // Three from 0.7 to 1, of two halves: 0.135 %; four: 0.003 %, which goes unsaid.
    expect(said(loaded(benefit(normal(0.7, 0.6, 0.8))))).toEqual([
      `${path}: 0.13 % of its draws lie above 1, and count as 1; use distribution: logit-normal`,
    ]);
    expect(said(loaded(benefit(normal(0.6, 0.5, 0.7))))).toEqual([]);
    // At the ends of a central 95 % lie 2.5 % each; a logit-normal never reaches 1.
    const permits = withHead(`cohort: { inflow_months: ${normal(1, 0, 2, 0.95)} }`);
    expect(said(loaded(permits))).toEqual([
      'cohort.inflow_months: 2.5 % of its draws lie below 0, and count as 0; use distribution: triangular, which ends at low and high',
    ]);
    const { tree } = loaded(permits);
    const inflows = manyDraws.map((draw) => drawScenario(tree, [1, 2], draw).cohort.inflow_months);
    expect(Math.min(...inflows)).toBe(0);
  });

  it('are said of a tied number in its own place, which the named number does not have', () => {
    // 0.5 times a ratio of 1.5 with a standard deviation of 0.25 is above 1 where the ratio is above 2: two away.
    const tied = `{ same_as: numbers.half, ratio: ${normal(1.5, 1.25, 1.75)} }`;
    const scenario = loaded(benefit(tied, 'numbers: { half: 0.5 }'));
    expect(said(scenario)).toEqual([
      `${path}: 2.3 % of its draws lie above 1, and count as 1; narrow the range of the ratio or of numbers.half`,
    ]);
    const drawn = manyDraws.map((draw) => drawScenario(scenario.tree, [1, 2], draw).income.part_time_benefit);
    expect(Math.max(...drawn)).toBe(1);
    const same = loaded(benefit('{ same_as: numbers.x }', `numbers: { x: ${normal(0.8, 0.7, 0.9)} }`));
    expect(said(same)).toEqual([
      `${path}: 2.3 % of its draws lie above 1, and count as 1; use distribution: logit-normal for numbers.x`,
    ]);
  });

  it.each([
    // One standard deviation from 0.9 to 1: 15.87 %.
    ['normal', normal(0.9, 0.8, 1), /part_time_benefit: 16 % of its draws lie above 1; expected at most 5 %/],
    // log 2 is one standard deviation: from 0.5 to 1 as well.
    [
      'lognormal',
      normal(0.5, 0.25, 0.99999, WITHIN_ONE, 'lognormal'),
      /16 % of its draws lie above 1; .*logit-normal$/,
    ],
    // The last segment rises by 0.25 from 0.5 (z = 0) to 0.75 (z = 1), so it comes to 1 at z = 2; the first falls below 0 at z = -1.
    [
      'quantiles',
      `{ value: 0.5, distribution: quantiles, points: [[${0.5 - WITHIN_ONE / 2}, 0], [0.5, 0.5], [${0.5 + WITHIN_ONE / 2}, 0.75]], low: 0, high: 0.75, label: assumption }`,
      /16 % of its draws lie below 0 and 2\.3 % above 1; expected at most 5 % beyond; use distribution: triangular/,
    ],
  ])('are refused where they are many: %s', (_, number, message) => {
    expect(problemsOf(benefit(number))).toEqual([expect.stringMatching(message)]);
    expect(problemsOf(benefit(number))[0]).toMatch(/^a\.yaml:4:\d+: /);
  });

  it('are none of a logit-normal, and none of ranges that end', () => {
    for (const distribution of ['logit-normal', 'uniform', 'triangular'])
      expect(loaded(benefit(normal(0.8, 0.6, 0.99, 0.5, distribution))).beyond).toEqual([]);
  });
});
