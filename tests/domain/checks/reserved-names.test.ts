import { describe, expect, it } from 'vitest';
import { buildApproach } from '../../../src/domain/approach.js';
import {
  refuseActivityName,
  refuseApproachName,
  refuseNumberName,
  refusePointName,
} from '../../../src/domain/checks/reserved-names.js';
import { approachMeasures, measureKey } from '../../../src/domain/measures/measures.js';
import { costBookings } from '../../../src/domain/measures/rewards.js';
import { centralScenario } from '../../../src/domain/parameters/draw.js';
import { wi2013 } from '../../../src/domain/regimes/wi2013/wi2013.js';
import { formatDiagnostic } from '../../../src/scenario/check/diagnostic.js';
import { loadScenario, packageLibrary } from '../../../src/scenario/load-scenario.js';
import { problemsOf } from '../../scenario/model-text.js';
import { folderWith } from '../../scenario/temporary-folder.js';
import { plain, shippedTree, taskOf } from '../../shipped.js';

/** All names that the results of an approach have, each kind in a list of its own. */
function namesOf(name: string) {
  const tree = shippedTree('national', plain);
  const activity = {
    label: 'X',
    phase: 3,
    start: { when: { housing: 'housed' } },
    weeks: 10,
    hours_per_week: 5,
    acts_on: ['work', 'education', 'language', 'exam', 'dropout'],
    mandatory: true,
    aftercare_weeks: 4,
    costs: [
      { payer: 'municipality', per_month: 1, per_participant: 1 },
      { payer: 'duo', per_month: 1 },
    ],
  };
  const approach = { ...tree.approaches.sequential!, activities: { [name]: activity } };
  const scenario = centralScenario({ ...tree, approaches: { sequential: approach } } as typeof tree);
  const built = buildApproach(scenario, 'sequential', taskOf(tree).norms);
  const { tracks, milestones } = built.model;
  return {
    tracks: [...tracks.map((track) => track.name), 'milestone'],
    states: tracks.flatMap((track) => track.states.map((state) => `${track.name} ${state}`)),
    milestones: milestones.map((milestone) => milestone.name),
    measures: approachMeasures(scenario, built).map(measureKey),
    rewards: built.rewards.map(({ reward }) => reward.name),
    costs: [...new Set(costBookings(built.rewards).map(({ component }) => component))],
    parts: ['course', 'search', name],
  };
}

const count = (names: readonly string[]) => new Set(names).size;

/** Names that the results of an approach with an activity of a plain name have, as names that an activity might have. */
function namesInUse(): string[] {
  const { costs, measures, parts, states, tracks } = namesOf('zz');
  const ends = [...measures, ...states].map((each) => /(?:share_|at_)([a-z][a-z_]*)$/.exec(each)?.[1] ?? '');
  return [...new Set([...costs, ...parts, ...tracks, ...ends])].filter(
    (each) => each !== '' && each !== 'zz',
  );
}

describe('names that an activity may have', () => {
  it('never make two things of one name in the results', () => {
    const free = namesOf('zz');
    const inUse = namesInUse();
    expect(inUse).toEqual(
      expect.arrayContaining(['course', 'any', 'for_health', 'fines', 'housing', 'overdue']),
    );
    for (const name of inUse.filter((each) => refuseActivityName(each, wi2013) === undefined)) {
      const names = namesOf(name);
      for (const kind of Object.keys(free) as (keyof typeof free)[])
        expect([name, kind, count(names[kind])]).toEqual([name, kind, count(free[kind])]);
    }
  });

  it.each([
    ...['course', 'search', 'any', 'all', 'not', 'nowhere', 'overdue', 'milestone', 'same_as'],
    ...['housing', 'income', 'sanction', 'engagement', 'support_work', 'support_learning'],
    ...['social_guidance', 'course_loan', 'fines', 'loan_repayment', 'bijstand', 'bijstand_part_time'],
    ...['for_health', 'for_family', 'for_motivation', 'sanction_part_time'],
    ...['family_bijstand', 'family_social_guidance'],
  ])('are not %s', (name) => {
    expect(refuseActivityName(name, wi2013)).toBeDefined();
  });

  it.each(['courses', 'coach', 'health', 'base', 'reference', 'at_course', 'any_work', 'work'])(
    'are also %s',
    (name) => {
      expect(refuseActivityName(name, wi2013)).toBeUndefined();
    },
  );

  it('are refused with place and reason', () => {
    const body =
      '{ label: X, phase: 3, start: { when: { housing: housed } }, weeks: 10, hours_per_week: 5, acts_on: [], mandatory: false }';
    const text = `name: X
extends: national
approaches:
  base:
    label: X
    course: { opens: { housing: housed }, mean_wait: 3 }
    search: { opens: { housing: housed } }
    activities:
      course: ${body}
      any: ${body}
      fines: ${body}
`;
    const result = loadScenario(`${folderWith({ 'a.yaml': text })}/a.yaml`, packageLibrary());
    const found = result.ok
      ? []
      : result.diagnostics.map((each) => formatDiagnostic(each).replace(/^.*a\.yaml:/, ''));
    expect(found).toEqual([
      '4:3: approaches: "base" is what sweep.csv calls the scenario without changes; choose another',
      '9:7: approaches.base.activities: "course" is a part of every approach; choose another',
      '10:7: approaches.base.activities: "any" is a word of conditions; choose another',
      '11:7: approaches.base.activities: "fines" is what costs.csv calls a cost of every approach; choose another',
    ]);
  });
});

describe('names that approaches, shared numbers and points may have', () => {
  it('are no words of conditions, of results or of numbers', () => {
    const taken = ['all', 'any', 'not', 'base', 'difference', 'value', 'same_as'];
    expect(taken.filter((name) => refuseApproachName(name) === undefined)).toEqual([]);
    expect(
      ['sequential', 'parallel', 'reference', 'bases'].filter((name) => refuseApproachName(name)),
    ).toEqual([]);
    expect(['value', 'same_as', 'all', 'wage'].filter((name) => refuseNumberName(name))).toEqual([
      'value',
      'same_as',
    ]);
  });

  it('are refused with place and reason', () => {
    const approach = (name: string) =>
      `  ${name}: { label: X, course: { opens: { housing: housed }, mean_wait: 3 }, search: { opens: { housing: housed } } }`;
    const text = `name: X
extends: national
numbers:
  value: { value: 3, unit: months }
approaches:
${approach('any')}
${approach('all')}
${approach('difference')}
`;
    const result = loadScenario(`${folderWith({ 'a.yaml': text })}/a.yaml`, packageLibrary());
    const said = result.ok ? [] : result.diagnostics.map(formatDiagnostic);
    expect(said.map((each) => each.replace(/^.*a\.yaml:/, ''))).toEqual([
      '4:3: numbers: "value" is a part of a number; choose another',
      '6:3: approaches: "any" is a word of conditions, and stands for everybody in results; choose another',
      '7:3: approaches: "all" is a word of conditions, and stands for everybody in results; choose another',
      '8:3: approaches: "difference" is what results call one approach minus another; choose another',
    ]);
  });
});

describe('names in a bare model', () => {
  it('are no words of conditions, nor two of one name in a file of results, nor what else is drawn', () => {
    const problems = problemsOf(`horizon: 12
tracks:
  not: { states: [a, b], start: a }
  work: { states: [a, "x: y"], start: a }
  "work: x": { states: [y, z], start: y }
transitions:
  - { track: work, from: a, to: "x: y", hazard: 1, name: start of work }
`);
    expect(problems).toEqual([
      '3:3: a track cannot be named "not": conditions use that word',
      '5:14: two tracks and states, as means.csv writes them ("track: state") are named "work: x: y"; names must be unique',
      '7:5: "start of work" is what the start of a track or a group is drawn by; choose another name',
    ]);
  });
});

describe('a point of a sweep', () => {
  it('may have any name but that of the scenario without changes', () => {
    expect(refusePointName('base')).toBe('is what sweep.csv calls the scenario without changes');
    expect(refusePointName('basis')).toBeUndefined();
  });
});
