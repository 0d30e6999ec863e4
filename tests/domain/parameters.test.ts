/** Numbers of a scenario: which there are, which are calibrated, and what a posterior puts in their place. */

import { describe, expect, it } from 'vitest';
import { subgroupNames, subgroupOf } from '../../src/domain/attributes/subgroups.js';
import { calibratedParameters, valueAtDeviate } from '../../src/domain/parameters/calibration.js';
import {
  centralScenario,
  drawScenario,
  listParameters,
  scenarioWith,
} from '../../src/domain/parameters/draw.js';
import {
  drawsOf,
  isPrior,
  keepParameters,
  type Posterior,
  posteriorValues,
} from '../../src/domain/parameters/posterior.js';
import { centralValue, isAnnotated } from '../../src/domain/parameters/quantity.js';
import { unitOfMetric } from '../../src/domain/parameters/targets.js';
import type { ScenarioTree } from '../../src/domain/schema/scenario.js';
import { people } from '../shipped.js';

const uniform = { value: 5, low: 2, high: 8, distribution: 'uniform' as const, label: 'assumption' as const };
const tree = { a: uniform, list: [1, uniform], deep: { b: { ...uniform, value: 6 }, text: 'x', none: null } };
const asTree = tree as unknown as ScenarioTree;

describe('the numbers of a scenario', () => {
  it('are listed with their paths, in order', () => {
    expect(listParameters(asTree).map(({ path }) => path)).toEqual(['a', 'list.0', 'list.1', 'deep.b']);
    expect(listParameters(asTree)[3]!.quantity).toBe(tree.deep.b);
  });

  it('are their central values, or others that are given', () => {
    expect(centralScenario(asTree)).toEqual({ a: 5, list: [1, 5], deep: { b: 6, text: 'x', none: null } });
    const values = new Map([
      ['list.1', 9],
      ['deep.b', 7],
    ]);
    expect(scenarioWith(asTree, values)).toEqual({
      a: 5,
      list: [1, 9],
      deep: { b: 7, text: 'x', none: null },
    });
    expect([centralValue(3), centralValue(uniform)]).toEqual([3, 5]);
    expect([{ value: 1 }, { value: 'x' }, [1], null, 4, { low: 1 }].map(isAnnotated)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});

const posterior: Posterior = {
  paths: ['a', 'deep.b'],
  rows: 3,
  values: Float64Array.of(10, 20, 11, 21, 12, 22),
  central: Float64Array.of(11, 21.5),
};

describe('a posterior', () => {
  it('gives its rows, its central values and the draws of one parameter', () => {
    expect([...posteriorValues(posterior, 1)]).toEqual([
      ['a', 11],
      ['deep.b', 21],
    ]);
    expect([...posteriorValues(posterior, undefined)]).toEqual([
      ['a', 11],
      ['deep.b', 21.5],
    ]);
    expect(drawsOf(posterior, 'deep.b')).toEqual([20, 21, 22]);
    expect(drawsOf(posterior, 'c')).toBeUndefined();
  });

  it('can be kept for some of its parameters', () => {
    const kept = keepParameters(posterior, (path) => path !== 'a');
    expect(kept).toEqual({
      paths: ['deep.b'],
      rows: 3,
      values: Float64Array.of(20, 21, 22),
      central: Float64Array.of(21.5),
    });
  });

  it('takes the place of the priors, draw after draw another row, from where the seed says', () => {
    expect(centralScenario(asTree, posterior)).toEqual({
      a: 11,
      list: [1, 5],
      deep: { b: 21.5, text: 'x', none: null },
    });
    const rows = [0, 1, 2, 3].map(
      (draw) => drawScenario(asTree, [5, 6], draw, posterior) as unknown as typeof tree,
    );
    const first = rows.map(({ a }) => Number(a));
    // Rows come together and in a circle of three.
    expect(rows.map(({ deep }) => Number(deep.b))).toEqual(first.map((value) => value + 10));
    expect(new Set(first.slice(0, 3))).toEqual(new Set([10, 11, 12]));
    expect(first[3]).toBe(first[0]);
    const begins = (seed: number) =>
      Number((drawScenario(asTree, [seed, 6], 0, posterior) as unknown as typeof tree).a);
    expect(new Set(Array.from({ length: 30 }, (_, seed) => begins(seed)))).toEqual(new Set([10, 11, 12]));
    // What is not in it is drawn as before.
    expect(rows.every(({ list }) => Number(list[1]) >= 2 && Number(list[1]) <= 8)).toBe(true);
  });

  it('belongs to the prior that it was fitted from', () => {
    const prior = { value: 5, low: 2, high: 8, distribution: 'uniform' as const };
    expect(isPrior(uniform, prior)).toBe(true);
    expect(isPrior(5, { value: 5 })).toBe(false);
    for (const change of [
      { value: 4 },
      { low: 1 },
      { high: 9 },
      { distribution: 'normal' as const },
      { interval: 0.9 },
    ]) {
      expect(isPrior(uniform, { ...prior, ...change })).toBe(false);
    }
    const points: [number, number][] = [[0.5, 1]];
    expect(isPrior({ ...uniform, points }, { ...prior, points: [[0.5, 1]] })).toBe(true);
    expect(isPrior({ ...uniform, points }, prior)).toBe(false);
    expect(isPrior({ ...uniform, source: 'x', note: 'y' }, prior)).toBe(true);
  });
});

describe('what is calibrated', () => {
  const fixed = { ...uniform, distribution: 'fixed' as const };
  const narrow = { value: 5, low: 5, high: 5 };
  const sections = {
    regime: 'wi2013',
    reference: 'first',
    cohort: { size: uniform, composition: { x: uniform }, capacity: { y: uniform }, never_leaving: uniform },
    housing: { sigma: uniform, wait_ratio: fixed, single_ratio: narrow, plain: 4 },
    language: { known: uniform },
    inburgering: {
      exam_wait: uniform,
      fine: uniform,
      fined: uniform,
      loan_per_month: uniform,
      further_term_months: uniform,
    },
    income: { work: uniform, part_time_benefit: uniform, part_time_work: uniform },
    effects: { dropout_health: uniform, overload_dropout_per_hour: uniform, work_men: uniform },
    sanction: { cut: uniform },
    costs: { gross: uniform },
    approaches: { first: { wait: uniform }, second: { wait: uniform } },
  } as unknown as ScenarioTree;

  it('is what touches lives under the reference approach and has a range', () => {
    expect(calibratedParameters(sections).map(({ path }) => path)).toEqual([
      'cohort.composition.x',
      'cohort.capacity.y',
      'cohort.never_leaving',
      'housing.sigma',
      'language.known',
      'inburgering.exam_wait',
      'income.work',
      'income.part_time_work',
      'effects.dropout_health',
      'effects.overload_dropout_per_hour',
      'approaches.first.wait',
    ]);
  });

  it('is carried on a scale on which the prior is standard normal', () => {
    const parameter = { path: 'x', quantity: uniform };
    expect(valueAtDeviate(parameter, 0)).toBeCloseTo(5, 12);
    // The normal probability of 1 is 0.8413447460685429.
    expect(valueAtDeviate(parameter, 1)).toBeCloseTo(2 + 6 * 0.8413447460685429, 10);
    const normal = {
      path: 'x',
      quantity: {
        value: 0,
        low: -1.959963984540054,
        high: 1.959963984540054,
        distribution: 'normal' as const,
      },
    };
    expect(valueAtDeviate(normal, -2)).toBeCloseTo(-2, 9);
    // Beyond the edge probabilities are held at 1e-12.
    expect(valueAtDeviate(normal, 50)).toBeCloseTo(7.034, 2);
    expect(valueAtDeviate(normal, -50)).toBeCloseTo(-7.034, 2);
  });
});

describe('subgroups of targets', () => {
  it('are attributes with a value', () => {
    expect(subgroupOf('sex=women', people)).toMatchObject({ at: people.at('sex'), value: 1 });
    expect(subgroupOf('origin=syria', people)).toMatchObject({ at: people.at('origin'), value: 0 });
    for (const name of ['all', 'sex', 'sex=', 'sex=nobody', 'hair=red', ''])
      expect(subgroupOf(name, people)).toBeUndefined();
    const names = subgroupNames(people);
    expect(names[0]).toBe('all');
    expect(names).toContain('education=low_literate');
    expect(names.slice(1).every((name) => subgroupOf(name, people) !== undefined)).toBe(true);
    expect(unitOfMetric('housing_wait')).toBe('months');
  });
});
