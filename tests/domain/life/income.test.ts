/**
 * Income: who steps where, how fast. A person's chance is the same under every scenario, so a constant hazard that is twice as
 * high makes the wait half as long, exactly; other hazards use up the same budget, which is worked out by hand.
 */

import { describe, expect, it } from 'vitest';
import { ageBands } from '../../../src/domain/attributes/age.js';
import { educationLevels } from '../../../src/domain/attributes/education.js';
import { householdNames as households } from '../../../src/domain/attributes/household.js';
import { languageLevels } from '../../../src/domain/schema/names.js';
import { originNames as origins } from '../../shipped.js';
import { live, type Who } from '../life.js';

type Settings = Readonly<Record<string, unknown>>;

/** Nobody works in the asylum centre; forty years, so that everybody gets to everything. */
const base = { 'income.in_centre': 0, horizon_years: 40 };

/** Months from housing (month 6) until an income state. */
function wait(state: string, settings: Settings, who: Who = {}, luck = 1): number {
  return live({ ...base, ...settings }, {}, who, luck).month('income', state) - 6;
}

/** The steps out of bijstand: their hazard, and what only some people take. */
const steps = [
  { state: 'work', hazard: 'income.work', who: {} },
  { state: 'bijstand_part_time', hazard: 'income.part_time_work', who: {} },
  { state: 'education', hazard: 'income.education', who: {} },
  { state: 'other', hazard: 'income.other_exit', who: {} },
];

describe('steps out of bijstand', () => {
  it.each(steps)('$state is as fast as its hazard', ({ state, hazard }) => {
    const slow = wait(state, { [hazard]: 1 });
    expect(slow).toBeGreaterThan(0);
    expect(wait(state, { [hazard]: 4 })).toBeCloseTo(slow / 4, 9);
    expect(wait(state, { [hazard]: 0 })).toBeNaN();
    expect(wait(state, { [hazard]: 1 }, {}, 2)).not.toBeCloseTo(slow, 6);
  });

  it.each(steps)('$state is no step for who never leaves', ({ state, hazard }) => {
    expect(wait(state, { [hazard]: 1e9, 'cohort.never_leaving': 1 })).toBeNaN();
  });

  it.each([
    ['work', 'income.part_time_to_work'],
    ['bijstand', 'income.part_time_loss'],
    ['education', 'income.education'],
    ['other', 'income.other_exit'],
  ])('%s follows part-time work at its own hazard', (state, hazard) => {
    // In part-time work from housing on.
    const partTime = (rate: number) => {
      const life = live({
        ...base,
        'income.part_time_work': 1e8,
        'income.part_time_loss': 0,
        [hazard]: rate,
      });
      const from = life.month('income', 'bijstand_part_time');
      return life.months('income', state).find((month) => month > from)! - from;
    };
    const slow = partTime(1);
    expect(partTime(5)).toBeCloseTo(slow / 5, 6);
  });

  it('more work follows part-time work as language, search and the labour market allow', () => {
    const more = (settings: Settings) => {
      const partTime = { 'income.part_time_work': 1e8, 'income.part_time_to_work': 1, 'income.in_centre': 0 };
      return live({ horizon_years: 40, ...partTime, ...settings }).month('income', 'work') - 6;
    };
    const plain = more({});
    // Part-time work is found at once all the same: its hazard is so high.
    expect(more({ 'income.language.none': 0.5 })).toBeCloseTo(plain * 2, 5);
    const closed = { 'approach.search.opens': { inburgering: 'passed' }, 'income.search_closed': 0.25 };
    expect(more(closed)).toBeCloseTo(plain * 4, 5);
    expect(more({ 'income.labour_market': [{ from: '2015-01-01', ratio: 2 }] })).toBeCloseTo(plain / 2, 5);
    // The ratios of groups count in the step to part-time work alone.
    expect(more({ 'income.ratios.origin.syria': 0.5 })).toBeCloseTo(plain, 5);
  });

  it('who never leaves keeps part-time work from becoming more', () => {
    const settings = { 'income.part_time_work': 1e8, 'income.part_time_to_work': 1e8 };
    expect(wait('work', settings)).toBeCloseTo(0, 6);
    expect(wait('work', { ...settings, 'cohort.never_leaving': 1 })).toBeNaN();
  });
});

/** Every ratio of the step to work, with someone whom it concerns and someone whom it does not. */
const workRatios: [string, Who, Who][] = [
  ['women', { sex: 'women' }, { sex: 'men' }],
  ['mental_health', { mental_health_complaints: 'yes' }, { mental_health_complaints: 'no' }],
  ...ageBands.map((band): [string, Who, Who] => {
    const age = Number(band.split('-')[0]);
    return [`age.${band}`, { age }, { age: age === 18 ? 25 : 18 }];
  }),
  ...educationLevels.map((education, i): [string, Who, Who] => [
    `education.${education}`,
    { education },
    { education: educationLevels[(i + 1) % 4]! },
  ]),
  ...origins.map((origin, i): [string, Who, Who] => [
    `origin.${origin}`,
    { origin },
    { origin: origins[(i + 1) % 3]! },
  ]),
  ...households.map((household, i): [string, Who, Who] => [
    `household.${household}`,
    { household },
    { household: households[(i + 1) % 4]! },
  ]),
];

describe('ratios of the step to work', () => {
  it.each(workRatios)('%s: on work and part-time work of those concerned', (name, who, other) => {
    const ratio = { [`income.ratios.${name}`]: 3 };
    for (const { state, hazard } of steps.slice(0, 2)) {
      const plain = { [hazard]: 5, 'income.partner_work': 0 };
      const without = wait(state, plain, who);
      expect(wait(state, { ...plain, ...ratio }, who)).toBeCloseTo(without / 3, 9);
      expect(wait(state, { ...plain, ...ratio }, other)).toBeCloseTo(wait(state, plain, other), 9);
    }
  });

  it('hold in the asylum centre too, and not for steps of another kind', () => {
    const women = { 'income.ratios.women': 3 };
    const centre = {
      'housing.wait_ratio': 1000,
      'income.work': 1,
      'income.in_centre': 0.5,
      horizon_years: 40,
    };
    const inCentre = (settings: Settings) =>
      live({ ...centre, ...settings }, {}, { sex: 'women' }).month('income', 'work');
    const plain = inCentre({});
    expect(inCentre(women)).toBeCloseTo(plain / 3, 9);
    expect(inCentre({ 'income.in_centre': 1 })).toBeCloseTo(plain / 2, 9);
    for (const { state, hazard } of steps.slice(2)) {
      const without = wait(state, { [hazard]: 5 }, { sex: 'women' });
      expect(wait(state, { [hazard]: 5, ...women }, { sex: 'women' })).toBeCloseTo(without, 9);
    }
  });

  it('of education: age and schooling', () => {
    const plain = { 'income.education': 5 };
    for (const [path, who, other] of [
      ['age.18-24', { age: 20 }, { age: 26 }],
      ['education.low', { education: 'low' }, { education: 'high' }],
    ] as [string, Who, Who][]) {
      const ratio = { [`income.education_ratios.${path}`]: 3 };
      expect(wait('education', { ...plain, ...ratio }, who)).toBeCloseTo(
        wait('education', plain, who) / 3,
        9,
      );
      expect(wait('education', { ...plain, ...ratio }, other)).toBeCloseTo(
        wait('education', plain, other),
        9,
      );
      expect(wait('work', { 'income.work': 5, ...ratio }, who)).toBeCloseTo(
        wait('work', { 'income.work': 5 }, who),
        9,
      );
    }
  });
});

/** In the course from the permit on, a month to each level up to the one wanted; never passing. */
function atLevel(level: string): Settings {
  const upTo = languageLevels.indexOf(level as (typeof languageLevels)[number]);
  const months = languageLevels.slice(1).map((name, i) => [`language.months_to.${name}`, i < upTo ? 1 : 600]);
  return {
    ...Object.fromEntries(months),
    'approach.course.opens': { housing: ['centre', 'housed'] },
    'inburgering.exam_wait': 1e12,
  };
}

describe('language', () => {
  it.each(languageLevels)('%s: its ratio on work, part-time work and education', (level) => {
    const other = level === 'none' ? 'higher' : 'none';
    for (const [state, hazard, section] of [
      ['work', 'income.work', 'language'],
      ['bijstand_part_time', 'income.part_time_work', 'language'],
      ['education', 'income.education', 'education_language'],
    ] as const) {
      const plain = { ...atLevel(level), [hazard]: 5 };
      const without = wait(state, plain);
      expect(wait(state, { ...plain, [`income.${section}.${level}`]: 0.2 })).toBeCloseTo(without * 5, 9);
      expect(wait(state, { ...plain, [`income.${section}.${other}`]: 0.2 })).toBeCloseTo(without, 9);
    }
  });
});

describe('the search for work', () => {
  const closed = { 'approach.search.opens': { inburgering: 'passed' }, 'income.search_closed': 0.25 };

  it.each(steps.slice(0, 3))('while it is closed $state is rarer by the ratio', ({ state, hazard }) => {
    const open = wait(state, { [hazard]: 2 });
    expect(wait(state, { [hazard]: 2, ...closed })).toBeCloseTo(open * 4, 9);
    expect(wait(state, { [hazard]: 2, 'income.search_closed': 0.25 })).toBeCloseTo(open, 9);
  });

  it('opens with its condition, after its delay', () => {
    const opens = { 'approach.search.opens': { housing: 'housed' } };
    expect(live(opens).month('search', 'open')).toBeCloseTo(6, 9);
    // 26 weeks of 365.25 / 7 / 12 to a month.
    const late = live({ ...opens, 'approach.search': { opens: { housing: 'housed' }, delay_weeks: 26 } });
    expect(late.month('search', 'open')).toBeCloseTo(6 + (26 * 7 * 12) / 365.25, 9);
    expect(live(closed).month('search', 'open')).toBeNaN();
  });
});

describe('the labour market', () => {
  it('multiplies work from its date on, the first entry also before', () => {
    const market = (...entries: [string, number][]) => ({
      'income.work': 2,
      'income.labour_market': entries.map(([from, ratio]) => ({ from, ratio })),
    });
    const plain = wait('work', { 'income.work': 2 });
    expect(wait('work', market(['2020-01-01', 4]))).toBeCloseTo(plain / 4, 9);
    // Nothing until 1 July 2017, month 30: 24 months after housing.
    expect(wait('work', market(['2015-01-01', 0], ['2017-07-01', 0.5]))).toBeCloseTo(24 + plain * 2, 9);
    expect(wait('work', market(['2015-01-01', 1e-9], ['2016-01-01', 1], ['2017-01-01', 0]))).toBeCloseTo(
      6 + plain,
      6,
    );
  });

  it.each(steps)('$state heeds it: $state', ({ state, hazard }) => {
    const settings = { [hazard]: 2, 'income.labour_market': [{ from: '2015-01-01', ratio: 4 }] };
    const factor = state === 'work' || state === 'bijstand_part_time' ? 4 : 1;
    expect(wait(state, settings)).toBeCloseTo(wait(state, { [hazard]: 2 }) / factor, 9);
  });
});

describe('idle months', () => {
  const RATIO = 0.9;
  const idle = { 'income.work': 0.5, 'income.idle_per_month': RATIO };

  it('lower the hazard of work by the ratio for each month since the permit', () => {
    const budget = wait('work', { 'income.work': 0.5 }) * 0.5;
    // The hazard is 0.5 x 0.9^t; from month 6 to the step it uses up the budget.
    const step = 6 + wait('work', idle);
    expect((0.5 * (RATIO ** step - RATIO ** 6)) / Math.log(RATIO)).toBeCloseTo(budget, 9);
  });

  it('up to the cap', () => {
    const late = {
      ...idle,
      'income.idle_cap': 10,
      'income.labour_market': [
        { from: '2015-01-01', ratio: 0 },
        { from: '2017-01-01', ratio: 1 },
      ],
    };
    const plain = wait('work', { ...late, 'income.idle_per_month': 1 });
    // From month 24 on the loss of ten months.
    expect(wait('work', late) - 18).toBeCloseTo((plain - 18) / RATIO ** 10, 6);
  });
});
