/** What modules keep between calls: all of one kind, bounded, and without a difference to what they give. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { measuresOf } from '../../src/domain/measures/all.js';
import { drawScenario } from '../../src/domain/parameters/draw.js';
import { schemaFor } from '../../src/domain/regimes/scenario-schema.js';
import { wi2013 } from '../../src/domain/regimes/wi2013/wi2013.js';
import { quantity } from '../../src/domain/schema/quantity.js';
import type { ScenarioTree } from '../../src/domain/schema/scenario.js';
import { monthsSinceEpoch } from '../../src/domain/time/calendar.js';
import { keptAtMost } from '../../src/engine/caches.js';
import { toSharedMemory } from '../../src/machine/shared.js';
import { jobs } from '../../src/simulation/jobs.js';
import { scenarioOf } from '../domain/life.js';
import { filesBelow } from '../package/files.js';
import { origins, taskOf } from '../shipped.js';

const sources = filesBelow('src')
  .filter((name) => name.endsWith('.ts') && !name.includes('/assembly/') && !name.includes('/browser/'))
  .map((name) => ({ name, text: readFileSync(`src/${name}`, 'utf8') }));

const about = sources.find(({ name }) => name === 'engine/caches.ts')!.text;

/** What a module begins with empty, so that calls fill it; not what may not change, nor lists of words. */
const filled = sources.flatMap(({ name, text }) =>
  [
    ...text.matchAll(
      /^(?:export )?(?:const|let) (\w+)\b(?!: readonly|: Names)[^=\n]*(?:= (?:new (\w+)(?:<.*>)?\(\)|\[\]|\{\})|: .*\| undefined);$/gm,
    ),
  ].map(([, variable]) => ({ name, variable })),
);

/** What begins empty and is no cache: it changes what happens. */
const states: Readonly<Record<string, string>> = {
  'cli/terminal/screen.ts': 'how the progress bar is taken away, while there is one',
};

describe('what modules keep between calls', () => {
  it('is bounded, each by a line in one place that names its module', () => {
    const used = sources.flatMap(({ name, text }) =>
      [...text.matchAll(/\bkeptAtMost\.(\w+)/g)].map(([, bound]) => ({ name, bound: bound! })),
    );
    expect(used.map(({ bound }) => bound).sort()).toEqual(Object.keys(keptAtMost).sort());
    expect(used.map(({ name }) => name).filter((name) => !about.includes(`\`${name}\``))).toEqual([]);
    const recents = sources.flatMap(({ text }) => [...text.matchAll(/new Recent(?:<.*>)?\((.*?)\)/g)]);
    expect(recents.length).toBeGreaterThan(8);
    expect(recents.filter(([, bound]) => !bound!.startsWith('keptAtMost.'))).toEqual([]);
    for (const [name, most] of Object.entries(keptAtMost)) expect([name, most <= 500]).toEqual([name, true]);
  });

  it('is named in that place too where it is of another kind', () => {
    const others = filled.map(({ name }) => name).filter((name) => states[name] === undefined);
    expect(others).toEqual(expect.arrayContaining(['engine/kernels.ts', 'cli/terminal/layout/text.ts']));
    expect(others.filter((name) => !about.includes(`\`${name}\``))).toEqual([]);
  });
});

describe('a value that is kept, or made again after others have put it out', () => {
  it('is the same schema of a quantity', () => {
    const rule = { unit: 'share', min: 0, max: 0.123 } as const;
    const first = quantity(rule);
    expect(quantity({ ...rule })).toBe(first);
    for (let i = 1; i <= 100; i++) quantity({ ...rule, max: i });
    const again = quantity(rule);
    expect(again).not.toBe(first);
    for (const value of [0.1, 0.2, { value: 0.1 }, { value: 0.1, low: 0.2, high: 0.3 }])
      expect(again.safeParse(value)).toEqual(first.safeParse(value));
  });

  it('is the same schema of a scenario', () => {
    const treeOf = (n: number) => ({
      regime: 'wi2013',
      origins: origins.slice(0, 1).map((origin) => ({ ...origin, name: `land_${n}` })),
    });
    const parsed = (schema: ReturnType<typeof schemaFor>) =>
      JSON.stringify(schema.safeParse({ name: 1 }).error);
    const first = schemaFor(treeOf(0));
    expect(schemaFor(treeOf(0))).toBe(first);
    for (let n = 1; n <= 8; n++) schemaFor(treeOf(n));
    const again = schemaFor(treeOf(0));
    expect(again).not.toBe(first);
    expect(parsed(again)).toBe(parsed(first));
  });

  it('is the same list of measures', () => {
    const names = (activities: readonly string[]) => measuresOf(wi2013, activities).map(({ name }) => name);
    const first = measuresOf(wi2013, ['coach']);
    const before = names(['coach']);
    expect(measuresOf(wi2013, ['coach'])).toBe(first);
    expect(names(['buddy'])).not.toEqual(before);
    for (let i = 0; i < 24; i++) measuresOf(wi2013, [`activity_${i}`]);
    expect(measuresOf(wi2013, ['coach'])).not.toBe(first);
    expect(names(['coach'])).toEqual(before);
  });

  it('is the same month of a date', () => {
    // 2016 is a leap year: half of its February is 14.5 days.
    const month = () => monthsSinceEpoch('2016-02-15', 2015);
    expect([month(), month()]).toEqual([13 + 14 / 29, 13 + 14 / 29]);
    for (let day = 0; day < 500; day++)
      monthsSinceEpoch(new Date(Date.UTC(1990, 0, day)).toISOString().slice(0, 10), 1980);
    expect(month()).toBe(13 + 14 / 29);
  });

  it('is the same scenario of a draw', () => {
    const tree = () => scenarioOf() as unknown as ScenarioTree;
    const drawn = { value: 2, low: 1, high: 3, distribution: 'uniform' };
    const own = { ...tree(), horizon_years: drawn } as unknown as ScenarioTree;
    const first = drawScenario(own, [1, 2], 3);
    expect(first.horizon_years).not.toBe(2);
    expect(drawScenario(own, [1, 2], 3)).toEqual(first);
    for (let i = 0; i < 32; i++) drawScenario(tree(), [1, 2], i);
    expect(drawScenario(own, [1, 2], 3)).toEqual(first);
  });

  it('is the same task of a unit', () => {
    const tasks = [2, 3].map((horizon_years) =>
      toSharedMemory(taskOf(scenarioOf({ horizon_years }) as unknown as ScenarioTree, { draws: 2 })),
    );
    const unit = { draw: 1, first: 0, count: 1 };
    const bytes = (task: number) => JSON.stringify(jobs.unit({ task: tasks[task]!, unit: unit as never }));
    const first = bytes(0);
    expect(bytes(0)).toBe(first);
    expect(bytes(1)).not.toBe(first);
    expect(bytes(0)).toBe(first);
  });
});
