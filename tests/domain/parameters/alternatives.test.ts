/** Alternatives: which answer a draw has, and the numbers that hang on it. */

import { describe, expect, it } from 'vitest';
import { casesOf, optionAt, stratifiedUniform } from '../../../src/domain/parameters/alternatives.js';
import {
  centralScenario,
  drawnValues,
  drawScenario,
  listParameters,
  scenarioWith,
} from '../../../src/domain/parameters/draw.js';
import { inputsOf } from '../../../src/domain/parameters/inputs.js';
import { answersInDraws, openAlternatives } from '../../../src/domain/parameters/open-alternatives.js';
import type { AnnotatedQuantity, Choice } from '../../../src/domain/parameters/quantity.js';
import type { ScenarioTree } from '../../../src/domain/schema/scenario.js';
import { scenarioOf } from '../life.js';

const KEY = [3, 4] as const;
const draws = (count: number) => Array.from({ length: count }, (_, draw) => draw);

describe('the answer at a probability', () => {
  it('is each over as much as its weight', () => {
    const at = (p: number) => optionAt([0.2, 0, 0.5, 0.3], p);
    expect([0.01, 0.19, 0.2, 0.69, 0.7, 0.99].map(at)).toEqual([0, 0, 2, 2, 3, 3]);
    // Three tenths do not quite add up to 0.3; nor does the last answer with weight let anything through.
    expect(optionAt([0.1, 0.9 - 1e-12, 0], 1 - 1e-16)).toBe(1);
  });
});

describe('the uniforms of an alternative', () => {
  const uniforms = (address: number, count: number) =>
    draws(count).map((draw) => stratifiedUniform(KEY, address, draw));

  it('are as even as they can be, at any power of two, and antithetic', () => {
    const all = uniforms(9, 64);
    for (const [size, from] of [
      [16, 0],
      [16, 48],
      [32, 32],
      [64, 0],
    ] as const) {
      // Each of the two pairs of a block has one draw in every part.
      const counts = new Array<number>(size / 2).fill(0);
      for (const u of all.slice(from, from + size)) counts[Math.floor((u * size) / 2)]! += 1;
      expect(counts).toEqual(new Array(size / 2).fill(2));
    }
    for (let draw = 0; draw < 64; draw += 2) expect(all[draw]! + all[draw + 1]!).toBe(1);
  });

  it('of two alternatives, and of the two pairs of a block, are independent', () => {
    const [one, other] = [uniforms(1, 1024), uniforms(2, 1024)];
    const low = (u: number) => u < 0.5;
    // Of 512 pairs half agree: standard deviation 11.3.
    const agree = draws(512).filter((pair) => low(one[2 * pair]!) === low(other[2 * pair]!)).length;
    expect(Math.abs(agree - 256)).toBeLessThan(4 * 11.3);
    // In one of two blocks both pairs are equally far out: 256 blocks, standard deviation 8.
    const outer = (u: number) => Math.abs(u - 0.5) > 0.25;
    const alike = draws(256).filter((b) => outer(one[4 * b]!) === outer(one[4 * b + 2]!)).length;
    expect(Math.abs(alike - 128)).toBeLessThan(4 * 8);
  });
});

/** Wait for the search, in weeks: 10, or between 20 and 40; and the hours, which are the same number. */
const choice: Choice = {
  by: 'alternatives.soon',
  weights: [0.25, 0.75],
  options: [
    { name: 'yes', path: 'approaches.only.search.delay_weeks.values.yes', quantity: 10 },
    {
      name: 'no',
      path: 'approaches.only.search.delay_weeks.values.no',
      quantity: { value: 30, low: 20, high: 40, distribution: 'uniform' },
    },
  ],
};
const delay: AnnotatedQuantity = { value: 30, low: 10, high: 40, choice };

/** The tree of a life under which the search waits. */
function treeWith(quantity: unknown, more: Readonly<Record<string, unknown>> = {}): ScenarioTree {
  const search = { opens: { housing: ['housed'] }, delay_weeks: quantity };
  const life = scenarioOf({ 'approach.search': search, ...more });
  // The scenario of a life is at its central values.
  const { only } = life.approaches;
  const options = { yes: { weight: 0.25, label: 'Yes' }, no: { weight: 0.75, label: 'No' } };
  return {
    ...life,
    approaches: { only: { ...only, search } },
    alternatives: { soon: { question: 'Soon?', options } },
  } as unknown as ScenarioTree;
}

const delayIn = (scenario: { approaches: Record<string, { search: { delay_weeks?: unknown } }> }) =>
  scenario.approaches.only!.search.delay_weeks as number;

describe('the central scenario', () => {
  it('has the weightiest answer, or the one that is asked for', () => {
    const waitUnder = (answers?: ReadonlyMap<string, number>) =>
      centralScenario(treeWith(delay), undefined, answers).approaches.only!.search.delay_weeks;
    expect(waitUnder()).toBe(30);
    expect([0, 1].map((option) => waitUnder(new Map([[choice.by, option]])))).toEqual([10, 30]);
  });
});

describe('a number that hangs on an alternative', () => {
  const tree = treeWith(delay);
  const [soon] = openAlternatives(tree);

  it('is in every draw what it is under the answer of the draw', () => {
    const answers = answersInDraws(soon!, { key: KEY, draws: 64 });
    // A quarter of 64 draws, save for one stratum of each pair at the border.
    expect(Math.abs(answers.filter((answer) => answer === 0).length - 16)).toBeLessThanOrEqual(1);
    for (const draw of draws(64)) {
      const values = drawnValues(tree, KEY, draw);
      expect(values.get('alternatives.soon')).toBe(answers[draw]);
      const under = values.get('approaches.only.search.delay_weeks.values.no')!;
      expect(under).toBeGreaterThan(20);
      expect(delayIn(drawScenario(tree, KEY, draw))).toBe(answers[draw] === 0 ? 10 : under);
    }
  });

  it('is at its centre what it is under the weightiest answer, and can be set with the answer', () => {
    expect(delayIn(centralScenario(tree))).toBe(30);
    expect(delayIn(scenarioWith(tree, new Map([['alternatives.soon', 0]])))).toBe(10);
    const values = new Map([['approaches.only.search.delay_weeks.values.no', 25]]);
    expect(delayIn(scenarioWith(tree, values))).toBe(25);
    expect(answersInDraws(soon!, { key: KEY, draws: 1 })).toEqual([1]);
  });

  it('makes the answer an input, beside what is not known under it', () => {
    const inputs = inputsOf(tree).filter(({ path }) => /alternatives|delay/.test(path));
    expect(inputs.map(({ path, central, at }) => [path, central, at(0.2), at(0.3)])).toEqual([
      // The range of the number under "no" is that of a uniform from 20 to 40.
      ['approaches.only.search.delay_weeks.values.no', 30, 24, 26],
      ['alternatives.soon', 1, 0, 1],
    ]);
    // With the other answer, that of position 0, the range does nothing.
    expect(inputs.map(({ given }) => given)).toEqual([{ 'alternatives.soon': 1 }, undefined]);
  });

  it('is listed with what it is under each answer, and the weights as assumptions', () => {
    const listed = listParameters(tree).filter(({ path }) => /alternatives|delay/.test(path));
    expect(listed.map(({ path }) => path)).toEqual([
      'alternatives.soon.options.yes.weight',
      'alternatives.soon.options.no.weight',
      'approaches.only.search.delay_weeks',
      'approaches.only.search.delay_weeks.values.yes',
      'approaches.only.search.delay_weeks.values.no',
    ]);
    expect(listed[0]!.quantity).toMatchObject({ value: 0.25, label: 'assumption', note: 'Soon? Yes' });
  });

  it('gives the lives of a plain number where all answers have the same, and leaves other draws alone', () => {
    const range = { value: 0.1, low: 0, high: 0.2, distribution: 'uniform' };
    const other = { 'sanction.hazard': range };
    const under = (quantity: number) => ({
      ...choice,
      options: choice.options.map((o) => ({ ...o, quantity })),
    });
    const hanging = { ...treeWith({ value: 30, choice: under(30) }), sanction: { hazard: range } };
    const plain = { ...treeWith(30, other), sanction: { hazard: range } };
    for (const draw of draws(8))
      expect(drawScenario(hanging as unknown as ScenarioTree, KEY, draw)).toEqual(
        drawScenario(plain as unknown as ScenarioTree, KEY, draw),
      );
  });

  it('tells the most that any draw can have, whatever the answer', () => {
    const inflow = {
      value: 3,
      low: 1,
      high: 12,
      choice: {
        ...choice,
        options: [
          {
            name: 'yes',
            path: 'x',
            quantity: { value: 9, low: 6, high: 12, distribution: 'uniform' as const },
          },
          { name: 'no', path: 'y', quantity: 3 },
        ],
      },
    };
    const { cohort } = treeWith(delay);
    const whole = { ...treeWith(delay), cohort: { ...cohort, inflow_months: inflow } };
    expect(centralScenario(whole).cohort.inflow_months).toBe(3);
    expect(centralScenario(whole).cohort.inflow_months_most).toBeCloseTo(12, 12);
  });
});

describe('a number that is the same as one that hangs on an alternative', () => {
  const place = 'approaches.only.search.delay_weeks';
  const double = { path: `${place}.ratio`, quantity: { value: 2 } };
  const tied: AnnotatedQuantity = { value: 60, tie: { to: 'numbers.wait', of: delay, ratios: [double] } };

  it('follows it in every draw', () => {
    const [same, twice] = [treeWith(delay), treeWith(tied)];
    for (const draw of draws(8))
      expect(delayIn(drawScenario(twice, KEY, draw))).toBe(2 * delayIn(drawScenario(same, KEY, draw)));
  });

  it('has a case for each answer, also where that is tied again', () => {
    const chained: AnnotatedQuantity = {
      value: 1,
      tie: {
        to: 'a',
        of: {
          value: 1,
          choice: { ...choice, options: [choice.options[0]!, { name: 'no', path: 'b', quantity: tied }] },
        },
        ratios: [{ path: 'r', quantity: 3 }],
      },
    };
    const cases = casesOf('here', chained);
    expect(cases.map(({ path, weight }) => [path, weight])).toEqual([
      ['here', 0.25],
      ['here', 0.75 * 0.25],
      ['here', 0.75 * 0.75],
    ]);
    expect(cases.map(({ quantity }) => quantity.tie!.ratios.map(({ path }) => path))).toEqual([
      ['r'],
      ['r', double.path],
      ['r', double.path],
    ]);
    expect(cases[1]!.quantity.tie!.of).toEqual({ value: 10 });
  });
});
