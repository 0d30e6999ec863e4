/** The scenarios and data that come with the package: every number can be asked where it comes from. */

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listParameters } from '../../src/domain/parameters/draw.js';
import { isAnnotated } from '../../src/domain/parameters/quantity.js';
import { scenarioJsonSchema } from '../../src/scenario/check/json-schema.js';
import { loadScenario, packageLibrary } from '../../src/scenario/load-scenario.js';
import { readNorms } from '../../src/scenario/tables/norms.js';
import { shippedNames } from '../shipped.js';

const library = packageLibrary();
/** Whole numbers that are definitions, not measurements. */
const definitions =
  /^(horizon_years|self_sufficiency\.sustained_months|approaches\..*\.(phase|age\.(from|to)))$/;

const wanted = [
  'almere',
  'alphen-chaam',
  'amsterdam',
  'groningen',
  'heerlen',
  'leiden',
  'national',
  'rotterdam',
  'smallingerland',
  'plans/bridging-year',
  'plans/sweden',
];

describe('shipped scenarios', () => {
  it('are the eight municipalities, the baseline, the Swedish plan and the bridging year', () => {
    expect(shippedNames).toEqual(wanted);
  });

  describe.each(shippedNames)('%s', (name) => {
    const path = join(library.scenarios, `${name}.yaml`);
    const loaded = loadScenario(path, library);

    it('is valid and tells editors its schema', () => {
      expect(loaded.ok ? [] : loaded.diagnostics).toEqual([]);
      const [, schema] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(readFileSync(path, 'utf8'))!;
      expect(join(dirname(path), schema!)).toBe(join(library.scenarios, 'scenario.schema.json'));
    });

    it('labels and sources every number, with a range for every assumption', () => {
      if (!loaded.ok) throw new Error('invalid');
      const bare = listParameters(loaded.scenario.tree)
        .filter(({ path: at }) => !definitions.test(at))
        .filter(({ quantity }) => {
          // What is tied or hangs on an answer has its label where its ratio, or the number under each answer, stands.
          if (isAnnotated(quantity) && (quantity.tie ?? quantity.choice) !== undefined) return false;
          if (!isAnnotated(quantity) || quantity.unit === undefined || quantity.label === undefined)
            return true;
          if (quantity.label !== 'assumption') return quantity.source === undefined;
          return (
            quantity.note === undefined || (quantity.low === undefined && quantity.distribution !== 'fixed')
          );
        });
      expect(bare.map(({ path: at }) => at)).toEqual([]);
    });

    it('has talks in the asylum centre in phase 1, and an intake in a house in a later one', () => {
      if (!loaded.ok) throw new Error('invalid');
      for (const { activities } of Object.values(loaded.scenario.tree.approaches)) {
        // What follows an activity of the centre is mostly there too, unless it asks for a house.
        const isInCentre = (activity: string): boolean => {
          const when = JSON.stringify(activities[activity]!.start.when);
          const before = Object.keys(activities).filter((other) => when.includes(`"${other}":"finished"`));
          return when.includes('"centre"') || (!when.includes('"housing"') && before.some(isInCentre));
        };
        for (const [activity, { kind, phase }] of Object.entries(activities))
          if (kind === 'intake') expect([activity, phase === 1]).toEqual([activity, isInCentre(activity)]);
      }
    });

    it('is held against the sequential approach, which it leaves alone', () => {
      if (!loaded.ok) throw new Error('invalid');
      const { tree } = loaded.scenario;
      const national = loadScenario(join(library.scenarios, 'national.yaml'), library);
      if (!national.ok) throw new Error('invalid');
      expect(tree.reference).toBe('sequential');
      expect(tree.approaches.sequential).toEqual(national.scenario.tree.approaches.sequential);
      if (name !== 'national') expect(Object.keys(tree.approaches)).toContain('parallel');
    });
  });

  it('come with the JSON Schema of this version', () => {
    const written = JSON.parse(readFileSync(join(library.scenarios, 'scenario.schema.json'), 'utf8'));
    expect(written).toEqual(JSON.parse(JSON.stringify(scenarioJsonSchema(library))));
  });
});

describe('benefit norms', () => {
  it('ascend in time, are sourced, and keep the legal ratio of single to couple (70 %)', () => {
    const norms = readNorms(library);
    expect(norms.map((norm) => norm.from)).toEqual([...norms.map((norm) => norm.from)].sort());
    for (const norm of norms) expect(norm.single / norm.couple).toBeCloseTo(0.7, 3);
  });
});
