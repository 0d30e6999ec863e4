/** How a number of a scenario may be written. */

import { describe, expect, it } from 'vitest';
import { hasRest } from '../../../src/domain/parameters/quantity.js';
import { quantity } from '../../../src/domain/schema/quantity.js';

describe('the schema of a quantity', () => {
  const share = quantity({ unit: 'share', min: 0, max: 1 });
  const euros = quantity({ unit: 'euros' });
  const messages = (schema: typeof share, value: unknown) => {
    const parsed = schema.safeParse(value);
    return parsed.success ? [] : JSON.stringify(parsed.error.issues);
  };

  it.each([
    0,
    1,
    0.5,
    { value: 0.5 },
    { value: 0.5, low: 0.5, high: 0.5 },
    { value: 0.5, low: 0, high: 1, label: 'assumption' },
  ])('takes %j', (value) => {
    expect(messages(share, value)).toEqual([]);
  });

  it.each([
    [1.1, ''],
    [-0.1, ''],
    ['0.5', ''],
    [{ value: 2 }, ''],
    [{ value: 0.5, low: 0.4 }, 'a range has both low and high'],
    [{ value: 0.5, high: 0.6 }, 'a range has both low and high'],
    [{ value: 0.5, low: 0.6, high: 0.7 }, 'low (0.6) is above value (0.5)'],
    [{ value: 0.5, low: 0.3, high: 0.4 }, 'high (0.4) is below value (0.5)'],
    [{ value: 0.5, low: 0.3, high: 1.4 }, ''],
    [{ value: 0.5, distribution: 'normal' }, 'distribution normal needs low and high'],
    [{ value: 0.5, distribution: 'quantiles' }, 'distribution quantiles needs points'],
    [
      {
        value: 0.5,
        distribution: 'quantiles',
        points: [
          [0.5, 0.4],
          [0.4, 0.5],
        ],
      },
      'points must ascend in probability and value',
    ],
    [
      {
        value: 0.5,
        distribution: 'quantiles',
        points: [
          [0.5, 0.4],
          [0.6, 0.3],
        ],
      },
      'points must ascend in probability and value',
    ],
    [
      {
        value: 0.5,
        distribution: 'quantiles',
        points: [
          [0.5, 0.4],
          [0.6, 1.3],
        ],
      },
      'points must lie between 0 and 1 (share), got 1.3',
    ],
    [
      { value: 0.5, low: 0, high: 0.6, distribution: 'lognormal' },
      'distribution lognormal needs value and low above 0',
    ],
    [
      { value: 0.5, low: 0, high: 0.6, distribution: 'logit-normal' },
      'needs value, low and high between 0 and 1',
    ],
    [
      { value: 0.5, low: 0.4, high: 1, distribution: 'logit-normal' },
      'needs value, low and high between 0 and 1',
    ],
    [{ value: 0.5, label: 'assumption' }, 'an assumption needs a range'],
    [{ value: 0.5, label: 'published' }, 'a published number needs a source'],
    [{ value: 0.5, colour: 'red' }, ''],
  ])('refuses %j', (value, message) => {
    expect(messages(share, value)).not.toEqual([]);
    expect(messages(share, value)).toContain(message);
  });

  it('takes what has bounds only where it has them', () => {
    expect(messages(euros, -5)).toEqual([]);
    expect(messages(euros, { value: -1, low: -3, high: 5, distribution: 'normal' })).toEqual([]);
    expect(messages(quantity({ unit: 'persons', whole: true }), 2.5)).not.toEqual([]);
    expect(messages(quantity({ unit: 'persons', whole: true }), 2)).toEqual([]);
    for (const distribution of ['lognormal', 'logit-normal'])
      expect(messages(share, { value: 0.5, low: 0.4, high: 0.6, distribution })).toEqual([]);
    expect(
      messages(share, {
        value: 0.5,
        distribution: 'quantiles',
        points: [
          [0.1, 0.4],
          [0.6, 0.4],
        ],
      }),
    ).toEqual([]);
    expect(messages(share, { value: 0.5, label: 'assumption', distribution: 'fixed' })).toEqual([]);
    expect(messages(share, { value: 0.5, label: 'published', source: 'CBS' })).toEqual([]);
    expect(quantity({ unit: 'euros' })).toBe(euros);
  });

  /** Where each problem stands, and what it says. */
  const issues = (value: unknown) =>
    (share.safeParse(value).error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);

  it.each([
    [{ value: 0.5, low: 0.4 }, 'low: a range has both low and high'],
    [{ value: 0.5, high: 0.6 }, 'high: a range has both low and high'],
    [{ value: 0.5, low: 0.6, high: 0.7 }, 'low: low (0.6) is above value (0.5)'],
    [{ value: 0.5, low: 0.3, high: 0.4 }, 'high: high (0.4) is below value (0.5)'],
    [{ value: 0.5, distribution: 'normal' }, 'distribution: distribution normal needs low and high'],
    [{ value: 0.5, distribution: 'quantiles' }, 'distribution: distribution quantiles needs points'],
    [{ value: 0.5, unit: 'weeks' }, 'unit: this number is read in share, not in weeks'],
    [{ value: 0.5, label: 'derived' }, 'label: a derived number needs a source'],
    [
      { value: 0.5, label: 'assumption' },
      'label: an assumption needs a range: low and high (or distribution: fixed, with a note why)',
    ],
    [
      { by: 'alternatives.teaches', values: { yes: 0.1, no: 0.2 }, unit: 'euros' },
      'unit: this number is read in share, not in euros',
    ],
    [
      {
        by: 'alternatives.teaches',
        values: { yes: { value: 0.1, unit: 'share' }, no: 0.2 },
        unit: 'lessons',
      },
      undefined,
    ],
    [{ by: 'alternatives.teaches', values: { yes: { same_as: 'a' }, no: 0.2 } }, undefined],
  ])('says of %j where', (value, problem) => {
    if (problem === undefined) expect(issues(value)).toEqual([]);
    else expect(issues(value)).toEqual([problem]);
  });

  it('wants one unit of numbers under an alternative, where its place takes two', () => {
    const values = (one: string, other: string) => ({
      by: 'alternatives.paid',
      values: { yes: { value: 1, unit: one }, no: { value: 2, unit: other } },
    });
    const said = (value: unknown) =>
      (euros.safeParse(value).error?.issues ?? []).map(
        ({ path, message }) => `${path.join('.')}: ${message}`,
      );
    expect(said(values('euros a month', 'euros a month'))).toEqual([]);
    expect(said(values('euros a month', 'euros a person'))).toEqual([
      'values: one value is in euros a month, another in euros a person; a number has one unit',
    ]);
    expect(said({ ...values('euros a month', 'euros a month'), unit: 'euros a person' })).toEqual([
      'values: one value is in euros a person, another in euros a month; a number has one unit',
    ]);
  });
});

describe('a number that is what others leave', () => {
  const whole = { value: 24 };
  const tie = (of: unknown, less?: unknown) => ({
    value: 20,
    tie: { of, ratios: [], to: 'numbers.whole', ...(less === undefined ? {} : { less }) },
  });

  it('is told from one that is the same as another, or a product', () => {
    const rest = (quantity: unknown) => hasRest(quantity as Parameters<typeof hasRest>[0]);
    expect(rest({ value: 20 })).toBe(false);
    expect(rest(tie(whole))).toBe(false);
    expect(rest(tie(whole, [{ quantity: 4 }]))).toBe(true);
    expect(rest(tie(tie(whole)))).toBe(true);
  });
});
