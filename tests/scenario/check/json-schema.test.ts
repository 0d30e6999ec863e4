import { describe, expect, it } from 'vitest';
import {
  experimentJsonSchema,
  modelJsonSchema,
  scenarioJsonSchema,
} from '../../../src/scenario/check/json-schema.js';
import { packageLibrary } from '../../../src/scenario/load-scenario.js';

type Json = { [key: string]: unknown };

/** All sections of a schema, with their paths. */
function sectionsOf(node: unknown, path = ''): { path: string; node: Json }[] {
  if (typeof node !== 'object' || node === null) return [];
  const inside = Object.entries(node).flatMap(([key, child]) => sectionsOf(child, `${path}/${key}`));
  return 'type' in node && node.type === 'object' ? [{ path, node: node as Json }, ...inside] : inside;
}

/** Paths of all properties, with what an editor says of each. */
function propertiesOf(node: unknown, path = ''): { path: string; description: unknown }[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, child]) => {
    if (key !== 'properties') return propertiesOf(child, `${path}/${key}`);
    return Object.entries(child as Record<string, Json>).flatMap(([name, property]) => [
      { path: `${path}/${name}`, description: property.description },
      ...propertiesOf(property, `${path}/${name}`),
    ]);
  });
}

describe('every property of a JSON Schema', () => {
  it.each([
    ['scenario', () => scenarioJsonSchema(packageLibrary()), 600],
    ['model', modelJsonSchema, 100],
    ['experiment', experimentJsonSchema, 20],
  ])('of a %s is described in a sentence', (_, schemaOf, least) => {
    const all = propertiesOf(schemaOf());
    expect(all.length).toBeGreaterThan(least);
    const without = all.filter(({ description }) => !/^\p{L}.{8}/u.test(String(description ?? '')));
    expect(without.map(({ path }) => path)).toEqual([]);
  });

  it('tells the forms of a text with what it is for', () => {
    const { name } = scenarioJsonSchema(packageLibrary()).properties as Record<string, Json>;
    expect(name!.description).toBe('What reports call the scenario: a text, or { nl: ..., en: ... }.');
  });
});

describe('the JSON Schema of a scenario', () => {
  const schema = scenarioJsonSchema(packageLibrary());
  const properties = schema.properties as Record<string, Json>;

  it('is a draft 7 with a title and no address', () => {
    expect(schema).toMatchObject({
      $schema: 'http://json-schema.org/draft-07/schema#',
      title: 'doorstroom scenario',
    });
    expect(schema).not.toHaveProperty('$id');
  });

  it('knows extends and regime', () => {
    expect(properties.extends).toMatchObject({ anyOf: [{ type: 'string' }, { type: 'array' }] });
    expect(properties.regime).toMatchObject({ type: 'string' });
  });

  it('asks for nothing that may be inherited, only for the value of an annotated number, what it is the same as or what it hangs on', () => {
    for (const { path, node } of sectionsOf(schema)) {
      if (node.required === undefined) continue;
      expect(path).toMatch(/^\/definitions\/number\d+\/anyOf\/[1-3]$/);
      const needed = ['value', 'same_as', 'by'].find((name) => name in (node.properties as Json));
      expect(node.required).toEqual([needed]);
    }
  });

  it('allows no unknown names, save where they are free', () => {
    for (const { node } of sectionsOf(schema)) {
      expect(node.additionalProperties === false || node.propertyNames !== undefined).toBe(true);
    }
  });

  it('lets a child take away an approach or activity', () => {
    expect(properties.approaches).toMatchObject({
      additionalProperties: { anyOf: [{ type: 'object' }, { type: 'null' }] },
    });
  });

  it('names every kind of number once, and every reference leads somewhere', () => {
    const definitions = schema.definitions as Record<string, Json>;
    const kinds = Object.values(definitions).map((each) => JSON.stringify(each));
    expect(new Set(kinds).size).toBe(kinds.length);
    const references = [...JSON.stringify(schema).matchAll(/"#\/definitions\/(\w+)"/g)].map(
      (match) => match[1]!,
    );
    expect(new Set(references)).toEqual(new Set(Object.keys(definitions)));
    const [{ $ref }] = properties.discount_rate!.allOf as [{ $ref: string }];
    expect(definitions[$ref.replace('#/definitions/', '')]).toMatchObject({
      title: 'quantity (per year)',
      unit: 'per year',
    });
  });

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
  });
});

describe('the JSON Schema of a model', () => {
  it('asks for what a model needs', () => {
    expect(modelJsonSchema()).toMatchObject({
      $schema: 'http://json-schema.org/draft-07/schema#',
      title: 'doorstroom model',
      required: expect.arrayContaining(['horizon', 'tracks', 'transitions']),
    });
  });
});
