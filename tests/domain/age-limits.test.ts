import { describe, expect, it } from 'vitest';
import { buildApproach } from '../../src/domain/approach.js';
import { pensionAge } from '../../src/domain/attributes/ageing.js';
import { checkReferences } from '../../src/domain/checks/references.js';
import type { Activity } from '../../src/domain/schema/scenario.js';
import { monthsSinceEpoch } from '../../src/domain/time/calendar.js';
import { shippedTree } from '../shipped.js';
import { base, live, plan } from './hand-made-lives.js';

describe('eligibility', () => {
  const forAges = (from: number, to: number, more: Partial<Activity> = {}) => ({
    plan: { ...plan, for: { age: { from, to } }, ...more },
  });

  it('is judged when the activity would start: who is too young waits for the birthday', () => {
    const { start, monthOf } = live([], { age: 23.5 }, forAges(25, 64));
    expect(start.get('plan')).toBe('waiting');
    expect(monthOf('plan', 'taking_part')).toBe(18);
    expect(monthOf('plan', 'finished')).toBeCloseTo(42, 9);
  });

  it('lasts a year where one age is named', () => {
    expect(live([], { age: 23.5 }, forAges(25, 25)).monthOf('plan', 'taking_part')).toBe(18);
    expect(live([], { age: 26 }, forAges(25, 25)).start.get('plan')).toBe('not_eligible');
  });

  it('ends with the last year of age that is named, taking part does not', () => {
    // Open from the house on; 24 up to the 25th birthday, ten days before or after it.
    const housed = live([], { age: 30 }).monthOf('housing', 'housed')!;
    const when = { start: { when: { housing: 'housed' } } };
    const inTime = live([], { age: 25 - (housed + 1 / 3) / 12 }, forAges(18, 24, when));
    expect(inTime.monthOf('plan', 'taking_part')).toBe(housed);
    expect(inTime.monthOf('plan', 'finished')).toBeCloseTo(housed + 24, 9);
    const late = live([], { age: 25 - (housed - 1 / 3) / 12 }, forAges(18, 24, when));
    expect(late.start.get('plan')).toBe('waiting');
    expect(late.monthOf('plan', 'taking_part')).toBeUndefined();
    expect(late.monthOf('plan', 'not_eligible')).toBeCloseTo(housed - 1 / 3, 9);
  });

  it('is over from the permit on for who is too old then', () => {
    const { start, events } = live([], { age: 25 }, forAges(18, 24));
    expect(start.get('plan')).toBe('not_eligible');
    expect(events.filter(({ track }) => track === 'plan')).toEqual([]);
    expect(live([], { age: 24.999 }, forAges(18, 24)).monthOf('plan', 'taking_part')).toBe(0);
  });

  it('is refused where the ages of all activities are more than a track can hold', () => {
    const tree = shippedTree('national');
    const withAges = (ages: readonly number[]) => ({
      ...tree,
      approaches: {
        sequential: {
          ...tree.approaches.sequential!,
          activities: Object.fromEntries(
            ages.map((age) => [`at_${age}`, { ...plan, for: { age: { from: age, to: age } } }]),
          ),
        },
      },
    });
    const even = (from: number, to: number) =>
      Array.from({ length: (to - from) / 2 + 1 }, (_, i) => from + 2 * i);
    // Bands begin at 18, 25, 35, 45 and 55. From 19 to 44 there are 26 more beginnings, two of them at 25 and 35.
    expect(checkReferences(withAges(even(19, 43)))).toEqual([]);
    const problems = checkReferences(withAges(even(19, 53)));
    expect(problems).toHaveLength(1);
    expect(problems[0]!.path.join('.')).toBe('approaches.sequential.activities.at_47.for.age');
    expect(problems[0]!.message).toContain('expected at most 31 stretches');
  });

  it('leaves the names of its tracks to itself', () => {
    const tree = shippedTree('national');
    for (const name of ['age', 'norm', 'student_finance']) {
      const sequential = { ...tree.approaches.sequential!, activities: { [name]: plan } };
      const problems = checkReferences({ ...tree, approaches: { sequential } });
      expect(problems.map(({ message }) => message).join()).toContain(`"${name}" is the name of a track`);
    }
  });
});

describe('the state pension', () => {
  const steps = [
    { from: 0, age: 783 },
    { from: 12, age: 786 },
    { from: 24, age: 789 },
  ];

  it.each([
    // Born so many months before January 2015: 65 and 3 months in 2015, 65 and 6 in 2016, 65 and 9 in 2017.
    [783, 783, 'on 1 January 2015'],
    [772, 783, 'on 1 December 2015'],
    [771, 786, 'is not yet 65 and 6 months on 1 January 2016, so on 1 April'],
    [763, 786, 'on 1 December 2016'],
    [762, 789, 'is 65 and 6 months on 1 January 2017, when 9 are asked for: on 1 April'],
    [700, 789, 'is not known so far ahead: the last age holds'],
    [790, 783, 'was there before the first date: the first age holds'],
  ])('of someone born %d months before 2015 begins at %d months of age (%s)', (born, age) => {
    expect(pensionAge(-born, steps)).toBe(age);
  });

  it('has the ages of the law by year', () => {
    const rows = base.income.pension_age.map(({ from, age }) => ({
      from: monthsSinceEpoch(from, 2015),
      age,
    }));
    // Birth by year and month (January 1951: -768), and the age that the law has for it, years and months.
    const law: [string, number, number][] = [
      ['1950-09-01', 65, 3],
      ['1951-06-01', 65, 6],
      ['1952-03-01', 65, 9],
      ['1952-12-01', 66, 0],
      ['1953-01-01', 66, 4],
      ['1955-08-01', 66, 4],
      ['1955-09-01', 66, 7],
      ['1956-05-01', 66, 7],
      ['1956-06-01', 66, 10],
      ['1957-02-01', 66, 10],
      ['1957-03-01', 67, 0],
      ['1960-12-01', 67, 0],
      ['1961-01-01', 67, 3],
    ];
    for (const [date, years, months] of law) {
      expect([date, pensionAge(monthsSinceEpoch(date, 2015), rows)]).toEqual([date, years * 12 + months]);
    }
  });

  it.each([10, 40])('ends the bijstand of the municipality, also with a horizon of %d years', (years) => {
    // 64 in January 2015: 65 and 6 months in July 2016, month 18.
    const { monthOf, euros, events } = live([`horizon_years=${years}`], { age: 64 });
    expect(monthOf('income', 'pension')).toBe(18);
    expect(euros('bijstand')).toBeCloseTo(700 * (18 - monthOf('income', 'bijstand')!), 6);
    expect(events.some(({ track, from }) => track === 'income' && from === 'pension')).toBe(false);
  });

  it('ends every other income, and is no relapse', () => {
    const settings = ['income.work=10', 'income.ratios.age.55-64=1', 'income.language.none=1'];
    const noReturn = ['from_0', 'from_6', 'from_12', 'from_60'].map((each) => `income.relapse.${each}=0`);
    const { events, counted } = live([...settings, ...noReturn], { age: 64 });
    const incomes = events.filter(({ track }) => track === 'income');
    expect(incomes.at(-1)).toMatchObject({ from: 'work', to: 'pension', month: 18 });
    expect(counted('count: relapse')).toBe(0);
    expect(counted('work_months')).toBeCloseTo(18 - incomes.find(({ to }) => to === 'work')!.month, 9);
  });

  it('ends activities, aftercare too, and begins none', () => {
    const running = live([], { age: 64 }, { plan });
    expect(running.monthOf('plan', 'finished')).toBe(18);
    const beside = { ...plan, continues_in_work: true, aftercare_weeks: 100 };
    expect(
      live([], { age: 64 }, { plan: beside }).events.filter(({ track }) => track === 'plan'),
    ).toMatchObject([
      { to: 'taking_part', month: 0 },
      { to: 'finished', month: 18 },
    ]);
    const short = { ...beside, weeks: 12 * (365.25 / 84) };
    expect(
      live([], { age: 64 }, { plan: short }).events.filter(({ track }) => track === 'plan'),
    ).toMatchObject([{ to: 'taking_part' }, { to: 'aftercare' }, { to: 'finished', month: 18 }]);
    const never = { ...beside, start: { when: { income: ['work', 'pension'] } } };
    const { monthOf } = live([], { age: 64 }, { plan: never });
    expect(monthOf('plan', 'taking_part')).toBeUndefined();
    expect(monthOf('plan', 'not_eligible')).toBe(18);
  });

  it('ends the duty to integrate: nobody is overdue or fined after it', () => {
    // A term of 12 months from the house on, further ones of 2: overdue after about 13 months, fined every two months.
    const settings = [
      'inburgering.term_months=12',
      'inburgering.further_term_months=2',
      'inburgering.late_exemption=0',
      'inburgering.exempt_at_term.middle=0',
      'language.months_to.basic=600',
      'horizon_years=5',
    ];
    const { events, monthOf } = live(settings, { age: 64 });
    expect(monthOf('inburgering', 'overdue')).toBeLessThan(18);
    expect(monthOf('inburgering', 'ended')).toBe(18);
    expect(events.some(({ track, from, month }) => track === 'term' && from === 'over' && month > 18)).toBe(
      false,
    );
    const late = live([...settings, 'inburgering.term_months=36'], { age: 64 });
    expect(late.monthOf('inburgering', 'overdue')).toBeUndefined();
    expect(late.monthOf('inburgering', 'ended')).toBe(18);
  });

  it('and student finance belong to what decides a life, so that a sweep runs it anew', () => {
    const identityOf = (income: Partial<typeof base.income>) =>
      buildApproach({ ...base, income: { ...base.income, ...income } }, 'sequential', []).identity();
    const later = base.income.pension_age.map(({ from, age }) => ({ from, age: age + 1 }));
    const texts = [
      identityOf({}),
      identityOf({ pension_age: later }),
      identityOf({ student_finance_until: 31 }),
    ];
    expect(new Set(texts).size).toBe(3);
    expect(identityOf({})).toBe(texts[0]);
  });

  it('is refused where its table is not in order of time, or falls', () => {
    const tree = shippedTree('national');
    const problems = (rows: typeof tree.income.pension_age) =>
      checkReferences({ ...tree, income: { ...tree.income, pension_age: rows } }).map(
        ({ message }) => message,
      );
    expect(
      problems([
        { from: '2015-01-01', age: 783 },
        { from: '2015-01-01', age: 786 },
      ]),
    ).toEqual([
      'income.pension_age: expected a date after 2015-01-01, which stands above it, got 2015-01-01',
    ]);
    expect(
      problems([
        { from: '2015-01-01', age: 783 },
        { from: '2016-01-01', age: 780 },
      ]),
    ).toEqual(['income.pension_age: expected at least 783 months, as above it, got 780']);
  });
});
