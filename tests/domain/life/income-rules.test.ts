/** Rules of the income track, with months worked out by hand. */

import { describe, expect, it } from 'vitest';
import type { ScenarioTree } from '../../../src/domain/schema/scenario.js';
import { traceLife } from '../../../src/simulation/trace/trace.js';
import { shippedNames, shippedTree, taskOf } from '../../shipped.js';
import { allIn, eventsOf, live, meanOf, quiet } from '../quiet.js';

const relapse = (hazard: number) =>
  ['from_0', 'from_6', 'from_12', 'from_60'].map((name) => `income.relapse.${name}=${hazard}`);
const noBijstand = ['syria', 'eritrea', 'other'].map((origin) => `income.no_bijstand.${origin}=1`);
const MONTHS = 48;

/** Mean months in a state that is entered at rate `a` and left at rate `b`, over `months` from outside of it. */
const monthsIn = (a: number, b: number, months = MONTHS) =>
  (a / (a + b)) * (months - (1 - Math.exp(-(a + b) * months)) / (a + b));

/** Mean months until something of this hazard happens, counted up to `months`. */
const monthsBefore = (hazard: number, months = MONTHS) => (1 - Math.exp(-hazard * months)) / hazard;

function expectMean(tree: ScenarioTree, measure: string, expected: number) {
  const { mean, error } = meanOf(live(tree), measure);
  // Four standard errors, and a housing wait of 0.0005 months at most.
  expect(Math.abs(mean - expected)).toBeLessThan(4 * error + 0.001);
}

describe('a job that ends', () => {
  it('in the asylum centre leads back to the living allowance, and from there to work again', () => {
    const origins = ['syria', 'eritrea', 'other'].map((origin) => `housing.median_wait.${origin}=500`);
    const tree = quiet([
      ...origins,
      'housing.wait_ratio=1',
      'income.work=0.2',
      'income.in_centre=0.5',
      ...relapse(0.05),
    ]);
    const people = live(tree);
    expect(people.every((person) => person.value('bijstand_months') === 0)).toBe(true);
    expect(people.every((person) => person.value('bijstand_cost') === 0)).toBe(true);
    expect(people.every((person) => person.value('relapse_share') === 0)).toBe(true);
    expectMean(tree, 'work_months', monthsIn(0.1, 0.05));
  });

  it('leads to bijstand for those who are housed', () => {
    const tree = quiet(['income.work=0.1', ...relapse(0.05)]);
    expectMean(tree, 'work_months', monthsIn(0.1, 0.05));
    for (const person of live(tree).slice(0, 200)) {
      expect(person.value('bijstand_months') + person.value('work_months')).toBeCloseTo(MONTHS, 2);
    }
  });

  it('leads people without bijstand back to what they had', () => {
    const tree = quiet([...noBijstand, 'income.work=0.1', 'income.other_to_work=0.5', ...relapse(0.02)]);
    expectMean(tree, 'work_months', monthsIn(0.05, 0.02));
    expect(live(tree).every((person) => person.value('bijstand_months') === 0)).toBe(true);
  });
});

describe('a job found in other', () => {
  const leavers = ['income.work=0.3', 'income.other_to_work=0.5', 'income.other_exit=0.3', ...relapse(0.2)];

  /** The states of income from the first exit to other on, in turn. */
  const afterOther = (settings: readonly string[]) => {
    const tree = quiet([...leavers, ...settings]);
    return Array.from({ length: 30 }, (_, person) => {
      const states = eventsOf(tree, person).flatMap(({ track, to }) => (track === 'income' ? [to] : []));
      const from = states.indexOf('other');
      return from < 0 ? [] : states.slice(from);
    });
  };

  it('leads back there when it ends', () => {
    const lives = afterOther([]);
    expect(lives.flat()).not.toContain('bijstand');
    expect(lives.filter((life) => life.length > 2).length).toBeGreaterThan(10);
  });

  it('leads to bijstand when the person has had that since', () => {
    const lives = afterOther(['income.other_return=5']);
    const steps = lives.flatMap((life) => life.slice(2).map((to, i) => [life[i], life[i + 1], to].join(' ')));
    expect(steps).toContain('bijstand work bijstand');
    expect(steps).not.toContain('bijstand work other');
    expect(steps).not.toContain('other work bijstand');
  });
});

describe('bijstand', () => {
  it.each(shippedNames)('is for the housed alone: %s', (name) => {
    const task = taskOf(shippedTree(name, [...relapse(0.2), 'income.in_centre=2']));
    for (let person = 0; person < 12; person++) {
      for (const events of traceLife(task, 0, 0, person).events) {
        const housed = events.find(({ to }) => to === 'housed')?.month ?? Number.POSITIVE_INFINITY;
        const early = events.filter(({ month, to }) => to.startsWith('bijstand') && month < housed);
        expect(early).toEqual([]);
      }
    }
  });
});

describe('people who never leave', () => {
  const couples = ['income.work=0.03', 'income.partner_work=0.4', ...allIn('couple')];

  it('do not leave by a partner either', () => {
    const people = live(quiet([...couples, 'cohort.never_leaving=1']));
    for (const person of people) expect(person.value('bijstand_months')).toBeCloseTo(MONTHS, 2);
  });

  it('are the only ones: a partner ends the bijstand of others at the ratio of the hazard of work', () => {
    // The persons themselves never find work: what is left is the partner's 0.4 x 0.03 a month.
    expectMean(
      quiet([...couples, 'income.ratios.household.couple=0']),
      'bijstand_months',
      monthsBefore(0.012),
    );
  });

  it('do not find work without bijstand either', () => {
    const settings = [...noBijstand, 'income.work=0.1', 'income.other_to_work=1', 'cohort.never_leaving=1'];
    expect(live(quiet(settings)).every((person) => person.value('work_months') === 0)).toBe(true);
  });
});

describe('people in other', () => {
  const settings = [...noBijstand, 'income.work=0.06'];

  it.each([0, 0.5, 1])('find work at %d times the hazard from bijstand', (ratio) => {
    const tree = quiet([...settings, `income.other_to_work=${ratio}`]);
    expectMean(tree, 'work_months', ratio === 0 ? 0 : MONTHS - monthsBefore(0.06 * ratio));
  });

  it('who came there from bijstand do so too', () => {
    // Off bijstand on the first day (10 a month), then to work at 0.06 x 0.5.
    const tree = quiet(['income.work=0.06', 'income.other_exit=10', 'income.other_to_work=0.5']);
    expect(meanOf(live(tree), 'bijstand_months').mean).toBeLessThan(0.11);
    const { mean, error } = meanOf(live(tree), 'work_months');
    expect(Math.abs(mean - (MONTHS - monthsBefore(0.03)))).toBeLessThan(4 * error + 0.1);
  });

  it('are idle until they work: their hazard goes on falling', () => {
    const tree = quiet([
      ...settings,
      'income.other_to_work=1',
      'income.idle_per_month=0.9',
      'income.idle_cap=600',
    ]);
    // The hazard is 0.06 x 0.9^t, so all of it over 48 months is 0.06 x (1 - 0.9^48) / -ln 0.9.
    const total = (0.06 * (1 - 0.9 ** MONTHS)) / -Math.log(0.9);
    expectMean(tree, 'ever_working_share', 1 - Math.exp(-total));
  });
});

describe('the closed search', () => {
  const closed = 'income.search_closed=0.5';

  it('halves the hazard of work', () => {
    expectMean(quiet(['income.work=0.06', closed]), 'bijstand_months', monthsBefore(0.03));
    expectMean(
      quiet(['income.work=0.06', closed], { search: { opens: { housing: 'housed' } } }),
      'bijstand_months',
      monthsBefore(0.06),
    );
  });

  it('halves the hazard of education', () => {
    const settings = ['income.education=0.06', 'income.education_months=600', 'income.education_sigma=0.01'];
    expectMean(quiet([...settings, closed]), 'bijstand_months', monthsBefore(0.03));
    expectMean(
      quiet([...settings, closed], { search: { opens: { housing: 'housed' } } }),
      'bijstand_months',
      monthsBefore(0.06),
    );
  });

  it("halves that of a partner's job", () => {
    const settings = [
      'income.work=0.06',
      'income.partner_work=1',
      'income.ratios.household.couple=0',
      ...allIn('couple'),
    ];
    expectMean(quiet([...settings, closed]), 'bijstand_months', monthsBefore(0.03));
  });
});

describe('the delay of the search', () => {
  it('pauses while the condition does not hold, and goes on', () => {
    const tree = quiet(
      ['inburgering.dropout=0.9', 'inburgering.course_months=6', 'inburgering.restart_months=2'],
      {
        course: { opens: { housing: 'housed' }, mean_wait: 1 },
        search: { opens: { inburgering: 'in_course' }, delay_weeks: 26 },
      },
    );
    let interrupted = 0;
    for (let person = 0; person < 40; person++) {
      const events = eventsOf(tree, person);
      const opened = events.find(({ track }) => track === 'search');
      if (opened === undefined) continue;
      const course = events.filter(({ track, month }) => track === 'inburgering' && month < opened.month);
      const months = course.reduce((sum, { to, month }, i) => {
        const end = course[i + 1]?.month ?? opened.month;
        return to === 'in_course' ? sum + end - month : sum;
      }, 0);
      // 26 weeks are 26 x 84 / 365.25 months.
      expect(months).toBeCloseTo((26 * 84) / 365.25, 6);
      if (course.length > 1) interrupted += 1;
    }
    expect(interrupted).toBeGreaterThan(8);
  });
});
