/** Names in a scenario that lead nowhere: where the problem stands, and what the name would name. */

import { describe, expect, it } from 'vitest';
import { checkReferences } from '../../../src/domain/checks/references.js';
import type { Activity, ScenarioTree } from '../../../src/domain/schema/scenario.js';
import { scenarioOf } from '../life.js';

const problems = (activities: Readonly<Record<string, Partial<Activity>>>) =>
  checkReferences(scenarioOf({}, activities) as unknown as ScenarioTree);

const at = (activity: string, ...path: (string | number)[]) => [
  'approaches',
  'only',
  'activities',
  activity,
  ...path,
];

describe('references', () => {
  it('of a scenario in which all names lead somewhere are no problem', () => {
    expect(problems({ coach: {}, after: { start: { when: { coach: 'finished' } } } })).toEqual([]);
  });

  it('to an activity that there is not stand at its name, say which it would be, and which there are', () => {
    const [problem, ...others] = problems({
      coach: {},
      after: { start: { when: { all: [{ coahc: 'finished' }] } } },
    });
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      path: at('after', 'start', 'when', 'all', 0, 'coahc'),
      message: expect.stringMatching(/^approaches\.only\.activities\.after\.start\.when: .*coahc/),
      atKey: true,
      name: 'coahc',
      named: at('coahc'),
      candidates: expect.arrayContaining(['coach', 'after', 'housing']),
    });
  });

  it('to a state that there is not name no activity', () => {
    const [problem, ...others] = problems({ coach: {}, after: { start: { when: { coach: 'finnished' } } } });
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      path: at('after', 'start', 'when', 'coach'),
      name: 'finnished',
      candidates: expect.arrayContaining(['finished']),
    });
  });

  it('of the end of an activity are looked at as those of its start', () => {
    const found = problems({ coach: { ends: { when: { cursus: 'finished' } } } as Partial<Activity> });
    expect(found.map(({ path }) => path)).toEqual([at('coach', 'ends', 'when', 'cursus')]);
  });

  it('ask for the share that is selected, where people are', () => {
    const selection = { on: 'prospects', accuracy: 0.5 } as const;
    expect(problems({ coach: { for: { selection } } as Partial<Activity> })).toEqual([
      {
        path: at('coach', 'for', 'selection'),
        message:
          'approaches.only.activities.coach.for.selection: expected for.share beside it, the share that is selected',
      },
    ]);
    expect(problems({ coach: { for: { selection, share: 0.5 } } as Partial<Activity> })).toEqual([]);
  });
});
