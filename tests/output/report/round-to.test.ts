import { describe, expect, it } from 'vitest';
import { roundTo } from '../../../src/output/report/round-to.js';

describe('roundTo', () => {
  it('rounds parts so that they add up, up those that lost most', () => {
    // Down: 3, 3, 3 tens; one is missing of 100 and goes to 36.
    expect(roundTo(100, [31, 33, 36], 10)).toEqual([30, 30, 40]);
    // -45 is 5 above -50, -15 is 5 above -20; the first of two alike is taken.
    expect(roundTo(-60, [-45, -15], 10)).toEqual([-40, -20]);
    expect(roundTo(0.3, [0.12, 0.14], 0.1)).toEqual([0.1, 0.2]);
    expect(roundTo(0, [], 10)).toEqual([]);
  });

  it('also where the total is not that of the parts', () => {
    // Down 10 and 10; four tens are missing.
    expect(roundTo(60, [14, 11], 10)).toEqual([30, 30]);
    expect(roundTo(0, [14, 11], 10)).toEqual([0, 0]);
  });
});
