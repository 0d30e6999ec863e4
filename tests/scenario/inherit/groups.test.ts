/** Groups: numbers that are set as one. */

import { expect, it } from 'vitest';
import type { AnnotatedQuantity } from '../../../src/domain/parameters/quantity.js';
import { planSweep } from '../../../src/run/sweep/points.js';
import { nodeOfNumber } from '../../../src/scenario/inherit/ties.js';
import { activity, approach, loaded, problemsOf, twins } from '../twins.js';

const text = (numbers: string) =>
  twins(approach(activity('1')), approach(activity('1')), `groups: { work: { numbers: [${numbers}] } }`);
const both = text('effects.work_men, effects.work_women');

it('a value for a group is one for each of its numbers', () => {
  const { tree } = loaded(both, ['groups.work=1.4']);
  for (const path of ['effects.work_men', 'effects.work_women'])
    expect(nodeOfNumber(tree, path) as AnnotatedQuantity).toMatchObject({
      value: 1.4,
      distribution: 'fixed',
    });
});

it('a sweep moves them together, and tells of the group what it sets', () => {
  const { values, points } = planSweep(loaded(both), { set: ['groups.work=1,1.2'], seed: '1' });
  expect(points.map(({ name }) => name)).toEqual(['base', 'groups.work=1', 'groups.work=1.2']);
  expect(values.map((each) => each.get('groups.work'))).toEqual([undefined, 1, 1.2]);
});

it.each([
  ['groups.work=-1', /effects\.work_men: expected at least 0/],
  ['groups.wrok=1', /no group "groups\.wrok"; did you mean "work"\?/],
  [
    'groups.work={ numbers: [effects.work_men, effects.wrk_women] }',
    /no number at "effects\.wrk_women"; did you mean "effects\.work_women"\?/,
  ],
  ['groups.work={ numbers: [effects.work_men, effects.work_men] }', /is named above it already/],
])('refused: %s', (setting, message) => {
  expect(problemsOf(both, [setting])[0]).toMatch(message);
});

it('numbers of unlike units can go together, but not be set as one', () => {
  const unlike = text('effects.work_men, housing.wait_ratio, approaches.a.course.mean_wait');
  expect(problemsOf(unlike)).toEqual([]);
  expect(problemsOf(unlike, ['groups.work=2'])[0]).toMatch(
    /groups\.work: "effects\.work_men" is in hazard ratio, "approaches\.a\.course\.mean_wait" is in months; one value cannot be that of both$/,
  );
});
