/** Ties between numbers of unlike units, and of numbers that are whole in one place alone. */

import { describe, expect, it } from 'vitest';
import { centralScenario, drawScenario } from '../../src/domain/parameters/draw.js';
import { activity, approach, loaded, problemsOf, twins } from './twins.js';

describe('a number that is the same as another', () => {
  it('is refused between numbers of unlike units, also where a shared number lies between them', () => {
    const weeks = (tie: string) => twins(approach(activity('1', tie)), approach(activity('1')));
    const at = 'approaches.a.activities.coach.weeks';
    const messages = (text: string, settings: string[] = []) =>
      problemsOf(text, settings).map((each) => each.replace(/^a\.yaml:\d+:\d+: /, ''));
    const unlike = (unit: string, to: string) =>
      `${at} is read in weeks, ${to} in ${unit}; a number cannot be both`;
    expect(messages(weeks('{ same_as: approaches.a.course.mean_wait }'))).toEqual([
      unlike('months', '"approaches.a.course.mean_wait"'),
    ]);
    expect(messages(weeks('{ same_as: income.work }'))).toEqual([unlike('per month', '"income.work"')]);
    const numbers = (unit: string, other = '9') =>
      twins(
        approach(activity('{ same_as: numbers.x }', '{ same_as: numbers.y }')),
        approach(activity(other)),
        `numbers: { x: { value: 9${unit} }, y: { same_as: numbers.x } }`,
      );
    expect(messages(numbers(', unit: euros a month'))).toEqual([unlike('euros a month', '"numbers.x"')]);
    // It does not say what it is in: the first place that names it does.
    expect(messages(numbers(''))).toEqual([
      `approaches.a.activities.coach.costs.0.per_month is read in euros a month of taking part, "${at}", the same number in weeks; a number cannot be both`,
    ]);
    // Euros without more are those of a month as well; a share is a ratio.
    const of = (tie: string, head: string) => twins(approach(activity(tie)), approach(activity('1')), head);
    expect(messages(of('{ same_as: numbers.x }', 'numbers: { x: { value: 9, unit: euros } }'))).toEqual([]);
    expect(messages(of('1', 'income: { other_to_work: { same_as: sanction.cut } }'))).toEqual([]);
  });

  it('is refused where its own unit is not that of its place', () => {
    const text = twins(
      approach(activity('1', '{ value: 12, unit: months }')),
      approach(activity('{ value: 12, unit: euros a month }', '{ value: 12, unit: weeks of care }')),
    );
    expect(problemsOf(text).map((each) => each.replace(/^a\.yaml:\d+:\d+: /, ''))).toEqual([
      'approaches.a.activities.coach.weeks.unit: this number is read in weeks, not in months',
    ]);
  });
});

describe('a whole number that is the same as another', () => {
  const sizes = (number: string) => {
    const { tree, posterior } = loaded(
      twins(
        approach(activity('1')),
        approach(activity('1')),
        `numbers: { x: ${number} }\ncohort: { size: { same_as: numbers.x } }`,
      ),
    );
    const drawn = Array.from({ length: 40 }, (_, draw) => drawScenario(tree, [1, 2], draw, posterior));
    return {
      central: centralScenario(tree).cohort.size,
      drawn: drawn.map(({ cohort }) => cohort.size),
      shared: drawn.map(({ numbers }) => numbers!.x!),
    };
  };

  it('is rounded in its own place: in every draw, and as central value', () => {
    expect(sizes('12.7').central).toBe(13);
    expect(new Set(sizes('12.7').drawn)).toEqual(new Set([13]));
    const { central, drawn } = sizes(
      '{ value: 20.4, low: 8.5, high: 31.2, distribution: uniform, label: assumption }',
    );
    expect(central).toBe(20);
    expect(drawn.every((size) => Number.isInteger(size) && size >= 9 && size <= 31)).toBe(true);
    expect(new Set(drawn).size).toBeGreaterThan(10);
  });
});
