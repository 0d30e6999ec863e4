/** The origins that a file may name. */

import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { anyOrigins, eachOrigin, knownOrigins, originName } from '../../../src/domain/schema/origins.js';
import { origins } from '../../shipped.js';

const takes = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success;

describe('the origins of a file', () => {
  const known = knownOrigins({ origins });
  const [first = '', ...others] = known.names;

  it('are those of its list', () => {
    expect(known).toEqual({ names: origins.map(({ name }) => name), areAll: true });
    expect(takes(originName(known), first)).toBe(true);
    expect(takes(originName(known), 'atlantis')).toBe(false);
    const section = eachOrigin(known, () => z.number());
    const all = Object.fromEntries(known.names.map((name) => [name, 1]));
    expect([takes(section, all), takes(section, { ...all, atlantis: 1 })]).toEqual([true, false]);
    expect(takes(section, Object.fromEntries(others.map((name) => [name, 1])))).toBe(false);
  });

  it('are any where there is no list, or none that can be read', () => {
    for (const tree of [undefined, {}, { origins: 'syria' }, { origins: [] }])
      expect(knownOrigins(tree)).toBe(anyOrigins);
    expect(takes(originName(anyOrigins), 'atlantis')).toBe(true);
    expect(takes(originName(anyOrigins), '')).toBe(false);
    const section = eachOrigin(anyOrigins, () => z.number());
    expect([takes(section, { atlantis: 1 }), takes(section, { atlantis: 'many' })]).toEqual([true, false]);
  });
});
