import { describe, expect, it } from 'vitest';
import { differenceRows } from '../../../src/analysis/estimates.js';
import { assembleResults } from '../../../src/analysis/results.js';
import { centralScenario, drawScenario, listParameters } from '../../../src/domain/parameters/draw.js';
import type { Scenario, ScenarioTree } from '../../../src/domain/schema/scenario.js';
import { explainNumbers } from '../../../src/scenario/check/provenance.js';
import { nodeOf } from '../../../src/scenario/inherit/layers.js';
import { nodeOfNumber } from '../../../src/scenario/inherit/ties.js';
import {
  changeScenario,
  type LoadedScenario,
  loadScenario,
  packageLibrary,
} from '../../../src/scenario/load-scenario.js';
import { runUnit } from '../../../src/simulation/cohort/draw-run.js';
import { courseOf, shippedTree, taskOf } from '../../shipped.js';
import { activity, approach, loaded, price, problemsOf, twins } from '../twins.js';

const costAt = (scenario: Scenario, name: string) =>
  scenario.approaches[name]!.activities.coach!.costs![0]!.per_month!;

/** The price under both approaches, draw by draw. */
function pricesOf({ tree, posterior }: Pick<LoadedScenario, 'tree' | 'posterior'>): [number, number][] {
  return Array.from({ length: 12 }, (_, draw) => {
    const scenario = drawScenario(tree, [1, 2], draw, posterior);
    return [costAt(scenario, 'a'), costAt(scenario, 'b')];
  });
}

const ofA = 'approaches.a.activities.coach.costs.0.per_month';
const ofB = 'approaches.b.activities.coach.costs.0.per_month';
const kinds: [string, string][] = [
  ['same_as', twins(approach(activity(price)), approach(activity(`{ same_as: ${ofA} }`)))],
  [
    'numbers',
    twins(
      approach(activity('{ same_as: numbers.price }')),
      approach(activity('{ same_as: numbers.price, note: "as a" }')),
      `numbers: { price: ${price} }`,
    ),
  ],
  ['an alias of a number', twins(approach(activity(`&price ${price}`)), approach(activity('*price')))],
  ['an alias of a section', twins(`&a ${approach(activity(price))}`, '*a')],
  [
    'a chain',
    twins(
      `&a ${approach(activity('{ same_as: numbers.price }'))}`,
      '*a',
      `numbers: { price: { same_as: numbers.other }, other: ${price} }`,
    ),
  ],
];

/** Ties are followed before the schema is asked, so that a unit may still be anything. */
it.each([
  ['of a ratio', `{ same_as: ${ofA}, ratio: { value: 0.5, unit: 5 } }`, 'ratio.unit: expected a text, got 5'],
  ['of a number', '{ value: 3, unit: [euros] }', 'unit: expected a text, got a list'],
  [
    'of answers',
    '{ by: alternatives.q, unit: { a: 1 }, values: { y: 1, n: 2 } }',
    'unit: expected a text, got a section',
  ],
])('a unit %s that is no text is told with its place', (_, cost, message) => {
  const question =
    'alternatives: { q: { question: Q, options: { y: { weight: 0.5, label: Y }, n: { weight: 0.5, label: N } } } }';
  const text = twins(
    approach(activity(price)),
    approach(activity(cost)),
    `${question}\ngroups: { g: { numbers: [${ofA}, ${ofB}] } }`,
  );
  expect(problemsOf(text)).toEqual([expect.stringContaining(`${ofB}.${message}`)]);
});

describe('one unknown in two places', () => {
  it.each(kinds)('has one value in every draw: %s', (_, text) => {
    const prices = pricesOf(loaded(text));
    for (const [a, b] of prices) expect(b).toBe(a);
    expect(new Set(prices.map(([a]) => a)).size).toBe(prices.length);
  });

  it.each(kinds)('makes identical approaches differ by exactly nothing: %s', (_, text) => {
    const { tree } = loaded(text, ['horizon_years=2', 'cohort.size=6', 'reference=a']);
    const task = { ...taskOf(tree, { draws: 4, replications: 2 }), approaches: ['a', 'b'] };
    const draws = [0, 1, 2, 3].map((draw) => runUnit(task, { draw, first: 0, count: 2 }));
    for (const { measure, estimate, parameterLow, parameterHigh, varianceRatio } of differenceRows(
      assembleResults(task, draws),
    )) {
      // Nothing varies, also in measures of those concerned.
      expect([measure, varianceRatio]).toEqual([measure, Number.NaN]);
      // Not reached by anybody: there is no month to tell.
      if (Number.isNaN(estimate)) continue;
      expect([measure, estimate]).toEqual([measure, 0]);
      for (const end of [parameterLow, parameterHigh])
        if (!Number.isNaN(end)) expect([measure, end + 0]).toEqual([measure, 0]);
    }
  });

  it('is two unknowns where nothing ties them', () => {
    const prices = pricesOf(loaded(twins(approach(activity(price)), approach(activity(price)))));
    for (const [a, b] of prices) expect(b).not.toBe(a);
  });

  it('follows what is set of the number that is named, and is set free by what is set of its own place', () => {
    const text = kinds[0]![1];
    const named = loaded(text, [`${ofA}=250`]);
    expect(pricesOf(named)).toEqual(pricesOf(named).map(() => [250, 250]));
    for (const [a, b] of pricesOf(loaded(text, [`${ofB}=250`]))) {
      expect(b).toBe(250);
      expect(a).not.toBe(250);
    }
    const place = { file: 'x', line: 0, column: 0 };
    const change = { path: ofA.split('.'), value: 120, place, namePlace: place, source: 'experiment' };
    const changed = changeScenario(loaded(text), [change]);
    expect(changed.ok && costAt(centralScenario(changed.scenario.tree), 'b')).toBe(120);
  });

  it('follows and is set free by the layers above it', () => {
    const base = { 'base.yaml': kinds[2]![1] };
    const top = (name: string, cost: string) =>
      `extends: base\nname: Top\napproaches: { ${name}: { activities: { coach: ${activity(cost)} } } }\n`;
    expect(pricesOf(loaded(top('a', '70'), [], base))[0]).toEqual([70, 70]);
    const [a, b] = pricesOf(loaded(top('b', '70'), [], base))[0]!;
    expect(b).toBe(70);
    expect(a).not.toBe(70);
  });

  it('stands by itself where a layer takes away what an alias repeats, and stays tied to the other repeats', () => {
    const base = {
      'base.yaml': `${twins(approach(activity(`&price ${price}`)), approach(activity('*price')))}  c: ${approach(activity('*price'))}\n`,
    };
    const { tree } = loaded('extends: base\nname: Top\napproaches: { a: ~ }\n', [], base);
    const scenario = drawScenario(tree, [1, 2], 3);
    expect(costAt(scenario, 'b')).toBeGreaterThan(100);
    expect(costAt(scenario, 'c')).toBe(costAt(scenario, 'b'));
    expect(costAt(scenario, 'b')).not.toBe(costAt(centralScenario(tree), 'b'));
  });

  const waitOf = (approach: object | undefined) => courseOf(approach).mean_wait as number;

  it('is drawn from the posterior where the number that is named is', () => {
    const wait = (ratio = '') => `{ same_as: approaches.sequential.course.mean_wait${ratio} }`;
    const text = (cost: string) =>
      `name: P\nextends: national\napproaches: { a: ${approach(activity('30')).replace('mean_wait: 3', `mean_wait: ${cost}`)} }\n`;
    const { tree, posterior } = loaded(text(wait()));
    expect(posterior!.paths).toContain('approaches.sequential.course.mean_wait');
    for (let draw = 0; draw < 8; draw++) {
      const { a, sequential } = drawScenario(tree, [1, 2], draw, posterior).approaches;
      expect(waitOf(a)).toBe(waitOf(sequential));
    }
    const half = loaded(text(wait(', ratio: { value: 0.5, low: 0.4, high: 0.6, label: assumption }')));
    const ratios = Array.from({ length: 8 }, (_, draw) => {
      const { a, sequential } = drawScenario(half.tree, [1, 2], draw, posterior).approaches;
      return waitOf(a) / waitOf(sequential);
    });
    for (const ratio of ratios) expect(ratio > 0.4 && ratio < 0.6).toBe(true);
    expect(new Set(ratios.map((ratio) => ratio.toFixed(9))).size).toBe(8);
    const path = 'approaches.a.course.mean_wait';
    expect(nodeOfNumber(half.tree, path)).toMatchObject({ value: 2.55, low: 1.6, high: 3.9, unit: 'months' });
    // Of a ratio with a unit of its own it is unknown what it makes of the other's.
    const heads = loaded(text(wait(', ratio: { value: 4, distribution: fixed, unit: heads }')));
    expect(nodeOfNumber(heads.tree, path)).not.toHaveProperty('unit');
    expect(nodeOfNumber(half.tree, `${path}.ratio`)).toMatchObject({ value: 0.5, low: 0.4, high: 0.6 });
    const central = centralScenario(half.tree, posterior).approaches;
    expect(waitOf(central.a)).toBeCloseTo(waitOf(central.sequential) / 2, 12);
  });

  it('is listed once as an unknown: the others name it', () => {
    const scenario = loaded(twins(`&a ${approach(activity(price))}`, '*a'));
    const rows = new Map(explainNumbers(scenario).map((row) => [row.path, row]));
    expect(rows.get(ofA)!.quantity!.tie).toBeUndefined();
    expect(rows.get(ofB)!.quantity).toMatchObject({ value: 300, low: 100, high: 900, tie: { to: ofA } });
    expect(rows.get(ofB)!.chain.map(({ value }) => value)).toEqual([{ same_as: ofA }]);
    const tied = loaded(
      twins(
        approach(activity(price)),
        approach(
          activity(`{ same_as: ${ofA}, ratio: { value: 0.5, low: 0.1, high: 0.9, label: assumption } }`),
        ),
      ),
    );
    const paths = listParameters(tied.tree).map(({ path }) => path);
    expect(paths.filter((path) => path.startsWith(ofB))).toEqual([ofB, `${ofB}.ratio`]);
  });
});

describe('a tie that leads nowhere', () => {
  const b = (cost: string) => twins(approach(activity(price)), approach(activity(cost)));

  it.each<[string, string, string[]]>([
    [
      'an unknown path',
      b('{ same_as: approaches.a.activities.coach.costs.0.per_mont }'),
      [
        `a.yaml:6:316: ${ofB}: no such path "approaches.a.activities.coach.costs.0.per_mont"; did you mean "per_month"?`,
      ],
    ],
    [
      'a text, a section and a part of a number',
      b('{ same_as: approaches.a }')
        .replace('weeks: 52', 'weeks: { same_as: name }')
        .replace('phase: 3', 'dropout: { same_as: income.work.low }, phase: 3'),
      [
        'a.yaml:5:169: approaches.a.activities.coach.dropout: "income.work.low" is a part of a number; expected the number, "income.work"',
        'a.yaml:5:254: approaches.a.activities.coach.weeks: "name" is not a number; expected the path of one',
        `a.yaml:6:316: ${ofB}: "approaches.a" is not a number; expected the path of one`,
      ],
    ],
    [
      'a circle',
      b('{ same_as: numbers.x }').replace(
        'approaches:',
        'numbers: { x: { same_as: numbers.y }, y: { same_as: numbers.x } }\napproaches:',
      ),
      [
        'a.yaml:4:53: numbers.y: numbers.x -> numbers.y -> numbers.x is a circle; expected a number at its end',
      ],
    ],
    [
      'itself',
      b(`{ same_as: ${ofB} }`),
      [`a.yaml:6:316: ${ofB}: ${ofB} -> ${ofB} is a circle; expected a number at its end`],
    ],
    [
      'with a value of its own',
      b(`{ same_as: ${ofA}, value: 3 }`),
      [
        `a.yaml:6:305: ${ofB}: a number tied to another has no value of its own; write { same_as: ... } alone, or set "${ofB}" as a whole`,
      ],
    ],
  ])('%s is refused where it is written', (_, text, messages) => {
    expect(problemsOf(text)).toEqual(messages);
  });

  it('is refused where the number does not fit the place', () => {
    const head = (number: string) => `cohort: { size: { same_as: numbers.x } }\nnumbers: { x: ${number} }`;
    const text = (number: string) => twins(approach(activity('1')), approach(activity('1')), head(number));
    expect(problemsOf(text('{ value: 12, low: 8, high: 20, label: assumption }'))).toEqual([]);
    expect(problemsOf(text('0'))).toEqual(['a.yaml:3:17: cohort.size: expected at least 1 (persons), got 0']);
    // What is not whole is rounded in its own place.
    expect(problemsOf(text('{ value: 12, low: 8.5, high: 20, label: assumption }'))).toEqual([]);
    expect(problemsOf(text('0.4'))).toEqual([
      'a.yaml:3:17: cohort.size: expected at least 1 (persons), got 0',
    ]);
  });

  it('names the setting that is wrong', () => {
    expect(problemsOf(b('5'), [`${ofB}={ same_as: income.wrk }`])).toEqual([
      `--set ${ofB}={ same_as: income.wrk }: ${ofB}: no such path "income.wrk"; did you mean "income.work"?`,
    ]);
    expect(problemsOf(b(`{ same_as: ${ofA} }`), [`${ofB}.value=3`])[0]).toMatch(/as a whole$/);
  });
});

describe('the shipped scenarios', () => {
  const tiesOf = (tree: ScenarioTree) =>
    listParameters(tree).flatMap(({ path, quantity }) =>
      typeof quantity === 'number' || quantity.tie === undefined ? [] : [[path, quantity.tie.to]],
    );

  it('tie what their notes call the same', () => {
    const sequential = 'approaches.sequential.course.mean_wait';
    const within = 'approaches.parallel.activities.';
    const wait = 'approaches.parallel.course.mean_wait';
    for (const name of ['alphen-chaam', 'amsterdam'])
      expect(tiesOf(shippedTree(name))).toContainEqual([wait, sequential]);
    // What hangs on an answer is tied under each.
    for (const answer of ['talks', 'sooner', 'course'])
      expect(tiesOf(shippedTree('almere'))).toContainEqual([`${wait}.values.${answer}`, sequential]);
    const leiden = tiesOf(shippedTree('leiden'));
    for (const tie of [
      [wait, sequential],
      [`${within}plan.costs.0.per_month`, `${within}jas.costs.0.per_month`],
      [`${within}plan.costs.1.per_month`, `${within}jas.costs.1.per_month`],
      [`${within}job_hunters.hours_per_week`, `${within}plan.hours_per_week`],
    ])
      expect(leiden).toContainEqual(tie);
  });

  it('leave no difference in Amsterdam when nobody gets a jobcoach', () => {
    const path = 'approaches.parallel.activities.jobcoach.for.share=0';
    const result = loadScenario(`${packageLibrary().scenarios}/amsterdam.yaml`, packageLibrary(), [
      path,
      'cohort.size=40',
      'horizon_years=3',
    ]);
    if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
    const { tree, posterior } = result.scenario;
    expect(nodeOf(tree, ['approaches', 'parallel', 'course', 'mean_wait', 'value'])).toBe(5.1);
    const task = taskOf(tree, { draws: 4, replications: 1, posterior: posterior! });
    const draws = [0, 1, 2, 3].map((draw) => runUnit(task, { draw, first: 0, count: 1 }));
    const rows = differenceRows(assembleResults(task, draws)).filter(
      ({ estimate }) => !Number.isNaN(estimate),
    );
    expect(rows.length).toBeGreaterThan(20);
    for (const { measure, estimate } of rows) expect([measure, estimate]).toEqual([measure, 0]);
  });
});
