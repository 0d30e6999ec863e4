/** The numbers of the scenarios that come with the package are those of their source: the checks of scenarios/source.csv. */

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listParameters } from '../../src/domain/parameters/draw.js';
import { isAnnotated, type Quantity } from '../../src/domain/parameters/quantity.js';
import type { ScenarioTree } from '../../src/domain/schema/scenario.js';
import { inherit } from '../../src/scenario/inherit/inheritance.js';
import { nodeOf } from '../../src/scenario/inherit/layers.js';
import { resolveTies } from '../../src/scenario/inherit/ties.js';
import { packageLibrary } from '../../src/scenario/library.js';
import { readingOnce } from '../../src/scenario/yaml/yaml-file.js';
import { sentences } from '../documents/source-table.js';
import { whyNot } from './holds.js';

const library = packageLibrary();
const reader = readingOnce();
interface Loaded {
  readonly tree: ScenarioTree;
  readonly numbers: ReadonlyMap<string, Quantity>;
}
const loaded = new Map<string, Loaded>();

/** A scenario with all that it extends and its ties followed, which is what the checks need of it; the rest of loading takes longer. */
function load(name: string): Loaded {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const { inherited } = inherit(join(library.scenarios, `${name}.yaml`), library, reader);
  const tied = resolveTies(inherited!);
  const tree = tied.attach(tied.tree) as ScenarioTree;
  const numbers = new Map(listParameters(tree).map(({ path, quantity }) => [path, quantity]));
  loaded.set(name, { tree, numbers });
  return { tree, numbers };
}

/** The scenario of a section of the source. */
function scenarioOf(section: string): string {
  const plans: Readonly<Record<string, string>> = {
    Sweden: 'plans/sweden',
    'Bridging year': 'plans/bridging-year',
  };
  return /^3\.\d (.*)/.exec(section)?.[1]?.toLowerCase() ?? plans[section] ?? 'national';
}

/** What a path of a check stands for; `activities` and `course` are those of the approach called parallel. */
function valueIn(scenario: string, path: string): number | string {
  const [, name = scenario, short] = /^(?:(.*):)?(.*)/.exec(path)!;
  const at = short!.replace(/^(?=(activities|course)\.)/, 'approaches.parallel.');
  const { tree, numbers } = load(name);
  const [, number, end] = /^(.*)\.(.*)/.exec(at)!;
  const around = numbers.get(number!);
  const found = numbers.get(at) ?? (isAnnotated(around) ? around[end as 'low'] : nodeOf(tree, at.split('.')));
  const value = isAnnotated(found) ? found.value : found;
  if (value === undefined || typeof value === 'object') throw new Error(`${name}: no value at ${at}`);
  return typeof value === 'number' ? value : String(value);
}

describe('the scenarios that come with the package', () => {
  it('keeps every number to what the source has', () => {
    const failed = sentences().flatMap(({ section, says, holds }) => {
      if (holds === '' || holds.startsWith('none: ')) return [];
      const whys = holds.split('; ').map((check) => whyNot(check, (at) => valueIn(scenarioOf(section), at)));
      return whys.filter((why) => why !== undefined).map((why) => `${section}, ${says}: ${why}`);
    });
    expect(failed).toEqual([]);
  });
});

describe('a check', () => {
  const values: Readonly<Record<string, number | string>> = {
    'a.weeks': 12,
    'a.until': '2017-12-31',
    'b:a.weeks': 3,
  };
  const valueAt = (path: string) => {
    if (values[path] === undefined) throw new Error(`no ${path}`);
    return values[path];
  };

  it.each([
    'a.weeks = 12',
    '2 * a.weeks - 4 = (a.weeks - 2) * 2',
    'a.weeks / b:a.weeks / 2 + 1 = 3',
    'a.weeks between 12 and 12',
    'ln(1 - 0.75) / ln(1 - 0.5) between 1.999 and 2.001',
    'a.until = 2017-12-31',
  ])('holds: %s', (check) => {
    expect(whyNot(check, valueAt)).toBeUndefined();
  });

  it.each([
    ['a.weeks = 13', '12 is not 13'],
    ['a.weeks + 1 between 14 and 20', '13 is not between 14 and 20'],
    ['a.weeks between 2 and 11', '12 is not between 2 and 11'],
    ['a.until = 2018-12-31', '2017-12-31 is not 2018-12-31'],
    ['a.until between 1 and 3', '2017-12-31 is not between 1 and 3'],
    ['a.weeks = state', '12 is not state'],
  ])('does not hold: %s', (check, why) => {
    expect(whyNot(check, valueAt)).toBe(`${check}: ${why}`);
  });

  it.each([
    'a.weeks',
    'a.weeks = 12 12',
    'a.weeks > 3',
    'a.weeks between 3',
    'a.months = 3',
    '(a.weeks = 12',
    '',
  ])('cannot be read: %s', (check) => {
    expect(() => whyNot(check, valueAt)).toThrow();
  });
});
