/** Rules of activities: delays, and what they do about dropping out. */

import { describe, expect, it } from 'vitest';
import { buildApproach } from '../../src/domain/approach.js';
import { centralScenario } from '../../src/domain/parameters/draw.js';
import { taskOf } from '../shipped.js';
import { activity, eventsOf, live, quiet } from './quiet.js';

const relapse = ['from_0', 'from_6', 'from_12', 'from_60'].map((name) => `income.relapse.${name}=0.5`);

/** The names of all transitions of the approach. */
function transitionNames(tree: ReturnType<typeof quiet>): string[] {
  const { norms } = taskOf(tree);
  return buildApproach(centralScenario(tree), 'a', norms).model.transitions.map(({ name }) => name);
}

/** Share of those taking part that leave an activity, and its standard error under the share expected. */
function dropoutOf(tree: ReturnType<typeof quiet>, name: string, expected: number) {
  const people = live(tree).filter((person) => person.value(`participation_share_${name}`) === 1);
  expect(people.length).toBe(4000);
  const left = people.filter((person) => person.value(`dropout_share_${name}`) === 1).length;
  return {
    share: left / people.length,
    error: Math.sqrt((expected * (1 - expected)) / people.length),
  };
}

function expectDropout(tree: ReturnType<typeof quiet>, name: string, expected: number) {
  const { share, error } = dropoutOf(tree, name, expected);
  expect(Math.abs(share - expected)).toBeLessThan(3 * error);
}

describe('the delay of an activity', () => {
  it.each([false, true])(
    'counts the weeks in care, one spell after the other (continues in work: %s)',
    (goesOn) => {
      const tree = quiet(['income.work=0.3', ...relapse], {
        activities: {
          later: activity({
            start: { when: { housing: 'housed' }, delay_weeks: 26 },
            continues_in_work: goesOn,
          }),
        },
      });
      let spells = 0;
      for (let person = 0; person < 40; person++) {
        const events = eventsOf(tree, person);
        const start = events.find(({ to }) => to === 'taking_part')?.month;
        if (start === undefined) continue;
        const housed = events.find(({ to }) => to === 'housed')!.month;
        const income = events.filter(
          ({ track, month }) => track === 'income' && month < start && month >= housed,
        );
        const out = income.reduce((sum, { to, month }, i) => {
          const end = Math.min(start, income[i + 1]?.month ?? start);
          return to === 'work' ? sum + end - month : sum;
        }, 0);
        expect(start - housed - (goesOn ? 0 : out)).toBeCloseTo((26 * 84) / 365.25, 6);
        if (out > 0) spells += 1;
      }
      expect(spells).toBeGreaterThan(20);
    },
  );

  it('of no weeks is none', () => {
    const start = { when: { housing: 'housed' } };
    const activities = { now: activity({ start }), too: activity({ start: { ...start, delay_weeks: 0 } }) };
    const events = eventsOf(quiet([], { activities }), 0).filter(({ to }) => to === 'taking_part');
    expect(events.map(({ track }) => track)).toEqual(['now', 'too']);
    expect(events[1]!.month).toBe(events[0]!.month);
  });
});

describe('an activity that acts on dropout', () => {
  const half = ['effects.dropout=0.5'];
  const lasting = { weeks: 500, dropout: 0 };
  // Half the hazard: 1 - (1 - 0.4)^0.5.
  const lowered = 1 - Math.sqrt(0.6);

  it('has its own dropout as stated', () => {
    const activities = { mentor: activity({ acts_on: ['dropout'], dropout: 0.4 }) };
    expectDropout(quiet(half, { activities }), 'mentor', 0.4);
  });

  it('lowers that of others', () => {
    const activities = {
      mentor: activity({ acts_on: ['dropout'], ...lasting }),
      lessons: activity({ dropout: 0.4 }),
    };
    expectDropout(quiet(half, { activities }), 'lessons', lowered);
  });

  // Of another kind: what says itself what it acts on is of one with all that do.
  const guided = (more: Parameters<typeof activity>[0]) =>
    activity({ acts_on: undefined as never, kind: 'guidance', hours_per_week: 4, ...more });

  it('lowers that of another that acts on dropout too, once', () => {
    const activities = {
      mentor: guided(lasting),
      second: guided(lasting),
      coach: activity({ acts_on: ['dropout'], dropout: 0.4 }),
    };
    expectDropout(quiet(half, { activities }), 'coach', lowered);
  });

  it('does not once it has ended', () => {
    const activities = {
      mentor: guided({ weeks: 26, dropout: 0 }),
      coach: activity({ acts_on: ['dropout'], dropout: 0.4 }),
    };
    // Half of the year at half the hazard: 0.6^(0.25 + 0.5) stay.
    expectDropout(quiet(half, { activities }), 'coach', 1 - 0.6 ** 0.75);
  });

  it('leaves that of its own kind as stated, or of those without a kind', () => {
    const own = { mentor: guided(lasting), coach: guided({ dropout: 0.4 }) };
    expectDropout(quiet(half, { activities: own }), 'coach', 0.4);
    const none = {
      mentor: activity({ acts_on: ['dropout'], ...lasting }),
      coach: activity({ acts_on: ['dropout'], dropout: 0.4 }),
    };
    expectDropout(quiet(half, { activities: none }), 'coach', 0.4);
  });
});

describe('aftercare of no weeks', () => {
  it('has the transitions of aftercare, and ends as the activity does', () => {
    const activities = { a: activity({ aftercare_weeks: 0 }) };
    const events = eventsOf(quiet([], { activities }), 0).filter(({ track }) => track === 'a');
    expect(events.map(({ to }) => to)).toEqual(['taking_part', 'aftercare', 'finished']);
    expect(events[2]!.month).toBe(events[1]!.month);
    const namesOf = ({ aftercare_weeks }: { aftercare_weeks: number }) =>
      transitionNames(quiet([], { activities: { a: activity({ aftercare_weeks }) } }));
    expect(namesOf({ aftercare_weeks: 0 })).toEqual(namesOf({ aftercare_weeks: 12 }));
  });
});
