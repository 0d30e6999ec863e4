/** A setting of a page: what it makes of a scenario and of shares. */

import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildApproach } from '../../../src/domain/approach.js';
import { centralScenario } from '../../../src/domain/parameters/draw.js';
import type { AnnotatedQuantity } from '../../../src/domain/parameters/quantity.js';
import { regimeOf } from '../../../src/domain/regimes/find.js';
import type { ScenarioTree } from '../../../src/domain/schema/scenario.js';
import { asSetting, type Changes, nodeAt, withChanges } from '../../../src/output/page/change.js';
import { Composition, sharesWith } from '../../../src/output/page/composition.js';
import { fits } from '../../../src/output/page/entered.js';
import { History } from '../../../src/output/page/history.js';
import type { Control } from '../../../src/output/page/page-data.js';
import { withoutReported } from '../../../src/output/page/reported.js';
import { openQuestionsOf, Resolved } from '../../../src/output/page/resolved.js';
import { taskUnder } from '../../../src/output/page/task-of-setting.js';
import { wordsUnder } from '../../../src/output/words/words.js';
import { nameForOthers } from '../../../src/run/scenarios/names.js';
import { loadAll } from '../../../src/run/scenarios/scenarios.js';
import { packageLibrary } from '../../../src/scenario/library.js';
import { readNorms } from '../../../src/scenario/tables/norms.js';
import type { Task } from '../../../src/simulation/task.js';

const hours = { value: 24, low: 12, high: 24, unit: 'hours a week' };
const ratio = { value: 0.5, low: 0.4, high: 0.6 };
const tree = {
  horizon_years: 10,
  cohort: { size: { value: 400, unit: 'persons' } },
  jas: { hours },
  plan: {
    hours: {
      ...{ value: 12, low: 4.8, high: 14.4, unit: 'hours a week' },
      tie: { to: 'jas.hours', of: hours, ratios: [{ path: 'plan.hours.ratio', quantity: ratio }] },
    },
  },
} as unknown as ScenarioTree;
const norms = readNorms(packageLibrary());
const posterior = {
  paths: ['jas.hours', 'other'],
  rows: 3,
  values: Float64Array.of(20, 1, 21, 2, 22, 3),
  central: Float64Array.of(21, 2),
};

describe('a number set in a page', () => {
  it('has no range, leaves the posterior, and takes what is tied to it along', () => {
    const set = { value: 30, distribution: 'fixed', unit: 'hours a week' };
    const changed = withChanges(tree, posterior, { 'jas.hours': 30, horizon_years: 7 });
    expect(changed.tree).toMatchObject({
      horizon_years: 7,
      jas: { hours: set },
      // 30 hours times the ratio: 0.5 (0.4 to 0.6).
      plan: { hours: { value: 15, low: 12, high: 18, tie: { of: set } } },
    });
    expect(changed.tree).not.toHaveProperty('jas.hours.low');
    expect(changed.posterior).toEqual({
      paths: ['other'],
      rows: 3,
      values: Float64Array.of(1, 2, 3),
      central: Float64Array.of(2),
    });
    expect(tree).toMatchObject({ horizon_years: 10, jas: { hours } });
  });

  it('settles an open question for all that hangs on it, directly or by what it is tied to', () => {
    const question = 'alternatives.teaches';
    const choice = {
      by: question,
      weights: [0.5, 0.5],
      options: [
        { name: 'no', path: 'lessons.values.no', quantity: { value: 0 } },
        { name: 'yes', path: 'lessons.values.yes', quantity: { value: 4, low: 2, high: 8 } },
      ],
    };
    const lessons = { value: 0, low: 0, high: 8, choice };
    // Twice the hours of the lessons.
    const tie = { to: 'lessons', of: lessons, ratios: [{ path: 'home.ratio', quantity: { value: 2 } }] };
    const options = { no: { weight: 0.5, label: 'No' }, yes: { weight: 0.5, label: 'Yes' } };
    const open = {
      alternatives: { teaches: { question: 'Are there lessons?', options } },
      ...{ lessons, home: { value: 0, low: 0, high: 16, tie } },
    } as unknown as ScenarioTree;
    expect(asSetting(open, question, 1)).toEqual({ path: question, value: 'yes' });
    const settled = withChanges(open, undefined, { [question]: 1 }).tree;
    expect(settled).toMatchObject({
      alternatives: { teaches: { holds: 'yes' } },
      lessons: { value: 4, choice: { weights: [0, 1] } },
      home: { value: 8, tie: { of: { value: 4, choice: { weights: [0, 1] } } } },
    });
    expect(withChanges(open, undefined, { [question]: 0 }).tree).toMatchObject({
      alternatives: { teaches: { holds: 'no' } },
      lessons: { value: 0, choice: { weights: [1, 0] } },
    });
    expect(open).toMatchObject({ lessons });
  });

  it('comes with its section where the scenario lacks that', () => {
    expect(withChanges(tree, undefined, { 'jas.for.share': 0 }).tree).toMatchObject({
      jas: { for: { share: { value: 0 } } },
    });
    expect(asSetting(tree, 'jas.for.share', 0)).toEqual({ path: 'jas.for', value: { share: 0 } });
    expect(asSetting(tree, 'jas.hours', 30)).toEqual({ path: 'jas.hours', value: 30 });
  });

  it('has in an activity whoever the other settings leave in it, and a switch that goes both ways', () => {
    const question = 'alternatives.where';
    const quantities = [0, 1, 0.5];
    const options = quantities.map((value, i) => ({ name: `${i}`, path: `by.${i}`, quantity: { value } }));
    const share = {
      value: 0,
      low: 0,
      high: 1,
      choice: { by: question, weights: [0.5, 0.25, 0.25], options },
    };
    const answers = { 0: { weight: 0.5 }, 1: { weight: 0.25 }, 2: { weight: 0.25 } };
    const half = { value: 0.5, low: 0, high: 1 };
    const rest = {
      value: 0.5,
      low: 0,
      high: 1,
      tie: { to: 'one', of: 1, ratios: [], less: [{ path: 'half', quantity: half }] },
    };
    const places = {
      alternatives: { where: { question: 'Where?', options: answers } },
      ...{ open: share, same: { value: 0, tie: { to: 'open', of: share, ratios: [] } } },
      // Nobody at the central value, some in the draws.
      ...{ half, rest, few: { value: 0, low: 0, high: 0.3, distribution: 'triangular' } },
      ...{ two: { value: 0.5, choice: { by: question, weights: [0, 0.5, 0.5], options } } },
    } as unknown as ScenarioTree;
    const now = (changes: Changes) => new Resolved(places, changes);
    const placeOf = (changes: Changes) =>
      ['open', 'same', 'half', 'rest', 'few', 'two', 'everybody.share'].map((path) =>
        now(changes).standingOf(path),
      );
    expect(placeOf({})).toEqual(['by answer', 'by answer', 'on', 'on', 'on', 'on', 'on']);
    expect(placeOf({ [question]: 0 }).slice(0, 2)).toEqual(['off', 'off']);
    expect(placeOf({ [question]: 2 }).slice(0, 2)).toEqual(['on', 'on']);
    expect(placeOf({ open: 0, half: 1 }).slice(0, 4)).toEqual(['off', 'off', 'on', 'off']);
    const switches = (path: string, others: Changes, ...set: (number | undefined)[]) =>
      set.map((value) => now(value === undefined ? others : { ...others, [path]: value }).switched(path));
    // As drawn, on, off, as drawn.
    expect(switches('open', {}, undefined, 1, 0)).toEqual([1, 0, undefined]);
    expect(switches('open', { [question]: 1 }, undefined, 0, 1)).toEqual([0, undefined, 0]);
    expect(switches('open', { [question]: 0 }, undefined, 1, 0)).toEqual([1, undefined, 1]);
    expect(switches('rest', { half: 1 }, undefined, 1)).toEqual([1, undefined]);
    expect(openQuestionsOf(nodeAt(places, ['same']) as AnnotatedQuantity)).toEqual([question]);
    const less = [{ path: 'open', quantity: share }];
    expect(openQuestionsOf({ value: 0, tie: { to: 'half', of: half, ratios: [], less } })).toEqual([
      question,
    ]);
    const settled = withChanges(places, undefined, { [question]: 2 }).tree;
    expect(openQuestionsOf(nodeAt(settled, ['same']) as AnnotatedQuantity)).toEqual([]);
    const control = { path: 'same', group: 'activities', value: -1, follows: true } as Control;
    expect([0, 1, 0.5].map((value) => fits(control, value))).toEqual([true, true, false]);
    expect(now({ [question]: 2 }).valueOf(control)).toBe(0.5);
    // As in the report, and yet set: it may be off because of another.
    expect(withoutReported({ same: 1 }, [{ ...control, value: 1 }])).toEqual({ same: 1 });
  });

  it('takes as many replications as the command line would', () => {
    const base = { tree, posterior, draws: 64, replications: 2 } as unknown as Task;
    // 600 persons a draw: 600 / 40 = 15; 10,000 persons in all are fewer.
    expect(taskUnder(base, { 'cohort.size': 40 }, true).replications).toBe(15);
    expect(taskUnder(base, { 'cohort.size': 40 }, false).replications).toBe(2);
  });
});

describe('shares', () => {
  const report = { a: 0.5, b: 0.3, c: 0.2 };

  it('keep their proportions beside the one that is set, and make one', () => {
    expect(sharesWith(report, 'a', 0.75)).toEqual({ a: 0.75, b: 0.15, c: 0.1 });
    const thirds = sharesWith({ a: 0.1, b: 1, c: 1, d: 1 }, 'a', 0);
    expect(thirds).toEqual({ a: 0, b: 0.3333, c: 0.3333, d: 0.3334 });
    // After nothing those of the report: half of 3 : 2.
    expect(sharesWith({ a: 1, b: 0, c: 0 }, 'a', 0.5, report)).toEqual(report);
    expect(sharesWith({ a: 1, b: 0, c: 0 }, 'a', 0.5)).toEqual({ a: 0.5, b: 0.25, c: 0.25 });
  });

  it('come to the same by whatever way a slider goes', () => {
    const composition = new Composition(report);
    const shown = (share: number) => Number(share.toFixed(2));
    let now: Changes = report;
    const move = (path: string, ...values: readonly number[]) => {
      for (const value of values) now = composition.move(now, path, value, shown);
      return now;
    };
    expect(move('a', 0.51, 0.99, 1, 0.75)).toEqual({ a: 0.75, b: 0.15, c: 0.1 });
    expect(move('a', 1, 0.5)).toBe(report);
    // Half of what b leaves, and back: not what the report had, but what it was.
    const before = move('a', 0.9);
    expect(move('b', 1, 0)).toEqual({ a: 0.9574, b: 0, c: 0.0426 });
    expect(move('b', 0.06)).toBe(before);
    composition.restart();
    now = { a: 1, b: 0, c: 0 };
    expect(move('a', 0.5)).toEqual(report);
  });
});

it('a number that is put back to what the report shows is set no more', () => {
  const control = (path: string, value: number, group = 'assumptions') =>
    ({ path, value, group, step: 0.01 }) as Control;
  const controls = [
    control('hazard', 0.9187),
    control('on', 1, 'activities'),
    control('question', -1),
    ...[control('a', 0.7, 'composition'), control('b', 0.2, 'composition'), control('c', 0.1, 'composition')],
  ];
  expect(withoutReported({ hazard: 0.92, on: 1, a: 0.7, b: 0.2, c: 0.1 }, controls)).toEqual({});
  const changes = { hazard: 0.93, on: 0, question: 0, a: 0.7, b: 0.15, c: 0.15 };
  expect(withoutReported(changes, controls)).toEqual(changes);
});

it('one edit is one step back, however many values it went through', () => {
  const past = new History();
  past.keep({}, 'size 1');
  past.keep({ size: 1 }, 'size 1');
  past.keep({ size: 12 }, 'size 1');
  past.keep({ size: 120 }, 'size 2');
  // Back to the report, and a link.
  past.keep({ size: 130 });
  past.keep({});
  const back = Array.from({ length: 5 }, () => past.undo());
  expect(back).toEqual([{}, { size: 130 }, { size: 120 }, {}, undefined]);
});

it('everything that a life shows has a word in both languages', () => {
  const missing = loadAll(['leiden', 'rotterdam', 'alphen-chaam'], []).flatMap(({ tree, posterior }) =>
    Object.keys(tree.approaches).flatMap((approach) => {
      const { model, bookkeeping } = buildApproach(centralScenario(tree, posterior), approach, norms);
      const tracks = model.tracks.filter(({ name }) => !bookkeeping.includes(name));
      const said = tracks.flatMap(({ name, states }) => [
        ...(Object.hasOwn(tree.approaches[approach]!.activities, name) ? [] : [name]),
        ...states,
      ]);
      return (['nl', 'en'] as const).flatMap((language) => {
        const { terms, parts } = wordsUnder(language, regimeOf(tree)).names;
        return said.filter((each) => !Object.hasOwn({ ...terms, ...parts }, each));
      });
    }),
  );
  expect(missing).toEqual([]);
});

it('a page names a scenario of the package by its name, and tells nobody the folders of its writer', () => {
  const shipped = resolve('scenarios/leiden.yaml');
  expect(nameForOthers(shipped, 'scenarios/leiden.yaml')).toBe('leiden');
  expect(nameForOthers('/home/me/secret/evil.yaml', '/home/me/secret/evil.yaml')).toBe('evil.yaml');
  expect(nameForOthers('/home/me/secret/evil.yaml', 'secret/evil.yaml')).toBe('secret/evil.yaml');
});
