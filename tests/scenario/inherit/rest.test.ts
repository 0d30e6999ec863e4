/** Numbers that are what others leave of a whole: `less`. */

import { describe, expect, it } from 'vitest';
import { centralScenario, drawnValues, drawScenario } from '../../../src/domain/parameters/draw.js';
import { type AnnotatedQuantity, hasRest, isAnnotated } from '../../../src/domain/parameters/quantity.js';
import type { ScenarioTree } from '../../../src/domain/schema/scenario.js';
import { withChanges } from '../../../src/output/page/change.js';
import { describeBeyond } from '../../../src/scenario/check/beyond.js';
import { nodeOfNumber } from '../../../src/scenario/inherit/ties.js';
import { shippedScenario, shippedTree } from '../../shipped.js';
import { activity, approach, loaded, problemsOf, twins } from '../twins.js';

const range = (value: number, low: number, high: number) =>
  `{ value: ${value}, low: ${low}, high: ${high}, distribution: triangular, unit: euros, label: assumption }`;
const costOf = ({ approaches }: { approaches: object }, name: string) =>
  (approaches as ReturnType<typeof drawScenario>['approaches'])[name]!.activities.coach!.costs![0]!
    .per_month!;

const ofA = 'approaches.a.activities.coach.costs.0.per_month';
const left = (numbers: string, cost = '{ same_as: numbers.whole, less: [numbers.part] }') =>
  twins(approach(activity(cost)), approach(activity('{ same_as: numbers.part }')), `numbers: ${numbers}`);

describe('what is left of a whole', () => {
  const text = left(
    `{ whole: ${range(300, 200, 400)}, part: { same_as: numbers.whole, ratio: { value: 0.3, low: 0.1, high: 0.5, distribution: triangular, unit: ratio, label: assumption } } }`,
  );

  it('adds up with its part to the whole, in every draw', () => {
    const { tree } = loaded(text);
    for (let draw = 0; draw < 12; draw++) {
      const scenario = drawScenario(tree, [1, 2], draw);
      const values = drawnValues(tree, [1, 2], draw);
      const [whole, share] = ['numbers.whole', 'numbers.part.ratio'].map((path) => values.get(path)!);
      expect(costOf(scenario, 'b')).toBeCloseTo(whole! * share!, 9);
      expect(costOf(scenario, 'a')).toBeCloseTo(whole! * (1 - share!), 9);
    }
  });

  it('has the range of the same whole and share: 300 less 90, half of 200, nine tenths of 400', () => {
    expect(nodeOfNumber(loaded(text).tree, ofA)).toMatchObject({
      value: 210,
      low: 100,
      high: 360,
      unit: 'euros',
    });
  });

  it('can be a whole itself, of which a ratio is taken', () => {
    const nested = left(
      `{ whole: ${range(300, 200, 400)}, part: ${range(100, 50, 150)}, rest: { same_as: numbers.whole, less: [numbers.part] } }`,
      '{ same_as: numbers.rest, ratio: 0.5 }',
    );
    const { tree } = loaded(nested);
    const values = drawnValues(tree, [1, 2], 3);
    const rest = values.get('numbers.whole')! - values.get('numbers.part')!;
    expect(costOf(drawScenario(tree, [1, 2], 3), 'a')).toBeCloseTo(rest / 2, 9);
    // (300 - 100) / 2, (200 - 150) / 2, (400 - 50) / 2.
    expect(nodeOfNumber(tree, ofA)).toMatchObject({ value: 100, low: 25, high: 175 });
  });

  it('is the same in another place, and at least nothing where it is taken off', () => {
    const head = `{ whole: ${range(300, 200, 400)}, part: ${range(150, 100, 250)}, rest: { same_as: numbers.whole, less: [numbers.part] } }`;
    const same = loaded(left(head, '{ same_as: numbers.rest }'));
    expect(nodeOfNumber(same.tree, ofA)).toMatchObject({ value: 150, low: 0, high: 300 });
    const { tree } = loaded(left(head, '{ same_as: numbers.whole, less: [numbers.rest] }'));
    // 400 less 300, 400 less 150; 200 less nothing lies between.
    expect(nodeOfNumber(tree, ofA)).toMatchObject({ value: 150, low: 100, high: 250 });
    for (let draw = 0; draw < 12; draw++) {
      const values = drawnValues(tree, [1, 2], draw);
      const [whole, part] = ['numbers.whole', 'numbers.part'].map((path) => values.get(path)!);
      expect(costOf(drawScenario(tree, [1, 2], draw), 'a')).toBeCloseTo(
        whole! - Math.max(0, whole! - part!),
        9,
      );
    }
  });

  it('follows what is set of its whole and its part, also on a page', () => {
    const set = (...settings: string[]) => nodeOfNumber(loaded(text, settings).tree, ofA);
    // A part of 100, of 200 to 400; three tenths (a tenth to a half) of a whole of 200.
    expect(set('numbers.part=100')).toMatchObject({ value: 200, low: 100, high: 300 });
    expect(set('numbers.whole=200')).toMatchObject({ value: 140, low: 100, high: 180 });
    const { tree } = loaded(text);
    for (const path of ['numbers.part', 'numbers.whole']) {
      const { value, low, high } = set(`${path}=100`) as AnnotatedQuantity;
      const onPage = withChanges(tree, undefined, { [path]: 100 }).tree;
      expect(nodeOfNumber(onPage, ofA), path).toMatchObject({ value, low, high });
    }
  });

  it('is more where a part has been removed', () => {
    const without = shippedTree('leiden', ['approaches.parallel.activities.mentor=~']);
    const jas = 'approaches.parallel.activities.jas.hours_per_week';
    // 24 hours less two of job-hunters (0.083 x 24); by the answer that holds JAS gives no lessons. A mentor takes one.
    expect(nodeOfNumber(without, jas)).toMatchObject({ value: 24 - 0.083 * 24 });
    expect(nodeOfNumber(shippedTree('leiden'), jas)).toMatchObject({ value: 23 - 0.083 * 24 });
  });

  it('is at least nothing, and it is said how often it would be less', () => {
    // A part of 0 to 1,000, evenly, of 990: of 100 draws one.
    const even = (high: number) =>
      left(
        `{ whole: 990, part: { value: 500, low: 0, high: ${high}, distribution: uniform, unit: euros, label: assumption } }`,
      );
    const { beyond } = loaded(even(1000));
    expect(beyond.map(({ path, below }) => [path, Math.round(1000 * below)])).toEqual([[ofA, 10]]);
    expect(describeBeyond(beyond[0]!, () => 'a.yaml')).toMatch(
      /: 1 % of its draws lie below 0, and count as 0 \(a\.yaml:\d+:\d+\); lower what is taken off: numbers\.part$/,
    );
    expect(problemsOf(even(2000)).join()).toMatch(/5\d? % of its draws lie below 0; expected at most 5 %/);
  });

  it.each([
    [
      '{ same_as: numbers.whole, less: [numbers.prt] }',
      /no such path "numbers.prt"; did you mean "numbers.part"/,
    ],
    ['{ same_as: numbers.whole, less: [numbers] }', /"numbers" is not a number; expected the path of one/],
    [`{ same_as: numbers.whole, less: [${ofA}] }`, /is taken off itself; expected other numbers/],
    [
      '{ same_as: numbers.whole, less: [cohort.size] }',
      /is read in euros a month of taking part, "cohort.size" in persons/,
    ],
    ['{ same_as: numbers.whole, less: [] }', /less/],
  ])('is refused where it names no number: %s', (cost, message) => {
    expect(problemsOf(left(`{ whole: 300, part: ${range(100, 50, 150)} }`, cost)).join('\n')).toMatch(
      message,
    );
  });
});

/** By scenario: a whole, and its parts by what holds them together. */
const divided: readonly [scenario: string, whole: (tree: Hours) => number, parts: readonly string[]][] = [
  ['leiden', ({ of }) => of('plan'), ['jas', 'job_hunters', 'lessons', 'mentor']],
  ['rotterdam', ({ course }) => 32 - course, ['lessons', 'placement', 'volunteering', 'schooling']],
  ['almere', ({ numbers }) => numbers.ib_plus_hours!, ['ib_plus', 'extra_language', 'arithmetic']],
  ['smallingerland', ({ numbers }) => numbers.school_week!, ['isk', 'isk_subjects']],
  [
    'plans/bridging-year',
    ({ course }) => 38 - course,
    ['bridging_year', 'lessons', 'network', 'stress', 'work_experience'],
  ],
];

interface Hours {
  of(activity: string): number;
  readonly course: number;
  readonly numbers: Readonly<Record<string, number>>;
}

function hoursIn(tree: ScenarioTree, draw: number, posterior: Parameters<typeof drawScenario>[3]): Hours {
  const scenario = drawScenario(tree, [3, 4], draw, posterior);
  const { inburgering } = scenario as unknown as { inburgering: { course_hours: number } };
  return {
    of: (name) => scenario.approaches.parallel!.activities[name]!.hours_per_week,
    course: inburgering.course_hours,
    numbers: scenario.numbers as Record<string, number>,
  };
}

describe('the hours that shipped scenarios divide', () => {
  it.each(divided)('%s: add up to what the source says, in every draw', (name, whole, parts) => {
    const { tree, posterior } = shippedScenario(name);
    for (let draw = 0; draw < 64; draw++) {
      const hours = hoursIn(tree, draw, posterior);
      const each = parts.map((part) => hours.of(part));
      expect(Math.min(...each)).toBeGreaterThanOrEqual(0);
      expect(each.reduce((sum, part) => sum + part, 0)).toBeCloseTo(whole(hours), 9);
      if (name === 'leiden') expect(hours.of('plan')).toBeLessThanOrEqual(24);
    }
  });

  it('rotterdam: Taalstart and workshops too have what the course leaves of the eight half-days', () => {
    const { tree, posterior } = shippedScenario('rotterdam');
    for (let draw = 0; draw < 64; draw++) {
      const hours = hoursIn(tree, draw, posterior);
      expect(hours.of('taalstart') + hours.of('workshops') + hours.course).toBeLessThanOrEqual(32 + 1e-9);
    }
  });

  it('are all that follow from a whole', () => {
    for (const [name, , parts] of divided) {
      const { activities } = shippedTree(name).approaches.parallel!;
      const rests = Object.entries(activities).flatMap(([activity, { hours_per_week: hours }]) =>
        isAnnotated(hours) && hasRest(hours) && hours.tie!.less !== undefined ? [activity] : [],
      );
      expect(rests.filter((rest) => !parts.includes(rest))).toEqual(
        name === 'rotterdam' ? ['taalstart'] : [],
      );
    }
  });
});

it('takes nothing off for an activity that has been removed', () => {
  const hoursOf = (settings: readonly string[]) => {
    const { activities } = centralScenario(shippedTree('leiden', settings)).approaches.parallel!;
    return Object.fromEntries(
      Object.entries(activities).map(([name, { hours_per_week }]) => [name, hours_per_week]),
    );
  };
  const before = hoursOf([]);
  const after = hoursOf(['approaches.parallel.activities.mentor=~']);
  expect(after.jas).toBeCloseTo(before.jas! + before.mentor!, 9);
});
