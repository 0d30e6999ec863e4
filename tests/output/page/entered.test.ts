/** Numbers and units as readers of a page type and see them. */

import { expect, it } from 'vitest';
import { enteredIn, enteredNumbers, fits, meanings } from '../../../src/output/page/entered.js';
import type { Control } from '../../../src/output/page/page-data.js';
import { sayMeant } from '../../../src/output/page/say-setting.js';
import { unitBeside } from '../../../src/output/page/units.js';
import { type Speech, speak } from '../../../src/output/report/speech.js';

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

it('a whole amount has a dash or two for its cents, as in Dutch, and only amounts have', () => {
  const [en, nl] = [speak('en'), speak('nl')];
  const control = (unit: string) =>
    ({ unit, group: 'assumptions', least: 0, most: 1e9, whole: false }) as Control;
  const read = (unit: string, speech: Speech, ...texts: readonly string[]) =>
    texts.map((text) => enteredIn(control(unit), text, speech));
  const amounts = ['300,-', '€ 300,-', '300,--', '€300,\u2013', '300,- euro', 'EUR 300,=', '300.-'];
  for (const [unit, speech] of [
    ['euro per maand', nl],
    ['euros a month', en],
  ] as const) {
    expect(read(unit, speech, ...amounts)).toEqual(amounts.map(() => ({ numbers: [300], beside: '' })));
    // Before the dash nothing can be decimals: no need to ask.
    expect(read(unit, speech, '1.250,-', '€ 1 250 000,-')).toEqual([
      { numbers: [1250], beside: '' },
      { numbers: [1_250_000], beside: '' },
    ]);
  }
  expect(read('euro per maand', nl, '300,-5', '1.25,-', ',-')).not.toContainEqual(
    expect.objectContaining({ numbers: [expect.any(Number)], beside: '' }),
  );
  expect(read('personen', nl, '300,-')).toEqual([{ numbers: [], beside: expect.stringContaining('-') }]);
});
