/** Combinations of attributes, weighed by hand, and which scenarios have the same persons. */

import { describe, expect, it } from 'vitest';
import { combinationsOf } from '../../../src/domain/attributes/composition.js';
import { cohortIdentity, peopleOf } from '../../../src/domain/attributes/people.js';
import { scenarioOf } from '../life.js';

const of = (origin: string, name: string) => `cohort.composition.${origin}.${name}`;

/** Three of ten Syrians with half of women and a fifth of complaints, seven of ten Eritreans with a tenth of women and none. */
const two = {
  [of('syria', 'share')]: 0.3,
  [of('eritrea', 'share')]: 0.7,
  [of('syria', 'men')]: 0.5,
  [of('eritrea', 'men')]: 0.9,
  [of('syria', 'mental_health_complaints')]: 0.2,
};

describe('combinationsOf', () => {
  const scenario = scenarioOf(two);
  const { attributes } = peopleOf(scenario);
  const weights = (names: readonly string[], fits?: (name: string, value: number) => number) =>
    Object.fromEntries(
      combinationsOf(scenario, attributes, names, fits).map(({ values, weight }) => [
        names.map((name, i) => attributes.find((each) => each.name === name)!.values[values[i]!]).join(' '),
        weight,
      ]),
    );

  it('sums out what an attribute hangs on and nobody asked for', () => {
    const sexes = weights(['sex']);
    expect(Object.keys(sexes).sort()).toEqual(['men', 'women']);
    expect(sexes.men).toBeCloseTo(0.3 * 0.5 + 0.7 * 0.9, 12);
    expect(sexes.women).toBeCloseTo(0.3 * 0.5 + 0.7 * 0.1, 12);
  });

  it('gives every pair that occurs, in the order asked', () => {
    const pairs = weights(['mental_health_complaints', 'sex']);
    expect(Object.keys(pairs).sort()).toEqual(['no men', 'no women', 'yes men', 'yes women']);
    expect(pairs['yes women']).toBeCloseTo(0.3 * 0.2 * 0.5, 12);
    expect(pairs['no men']).toBeCloseTo(0.3 * 0.8 * 0.5 + 0.7 * 0.9, 12);
  });

  it('weighs by how well a value fits, and leaves out what does not', () => {
    const fits = (name: string, value: number) => (name === 'sex' ? [0, 0.5][value]! : 1);
    const women = attributes.find(({ name }) => name === 'sex')!.values.indexOf('women');
    expect(women).toBe(1);
    expect(weights(['sex'], fits)).toEqual({ women: expect.closeTo(0.11, 12) });
  });
});

describe('cohortIdentity', () => {
  const identity = (settings: Readonly<Record<string, unknown>>) => cohortIdentity(scenarioOf(settings));

  it('is that of the persons: what happens to them does not count', () => {
    expect(identity({ ...two, 'income.work': 0.5, horizon_years: 3 })).toBe(identity(two));
    expect(identity({ ...two, 'cohort.size': 2 })).not.toBe(identity(two));
    expect(identity({ ...two, [of('eritrea', 'men')]: 0.8 })).not.toBe(identity(two));
  });

  it('hangs on sections beside the cohort from which persons are drawn', () => {
    expect(identity({ ...two, 'income.no_bijstand': { syria: 0.3, eritrea: 0, other: 0 } })).not.toBe(
      identity(two),
    );
  });
});
