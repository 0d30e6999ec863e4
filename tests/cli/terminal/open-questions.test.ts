import { expect, it } from 'vitest';
import { openQuestionLines } from '../../../src/cli/terminal/open-questions.js';
import { namedOf } from '../../../src/run/scenarios/number-names.js';
import type { Outcome } from '../../../src/run/write/outcome.js';
import { shippedScenario } from '../../shipped.js';

const plain = (text: string) => text;
const brush = new Proxy({}, { get: () => plain }) as Parameters<typeof openQuestionLines>[3];

it('says why an answer has no interval where one has none', () => {
  const option = { name: 'no', weight: 1, label: 'No' };
  const alternative = { path: 'alternatives.x', question: 'x?', options: [option] };
  const lines = (low: number) => {
    const row = {
      ...{ approach: 'parallel', against: 'sequential', answer: { alternative, option }, draws: 4 },
      ...{ measure: 'net_balance_discounted', month: undefined, unit: 'euros' },
      ...{ estimate: -100, mcse: 10, low, high: low + 300 },
    };
    const outcome = {
      ...{ horizonMonths: 120, named: namedOf(shippedScenario('leiden')), differences: [], byAnswer: [row] },
      approaches: ['sequential', 'parallel'],
    } as unknown as Outcome;
    return openQuestionLines(outcome, 'parallel', { language: 'en', table: 100, text: 200 }, brush).join(
      '\n',
    );
  };
  expect(lines(Number.NaN)).toContain('No interval: too few draws have that answer, or the chance');
  expect(lines(-200)).not.toContain('No interval');
});

it('gives the weight of an answer with the decimal mark of the language', () => {
  const answers = ['no', 'yes'].map((name) => ({ name, weight: 0.125, label: name }));
  const alternative = { path: 'alternatives.x', question: 'x?', options: answers };
  const outcome = {
    horizonMonths: 120,
    named: namedOf(shippedScenario('leiden')),
    approaches: ['sequential', 'parallel'],
    differences: [],
    byAnswer: answers.map((option) => ({
      approach: 'parallel',
      against: 'sequential',
      answer: { alternative, option },
      measure: 'net_balance_discounted',
      month: undefined,
      unit: 'euros',
      draws: 8,
      ...{ estimate: -100, mcse: 10, low: -200, high: 100 },
    })),
  } as unknown as Outcome;
  const weights = (language: 'nl' | 'en') =>
    openQuestionLines(outcome, 'parallel', { language, table: 100, text: 100 }, brush).flatMap(
      (line) => /\d+[.,]\d+ %/.exec(line) ?? [],
    );
  expect(weights('nl')).toEqual(['12,5 %', '12,5 %']);
  expect(weights('en')).toEqual(['12.5 %', '12.5 %']);
});
