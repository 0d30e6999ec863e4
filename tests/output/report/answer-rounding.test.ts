import { describe, expect, it } from 'vitest';
import { settleAnswers } from '../../../src/output/report/answer-rounding.js';

const row = (answer: string, estimate: number, mcse: number) => ({
  answer,
  approach: 'parallel',
  measure: 'net_balance_discounted',
  month: undefined,
  unit: 'euros',
  estimate,
  mcse,
});
const isOverAll = ({ answer }: { answer: string }) => answer === '';
const main = (shown: number, error: number) => [
  { ...row('', -2_880, 430), subgroup: 'education=low', shown: 1, error: 1 },
  { ...row('', -2_880, 430), subgroup: 'all', shown, error },
];

describe('settleAnswers', () => {
  it('prints over all answers what the main table prints, whatever the errors of the answers', () => {
    const rows = [row('', -2_880, 430), row('yes', -1_640, 2_000), row('no', -4_120, 300)];
    // An error of 430 euros is one of hundreds, one of 2,000 of thousands.
    expect(settleAnswers(rows, isOverAll, main(-2_900, 430)).map(({ shown }) => shown)).toEqual([
      -2_900, -2_000, -4_000,
    ]);
  });

  it('rounds answers that seem exact no finer than the main table', () => {
    const rows = [row('yes', -1_640, Number.NaN), row('no', -4_120, 12)];
    expect(settleAnswers(rows, isOverAll, main(-3_000, 1_300)).map(({ shown }) => shown)).toEqual([
      -2_000, -4_000,
    ]);
  });

  it('goes by the answers alone where the main table has no such row', () => {
    expect(settleAnswers([row('', -2_880, 430), row('yes', -1_640, 43)], isOverAll, [])).toMatchObject([
      { shown: -2_900, error: 430 },
      { shown: -1_600, error: 430 },
    ]);
  });
});
