/** A setting of a page: what it makes of a scenario and of shares, and what of a posterior a page holds. */

import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildApproach } from '../../../src/domain/approach.js';
import { centralScenario } from '../../../src/domain/parameters/draw.js';
import type { AnnotatedQuantity } from '../../../src/domain/parameters/quantity.js';
import { regimeOf } from '../../../src/domain/regimes/find.js';
import type { ScenarioTree } from '../../../src/domain/schema/scenario.js';
import { asSetting, type Changes, nodeAt, withChanges } from '../../../src/output/page/change.js';
import { Composition, sharesWith } from '../../../src/output/page/composition.js';
import { enteredIn, enteredNumbers, fits, meanings } from '../../../src/output/page/entered.js';
import { History } from '../../../src/output/page/history.js';
import { packColumn, unpackColumn } from '../../../src/output/page/packed-columns.js';
import {
  type Control,
  packPosterior,
  unpackPosterior,
  withoutSources,
} from '../../../src/output/page/page-data.js';
import { withoutReported } from '../../../src/output/page/reported.js';
import { openQuestionsOf, Resolved } from '../../../src/output/page/resolved.js';
import { sayMeant, unitBeside } from '../../../src/output/page/say-setting.js';
import { taskUnder } from '../../../src/output/page/task-of-setting.js';
import { type Speech, speak } from '../../../src/output/report/speech.js';
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
        now(changes).placeOf(path),
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

it('a number is typed with a comma or a point before its decimals, and the thousands of its language', () => {
  const typed = ['0,5', '.5', ' 1.25 ', '-2', '1e-7', '05', '0,400', '1,0005'];
  const numbers = [0.5, 0.5, 1.25, -2, 1e-7, 5, 0.4, 1.0005];
  for (const language of ['nl', 'en'] as const) {
    const read = (text: string) => enteredNumbers(text, language);
    expect(typed.map(read)).toEqual(numbers.map((number) => [number]));
    const none = ['', '0,', 'abc', '0x10', 'Infinity', '1,00,000', '1 00', '1 000.000,5', '1 000,000 000'];
    expect(none.flatMap(read)).toEqual([]);
    for (const space of [' ', '\u00a0', '\u202f']) expect(read(`12${space}000`)).toEqual([12_000]);
  }
  const both = (text: string) => [enteredNumbers(text, 'en'), enteredNumbers(text, 'nl')];
  // What may be thousands in another language has a second reading.
  expect(both('1,000')).toEqual([[1000], [1, 1000]]);
  expect(both('1.000')).toEqual([[1, 1000], [1000]]);
  expect(both('-1,234,567.5')).toEqual([[-1_234_567.5], []]);
  expect(both('\u22121.234.567,5')).toEqual([[], [-1_234_567.5]]);
  expect(fits({ least: 0, most: 1 } as Control, 1.5)).toBe(false);
});

it('a number is asked after where it may be another, and its unit may stand beside it', () => {
  const [en, nl] = [speak('en'), speak('nl')];
  const control = (unit: string, more: object = {}) =>
    ({ unit, group: 'assumptions', least: 0, most: 1e9, whole: false, ...more }) as Control;
  const cost = control('euros a month of taking part');
  const kosten = control('euro per maand deelname');
  const meant = (of: Control, text: string, speech = en) =>
    sayMeant(speech, meanings(of, enteredIn(of, text, speech).numbers));
  expect([meant(cost, '1.000'), meant(kosten, '1,000', nl)]).toEqual([
    ['1', '1000'],
    ['1', '1000'],
  ]);
  // What is offered has one meaning.
  expect([meant(cost, '1.125'), meant(cost, '1.1250'), meant(kosten, '€ 1,125', nl)]).toEqual([
    ['1.1250', '1125'],
    [],
    ['1,1250', '1125'],
  ]);
  expect([meant(cost, '1,000'), meant(cost, '1.25'), meant(control('share', { most: 1 }), '1.000')]).toEqual([
    [],
    [],
    [],
  ]);
  const size = control('persons', { whole: true, most: 5000 });
  expect(['1.000', '1.0000', '60,0', '99.000', '1,000', '60'].map((text) => meant(size, text))).toEqual([
    ...[['1', '1000'], ['1', '10000'], ['60', '600'], ['99', '99000'], [], []],
  ]);
  const read = (of: Control, speech: Speech, ...texts: readonly string[]) =>
    texts.map((text) => {
      const { numbers, beside } = enteredIn(of, text, speech);
      return beside === '' ? numbers[0] : beside;
    });
  expect(read(cost, en, '300 euro', '€ 300', '€300', '300 euros a month', '300 EUR', '300 €')).toEqual([
    ...[300, 300, 300, 300, 300, 300],
  ]);
  expect(read(cost, en, '70%', '$ 300', '300 mon', '3 x 100')).toEqual(['%', '$', 'mon', 'x 100']);
  expect(read(control('share'), en, '70%', '7 percent', '0.7', '7 weeks')).toEqual([0.7, 0.07, 0.7, 'weeks']);
  expect(read(control('', { group: 'composition' }), nl, '12,5%')).toEqual([0.125]);
  expect(read(control('jaar'), nl, '10 jaar', '10 jaren')).toEqual([10, 'jaren']);
  expect(read(control('uren per week'), nl, '1 uur', '10 uren', '1e3', '€ 3')).toEqual([1, 10, 1000, '€']);
  expect(read(control('weeks'), en, 'abc', '', '-')).toEqual([undefined, undefined, undefined]);
});

it('one of something has its unit in the singular', () => {
  const units = [
    'euros a month of taking part',
    'hours a week',
    'persons',
    'months of age',
    'hazard ratio',
    '',
  ];
  const of = (value: number) => units.map((unit) => unitBeside({ unit } as Control, value, speak('en')));
  expect(of(1)).toEqual([
    ...['euro a month of taking part', 'hour a week', 'person', 'month of age', 'hazard ratio', ''],
  ]);
  expect(of(2)).toEqual(units);
  const weken = { unit: 'uren per week minder' } as Control;
  expect(unitBeside(weken, 1, speak('nl'))).toBe('uur per week minder');
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

it('columns of numbers are kept short and to the last bit', () => {
  const columns = [
    [0.1234567891, 12.3, -5, 0, 1e-7],
    [1_000_000.25, 1_000_001],
    [3, 3, 3],
    [1 / 3, 2 / 3],
    // Too wide apart for whole numbers, or none that these tell apart.
    [1e300, 1e-300],
    [-0, 1],
  ];
  const packed = columns.map(packColumn);
  expect(packed.map(unpackColumn)).toEqual(columns);
  expect(packed.map((each) => 'text' in each)).toEqual([true, true, true, true, false, false]);
  // Above 1,000,000.25 in hundredths nothing and 75: the first and the 76th of the signs, from the space on without a quote and <.
  expect(packed[1]).toEqual({ decimals: 2, least: 100_000_025, width: 1, text: ' n' });
});

it('of a scenario a page simulates the numbers, without what is told of them', () => {
  const number = { value: 1, low: 0, high: 2, unit: 'weeks', source: 'S', label: 'assumption', note: 'N' };
  const bare = { value: 1, low: 0, high: 2, unit: 'weeks' };
  // An activity may have any name, and wait for one of any name.
  const when = { source: ['finished'], note: 'finished' };
  const made = {
    when,
    note: { weeks: number },
    tied: { value: 1, tie: { to: 'a', of: number, ratios: [] } },
  };
  expect(withoutSources(made)).toEqual({
    ...{ when, note: { weeks: bare } },
    tied: { value: 1, tie: { to: 'a', of: bare, ratios: [] } },
  });
});

it('a page holds the rows of the posterior that its draws take, to the last bit', () => {
  const packed = packPosterior({ ...posterior, values: posterior.values.map((x) => x / 3) }, [1, 2], 2);
  expect(packed.used).toHaveLength(2);
  const { values, ...rest } = unpackPosterior(packed);
  expect(rest).toEqual({ paths: posterior.paths, rows: 3, central: posterior.central });
  for (let row = 0; row < 3; row++) {
    const own = [...values.subarray(2 * row, 2 * row + 2)];
    const is = [posterior.values[2 * row]! / 3, posterior.values[2 * row + 1]! / 3];
    expect(own).toEqual(packed.used.includes(row) ? is : [Number.NaN, Number.NaN]);
  }
});
