/** Names of subgroups, as files have them. */

import { describe, expect, it } from 'vitest';
import {
  readSubgroup,
  subgroupName,
  subgroupNames,
  subgroupOf,
} from '../../../src/domain/attributes/subgroups.js';
import { people } from '../../shipped.js';

describe('a subgroup', () => {
  it('goes by attribute and value, in both directions', () => {
    const subgroup = { attribute: 'age', value: '18-24' };
    expect(subgroupName(subgroup)).toBe('age=18-24');
    expect(readSubgroup('age=18-24')).toEqual(subgroup);
    expect(readSubgroup('all')).toEqual({ attribute: 'all', value: '' });
  });

  it('is found at its attribute and its value', () => {
    const at = people.attributes.findIndex(({ name }) => name === 'sex');
    const value = people.attributes[at]!.values.indexOf('women');
    expect(subgroupOf('sex=women', people)).toMatchObject({ at, value });
    expect(subgroupOf('all', people)).toBeUndefined();
    expect(subgroupOf('sex=others', people)).toBeUndefined();
  });

  it('is one of those that a target may be of, beside everybody', () => {
    const names = subgroupNames(people);
    expect(names[0]).toBe('all');
    expect(new Set(names).size).toBe(names.length);
    for (const name of names.slice(1)) expect(subgroupName(readSubgroup(name))).toBe(name);
  });
});
