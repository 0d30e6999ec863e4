import { describe, expect, it } from 'vitest';
import { inputsOf, inputValues } from '../../../src/domain/parameters/inputs.js';
import type { Posterior } from '../../../src/domain/parameters/posterior.js';
import { shippedTree } from '../../shipped.js';

const tree = shippedTree('alphen-chaam');

describe('the inputs of a scenario', () => {
  it('are the numbers that draws differ in, each once', () => {
    const paths = inputsOf(tree).map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths).toContain('effects.work_men');
    // Fixed: a size, and a horizon.
    for (const fixed of ['cohort.size', 'horizon_years']) expect(paths).not.toContain(fixed);
  });

  it('have their central value, and their range by probability', () => {
    const { central, at } = inputsOf(tree).find(({ path }) => path === 'sanction.hazard')!;
    // Triangular from 0.002 to 0.008 with mode 0.004: F(0.004) = 1/3.
    expect([central, at(0.4)]).toEqual([0.004, expect.closeTo(0.004, 12)]);
  });

  it('take calibrated numbers from one row of the posterior, and others by their probability', () => {
    const posterior: Posterior = {
      paths: ['income.work', 'income.education'],
      rows: 2,
      values: Float64Array.of(0.1, 0.2, 0.3, 0.4),
      central: Float64Array.of(0.2, 0.3),
    };
    const inputs = inputsOf(tree, posterior);
    const work = inputs.find(({ path }) => path === 'income.work')!;
    expect([work.isCalibrated, work.central, work.at(0.5)]).toEqual([true, 0.2, expect.closeTo(0.2, 12)]);
    const probabilities = inputs.map(() => 0.4);
    const values = inputValues(inputs, probabilities, posterior, 1);
    expect(values).toMatchObject({ 'income.work': 0.3, 'income.education': 0.4 });
    expect(values['sanction.hazard']).toBeCloseTo(0.004, 12);
    expect(inputValues(inputs, probabilities, posterior)['income.education']).toBe(0.3);
  });

  it('say under which answer they are used, where an open question has them', () => {
    const leiden = inputsOf(shippedTree('leiden'));
    const given = leiden.flatMap((input) => (input.given === undefined ? [] : [input.given]));
    expect(given.length).toBeGreaterThan(0);
    // The second answer: JAS teaches.
    for (const answer of given) expect(answer).toEqual({ 'alternatives.jas_teaches': 1 });
  });
});
