import { describe, expect, it } from 'vitest';
import { createReader, type LifeReading } from '../../../src/domain/measures/reading.js';
import type { LifeRecord } from '../../../src/engine/compile/life.js';

const none = new Float64Array(0);

/** A life that reached milestone 0 at month 7.5 and milestone 1 never, with three rewards. */
const life: LifeRecord = {
  milestones: Float64Array.of(7.5, Number.NaN),
  occupancyChange: new Int32Array(0),
  monthsInState: none,
  ledger: {
    nominal: Float64Array.of(100, 0, 20),
    discounted: Float64Array.of(90, 0, 19),
    nominalByPeriod: none,
    discountedByPeriod: none,
    periodCount: 0,
    resetPeriods: () => {},
  },
};

function read(...readings: LifeReading[]): number[] {
  const values = new Float64Array(readings.length);
  createReader(readings)(life, values);
  return Array.from(values);
}

describe('createReader', () => {
  it('reads the month of a milestone, up to a limit', () => {
    expect(
      read(
        { kind: 'month', milestone: 0, atMost: 60 },
        { kind: 'month', milestone: 0, atMost: 6 },
        { kind: 'month', milestone: 1, atMost: 60 },
      ),
    ).toEqual([7.5, 6, 60]);
  });

  it('tells whether a milestone was reached by a month, ever, and without another', () => {
    const by = Number.POSITIVE_INFINITY;
    expect(
      read(
        { kind: 'reached', milestone: 0, by: 7 },
        { kind: 'reached', milestone: 0, by: 7.5 },
        { kind: 'reached', milestone: 1, by },
        { kind: 'reached', milestone: 0, by, without: 1 },
        { kind: 'reached', milestone: 0, by, without: 0 },
      ),
    ).toEqual([0, 1, 0, 1, 0]);
  });

  it('adds up rewards, and tells whether there were any', () => {
    expect(
      read(
        { kind: 'sum', of: 'nominal', rewards: [0, 2], sign: 1 },
        { kind: 'sum', of: 'discounted', rewards: [0, 2], sign: -1 },
        { kind: 'sum', of: 'nominal', rewards: [], sign: 1 },
        { kind: 'any', rewards: [1] },
        { kind: 'any', rewards: [1, 2] },
      ),
    ).toEqual([120, -109, 0, 0, 1]);
  });
});
