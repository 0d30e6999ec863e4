/** Alternatives in scenario files: how they are read, changed and refused. */

import { describe, expect, it } from 'vitest';
import { drawScenario } from '../../../src/domain/parameters/draw.js';
import { answersInDraws, openAlternatives } from '../../../src/domain/parameters/open-alternatives.js';
import type { AnnotatedQuantity } from '../../../src/domain/parameters/quantity.js';
import { explainedRow, writtenValue } from '../../../src/run/explain/rows.js';
import { planSweep } from '../../../src/run/sweep/points.js';
import { explainNumbers } from '../../../src/scenario/check/provenance.js';
import { describeUnused, unusedNumbers } from '../../../src/scenario/check/unused-numbers.js';
import { nodeOfNumber } from '../../../src/scenario/inherit/ties.js';
import { labelsOf } from '../../../src/scenario/labels.js';
import { folderWith } from '../temporary-folder.js';
import { activity, approach, loaded, price, problemsOf, twins } from '../twins.js';

const question = (
  options = 'no: { weight: 0.5, label: "No" }, yes: { weight: 0.5, label: { nl: Ja, en: "Yes" } }',
  more = '',
) => `alternatives: { dear: { question: "Is it dear?", ${more}options: { ${options} } } }`;
const hangs = (values = `{ no: 100, yes: ${price} }`, by = 'alternatives.dear') =>
  `{ by: ${by}, values: ${values}, note: "why" }`;
const text = (a = hangs(), b = '5', head = question()) =>
  twins(approach(activity(a)), approach(activity(b)), head);

const ofA = 'approaches.a.activities.coach.costs.0.per_month';
const costIn = (scenario: ReturnType<typeof drawScenario>, name: string) =>
  scenario.approaches[name]!.activities.coach!.costs![0]!.per_month!;
const numbersAt = (scenario: ReturnType<typeof loaded>, path: string) =>
  nodeOfNumber(scenario.tree, path) as AnnotatedQuantity;

describe('a number that hangs on an alternative', () => {
  it('is what it is under the answer of each draw; another that is the same follows', () => {
    const { tree, posterior } = loaded(text(hangs(), `{ same_as: ${ofA}, ratio: 2 }`));
    const [dear] = openAlternatives(tree);
    const answers = answersInDraws(dear!, { key: [1, 2], draws: 8 });
    expect(answers.filter((answer) => answer === 0)).toHaveLength(4);
    for (const [draw, answer] of answers.entries()) {
      const scenario = drawScenario(tree, [1, 2], draw, posterior);
      if (answer === 0) expect(costIn(scenario, 'a')).toBe(100);
      else expect(costIn(scenario, 'a')).toBeGreaterThan(100);
      expect(costIn(scenario, 'b')).toBe(2 * costIn(scenario, 'a'));
    }
  });

  it('holds the numbers under all answers within its range, and tells where each comes from', () => {
    const scenario = loaded(text());
    expect(numbersAt(scenario, ofA)).toMatchObject({ value: 100, low: 100, high: 900, note: 'why' });
    expect(numbersAt(scenario, `${ofA}.values.yes`)).toMatchObject({ value: 300, low: 100 });
    const explained = explainNumbers(scenario).filter(({ path }) => path.startsWith(ofA));
    expect(explained.map(({ path }) => path)).toEqual([ofA, `${ofA}.values.no`, `${ofA}.values.yes`]);
    expect(explained.map(({ chain }) => writtenValue(chain.at(-1)!.value))).toEqual([
      'by alternatives.dear: no 100, yes 300 [100, 900]',
      '100',
      '300 [100, 900]',
    ]);
    // The quantiles of a mixture do not follow from its ends.
    expect(explained.map((each) => explainedRow(each).points?.()[1] !== undefined)).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('may have numbers that are tied to others, and be an unknown by name', () => {
    const head = `${question()}\nnumbers: { low: 50, mid: ${hangs('{ no: { same_as: numbers.low, ratio: 3 }, yes: 7 }')} }`;
    const { tree } = loaded(text('{ same_as: numbers.mid }', '5', head));
    const costs = Array.from({ length: 8 }, (_, draw) => costIn(drawScenario(tree, [1, 2], draw), 'a'));
    expect([...new Set(costs)].sort((x, y) => x - y)).toEqual([7, 150]);
  });

  it('has the unit that all its answers have, also where these are tied to other numbers', () => {
    const hours = '{ value: 8, unit: hours a week }';
    const unitOf = (no: string) => {
      const mid = hangs(`{ no: ${no}, yes: { same_as: numbers.long } }`);
      const { tree } = loaded(
        text('5', '5', `${question()}\nnumbers: { short: ${hours}, long: ${hours}, bare: 2, mid: ${mid} }`),
      );
      return (nodeOfNumber(tree, 'numbers.mid') as AnnotatedQuantity).unit;
    };
    expect(unitOf('{ same_as: numbers.short }')).toBe('hours a week');
    expect(unitOf('{ same_as: numbers.bare }')).toBeUndefined();
  });

  it('keeps its draws within the bounds of its place under each answer', () => {
    const share = (number: string) =>
      text(
        '5',
        '5',
        `${question()}\nsanction: { hazard: { by: alternatives.dear, values: { no: 0, yes: ${number} } } }`,
      );
    const tails =
      '{ value: 0.001, low: 0, high: 0.01, interval: 0.5, distribution: normal, label: assumption }';
    // Half of its draws lie between the ends, so a quarter below the lower one.
    expect(problemsOf(share(tails))[0]).toMatch(
      /sanction\.hazard\.values\.yes: 25 % of its draws lie below 0;/,
    );
  });
});

describe('an answer', () => {
  const waits = (settings: string[]) => {
    const { tree } = loaded(text('5', hangs('{ no: 1, yes: 2 }')), settings);
    return Array.from({ length: 16 }, (_, draw) => costIn(drawScenario(tree, [1, 2], draw), 'b'));
  };

  it('holds in every draw once it is set, by name or in a file', () => {
    expect(new Set(waits(['alternatives.dear=yes']))).toEqual(new Set([2]));
    expect(new Set(waits(['alternatives.dear.holds=no']))).toEqual(new Set([1]));
    const { tree } = loaded(
      text('5', hangs('{ no: 1, yes: 2 }'))
        .replace('extends: national', 'extends: base.yaml')
        .replace(/alternatives: .*\n/, 'alternatives: { dear: { holds: yes } }\n'),
      [],
      { 'base.yaml': `extends: national\nname: B\n${question()}\n` },
    );
    expect(openAlternatives(tree)).toEqual([]);
    expect(costIn(drawScenario(tree, [1, 2], 0), 'b')).toBe(2);
  });

  it('of two takes what the other leaves', () => {
    const dear = waits(['alternatives.dear.options.yes.weight=0.75']).filter((cost) => cost === 2);
    expect(Math.abs(dear.length - 12)).toBeLessThanOrEqual(1);
  });

  it('is called in both languages', () => {
    expect(labelsOf(loaded(text()).inherited.tree)).toMatchObject({
      'alternatives.dear.question': { nl: 'Is it dear?', en: 'Is it dear?' },
      'alternatives.dear.options.no.label': { nl: 'No', en: 'No' },
      'alternatives.dear.options.yes.label': { nl: 'Ja', en: 'Yes' },
    });
  });
});

describe('refused', () => {
  const no = 'no: { weight: 0.5, label: "No" }';
  it.each<[string, string, string[]]>([
    [
      'an alternative that there is none of',
      text(hangs(undefined, 'alternatives.dera')),
      [`${ofA}: no alternative "alternatives.dera"; did you mean "alternatives.dear"?`],
    ],
    [
      'its name alone',
      text(hangs(undefined, 'dear')),
      [`${ofA}: no alternative "dear"; did you mean "alternatives.dear"?`],
    ],
    [
      'a missing answer',
      text(hangs('{ no: 1 }')),
      [`${ofA}.values: missing "yes"; expected a number for each answer of alternatives.dear: no, yes`],
    ],
    [
      'an answer too many',
      text(hangs('{ no: 1, yes: 2, yse: 3 }')),
      [`${ofA}.values: alternatives.dear has no answer "yse"; did you mean "yes"?`],
    ],
    [
      'no answers',
      text('{ by: alternatives.dear }'),
      [`missing: ${ofA}.values; expected a section with names and values`],
    ],
    [
      'a value out of bounds',
      text(hangs('{ no: 1, yes: 2e7 }')),
      [`${ofA}.values.yes: expected at most 1000000 (euros a month of taking part), got 20000000`],
    ],
    [
      'values of unlike units',
      text(
        '{ same_as: numbers.x }',
        '5',
        `${question()}\nnumbers: { x: ${hangs('{ no: { value: 1, unit: months }, yes: { value: 2, unit: euros } }')} }`,
      ),
      [
        'numbers.x.values: one value is in months, another in euros; a number has one unit',
        `${ofA} is read in euros a month of taking part, "numbers.x" in months; a number cannot be both`,
      ],
    ],
    [
      'a circle',
      text(hangs(`{ no: 1, yes: { same_as: ${ofA} } }`)),
      [`${ofA}.values.yes: ${ofA} -> ${ofA}.values.yes -> ${ofA} is a circle; expected a number at its end`],
    ],
    [
      'weights that do not add up',
      text(hangs(), '5', question(`${no}, yes: { weight: 0.4, label: "Yes" }`)),
      [
        'alternatives.dear.options: the weights add up to 0.9, expected 1; to let one answer hold, set alternatives.dear to its name',
      ],
    ],
    [
      'an answer without weight',
      text(hangs(), '5', question(`${no}, yes: { label: "Yes" }`)),
      ['missing: alternatives.dear.options.yes.weight; expected a number'],
    ],
    [
      'a single answer',
      text(hangs('{ no: 1 }'), '5', question('no: { weight: 1, label: "No" }')),
      ['alternatives.dear.options: expected at least two answers, got 1'],
    ],
    [
      'an answer that holds and is none',
      text(hangs(), '5', question(undefined, 'holds: yess, ')),
      ['alternatives.dear: no answer "yess"; did you mean "yes"?'],
    ],
  ])('%s', (_, scenario, messages) => {
    expect(problemsOf(scenario).map((each) => each.replace(/^a\.yaml:\d+:\d+: /, ''))).toEqual(messages);
  });

  it('names line and column', () => {
    expect(problemsOf(text(hangs('{ no: 1 }')))[0]).toMatch(/^a\.yaml:5:\d+: /);
  });
});

it('an experiment over the own range of such a number asks for one of the numbers under its answers', () => {
  const design = `${folderWith({ 'own.yaml': `kind: one_at_a_time\npaths:\n  ${ofA}: own\n` })}/own.yaml`;
  expect(() => planSweep(loaded(text()), { set: [], seed: '1', design })).toThrow(
    `hangs on alternatives.dear; expected the number under one answer, "${ofA}.values.no" or "${ofA}.values.yes", or values`,
  );
});

it('a sweep over an answer tells which holds, and of the base that it is drawn', () => {
  const { values } = planSweep(loaded(text()), { set: ['alternatives.dear=no,yes'], seed: '1' });
  expect(values.map((each) => each.get('alternatives.dear'))).toEqual([
    'drawn by weight: no 0.5, yes 0.5',
    'no',
    'yes',
  ]);
});

it('a question that no number hangs on is noted where it stands', () => {
  const [unused, ...others] = unusedNumbers('x/a.yaml', {
    tree: { alternatives: { dear: {} } },
    locate: () => ({ file: 'x/a.yaml', line: 3, column: 17 }),
  } as never);
  expect(others).toEqual([]);
  expect(describeUnused(unused!, (file) => file)).toBe(
    'alternatives.dear: used nowhere (x/a.yaml:3:17); a number hangs on it with { by: alternatives.dear, values: ... }',
  );
});
