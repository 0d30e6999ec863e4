import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildApproach } from '../../../src/domain/approach.js';
import { ageBands } from '../../../src/domain/attributes/age.js';
import { householdNames as households } from '../../../src/domain/attributes/household.js';
import { approachMeasures } from '../../../src/domain/measures/measures.js';
import { centralScenario } from '../../../src/domain/parameters/draw.js';
import { monthsSinceEpoch } from '../../../src/domain/time/calendar.js';
import { people, shippedTree, taskOf, wholeDraw } from '../../shipped.js';
import { live, plan, still } from '../hand-made-lives.js';

describe('the norm', () => {
  it('is that of 18 to 20 up to the 21st birthday, from then on that of 21 and older, by date', () => {
    // 18 at the permit: 21 after 36 months. Amounts double in January 2021, month 72; ten years end at month 120.
    const { monthOf, euros } = live([], { age: 18 });
    const housed = monthOf('income', 'bijstand')!;
    expect(monthOf('norm', 'single')).toBe(36);
    expect(euros('bijstand')).toBeCloseTo(200 * (36 - housed) + 700 * 36 + 1400 * 48, 6);
  });

  it('counts from the day of birth, whatever the date of the permit', () => {
    // 20 years and 9 months old at a permit on 1 July 2015: 21 after 3 months.
    const { monthOf, euros } = live([], { age: 20.75, permit: 6 });
    const housed = monthOf('income', 'bijstand')!;
    expect(monthOf('norm', 'single')).toBe(3);
    // January 2021 is month 66 of this life.
    expect(euros('bijstand')).toBeCloseTo(200 * (3 - housed) + 700 * 63 + 1400 * 54, 6);
  });

  it.each<[(typeof households)[number], number, number]>([
    // Net a month before and from the 21st birthday; Participatiewet, articles 20 and 21.
    ['single', 200, 700],
    ['single_parent', 200, 700],
    ['couple', 200, 500],
    // 200 each, and a fifth of the couple norm for the two.
    ['couple_with_children', 300, 500],
  ])('of a person of a household %s is %d up to 21 and %d after', (household, young, adult) => {
    const settings = ['horizon_years=5'];
    const { monthOf, euros } = live(settings, { age: 19, household });
    const housed = monthOf('income', 'bijstand')!;
    expect(euros('bijstand')).toBeCloseTo(young * (24 - housed) + adult * 36, 6);
    // Half the couple norm is that of young sharers too, but not for as long.
    expect(monthOf('norm', household.startsWith('couple') ? 'couple' : 'single')).toBe(24);
    const older = live(settings, { age: 21, household });
    expect(older.euros('bijstand')).toBeCloseTo(adult * (60 - older.monthOf('income', 'bijstand')!), 6);
  });

  it('of sharers is half the couple norm from 21, since 2023 only from 27', () => {
    // 19 in January 2015: 21 in 2017 (month 24), 27 in 2023 (month 96). Single 1,400 from January 2023 would need an age
    // below 27: this person never has it. One of 18 has it in 2023, month 96 to 108.
    const first = live(['horizon_years=10'], { age: 19, shares: true });
    const housed = first.monthOf('income', 'bijstand')!;
    expect(first.euros('bijstand')).toBeCloseTo(200 * (24 - housed) + 500 * 48 + 1000 * 48, 6);
    const second = live(['horizon_years=10'], { age: 18, shares: true });
    expect(second.euros('bijstand')).toBeCloseTo(
      200 * (36 - second.monthOf('income', 'bijstand')!) + 500 * 36 + 1000 * 24 + 1400 * 12 + 1000 * 12,
      6,
    );
    // 25 in January 2015: 27 after 24 months, half the couple norm all along.
    const grown = live(['horizon_years=10'], { age: 25, shares: true });
    expect(grown.start.get('norm')).toBe('sharing_21_26');
    expect(grown.monthOf('norm', 'sharing')).toBe(24);
    const older = live(['horizon_years=10'], { age: 40, shares: true });
    expect(older.euros('bijstand')).toBeCloseTo(
      500 * (72 - older.monthOf('income', 'bijstand')!) + 1000 * 48,
      6,
    );
  });

  it('is the one that part-time work takes its share of', () => {
    const settings = ['income.part_time_benefit=0.4', 'income.part_time_work=10', 'income.part_time_loss=0'];
    const { monthOf, euros } = live([...settings, 'income.part_time_to_work=0'], { age: 18 });
    const partTime = monthOf('income', 'bijstand_part_time')!;
    expect(partTime).toBeLessThan(36);
    expect(euros('bijstand_part_time')).toBeCloseTo(0.4 * (200 * (36 - partTime) + 700 * 36 + 1400 * 48), 6);
  });

  it('is the one that a cut takes its share of', () => {
    // Cut by half again and again, for a month each time, while in an activity of about ten years.
    const settings = ['sanction.hazard=5', 'sanction.cut=0.5', 'sanction.months=1', 'horizon_years=5'];
    const { events, euros } = live(settings, { age: 18 }, { plan: { ...plan, weeks: 520, mandatory: true } });
    const cuts = events.filter(({ track, to, month }) => track === 'sanction' && to === 'cut' && month < 60);
    const months = (from: number, to: number) =>
      cuts.reduce((sum, { month }) => sum + Math.max(0, Math.min(month + 1, to) - Math.max(month, from)), 0);
    expect(months(0, 36)).toBeGreaterThan(10);
    expect(months(36, 60)).toBeGreaterThan(10);
    expect(euros('sanction')).toBeCloseTo(-0.5 * (200 * months(0, 36) + 700 * months(36, 60)), 6);
  });

  it('of every person of a cohort follows from the month of birth and the table of norms', () => {
    const zero = (names: readonly string[], path: string) => names.map((name) => `${path}.${name}=0`);
    const tree = shippedTree('national', [
      ...still,
      'cohort.size=60',
      'housing.median_wait.syria=4.8',
      'cohort.composition.syria.share=1',
      'cohort.composition.eritrea.share=0',
      'cohort.composition.other.share=0',
      'cohort.composition.syria.age.18-24=1',
      ...zero(ageBands.slice(1), 'cohort.composition.syria.age'),
      'cohort.composition.syria.household.single=1',
      ...zero(households.slice(1), 'cohort.composition.syria.household'),
      'income.no_bijstand.syria=0',
    ]);
    const task = taskOf(tree, { persons: true });
    const built = buildApproach(centralScenario(tree), 'sequential', task.norms);
    const cost = approachMeasures(tree, built).findIndex(({ name }) => name === 'bijstand_cost');
    const bijstand = built.model.milestones.findIndex(({ name }) => name === 'bijstand');
    const table = readFileSync('data/norms.csv', 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','))
      .map(([from, , single, young]) => ({ from: from!, single: Number(single), young: Number(young) }));
    const paid = (column: 'single' | 'young', start: number, end: number) =>
      table.reduce((sum, row, i) => {
        const from = monthsSinceEpoch(row.from, 2015);
        const to = i + 1 < table.length ? monthsSinceEpoch(table[i + 1]!.from, 2015) : 1e9;
        return sum + row[column] * Math.max(0, Math.min(end, to) - Math.max(start, from));
      }, 0);
    const { persons } = wholeDraw(task, 0);
    const young = persons.filter(({ attributes, milestones, values }) => {
      const [age, , permit] = attributes.slice(-3) as [number, number, number];
      const [start, end] = [permit + milestones[bijstand]!, permit + 120];
      const turns = Math.min(end, Math.max(start, permit + 12 * (21 - age)));
      expect(values[cost]).toBeCloseTo(paid('young', start, turns) + paid('single', turns, end), 4);
      return turns > start;
    });
    expect(young.length).toBeGreaterThan(10);
    expect(young.length).toBeLessThan(persons.length - 10);
  });
});

describe('persons of a cohort', () => {
  const persons = (...settings: string[]) =>
    wholeDraw(taskOf(shippedTree('national', ['cohort.size=400', ...settings]), { persons: true }), 0)
      .persons;

  it('have their birthdays all the year round', () => {
    const parts = persons().map(({ attributes }) => attributes.at(-3)! % 1);
    const early = parts.filter((part) => part < 0.5).length;
    // 400 fair coins: five standard deviations are 50.
    expect(Math.abs(early - 200)).toBeLessThan(50);
    expect(new Set(parts).size).toBe(400);
  });

  it('share a house only if they live alone', () => {
    const [household, shares] = [people.at('household'), people.at('shares_house')];
    for (const { attributes } of persons('cohort.sharing=1')) {
      expect(attributes[shares]).toBe(attributes[household] === households.indexOf('single') ? 1 : 0);
    }
    expect(persons().some(({ attributes }) => attributes[shares] === 1)).toBe(false);
  });
});

describe('ratios of age', () => {
  const none = (path: string) => ageBands.map((band) => `income.${path}.age.${band}=0`);

  it('of work are those of the present age', () => {
    // Work is certain at 35 and out of the question before: 33.5 at the permit, so at month 18.
    const work = ['income.work=10', 'income.partner_work=0', ...none('ratios')];
    const { monthOf } = live([...work, 'income.ratios.age.35-44=100'], { age: 33.5 });
    const month = monthOf('income', 'work')!;
    expect(month).toBeGreaterThan(18);
    expect(month).toBeLessThan(18.5);
  });

  it('of work are those of 55 to 64 up to the state pension age', () => {
    // 65 years and 1 month in January 2015, 65 and 3 in March, which is the state pension age of that year.
    const work = [
      'income.work=10',
      'income.partner_work=0',
      ...none('ratios'),
      'income.ratios.age.55-64=100',
    ];
    const { events } = live(work, { age: 781 / 12 });
    const incomes = events.filter(({ track }) => track === 'income').map(({ to }) => to);
    expect(incomes).toEqual(['work', 'pension']);
    expect(events.find(({ to }) => to === 'pension')!.month).toBeCloseTo(2, 9);
  });

  it('of a partner who finds work do not hang on the age of the person', () => {
    const work = ['income.work=10', 'income.partner_work=1', 'income.search_closed=1', ...none('ratios')];
    const { events } = live(work, { age: 30, household: 'couple' });
    expect(events.some(({ track, to }) => track === 'income' && to === 'work')).toBe(false);
    expect(events.some(({ track, to }) => track === 'income' && to === 'other')).toBe(true);
  });

  it('of education are those of the present age, and none begins it at 30', () => {
    const education = ['income.education=10', ...none('education_ratios')];
    const { monthOf } = live([...education, 'income.education_ratios.age.25-34=100'], { age: 23.5 });
    expect(monthOf('income', 'education')!).toBeGreaterThan(18);
    expect(monthOf('income', 'education')!).toBeLessThan(18.5);
    const older = live([...education, 'income.education_ratios.age.25-34=100'], { age: 30 });
    expect(older.monthOf('income', 'education')).toBeUndefined();
    const later = [...education, 'income.education_ratios.age.25-34=100', 'income.student_finance_until=33'];
    expect(live(later, { age: 32.5 }).monthOf('income', 'education')).toBeLessThan(6);
  });

  it('of education: who is 30 before the house is there does not begin, who has begun goes on', () => {
    const settings = [
      'income.education=10',
      'income.education_months=24',
      'income.education_sigma=0.01',
      'income.education_language.none=1',
      'income.search_closed=1',
    ];
    expect(live(settings, { age: 29.999 }).monthOf('income', 'education')).toBeUndefined();
    const { events } = live(settings, { age: 29.5 });
    const [begin, end] = events.filter(
      ({ track, from, to }) => track === 'income' && (from === 'education' || to === 'education'),
    );
    expect(begin!.month).toBeLessThan(6);
    expect(end!.month - begin!.month).toBeGreaterThan(20);
  });
});
