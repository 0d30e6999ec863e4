/** How many activities may act on one thing. */

import { describe, expect, it } from 'vitest';
import { countSources } from '../../../src/domain/activities/at-once.js';
import { checkReferences } from '../../../src/domain/checks/references.js';
import type { Activity, ScenarioTree } from '../../../src/domain/schema/scenario.js';
import { live, scenarioOf } from '../life.js';

const kindNames = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p'];
const kinds = Object.fromEntries(
  kindNames.map((name) => [name, { label: name, acts_on: ['work'], full_hours: 8 }]),
);

const activitiesOf = (given: readonly string[]) =>
  Object.fromEntries(
    given.map((kind, i): [string, Partial<Activity>] => [
      `activity_${i}`,
      { acts_on: undefined as never, kind, hours_per_week: 1 + i },
    ]),
  );

const problems = (...given: string[]) =>
  checkReferences(scenarioOf({ kinds }, activitiesOf(given)) as unknown as ScenarioTree).map(
    ({ message }) => message,
  );

const tooMany = (at: number) => [
  `approaches.only.activities.activity_${at}: too many activities act on work, some by kind; expected at most 15, each set of several of one kind counted as one more (four of one kind are 15)`,
];

describe('activities that act on one thing', () => {
  it('are counted with the sets of several of one kind', () => {
    const count = (...of: (string | undefined)[]) => countSources(of.map((kind) => ({ kind })));
    expect(count()).toBe(0);
    expect(count('a', 'b', undefined, undefined)).toBe(4);
    expect(count('a', 'a')).toBe(3);
    expect(count('a', 'b', 'a', 'b')).toBe(6);
    expect(count('a', 'a', 'a', 'a')).toBe(15);
  });

  it('may be fifteen of as many kinds, or four of one', () => {
    expect(problems(...kindNames.slice(0, 15))).toEqual([]);
    expect(problems(...kindNames)).toEqual(tooMany(15));
    expect(problems('a', 'a', 'a', 'a')).toEqual([]);
    expect(problems('a', 'a', 'a', 'a', 'b')).toEqual(tooMany(4));
    expect(problems('a', 'a', 'a', 'b', 'a')).toEqual(tooMany(4));
    expect(problems('a', 'a', 'a', ...kindNames.slice(1, 9))).toEqual([]);
    expect(problems('a', 'a', 'a', ...kindNames.slice(1, 10))).toEqual(tooMany(11));
  });

  it('may be any number where none is of a kind', () => {
    const many = Object.fromEntries(
      kindNames.map((name): [string, Partial<Activity>] => [name, { acts_on: ['work'] }]),
    );
    const found = (more: Record<string, Partial<Activity>>) =>
      checkReferences(scenarioOf({ kinds }, { ...many, ...more }) as unknown as ScenarioTree);
    expect(kindNames.length).toBeGreaterThan(15);
    expect(found({})).toEqual([]);
  });

  it.each([
    [['a', 'a', 'a', 'a']],
    [['a', 'b', 'a', 'b', 'a', 'b']],
    [['a', 'a', 'a', ...kindNames.slice(1, 9)]],
    [kindNames.slice(0, 15)],
  ])('can be lived with at the most that there may be: %s', (given) => {
    const life = live({ kinds, 'income.work': 0.01 }, activitiesOf(given));
    expect(life.months('activity_3', 'taking_part')).toEqual([6]);
  });
});
