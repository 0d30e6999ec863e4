/** Every input called a share is that share, in a run, of those whom it names. */

import { describe, expect, it } from 'vitest';
import { activity, allIn, eventsOf, inEveryOrigin, type Lived, live, quiet } from './quiet.js';

const everywhere = (path: string, value: number) =>
  ['syria', 'eritrea', 'other'].map((origin) => `${path}.${origin}=${value}`);

type Test = (person: Lived) => boolean;
const has = (measure: string) => (person: Lived) => person.value(measure) > 0;
const everybody = () => true;

/** People who bear all, nothing, and as they are. */
const compositions: readonly (readonly [string, readonly string[]])[] = [
  ['of the national cohort', []],
  ['without complaints or children', [...allIn('couple'), ...inEveryOrigin('mental_health_complaints', 0)]],
  [
    'of parents, most with complaints',
    [...allIn('single_parent'), ...inEveryOrigin('mental_health_complaints', 0.9)],
  ],
  [
    'alone, waiting for a family',
    [...allIn('single'), ...inEveryOrigin('reunification_pending', 0.8), 'effects.dropout_family=5'],
  ],
];

/** The share of one group of people that is in another. */
function expectShare(people: readonly Lived[], of: Test, is: Test, share: number) {
  const named = people.filter(of);
  expect(named.length).toBeGreaterThan(300);
  const part = named.filter(is).length / named.length;
  expect(Math.abs(part - share)).toBeLessThanOrEqual(3 * Math.sqrt((share * (1 - share)) / named.length));
}

describe('a dropout of 0.2', () => {
  it.each(compositions)('is left by 20 %% of people %s', (_, settings) => {
    const tree = quiet(settings, { activities: { a: activity({ dropout: 0.2 }) } });
    expectShare(live(tree), has('participation_share_a'), has('dropout_share_a'), 0.2);
  });

  it.each([
    { mental_health_complaints: true },
    { mental_health_complaints: false },
    { household: ['single_parent' as const, 'couple_with_children' as const], share: 0.7 },
    { origin: ['eritrea' as const, 'other' as const], sex: ['men' as const], age: { from: 36, to: 40 } },
  ])('is left by 20 %% of those whom it is for: %j', (who) => {
    const tree = quiet(['cohort.size=8000'], { activities: { a: activity({ dropout: 0.2, for: who }) } });
    expectShare(live(tree), has('participation_share_a'), has('dropout_share_a'), 0.2);
  });

  it('holds whatever the hours, and is the share of effects.activity_dropout too', () => {
    const tree = quiet(['effects.activity_dropout=0.2'], {
      activities: { a: activity({ hours_per_week: 24 }) },
    });
    expectShare(live(tree), has('participation_share_a'), has('dropout_share_a'), 0.2);
  });

  it('is exceeded where hours are above capacity, by the ratio of each', () => {
    const capacity = [
      'hours_per_week=10',
      'spread=0',
      'children=0',
      'mental_health=0',
      'reunification_pending=0',
    ];
    const settings = [
      ...capacity.map((line) => `cohort.capacity.${line}`),
      'effects.overload_dropout_per_hour=1.05',
      'effects.dropout_health=1',
      'effects.dropout_family=1',
    ];
    const tree = quiet(settings, { activities: { a: activity({ dropout: 0.2, hours_per_week: 14 }) } });
    // Four hours too many: the hazard is 1.05^4 times as high.
    expectShare(live(tree), everybody, has('dropout_share_a'), 1 - 0.8 ** (1.05 ** 4));
  });

  it.each(compositions)('of the course is left by 20 %% in course_months: %s', (_, settings) => {
    const tree = quiet(
      ['inburgering.dropout=0.2', 'inburgering.course_months=24', 'horizon_years=2', ...settings],
      { course: { opens: { housing: 'housed' }, mean_wait: 0.01 } },
    );
    expectShare(live(tree), has('participation_share_course'), has('dropout_share_course'), 0.2);
  });
});

/** A share, what sets it, and who is counted among whom. */
interface Row {
  readonly name: string;
  readonly share: number;
  readonly settings?: readonly string[];
  readonly approach?: Parameters<typeof quiet>[1];
  readonly of?: Test;
  readonly is: Test;
}

const is =
  (...of: Parameters<Lived['is']>): Test =>
  (person) =>
    person.is(...of);
const syrian = is('origin', 'syria');
const profile = 'cohort.composition.syria';

/** All past the term of a month, unless exempted. */
const pastTerm = ['inburgering.term_months=1', 'inburgering.extension_low_literate=0'];

const rows: readonly Row[] = [
  { name: `${profile}.share`, share: 0.53, is: syrian },
  { name: `${profile}.men`, share: 0.3, settings: [`${profile}.men=0.3`], of: syrian, is: is('sex', 'men') },
  {
    name: `${profile}.age.35-44`,
    settings: [`${profile}.age.25-34=0.77`, `${profile}.age.35-44=0.23`],
    share: 0.23,
    of: syrian,
    is: is('age', '35-44'),
  },
  { name: `${profile}.education.middle`, share: 0.47, of: syrian, is: is('education', 'middle') },
  { name: `${profile}.household.couple`, share: 0.1, of: syrian, is: is('household', 'couple') },
  {
    name: 'reunification_pending, of people alone',
    share: 0.35,
    settings: inEveryOrigin('reunification_pending', 0.35),
    of: is('household', 'single'),
    is: is('reunification_pending', 'yes'),
  },
  {
    name: 'reunification_pending, of others',
    share: 0,
    of: (person) => !person.is('household', 'single'),
    is: is('reunification_pending', 'yes'),
  },
  {
    name: 'mental_health_complaints',
    share: 0.35,
    settings: inEveryOrigin('mental_health_complaints', 0.35),
    is: is('mental_health_complaints', 'yes'),
  },
  {
    name: 'cohort.never_leaving',
    share: 0.4,
    settings: ['cohort.never_leaving=0.4', 'income.work=5', 'income.other_exit=5', 'income.education=5'],
    is: (person) => person.value('bijstand_months') > 47.99,
  },
  {
    name: 'language.known',
    share: 0.25,
    // Who knows some of the language finds work at once, others never do.
    settings: [...everywhere('language.known', 0.25), 'income.work=10', 'income.language.none=0'],
    is: has('ever_working_share'),
  },
  {
    name: 'inburgering.exempt_at_term, of those at the end of the term',
    share: 0.3,
    settings: [...pastTerm, 'inburgering.exempt_at_term.low=0.3'],
    of: is('education', 'low'),
    is: has('exempt_share'),
  },
  {
    name: 'inburgering.fined, of those past the term',
    share: 0.3,
    settings: [
      ...pastTerm,
      'inburgering.exempt_at_term.low=0.5',
      'inburgering.fined=0.3',
      'inburgering.fine=100',
    ],
    of: has('not_done_in_term_share'),
    is: (person) => person.value('programme_cost_duo') < 0,
  },
  {
    name: 'income.no_bijstand',
    share: 0.3,
    settings: everywhere('income.no_bijstand', 0.3),
    is: (person) => person.value('bijstand_months') === 0,
  },
  {
    name: 'income.education_to_work, of those who end their education',
    share: 0.6,
    settings: [
      'income.education=5',
      'income.education_months=2',
      'income.education_sigma=0.01',
      'income.education_to_work=0.6',
      'horizon_years=1',
    ],
    // The others take up education again and again: who works at month 3 ended it once, with work.
    is: (person) => person.value('work_months') > 8.5,
  },
  {
    name: 'for.share, of those who fit',
    share: 0.3,
    approach: { activities: { a: activity({ for: { share: 0.3, sex: ['women'] } }) } },
    of: is('sex', 'women'),
    is: has('participation_share_a'),
  },
  {
    name: 'for.share, of others',
    share: 0,
    approach: { activities: { a: activity({ for: { share: 0.3, sex: ['women'] } }) } },
    of: is('sex', 'men'),
    is: has('participation_share_a'),
  },
];

describe('a share of people', () => {
  it.each(rows)('$name: $share', ({ share, settings = [], approach = {}, of = everybody, is: counted }) => {
    expectShare(live(quiet(settings, approach)), of, counted, share);
  });
});

describe('effects.dropout_reasons', () => {
  it('are how the leavers of the whole cohort divide', () => {
    const tree = quiet(
      [
        'cohort.size=20000',
        'effects.dropout_reasons.health=0.3',
        'effects.dropout_reasons.family=0.25',
        'effects.dropout_reasons.motivation=0.45',
        'effects.dropout_health=3.5',
        'effects.dropout_family=2.5',
      ],
      { activities: { a: activity({ dropout: 0.2 }) } },
    );
    const people = live(tree);
    const left = has('dropout_share_a');
    for (const [reason, share] of Object.entries({ health: 0.3, family: 0.25, motivation: 0.45 })) {
      expectShare(people, left, has(`dropout_share_for_${reason}`), share);
    }
  });
});

describe('shares of the benefit', () => {
  /** Half of a couple's 1,000 euros a month. */
  const HALF = 500;
  const couples = [...allIn('couple'), 'costs.gross_over_net=1', 'cohort.size=200'];
  const norms = [{ from: '2014-01-01', couple: 1000, single: 700, single_18_20: 300 }];

  it('income.part_time_benefit is what is still paid beside part-time work', () => {
    const tree = quiet([...couples, 'income.part_time_work=0.1', 'income.part_time_benefit=0.3']);
    for (const person of live(tree, norms)) {
      const months = person.value('bijstand_months') - 0.7 * person.value('work_months');
      expect(person.value('bijstand_cost')).toBeCloseTo(HALF * months, 6);
    }
  });

  it('sanction.cut is what is withheld while the cut lasts', () => {
    const tree = quiet([...couples, 'sanction.hazard=0.3', 'sanction.months=2', 'sanction.cut=0.4'], {
      activities: { a: activity({ mandatory: true }) },
    });
    let cuts = 0;
    live(tree, norms)
      .slice(0, 15)
      .forEach((person, i) => {
        // Two months each, in the one year of the activity: none ends beyond the horizon.
        const cut = 2 * eventsOf(tree, i).filter(({ to }) => to === 'cut').length;
        const months = person.value('bijstand_months') - 0.4 * cut;
        expect(person.value('bijstand_cost')).toBeCloseTo(HALF * months, 6);
        cuts += cut;
      });
    expect(cuts).toBeGreaterThan(20);
  });
});
