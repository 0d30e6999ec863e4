/** What holds for every attribute, one that is added tomorrow too. */

import { describe, expect, it } from 'vitest';
import { askedOfPeople, attributesOf, statedInProfiles } from '../../../src/domain/attributes/all.js';
import { type Attribute, noYes } from '../../../src/domain/attributes/attribute.js';
import { households } from '../../../src/domain/attributes/household.js';
import { centralScenario } from '../../../src/domain/parameters/draw.js';
import { people, shippedTree } from '../../shipped.js';

const { attributes } = people;
const byName = attributes.map((attribute): [string, Attribute] => [attribute.name, attribute]);

describe('attributes', () => {
  const scenario = centralScenario(shippedTree('national', ['cohort.sharing=0.5']));

  it.each(byName)(
    '%s is drawn after what it hangs on, with a row for every combination of that',
    (_, own) => {
      const draw = own.draw(scenario);
      const before = attributes.slice(0, attributes.indexOf(own));
      const basis = draw.by.map((name) => before.find((attribute) => attribute.name === name)!);
      const rows = basis.reduce((product, { values }) => product * values.length, 1);
      if ('shares' in draw) {
        expect(own.values).toBe(noYes);
        expect(draw.shares.length).toBe(rows);
        for (const share of draw.shares) expect(share >= 0 && share <= 1).toBe(true);
      } else {
        expect(draw.weights.map((weights) => weights.length)).toEqual(Array(rows).fill(own.values.length));
      }
    },
  );

  it.each(byName)('%s has words for all its values in both languages, or none', (_, { reported, values }) => {
    if (reported === undefined) return;
    const worded = values.filter((value) => /^[a-z]/.test(value));
    for (const words of [reported.nl, reported.en]) {
      expect(words.name).not.toBe('');
      expect(Object.keys(words.values).sort()).toEqual([...worded].sort());
    }
  });

  it('have names and addresses of their own', () => {
    for (const of of ['name', 'address'] as const)
      expect(new Set(attributes.map((attribute) => attribute[of])).size).toBe(attributes.length);
  });

  it('say in `for` and in profiles what they say of themselves', () => {
    const able = attributes.filter(({ eligibility }) => eligibility !== undefined).map(({ name }) => name);
    expect(['origin', ...Object.keys(askedOfPeople)].sort()).toEqual([...able].sort());
    const stated = attributes.flatMap(({ profile = {} }) => Object.keys(profile));
    expect(Object.keys(statedInProfiles).sort()).toEqual(['share', ...stated].sort());
    // Of the name of an attribute nobody else states a share.
    for (const { name, profile = {} } of attributes)
      if (name in statedInProfiles) expect([name, Object.keys(profile)]).toEqual([name, [name]]);
  });

  it('take off a capacity what each states', () => {
    const capacity = { children: 3, mental_health: 5, reunification_pending: 7 };
    const taken = attributes.flatMap((own) => {
      const hours = own.hoursLess?.(capacity);
      return hours === undefined
        ? []
        : [[own.name, Object.fromEntries(own.values.map((v, i) => [v, hours[i]]))]];
    });
    expect(Object.fromEntries(taken)).toEqual({
      household: { single: 0, single_parent: 3, couple: 0, couple_with_children: 3 },
      mental_health_complaints: { no: 0, yes: 5 },
      reunification_pending: { no: 0, yes: 7 },
    });
  });

  it('let a regime add its own, which are drawn with the others', () => {
    const own: Attribute = {
      name: 'route',
      values: ['short', 'long'],
      address: 'route',
      draw: () => ({
        by: ['sex'],
        weights: [
          [1, 0],
          [0, 1],
        ],
      }),
    };
    const names = attributesOf([], [own]).map(({ name }) => name);
    expect(names.slice(-2)).toEqual(['route', 'shares_house']);
  });
});

describe('households', () => {
  it('say what others ask of them', () => {
    expect(households.filter(({ hasChildren }) => hasChildren).map(({ name }) => name)).toEqual([
      'single_parent',
      'couple_with_children',
    ]);
    expect(households.filter(({ isCouple }) => isCouple).map(({ name }) => name)).toEqual([
      'couple',
      'couple_with_children',
    ]);
    expect(households.filter(({ livesAlone }) => livesAlone).map(({ name }) => name)).toEqual(['single']);
  });
});
