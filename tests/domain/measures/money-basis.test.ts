/** One date for money, worked out by hand: a cohort moved by a day, and the footing that files and reports give. */

import { describe, expect, it } from 'vitest';
import { buildApproach } from '../../../src/domain/approach.js';
import { moneyBasisOf } from '../../../src/domain/measures/money-basis.js';
import { centralScenario } from '../../../src/domain/parameters/draw.js';
import { shippedTree } from '../../shipped.js';

const settings = ['cohort.inflow_months=0', 'posterior=none'];
const modelOf = (...more: string[]) => {
  const scenario = centralScenario(shippedTree('national', [...settings, ...more]));
  return buildApproach(scenario, 'sequential', [
    { from: '2014-01-01', couple: 1400, single: 980, single_18_20: 240 },
  ]).model;
};

describe('the date to which amounts are discounted', () => {
  it('is the first permit, in months of the calendar that starts on 1 January of its year', () => {
    expect(modelOf('cohort.first_permit=2016-01-01').discountTo).toBe(0);
    expect(modelOf('cohort.first_permit=2015-10-01').discountTo).toBe(9);
    // December has 31 days, of which 30 have passed.
    expect(modelOf('cohort.first_permit=2015-12-31').discountTo).toBeCloseTo(11 + 30 / 31, 12);
  });

  it('is the one that is given, before or after the first permit', () => {
    expect(modelOf('cohort.first_permit=2015-10-01', 'discount_to=2017-01-01').discountTo).toBe(24);
    expect(modelOf('cohort.first_permit=2015-10-01', 'discount_to=2014-07-01').discountTo).toBe(-6);
  });
});

describe('the footing of money', () => {
  it('names date, rate and year of prices as the scenario has them', () => {
    expect(moneyBasisOf(shippedTree('leiden'))).toEqual({
      discountedTo: '2015-10-01',
      isFirstPermit: true,
      rate: 0.0225,
    });
    const given = shippedTree('leiden', ['discount_to=2017-01-01', 'price_year=2016', 'discount_rate=0.03']);
    expect(moneyBasisOf(given)).toEqual({
      discountedTo: '2017-01-01',
      isFirstPermit: false,
      rate: 0.03,
      priceYear: 2016,
    });
  });

  it('tells between which points a rate is drawn', () => {
    const drawn =
      'discount_rate={ value: 0.02, low: 0.01, high: 0.03, distribution: uniform, label: assumption }';
    const { rate, rateRange } = moneyBasisOf(shippedTree('leiden', [drawn]));
    expect(rate).toBe(0.02);
    // Uniform over 0.01 to 0.03: 0.01 + 0.025 x 0.02 and 0.01 + 0.975 x 0.02.
    expect(rateRange).toEqual([expect.closeTo(0.0105, 12), expect.closeTo(0.0295, 12)]);
  });
});
