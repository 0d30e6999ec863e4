/** Outcomes by the answer to an open question, worked out by hand. */

import { describe, expect, it } from 'vitest';
import { alternativeRows, sumsOfDraws } from '../../src/analysis/alternatives.js';
import { partialInformation } from '../../src/analysis/decision/evppi.js';
import { assembleResults } from '../../src/analysis/results.js';
import { ANY, spreadOf } from '../../src/analysis/spread.js';
import { estimateMean, valuesOf } from '../../src/analysis/uncertainty.js';
import { answersInDraws, openAlternatives } from '../../src/domain/parameters/open-alternatives.js';
import type { AnnotatedQuantity } from '../../src/domain/parameters/quantity.js';
import type { ScenarioTree } from '../../src/domain/schema/scenario.js';
import { norms, scenarioOf, WEEKS } from '../domain/life.js';
import { taskOf, wholeDraw } from '../shipped.js';

const close = (value: number, digits = 9) => expect.closeTo(value, digits);

/** Sums of draws whose halves have ten persons each. */
const sumsOf = (means: readonly (readonly [number, number])[]) => ({
  counted: Float64Array.from(means.flat(), (mean) => 10 * mean),
  of: Float64Array.from(means.flat(), () => 10),
});

describe('some draws of a run', () => {
  // Two blocks of four draws; of each pair one draw has the answer, so that no pair is whole.
  const all = sumsOf([
    [1, 3],
    [90, 90],
    [90, 90],
    [6, 6],
    [4, 4],
    [90, 90],
    [8, 4],
    [90, 90],
  ]);
  const part = sumsOfDraws(all, (draw) => [0, 3, 4, 6].includes(draw));

  it('have the mean of their persons', () => {
    // (2 + 6 + 4 + 6) / 4.
    expect(estimateMean(part, undefined, ANY).estimate).toBe(4.5);
  });

  it('have the spread between the pairs of their blocks, and between their blocks', () => {
    // Differences of 4 and 2: (16 + 4) / 2 / 2. Half differences of halves: -1 and 0; 0 and 2: (1 + 4) / 2 / 2.
    const within = { parameters: 5 - 1.25, noise: 1.25 };
    // Means of blocks 4 and 5, of half differences -0.5 and 1, each of two draws: 1 / 2 and 2.25 / 2, times 2.
    const across = { parameters: 1 - 2.25, noise: 2.25 };
    // Two blocks within which draws differ, and one degree of freedom between them.
    const about = (2 * within.parameters + across.parameters) / 3;
    const errorOf = ({ noise }: typeof within, freedom: number) =>
      (2 * ((about + noise) ** 2 + noise ** 2)) / freedom;
    const [w, a] = [1 / errorOf(within, 2), 1 / errorOf(across, 1)];
    const parameters = (w * within.parameters + a * across.parameters) / (w + a);
    expect(parameters).toBeCloseTo(2.7001, 4);
    const error = 1 / (w + a);
    const between = parameters + 1.25;
    expect(spreadOf(valuesOf(part), true)).toMatchObject({
      between: close(between),
      freedom: close((2 * between ** 2) / (error + 1.25 ** 2)),
      parameters: close(parameters),
      parametersFreedom: close((2 * parameters ** 2) / error),
    });
    // Without pairs that are whole the usual way finds nothing.
    expect(spreadOf(valuesOf(part)).between).toBeNaN();
  });

  it('of one pair and a half give the mean of the squares, and count once', () => {
    // Two draws of the first pair against one of the second: (16 + 64) / 2 / 2.
    const three = sumsOfDraws(
      sumsOf(
        [
          [2, 2],
          [10, 10],
          [6, 6],
          [0, 0],
        ].map(([a, b]) => [a!, b!]),
      ),
      (d) => d < 3,
    );
    expect(spreadOf(valuesOf(three), true)).toMatchObject({ between: close((16 + 16) / 2 / 2), freedom: 1 });
  });

  it('have the error of the scatter of their blocks', () => {
    // Eight draws in two blocks are too few for that: by draw, squares of deviations 2.5, 1.5, 0.5 and 1.5 over 4 draws,
    // times 4/3; and for what persons have in common a share of their chance, (1 + 0 + 0 + 4) / 4 over two blocks.
    const byDraw = ((6.25 + 2.25 + 0.25 + 2.25) / 16) * (4 / 3);
    expect(estimateMean(part, undefined, ANY).mcse).toBeCloseTo(Math.sqrt(byDraw + 1.25 / 2), 12);
  });
});

/**
 * People housed at month 6 who find work as soon as the search opens: 24 months later, or under `early` 12 months or, if the answer is
 * `yes`, at once.
 */
function resultsOf(draws: number, weights: readonly [number, number] = [0.25, 0.75]) {
  const base = { 'income.work': 1e8, 'income.in_centre': 0, 'income.search_closed': 0, 'cohort.size': 10 };
  const searching = (quantity: unknown) => ({ opens: { housing: 'housed' }, delay_weeks: quantity });
  const late = scenarioOf({ ...base, 'approach.search': searching(24 * WEEKS) });
  const path = 'approaches.early.search.delay_weeks';
  const options = [0, 12 * WEEKS].map((quantity, i) => {
    const name = ['yes', 'no'][i]!;
    return { name, path: `${path}.values.${name}`, quantity };
  });
  const delay: AnnotatedQuantity = {
    value: 0,
    low: 0,
    high: 12 * WEEKS,
    choice: { by: 'alternatives.at_once', weights, options },
  };
  const only = late.approaches.only!;
  const approaches = { late: only, early: { ...only, search: searching(delay) } };
  const answers = {
    yes: { weight: weights[0], label: 'At once' },
    no: { weight: weights[1], label: 'Later' },
  };
  const alternatives = { at_once: { question: 'At once?', options: answers } };
  const tree = {
    ...late,
    name: 'Open',
    reference: 'late',
    approaches,
    alternatives,
  } as unknown as ScenarioTree;
  const task = taskOf(tree, { norms, draws });
  return assembleResults(
    task,
    Array.from({ length: draws }, (_, draw) => wholeDraw(task, draw)),
  );
}

const monthsOf = (rows: ReturnType<typeof alternativeRows>) =>
  rows
    .filter(({ measure }) => measure === 'bijstand_months')
    .map(({ answer, approach, against, draws, estimate, mcse, low, high }) => ({
      of: [answer?.option.name, approach, against, draws],
      told: [estimate, mcse, low, high].map((value) => Number(value.toFixed(4))),
    }));

describe('the rows of a run by answer', () => {
  it('are of the draws that have it, and over all draws of their mixture', () => {
    const results = resultsOf(8);
    const [question] = openAlternatives(results.task.tree);
    const yes = answersInDraws(question!, results.task).filter((answer) => answer === 0).length;
    // Of each of the two pairs of a block, one of four draws.
    expect(yes).toBe(2);
    const mean = (6 * 12) / 8;
    const rows = monthsOf(alternativeRows(results));
    expect(rows.map(({ of }) => of)).toEqual([
      [undefined, 'late', undefined, 8],
      [undefined, 'early', undefined, 8],
      [undefined, 'early', 'late', 8],
      ['yes', 'late', undefined, 2],
      ['yes', 'early', undefined, 2],
      ['yes', 'early', 'late', 2],
      ['no', 'late', undefined, 6],
      ['no', 'early', undefined, 6],
      ['no', 'early', 'late', 6],
    ]);
    // Months of bijstand: 24 under late; under early 0 or 12.
    expect(rows.map(({ told }) => told[0])).toEqual([
      24,
      close(mean, 4),
      close(mean - 24, 4),
      ...[24, 0, -24],
      ...[24, 12, -12],
    ]);
    // The interval over all answers includes both.
    const [, mcse, low, high] = rows[2]!.told;
    expect(mcse).toBeGreaterThan(0);
    expect([low! <= -24, high! >= -12]).toEqual([true, true]);
  });

  it('tell nothing of the error where a single draw has the answer, and nothing at all where none has', () => {
    const rows = monthsOf(alternativeRows(resultsOf(2, [0.5, 0.5])));
    const ofAnswers = rows.filter(({ of }) => of[0] !== undefined && of[2] !== undefined);
    // A pair has one draw of each answer.
    expect(ofAnswers.map(({ of }) => of[3])).toEqual([1, 1]);
    expect(ofAnswers.map(({ told }) => told)).toEqual([
      [-24, Number.NaN, Number.NaN, Number.NaN],
      [-12, Number.NaN, Number.NaN, Number.NaN],
    ]);
    const central = monthsOf(alternativeRows(resultsOf(1)));
    expect(
      central.filter(({ of }) => of[1] === 'early').map(({ of, told }) => [of[0], of[3], told[0]]),
    ).toEqual([
      [undefined, 1, 12],
      [undefined, 1, -12],
      ['yes', 0, Number.NaN],
      ['yes', 0, Number.NaN],
      ['no', 1, 12],
      ['no', 1, -12],
    ]);
  });

  it('are none where one answer holds', () => {
    expect(alternativeRows(resultsOf(1, [1, 0]))).toEqual([]);
  });
});

it('what it is worth to know an answer is what the right choice gains by it', () => {
  // Worth 3 with the one answer and -1 with the other, as often: without knowing 1, with it 1.5.
  const answers = Float64Array.from({ length: 64 }, (_, draw) => draw % 2);
  const gain = answers.map((answer) => 3 - 4 * answer);
  const { value } = partialInformation([gain.map(() => 0), gain], [answers], [1, 2]);
  expect(value).toBeCloseTo(0.5, 6);
});
