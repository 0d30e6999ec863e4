import { describe, expect, it } from 'vitest';
import { listParameters } from '../../../src/domain/parameters/draw.js';
import { wi2013 } from '../../../src/domain/regimes/wi2013/wi2013.js';
import type { Language } from '../../../src/output/language.js';
import {
  measuredAssumptions,
  orderedAssumptions,
  sharedAssumptions,
} from '../../../src/output/report/assumption-order.js';
import { parameterName } from '../../../src/output/report/parameter-names.js';
import type { Part, ReportedParameter, ResultRow, RunData } from '../../../src/output/report/run-data.js';
import { speak } from '../../../src/output/report/speech.js';
import { labelsOf } from '../../../src/scenario/labels.js';
import { shippedScenario } from '../../shipped.js';

const part = { approach: 'parallel', part: 'jas', label: 'Four blocks: modules', weeks: 52 } as Part;
const origins = [{ name: 'syria', nl: 'Syrië', en: 'Syria' }];

function runWith(more: Partial<RunData> = {}): RunData {
  return {
    reference: { name: 'sequential', label: 'Sequential' },
    others: [{ name: 'parallel', label: 'JAS' }],
    parts: [part],
    origins,
    parameters: [],
    differences: [],
    estimates: [],
    costs: [],
    manifest: { labels: { 'kinds.lessons.label': { nl: 'taallessen', en: 'language lessons' } } },
    ...more,
  } as unknown as RunData;
}

const name = (path: string, language: Language) => parameterName(speak(language, wi2013), runWith(), path);

it('of open questions are the question and its answers, and what a number is under one', () => {
  const labels = {
    'alternatives.dear.question': { nl: 'Is het duur?', en: 'Is it dear?' },
    'alternatives.dear.options.yes.label': { nl: 'Ja', en: 'Yes' },
  };
  const whole = 'approaches.parallel.activities.jas.hours_per_week';
  const parameters = [{ path: whole, sameAs: 'alternatives.dear' }] as ReportedParameter[];
  const run = runWith({ parameters, manifest: { labels } as unknown as RunData['manifest'] });
  const named = (path: string) =>
    (['nl', 'en'] as const).map((l) => parameterName(speak(l, wi2013), run, path));
  expect(named('alternatives.dear')).toEqual(['Is het duur?', 'Is it dear?']);
  expect(named('alternatives.dear.options.yes.weight')).toEqual([
    'Is het duur? Ja: gewicht',
    'Is it dear? Yes: weight',
  ]);
  expect(named(`${whole}.values.yes`)).toEqual([
    'Four blocks: uren per week (als: Ja)',
    'Four blocks: hours a week (if: Yes)',
  ]);
  expect(named(`${whole}.values.yes.ratio`)[1]).toBe('Four blocks: hours a week, as a ratio (if: Yes)');
  // An analysis lists no numbers.
  const bare = runWith({ manifest: { labels } as unknown as RunData['manifest'] });
  expect(parameterName(speak('en', wi2013), bare, `${whole}.values.yes`)).toBe(
    'Four blocks: hours a week (if: Yes)',
  );
});

describe('the names of parameters', () => {
  it.each([
    [
      'income.search_closed',
      'Verhouding van de kans op werk zolang het zoeken moet wachten',
      'Ratio of the chance of work while the search has to wait',
    ],
    [
      'income.ratios.education.high',
      'Verhouding van de kans op werk naar kenmerk: opleiding hoog',
      'Ratio of the chance of work by attribute: education high',
    ],
    [
      'housing.median_wait.syria',
      'Wachttijd op een woning (mediaan): Syrië',
      'Wait for a house (median): Syria',
    ],
    ['cohort.composition.syria.education.low', 'Syrië: opleiding: laag', 'Syria: education: low'],
    ['income.labour_market.3.ratio', 'Arbeidsmarkt van het jaar: 4', 'Labour market of the year: 4'],
    ['inburgering.fine', 'Boete', 'Fine'],
    [
      'cohort.never_leaving_odds.education.high',
      'Odds om nooit uit de bijstand te gaan: opleiding hoog',
      'Odds of never leaving bijstand: education high',
    ],
    [
      'cohort.never_leaving_odds.mental_health',
      'Odds om nooit uit de bijstand te gaan: psychische klachten',
      'Odds of never leaving bijstand: mental health complaints',
    ],
    ['health.recovery', 'Klachten gaan over, in een maand', 'Complaints end, in a month'],
    [
      'family.median_arrival.syria',
      'Maanden tot het gezin er is (mediaan): Syrië',
      'Months until the family arrives (median): Syria',
    ],
    [
      'effects.health',
      'Effect van zorg op het overgaan van klachten',
      'Effect of care on recovery from complaints',
    ],
    [
      'approaches.parallel.activities.jas.costs.1.per_month',
      'Four blocks: kosten per maand deelname (post 2)',
      'Four blocks: costs a month of taking part (item 2)',
    ],
    [
      'approaches.parallel.course.mean_wait',
      'JAS, inburgeringscursus: wachttijd voor het begin',
      'JAS, statutory course: wait before it begins',
    ],
    [
      'kinds.lessons.lesson_return',
      'Soort activiteit: taallessen, wat een uur naast de cursus leert',
      'Kind of activity: language lessons, what an hour beside the course teaches',
    ],
    [
      'kinds.job_help.full_hours',
      'Soort activiteit: job help, uren per week waarbij het effect volledig is',
      'Kind of activity: job help, hours a week at which the effect is whole',
    ],
    [
      'approaches.parallel.course.in_centre',
      'JAS, inburgeringscursus: kans op het begin in het azc, tegenover in een woning',
      'JAS, statutory course: chance of beginning in the asylum centre, against in a house',
    ],
    [
      'approaches.parallel.course.mean_wait.ratio',
      'JAS, inburgeringscursus: wachttijd voor het begin, als verhouding',
      'JAS, statutory course: wait before it begins, as a ratio',
    ],
    [
      'approaches.parallel.activities.jas.for.part_of.mental_health_complaints.yes',
      'Four blocks: deel dat in aanmerking komt van wie ‘psychische klachten: ja’ heeft',
      'Four blocks: share that qualifies of those with “mental health complaints: yes”',
    ],
    ['my.own_number', 'my own number', 'my own number'],
    ['numbers.school_week', 'school week', 'school week'],
  ])('say %s in words', (path, dutch, english) => {
    expect([name(path, 'nl'), name(path, 'en')]).toEqual([dutch, english]);
  });

  it('are there for every number of a scenario, in both languages', () => {
    const { tree, inherited } = shippedScenario('heerlen');
    const paths = new Set(listParameters(tree).map(({ path }) => path));
    expect(paths.size).toBeGreaterThan(200);
    const run = runWith({ manifest: { labels: labelsOf(inherited.tree) } as unknown as RunData['manifest'] });
    const named = (path: string, language: Language) => parameterName(speak(language, wi2013), run, path);
    const bare = [...paths].filter((path) => named(path, 'nl') === path.replaceAll(/[._]/g, ' '));
    expect(bare).toEqual([]);
    const dotted = [...paths].filter((path) => /[a-z]\.[a-z]|_/.test(named(path, 'nl') + named(path, 'en')));
    expect(dotted).toEqual([]);
  });
});

it('of ratios do not read as chances', () => {
  const run = runWith();
  const bare = listParameters(shippedScenario('heerlen').tree).filter(({ path, quantity }) => {
    const unit = typeof quantity === 'number' ? '' : (quantity.unit ?? '');
    const names = (['nl', 'en'] as const).map((language) =>
      parameterName(speak(language, wi2013), run, path),
    );
    return (
      /ratio/.test(unit) &&
      names.some((text) => /^(Kans|Chance)/.test(text) && !/tegenover|against/.test(text))
    );
  });
  expect(bare.map(({ path }) => path)).toEqual([]);
});

describe('the order of assumptions', () => {
  const assume = (path: string, value: number, low: number, high: number, sameAs = '') =>
    ({ path, value, low, high, label: 'assumption', sameAs }) as ReportedParameter;
  const cost = 'approaches.parallel.activities.jas.costs';
  const parameters = [
    assume('income.work', 1, 0, 10),
    assume('effects.exam', 1, 0.9, 1.1),
    assume('effects.work_men', 1, 0.5, 1.5),
    assume(`${cost}.0.per_participant`, 500, 100, 1500),
    // 200 euros a month over 52 weeks: 2,400 euros, more than the 1,400 of the other.
    assume(`${cost}.1.per_month`, 150, 50, 250),
    assume('language.sigma', 1, 0, 10, 'income.work'),
  ];
  const spread = (measure: string, width: number) =>
    ({ approach: 'parallel', measure, month: Number.NaN, subgroup: 'all', low: 0, high: width }) as ResultRow;
  const order = (costs: number, manifest = {}) =>
    orderedAssumptions(
      runWith({
        parameters,
        differences: [spread('programme_cost_discounted', costs), spread('bijstand_cost_discounted', 10)],
        manifest: manifest as RunData['manifest'],
      }),
    ).map(({ path }) => path);
  const [ofCosts, ofEffects] = [
    [`${cost}.1.per_month`, `${cost}.0.per_participant`],
    ['effects.work_men', 'effects.exam'],
  ];

  it('begins with the part of the balance of which less is known, the widest range first; what is the same as another is none', () => {
    expect(order(20)).toEqual([...ofCosts!, ...ofEffects!, 'income.work']);
    expect(order(5)).toEqual([...ofEffects!, ...ofCosts!, 'income.work']);
  });

  it('begins with what the balance was found to hang on, where the run tells', () => {
    const assumptions = [{ path: 'income.work', share: 0.4, rises: true }];
    expect(order(20, { influences: [{ approach: 'parallel', assumptions }] })[0]).toBe('income.work');
  });

  it('goes on with those that were tried, by how far they move the balance; what moves nothing comes last and is not named', () => {
    const tried = [
      { path: 'effects.work_men', at_low: -100, at_high: -100 },
      { path: 'effects.exam', at_low: -100, at_high: -130 },
      { path: 'alternatives.centre', at_low: 0, at_high: 500 },
      { path: 'income.work', at_low: 40, at_high: -60 },
    ];
    const assumptions = [{ path: `${cost}.0.per_participant`, share: 0.2, rises: false }];
    const manifest = { influences: [{ approach: 'parallel', assumptions, tried }] };
    const strongest = [`${cost}.0.per_participant`, 'income.work', 'effects.exam'];
    expect(order(20, manifest)).toEqual([...strongest, `${cost}.1.per_month`, 'effects.work_men']);
    const named = measuredAssumptions(runWith({ manifest: manifest as unknown as RunData['manifest'] }));
    expect(named).toEqual([strongest[0], 'alternatives.centre', strongest[1], strongest[2]]);
  });

  it('is over several runs that of the mean of the places, of what all assume with the same value', () => {
    const runOf = (moves: Readonly<Record<string, number>>, own: readonly ReportedParameter[]) => {
      const tried = Object.entries(moves).map(([path, at_high]) => ({ path, at_low: 0, at_high }));
      const manifest = { influences: [{ approach: 'parallel', assumptions: [], tried }] };
      return runWith({ parameters: own, manifest: manifest as unknown as RunData['manifest'] });
    };
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((path) => assume(path, 1, 0, 2));
    const runs = [
      // Places a 0, b 1, c 2, d 3; then c 0, d 1, b 2, a of another value; then b 0, d 1, c 2.
      runOf({ a: 40, b: 30, c: 20, d: 10 }, [a!, b!, c!, d!]),
      runOf({ c: 40, d: 30, b: 20, a: 10 }, [assume('a', 3, 0, 2), b!, c!, d!]),
      runOf({ b: 40, d: 30, c: 20 }, [b!, c!, d!]),
    ];
    // Sums 3, 4 and 5.
    expect(sharedAssumptions(runs).map(({ path }) => path)).toEqual(['b', 'c', 'd']);
    expect(sharedAssumptions(runs.slice(0, 1)).map(({ path }) => path)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('claims nothing where none was tried', () => {
    const manifest = { influences: [{ approach: 'parallel', assumptions: [] }] };
    expect(measuredAssumptions(runWith({ manifest: manifest as unknown as RunData['manifest'] }))).toBeNull();
  });
});

it('of activities have as much of their name as tells them apart, also under two approaches', () => {
  const activity = (approach: string, of: string, label: string) => ({ approach, part: of, label }) as Part;
  const parts = [
    activity('parallel', 'on', 'Going on: language (two years)'),
    activity('parallel', 'skills', 'Going on: skills'),
    activity('light', 'mentor', 'Mentor (volunteer)'),
    activity('parallel', 'mentor', 'Mentor: paid'),
  ];
  const others = [
    { name: 'parallel', label: 'JAS' },
    { name: 'light', label: 'Light' },
  ];
  const dropoutOf = (of: Partial<RunData>, at: string) =>
    parameterName(speak('en', wi2013), runWith(of), `approaches.${at}.dropout`);
  const labels = Object.fromEntries(
    parts.map(({ approach, part: of, label }) => [
      `approaches.${approach}.activities.${of}.label`,
      { nl: label, en: label },
    ]),
  );
  // A sweep lists no parts, and has the labels.
  const unlisted = { parts: [], others, manifest: { labels } as unknown as RunData['manifest'] };
  for (const run of [{ parts, others }, unlisted]) {
    expect(dropoutOf(run, 'parallel.activities.on')).toBe('Going on: language: dropout');
    expect(dropoutOf(run, 'parallel.activities.skills')).toBe('Going on: skills: dropout');
    expect(dropoutOf(run, 'parallel.activities.mentor')).toBe('JAS, Mentor: dropout');
    expect(dropoutOf(run, 'light.activities.mentor')).toBe('Light, Mentor: dropout');
  }
});
