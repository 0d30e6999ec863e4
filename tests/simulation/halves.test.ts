/** Blocks of draws with the same persons, and the two halves of a cohort that are added up apart. */

import { describe, expect, it } from 'vitest';
import { cohortKey, DRAWS_PER_BLOCK } from '../../src/simulation/cohort/cohort-key.js';
import { keepFirst } from '../../src/simulation/results/join.js';
import { leafCount, leavesOfGroup } from '../../src/simulation/results/leaves.js';
import { seedKey } from '../../src/simulation/seed.js';
import { shippedTree, taskOf, wholeDraw } from '../shipped.js';

const tree = shippedTree('smallingerland', ['cohort.size=7', 'horizon_years=4']);

describe('the persons of a draw', () => {
  it('are those of the other draws of its block, and no others', () => {
    const task = { key: seedKey('block') };
    const keys = Array.from({ length: 2 * DRAWS_PER_BLOCK }, (_, draw) => cohortKey(task, draw, 3).join());
    expect(DRAWS_PER_BLOCK).toBe(4);
    expect(new Set(keys.slice(0, 4)).size).toBe(1);
    expect(new Set(keys.slice(4)).size).toBe(1);
    expect(keys[4]).not.toBe(keys[3]);
    expect(cohortKey(task, 0, 2)).not.toEqual(cohortKey(task, 0, 3));
  });

  it('come into the halves in turn, those of one-person cohorts too', () => {
    const seven = wholeDraw(taskOf(tree, { draws: 2, replications: 3 }), 0);
    // Persons 0, 2, 4, 6 and 1, 3, 5; the other way round in the second cohort.
    expect(Array.from(seven.leafPersons)).toEqual([4 + 3 + 4, 3 + 4 + 3]);
    const one = wholeDraw(
      taskOf({ ...tree, cohort: { ...tree.cohort, size: 1 } }, { draws: 2, replications: 5 }),
      0,
    );
    expect(Array.from(one.leafPersons)).toEqual([3, 2]);
  });
});

describe('the sums by leaf', () => {
  it.each([undefined, 'sex'] as const)('are those of its persons, by %s', (by) => {
    const task = taskOf(tree, {
      draws: 2,
      replications: 3,
      persons: true,
      ...(by === undefined ? {} : { by }),
    });
    const draw = wholeDraw(task, 1);
    const groups = by === undefined ? 1 : 3;
    const leaves = leafCount(groups);
    expect(leavesOfGroup(groups, 0)).toHaveLength(leaves);
    const own = draw.approaches[1]!;
    const persons = draw.persons.filter(({ approach }) => approach === 1);
    const total = own.totals.length / leaves;
    for (let leaf = 0; leaf < leaves; leaf++) {
      // Sex is the second of the attributes.
      const members = persons.filter(
        ({ replication, person, attributes }) =>
          (replication + person) % 2 === leaf % 2 && (by === undefined || attributes[1] === leaf >> 1),
      );
      expect(draw.leafPersons[leaf]).toBe(members.length);
      for (const measure of [0, 5, 20]) {
        const sum = members.reduce((all, { values }) => all + values[measure]!, 0);
        expect(own.totals[leaf * total + measure]).toBeCloseTo(sum, 6);
      }
      const bins = own.timeCounts.length / leaves;
      const counted = own.timeCounts
        .slice(leaf * bins, (leaf + 1) * bins)
        .reduce((all, count) => all + count, 0);
      expect(counted).toBe(members.length);
    }
  });
});

describe('keepFirst', () => {
  it('keeps of the first replications what a run that keeps only these does', () => {
    const task = taskOf(tree, { draws: 2000, replications: 5 });
    const many = taskOf(tree, { draws: 100, replications: 5 });
    const [few, all] = [wholeDraw(task, 0), wholeDraw(many, 0)];
    expect([few.kept, all.kept]).toEqual([3, 5]);
    expect(keepFirst(all, few.kept)).toEqual(few);
    expect(keepFirst(few, 4)).toBe(few);
  });
});
