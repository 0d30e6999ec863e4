/** Conditions as people write them, and what the checks of a scenario find beyond the schema. */

import { describe, expect, it } from 'vitest';
import { readCondition } from '../../../src/domain/checks/condition.js';
import { checkReferences } from '../../../src/domain/checks/references.js';
import type { ScenarioTree } from '../../../src/domain/schema/scenario.js';
import { scenarioOf } from '../life.js';

const tracks = [
  { name: 'house', states: ['none', 'own'] },
  { name: 'work', states: ['none', 'some', 'full'] },
];
const read = (node: unknown) => readCondition(node, tracks);

describe('readCondition', () => {
  it('reads a track with a state, or with any of several', () => {
    expect(read({ house: 'own' })).toEqual({ condition: { track: 'house', in: ['own'] }, problems: [] });
    expect(read({ work: ['some', 'full'] }).condition).toEqual({ track: 'work', in: ['some', 'full'] });
  });

  it('reads several entries as all of them, and all, any and not', () => {
    const own = { track: 'house', in: ['own'] };
    const full = { track: 'work', in: ['full'] };
    expect(read({ house: 'own', work: 'full' }).condition).toEqual({ all: [own, full] });
    expect(read({ any: [{ house: 'own' }, { work: 'full' }] }).condition).toEqual({ any: [own, full] });
    expect(read({ all: [{ house: 'own' }, { not: { work: 'full' } }] }).condition).toEqual({
      all: [own, { not: full }],
    });
    expect(read({ not: { house: 'own', work: 'full' } }).condition).toEqual({ not: { all: [own, full] } });
  });

  it.each([
    ['no condition', 'house', []],
    ['nothing', null, []],
    ['a list', [{ house: 'own' }], []],
    ['an empty mapping', {}, []],
  ])('refuses %s', (_, node, path) => {
    const { problems } = read(node);
    expect(problems).toEqual([
      { path, message: 'expected a condition: a mapping such as { housing: housed }' },
    ]);
  });

  it('refuses what is inside, and says where', () => {
    const { problems } = read({ any: [{ house: 'own' }, {}], all: { house: 'own' } });
    expect(problems.map(({ path, message }) => [path, message])).toEqual([
      [['any', 1], 'expected a condition: a mapping such as { housing: housed }'],
      [['all'], '"all" takes a list of conditions'],
    ]);
  });

  it('refuses unknown tracks and states, with the names there are', () => {
    expect(read({ huis: 'own' }).problems).toEqual([
      {
        path: ['huis'],
        atKey: true,
        message: 'unknown track "huis"',
        name: 'huis',
        candidates: ['house', 'work', 'all', 'any', 'not'],
      },
    ]);
    expect(read({ work: ['full', 'half'] }).problems).toEqual([
      {
        path: ['work', 1],
        message: 'unknown state "half" of track "work"',
        name: 'half',
        candidates: ['none', 'some', 'full'],
      },
    ]);
    expect(read({ not: { work: 7 } }).problems).toEqual([
      {
        path: ['not', 'work'],
        message: 'unknown state "7" of track "work"',
        name: '7',
        candidates: ['none', 'some', 'full'],
      },
    ]);
    expect(read({ work: { full: true } }).problems).toEqual([
      { path: ['work'], message: 'expected a state of track "work", or a list of states' },
    ]);
  });
});

describe('checkReferences', () => {
  const problems = (settings: Readonly<Record<string, unknown>>, activities = {}) =>
    checkReferences(scenarioOf({ ...settings }, activities) as unknown as ScenarioTree).map(
      ({ path, message }) => [path.join('.'), message],
    );
  const third = { low_literate: 0.25, low: 0.25, middle: 0.25, high: 0.25 };

  it('finds nothing in a scenario that is right', () => {
    expect(problems({})).toEqual([]);
    expect(problems({ 'cohort.composition.syria.education': { ...third, high: 0.269 } })).toEqual([]);
  });

  it('finds shares that do not add up to one, by more than rounding', () => {
    const path = 'cohort.composition.eritrea.education';
    expect(problems({ [path]: { ...third, high: 0.275 } })).toEqual([
      [path, `${path}: the shares add up to 1.025, expected 1`],
    ]);
    const age = { '18-24': 0, '25-34': 0, '35-44': 0, '45-54': 0, '55-64': 0.5 };
    const household = { single: 0, single_parent: 0, couple: 0, couple_with_children: 0.9 };
    expect(
      problems({
        'cohort.composition.other.age': age,
        'cohort.composition.syria.household': household,
        'cohort.composition.syria.share': 0.5,
        'effects.dropout_reasons': { health: 0.2, family: 0.2, motivation: 0.2 },
      }).map(([at]) => at),
    ).toEqual([
      'cohort.composition.syria.household',
      'cohort.composition.other.age',
      'cohort.composition',
      'effects.dropout_reasons',
    ]);
  });

  it('finds a kind of which neither it nor the law says what it acts on', () => {
    const of = (kind: object, law: object) =>
      problems(
        { kinds: { talk: { label: 'Talk', full_hours: 0, ...kind } }, law },
        {
          buddy: { kind: 'talk', acts_on: undefined as never },
        },
      );
    expect(of({}, {})).toEqual([
      [
        'approaches.only.activities.buddy.kind',
        'approaches.only.activities.buddy.kind: neither the kind "talk" nor the law says what it acts on; expected kinds.talk.acts_on, [] for nothing',
      ],
    ]);
    expect(of({ acts_on: [] }, {})).toEqual([]);
    expect(of({}, { acts_on: { talk: ['exam'] } })).toEqual([]);
  });

  it('finds a reference approach that is not there', () => {
    const [problem] = checkReferences(scenarioOf({ reference: 'onyl' }) as unknown as ScenarioTree);
    expect(problem).toEqual({
      path: ['reference'],
      message: 'reference: no approach "onyl"',
      name: 'onyl',
      named: ['approaches', 'onyl'],
      candidates: ['only'],
    });
  });

  it('finds conditions that name what is not there', () => {
    expect(problems({ 'approach.search.opens': { housing: 'home' } })).toEqual([
      [
        'approaches.only.search.opens.housing',
        'approaches.only.search.opens: unknown state "home" of track "housing"',
      ],
    ]);
    expect(problems({ 'approach.course.opens': { huis: 'housed' } }).map(([at]) => at)).toEqual([
      'approaches.only.course.opens.huis',
    ]);
    const start = { when: { mentor: 'finished' } };
    expect(problems({}, { buddy: { start } }).map(([at]) => at)).toEqual([
      'approaches.only.activities.buddy.start.when.mentor',
    ]);
    expect(problems({}, { buddy: { start }, mentor: {} })).toEqual([]);
  });

  it('knows whether the name or the value is wrong', () => {
    const atKey = (opens: unknown) =>
      checkReferences(scenarioOf({ 'approach.course.opens': opens }) as unknown as ScenarioTree)[0]!.atKey;
    expect([atKey({ huis: 'housed' }), atKey({ housing: 'home' })]).toEqual([true, undefined]);
  });

  it('finds names of activities that are taken, and ages the wrong way round', () => {
    for (const name of ['housing', 'income', 'support_work']) {
      expect(problems({}, { [name]: {} }).map(([at]) => at)).toEqual([`approaches.only.activities.${name}`]);
    }
    expect(problems({}, { buddy: { for: { age: { from: 40, to: 30 } } } })).toEqual([
      [
        'approaches.only.activities.buddy.for.age',
        'approaches.only.activities.buddy.for.age: from (40) is above to (30)',
      ],
    ]);
    expect(problems({}, { buddy: { for: { age: { from: 30, to: 30 } } } })).toEqual([]);
  });
});
