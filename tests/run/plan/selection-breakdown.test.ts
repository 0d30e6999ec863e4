/** Results by whom an activity selects. */

import { describe, expect, it } from 'vitest';
import { selectionBreakdown } from '../../../src/run/plan/selection-breakdown.js';
import { leavesOfGroup } from '../../../src/simulation/results/leaves.js';
import { shippedTree, taskOf, wholeDraw } from '../../shipped.js';

const jobcoach = 'approaches.parallel.activities.jobcoach';
const tree = shippedTree('amsterdam', [
  'cohort.size=60',
  'horizon_years=4',
  `${jobcoach}.for.mental_health_complaints=false`,
  `${jobcoach}.for.part_of=~`,
  `${jobcoach}.for.share=0.5`,
  `${jobcoach}.start.delay_weeks=0`,
]);

describe('results by a selection', () => {
  it('divide all, and only those selected take part', () => {
    const by = selectionBreakdown(tree, 'jobcoach');
    expect([by.name, by.values]).toEqual(['selected:jobcoach', ['not_eligible', 'passed_over', 'selected']]);
    const draw = wholeDraw({ ...taskOf(tree, { persons: true }), by }, 0);
    const leaves = draw.leafPersons.length;
    const persons = (group: number) =>
      leavesOfGroup(4, group).reduce((sum, leaf) => sum + draw.leafPersons[leaf]!, 0);
    expect(persons(1) + persons(2) + persons(3)).toBe(60);
    // Those with complaints do not fit.
    const complaints = draw.persons.filter(
      ({ approach, attributes }) => approach === 1 && attributes[5] === 1,
    );
    expect(persons(1)).toBe(complaints.length);
    expect(persons(3)).toBeGreaterThan(9);
    // The same lives under both approaches for all but those selected: every sum is equal, that of the last one is not.
    const [reference, own] = draw.approaches;
    const sums = (of: typeof own, group: number) =>
      leavesOfGroup(4, group).map((leaf) => of!.totals[(leaf * of!.totals.length) / leaves]!);
    for (const group of [1, 2]) expect(sums(own, group)).toEqual(sums(reference, group));
    expect(sums(own, 3)).not.toEqual(sums(reference, 3));
    // persons.csv keeps its columns.
    expect(draw.persons[0]!.attributes).toHaveLength(
      wholeDraw(taskOf(tree, { persons: true }), 0).persons[0]!.attributes.length,
    );
  });

  it('are refused for an activity that is not there, or that differs between approaches', () => {
    expect(() => selectionBreakdown(tree, 'jobcoac')).toThrow(
      'Amsterdam: no approach has an activity "jobcoac"; did you mean "jobcoach"?',
    );
    const { parallel } = tree.approaches;
    const jobcoachOf = (share: number) => ({
      ...parallel!,
      activities: { jobcoach: { ...parallel!.activities.jobcoach!, for: { share } } },
    });
    const two = {
      ...tree,
      approaches: { ...tree.approaches, early: jobcoachOf(0.2), late: jobcoachOf(0.2) },
    };
    expect(() => selectionBreakdown(two, 'jobcoach')).toThrow(
      'approaches select differently for "jobcoach": expected one of selected:parallel.jobcoach, selected:early.jobcoach, selected:late.jobcoach',
    );
    expect(selectionBreakdown(two, 'late.jobcoach').selection).toEqual({
      approach: 'late',
      activity: 'jobcoach',
    });
  });
});
