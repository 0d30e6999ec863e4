import { describe, expect, it } from 'vitest';
import { buildApproach } from '../../../../src/domain/approach.js';
import { approachMeasures } from '../../../../src/domain/measures/measures.js';
import { centralScenario } from '../../../../src/domain/parameters/draw.js';
import { type LifeEvent, traceLife } from '../../../../src/simulation/trace/trace.js';
import { plain, shippedTree, taskOf, wholeDraw } from '../../../shipped.js';
import { eventsOf, live, quiet } from '../../quiet.js';

/** Nobody ever passes or is exempted; terms of 36 months for all, further ones of 24; horizon 12 years. */
const overdue = [
  ...plain,
  'language.known.syria=0',
  'language.known.eritrea=0',
  'language.known.other=0',
  'language.months_to.basic=600',
  'language.sigma=0.01',
  'inburgering.extension_low_literate=0',
  'inburgering.medical_exemption=0',
  'inburgering.late_exemption=0',
  'inburgering.exempt_at_term.low_literate=0',
  'inburgering.exempt_at_term.low=0',
  'inburgering.exempt_at_term.middle=0',
  'inburgering.exempt_at_term.high=0',
  'inburgering.fine=1000',
  'inburgering.loan_per_month=0',
  'costs.social_guidance=0',
  'cohort.size=60',
  'horizon_years=12',
];

function duoCosts(settings: readonly string[]) {
  const tree = shippedTree('national', [...overdue, ...settings]);
  const task = taskOf(tree, { persons: true });
  const scenario = centralScenario(tree);
  const measures = approachMeasures(scenario, buildApproach(scenario, 'sequential', task.norms));
  const at = measures.findIndex(({ name }) => name === 'programme_cost_duo');
  const costs = wholeDraw(task, 0).persons.map(({ values }) => values[at]!);
  return { costs, events: (person: number) => traceLife(task, 0, 0, person).events[0]! };
}

describe('a missed term', () => {
  it('is followed by further terms, each with a fine, for those who are fined', () => {
    const { costs, events } = duoCosts(['inburgering.fined=1', 'inburgering.loan_repayment=0']);
    costs.forEach((cost, person) => {
      const housed = events(person).find(({ to }) => to === 'housed')!.month;
      const ends = events(person).flatMap(({ track, to, month }) =>
        track === 'term' && to === 'over' ? [month - housed] : [],
      );
      // The duty ends at the state pension age.
      const pension = events(person).find(({ to }) => to === 'pension')?.month ?? 144;
      const expected = [36, 60, 84, 108, 132].filter((month) => housed + month < Math.min(144, pension));
      expect(ends.map((month) => Math.round(month * 1e6) / 1e6)).toEqual(expected);
      expect(cost).toBeCloseTo(-1000 * expected.length, 6);
    });
  });

  it('costs nothing where nobody is fined', () => {
    const { costs } = duoCosts(['inburgering.fined=0']);
    expect(costs.every((cost) => cost === 0)).toBe(true);
  });

  /** Months within the horizon of 144 that a life spends in states of a track from a month on. */
  function monthsIn(life: readonly LifeEvent[], track: string, states: readonly string[], from = 0): number {
    const changes = life.filter((event) => event.track === track);
    return changes.reduce((sum, { to, month }, i) => {
      if (!states.includes(to)) return sum;
      return sum + Math.max(0, Math.min(144, changes[i + 1]?.month ?? 144) - Math.max(month, from));
    }, 0);
  }

  it.each([
    ['a small loan, all of it in the end', 40, 50],
    ['a large one, for ten years at most', 400, 20],
  ])('makes those who are fined repay out of income of their own: %s', (_, lent, repaid) => {
    const { costs, events } = duoCosts([
      'inburgering.fined=1',
      'inburgering.fine=0',
      `inburgering.loan_per_month=${lent}`,
      `inburgering.loan_repayment=${repaid}`,
    ]);
    let whole = 0;
    let some = 0;
    costs.forEach((cost, person) => {
      const life = events(person);
      const owed = life.find(({ track, to }) => track === 'loan' && to === 'owed')?.month;
      const borrowed = lent * monthsIn(life, 'inburgering', ['in_course']);
      const paying = owed === undefined ? 0 : monthsIn(life, 'income', ['work', 'other'], owed);
      const paid = Math.min(borrowed, repaid * Math.min(120, paying));
      expect(cost).toBeCloseTo(borrowed - paid, 6);
      if (paid > 0 && paid < borrowed) some += 1;
      if (paid > 0 && paid === borrowed) whole += 1;
    });
    expect(some).toBeGreaterThan(0);
    expect(whole > 0).toBe(lent < repaid);
  });
});

describe('the term of people who first learn to read and write', () => {
  it.each([
    [36, 12],
    [0, 12],
    [12, 0],
  ])('of %d months is extended by %d', (term, extension) => {
    const tree = quiet([
      `inburgering.term_months=${term}`,
      `inburgering.extension_low_literate=${extension}`,
      ...['syria', 'eritrea', 'other'].flatMap((origin) => [
        `cohort.composition.${origin}.education.low_literate=0.5`,
        `cohort.composition.${origin}.education.low=0.5`,
        `cohort.composition.${origin}.education.middle=0`,
        `cohort.composition.${origin}.education.high=0`,
      ]),
      'cohort.size=20',
      'horizon_years=5',
    ]);
    const people = live(tree);
    const lengths = people.map((person, i) => {
      const events = eventsOf(tree, i);
      const housed = events.find(({ to }) => to === 'housed')!.month;
      const over = events.find(({ track, to }) => track === 'term' && to === 'over')!.month;
      expect(over - housed).toBeCloseTo(person.is('education', 'low_literate') ? term + extension : term, 9);
      return over - housed;
    });
    expect(Math.max(...lengths) - Math.min(...lengths)).toBeCloseTo(extension, 9);
  });
});
