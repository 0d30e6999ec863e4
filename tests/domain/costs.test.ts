/** What activities and guidance cost whom: euros worked out by hand. */

import { describe, expect, it } from 'vitest';
import { wi2013 } from '../../src/domain/regimes/wi2013/wi2013.js';
import { payersWith } from '../../src/domain/schema/names.js';
import type { Activity } from '../../src/domain/schema/scenario.js';
import { live, WEEKS } from './life.js';

const payers = payersWith(wi2013.payers);

/** Of twelve months, from housing at month 6 to month 18. */
function costs(rows: Activity['costs'], settings = {}, more: Partial<Activity> = {}) {
  return live(settings, { buddy: { costs: rows, ...more } });
}

describe('the costs of an activity', () => {
  it.each(payers)('paid by %s, once and by month', (payer) => {
    const life = costs([{ payer, per_participant: 700, per_month: 30 }]);
    expect(life.cost('buddy', payer)).toBeCloseTo(700 + 12 * 30, 6);
    for (const other of payers) {
      expect(life.measure(`programme_cost_${other}`)).toBeCloseTo(other === payer ? 1060 : 0, 6);
    }
    expect(life.measure('programme_cost')).toBeCloseTo(1060, 6);
    expect(life.cost('buddy')).toBeCloseTo(1060, 6);
  });

  it('add up where several rows have the same payer', () => {
    const life = costs([
      { payer: 'state', per_participant: 100 },
      { payer: 'state', per_participant: 50, per_month: 5 },
      { payer: 'municipality', per_month: 7 },
      { payer: 'state', per_month: 2 },
    ]);
    expect(life.cost('buddy', 'state')).toBeCloseTo(150 + 12 * 7, 6);
    expect(life.cost('buddy', 'municipality')).toBeCloseTo(84, 6);
    expect(life.measure('programme_cost')).toBeCloseTo(318, 6);
  });

  it('are paid on the days of their payer, the first and the last included', () => {
    // The activity runs from 1 July 2015 to 1 July 2016.
    const life = costs([
      { payer: 'state', per_month: 30, per_participant: 100, until: '2015-12-31' },
      { payer: 'municipality', per_month: 30, per_participant: 100, from: '2016-01-01' },
      { payer: 'other', per_month: 7, from: '2015-09-01', until: '2015-10-31' },
      { payer: 'other', per_month: 1, from: '2015-09-01', until: '2015-10-31' },
      { payer: 'other', per_month: 4 },
      { payer: 'duo', per_month: 31, from: '2016-03-16', until: '2016-03-16' },
    ]);
    expect(life.cost('buddy', 'state')).toBeCloseTo(6 * 30 + 100, 6);
    expect(life.cost('buddy', 'municipality')).toBeCloseTo(6 * 30, 6);
    expect(life.cost('buddy', 'other')).toBeCloseTo(2 * 8 + 12 * 4, 6);
    // One day of the thirty-one of March.
    expect(life.cost('buddy', 'duo')).toBeCloseTo(1, 6);
    expect(costs([{ payer: 'state', per_participant: 9, from: '2015-07-02' }]).cost('buddy')).toBeCloseTo(
      0,
      9,
    );
    expect(costs([{ payer: 'state', per_month: 9, from: '2010-01-01' }]).cost('buddy')).toBeCloseTo(108, 6);
  });

  it('of several activities are lines of their own', () => {
    const life = live(
      {},
      {
        one: { costs: [{ payer: 'other', per_month: 10 }] },
        two: { costs: [{ payer: 'other', per_participant: 9 }], weeks: 2 * WEEKS },
        free: {},
      },
    );
    expect([life.cost('one'), life.cost('two'), life.cost('free')]).toEqual([
      expect.closeTo(120, 6),
      expect.closeTo(9, 6),
      undefined,
    ]);
    expect(life.measure('programme_cost_other')).toBeCloseTo(129, 6);
  });

  it('are made by those who take part, for as long as they do', () => {
    const rows: Activity['costs'] = [{ payer: 'municipality', per_participant: 700, per_month: 30 }];
    expect(costs(rows, {}, { for: { sex: ['women'] } }).cost('buddy')).toBeCloseTo(0, 9);
    // Work from month 9 on ends it; aftercare costs nothing.
    const market = [
      { from: '2015-01-01', ratio: 0 },
      { from: '2015-10-01', ratio: 1 },
    ];
    const working = { 'income.work': 1e8, 'income.labour_market': market };
    expect(costs(rows, working, { aftercare_weeks: 20 }).cost('buddy')).toBeCloseTo(700 + 3 * 30, 4);
    // Of the horizon only: eight years and a half of 12 months.
    expect(costs(rows, { horizon_years: 1 }).cost('buddy')).toBeCloseTo(700 + 6 * 30, 6);
    const left = costs(rows, {}, { dropout: 0.9999 });
    const months = left.month('buddy', 'dropped_out') - 6;
    expect(left.cost('buddy')).toBeCloseTo(700 + months * 30, 6);
  });

  it('are discounted from the day on which they are made', () => {
    const rate = 0.04;
    const at = (month: number) => (1 + rate) ** (-month / 12);
    const once = costs([{ payer: 'state', per_participant: 100 }], { discount_rate: rate });
    expect(once.discounted('buddy')).toBeCloseTo(100 * at(6), 6);
    const monthly = costs([{ payer: 'state', per_month: 100 }], { discount_rate: rate });
    const integral = (at(6) - at(18)) / (Math.log(1 + rate) / 12);
    expect(monthly.discounted('buddy')).toBeCloseTo(100 * integral, 6);
    expect(monthly.measure('programme_cost_discounted')).toBeCloseTo(100 * integral, 6);
  });
});

describe('social guidance', () => {
  it('is paid once by the state, when housed', () => {
    expect(live({ 'costs.social_guidance': 2370 }).cost('social_guidance', 'state')).toBeCloseTo(2370, 6);
    expect(
      live({ 'costs.social_guidance': 2370, 'housing.wait_ratio': 100 }).cost('social_guidance'),
    ).toBeCloseTo(0, 9);
  });
});

describe('the net balance', () => {
  it('is minus all that is paid, fines and repayments back in', () => {
    const life = live(
      {
        'costs.social_guidance': 2000,
        'inburgering.term_months': 100,
        'inburgering.further_term_months': 600,
        'inburgering.fined': 1,
        'inburgering.fine': 500,
      },
      { buddy: { costs: [{ payer: 'municipality', per_month: 25 }] } },
    );
    // 114 months of 1,400, 2,000 once, 12 months of 25, one fine at month 106.
    expect(life.measure('net_balance')).toBeCloseTo(-(114 * 1400 + 2000 + 300 - 500), 6);
    // The state pays the guidance, and the fine is paid to DUO: the municipality has the bijstand and the buddy.
    expect(life.measure('net_balance_municipality')).toBeCloseTo(-(114 * 1400 + 300), 6);
    expect(life.measure('programme_cost')).toBeCloseTo(1800, 6);
    expect(life.measure('bijstand_cost')).toBeCloseTo(159600, 6);
    expect(life.measure('net_balance_discounted')).toBeCloseTo(life.measure('net_balance'), 6);
  });
});
