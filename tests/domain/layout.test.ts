/** Parameter draws change numbers, never the layout of a model: sums of many draws are added up by position. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildApproach } from '../../src/domain/approach.js';
import { centralScenario, drawScenario } from '../../src/domain/parameters/draw.js';
import type { ScenarioTree } from '../../src/domain/schema/scenario.js';
import type { Model } from '../../src/engine/model/model.js';
import { seedKey } from '../../src/simulation/seed.js';
import { shippedNames, shippedTree, taskOf } from '../shipped.js';

const names = (items: readonly { readonly name: string }[]) => items.map(({ name }) => name);

/** All of a model that results are told apart by, as a text. */
function layoutOf({ tracks, transitions, ...rest }: Model): string {
  const moves = transitions.map(({ name, from, to }) => [name, from, to.map(({ state }) => state)]);
  return JSON.stringify([
    tracks,
    moves,
    [rest.rewards, rest.milestones, rest.exposures, rest.loads].map(names),
  ]);
}

/** Every approach has one layout: under the central values, and under so many draws. */
function expectOneLayout(tree: ScenarioTree, draws: number): void {
  const { norms } = taskOf(tree);
  const key = seedKey('layout');
  const drawn = Array.from({ length: draws }, (_, draw) => drawScenario(tree, key, draw));
  for (const approach of Object.keys(tree.approaches)) {
    const layouts = [centralScenario(tree), ...drawn].map((scenario) =>
      layoutOf(buildApproach(scenario, approach, norms).model),
    );
    // As texts: to compare thousands of names one by one is slow.
    const other = layouts.find((layout) => layout !== layouts[0]) ?? layouts[0];
    expect(JSON.parse(other!)).toEqual(JSON.parse(layouts[0]!));
  }
}

type Activity = ScenarioTree['approaches'][string]['activities'][string];

/** An activity that begins at housing. */
function activityWith(parts: Partial<Activity>): Activity {
  return {
    label: 'Activity',
    phase: 2,
    start: { when: { housing: 'housed' } },
    weeks: 1000,
    hours_per_week: 2,
    acts_on: ['language'],
    mandatory: false,
    dropout: 0,
    continues_in_work: true,
    ...parts,
  };
}

/** The national scenario with one approach: no course, and the activities given. */
function withActivities(activities: Readonly<Record<string, Activity>>, settings: string[] = []) {
  const approach = {
    label: 'Activities',
    course: { opens: { housing: 'centre', language: 'higher' }, mean_wait: 1 },
    search: { opens: { language: 'higher' } },
    activities,
  };
  return { ...shippedTree('national', settings), reference: 'own', approaches: { own: approach } };
}

const targets = ['language', 'work', 'education', 'exam', 'dropout'] as const;

/** An uncertain number, which a draw may put at 0 or below. */
const uncertain = fc.record({
  value: fc.double({ min: 0, max: 10, noNaN: true }),
  low: fc.constant(0),
  high: fc.double({ min: 10, max: 30, noNaN: true }),
  distribution: fc.constantFrom('triangular' as const, 'uniform' as const, 'normal' as const),
});

describe('the layout of a model', () => {
  it.each(shippedNames)('is the same under 64 draws of %s', (name) => {
    expectOneLayout(shippedTree(name), 64);
  });

  it('is the same under the draws of any activities', () => {
    const activity = fc
      .record({
        hours_per_week: fc.oneof(uncertain, fc.constantFrom(0, 6, 12)),
        acts_on: fc.option(fc.subarray([...targets]), { nil: undefined }),
        aftercare_weeks: fc.option(uncertain, { nil: undefined }),
        aftercare: fc.option(fc.record({ starts: fc.constantFrom('end', 'exit'), weeks: uncertain }), {
          nil: undefined,
        }),
        resumes_within_weeks: fc.option(uncertain, { nil: undefined }),
        continues_in_work: fc.boolean(),
        outflow: fc.option(
          fc.record(
            { education: uncertain, work: uncertain, voluntary_work: uncertain, voluntary_weeks: uncertain },
            { requiredKeys: [] },
          ),
          { nil: undefined },
        ),
        start: uncertain.map((delay) => ({ when: { housing: 'housed' }, delay_weeks: delay })),
      })
      .map((rest) => activityWith(rest.acts_on === undefined ? { ...rest, kind: 'some' } : rest));
    const kind = fc.record({
      label: fc.constant('Some kind'),
      acts_on: fc.subarray([...targets]),
      full_hours: uncertain,
      lesson_return: fc.option(fc.constant({ value: 0.5, low: 0, high: 1 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(
        fc.array(activity, { maxLength: 4 }),
        kind,
        fc.constantFrom('0', '0.5', '1'),
        (activities, some, overdue) => {
          const named = Object.fromEntries(activities.map((each, i) => [`activity_${i}`, each]));
          const tree = withActivities(named, [`language.overdue=${overdue}`]);
          expectOneLayout({ ...tree, kinds: { some } }, 16);
        },
      ),
      { numRuns: 20 },
    );
  });
});

/** An uncertain number of which a draw may well be 0. */
const fromZero = (high: number) => ({ value: 0, low: 0, high, distribution: 'triangular' as const });

it('is the same under draws of complaints, of the family and of who never leaves', () => {
  const tree = shippedTree('national');
  const level = fromZero(2);
  const each = { value: 1, low: 0.5, high: 4, distribution: 'uniform' as const };
  expectOneLayout(
    {
      ...tree,
      health: { onset: fromZero(0.1), idle_onset: level, recovery: fromZero(0.1) },
      family: {
        median_arrival: { syria: fromZero(9), eritrea: fromZero(40), other: fromZero(20) },
        sigma: { value: 0.5, low: 0.1, high: 1, distribution: 'uniform' },
        with_children: fromZero(1),
        partner_work: level,
      },
      cohort: {
        ...tree.cohort,
        never_leaving_odds: {
          age: { '18-24': each, '25-34': each, '35-44': each, '45-54': each, '55-64': each },
          education: { low_literate: each, low: each, middle: each, high: each },
          mental_health: each,
        },
      },
    },
    8,
  );
});

describe('bookkeeping tracks', () => {
  it('are those of support and four more; a trace shows the others', () => {
    const tree = shippedTree('leiden');
    const built = buildApproach(centralScenario(tree), 'parallel', taskOf(tree).norms);
    const shown = names(built.model.tracks).filter((name) => !built.bookkeeping.includes(name));
    const activities = Object.keys(tree.approaches.parallel!.activities);
    const support = built.bookkeeping.filter((name) => name.startsWith('support_'));
    expect(support.length).toBeGreaterThan(1);
    expect([...built.bookkeeping].sort()).toEqual(
      ['age', 'engagement', 'student_finance', 'term', ...support].sort(),
    );
    expect(shown.filter((name) => name.startsWith('support_'))).toEqual([]);
    expect(shown).toEqual(
      expect.arrayContaining(['housing', 'income', 'norm', 'inburgering', ...activities]),
    );
  });
});
