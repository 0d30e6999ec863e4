/** What of a scenario and of a posterior a page holds, and how short. */

import { expect, it } from 'vitest';
import { packColumn, unpackColumn } from '../../../src/output/page/packed-columns.js';
import { packPosterior, unpackPosterior, withoutSources } from '../../../src/output/page/page-data.js';

const posterior = {
  paths: ['jas.hours', 'other'],
  rows: 3,
  values: Float64Array.of(20, 1, 21, 2, 22, 3),
  central: Float64Array.of(21, 2),
};

it('columns of numbers are kept short and to the last bit', () => {
  const columns = [
    [0.1234567891, 12.3, -5, 0, 1e-7],
    [1_000_000.25, 1_000_001],
    [3, 3, 3],
    [1 / 3, 2 / 3],
    // Too wide apart for whole numbers, or none that these tell apart.
    [1e300, 1e-300],
    [-0, 1],
  ];
  const packed = columns.map(packColumn);
  expect(packed.map(unpackColumn)).toEqual(columns);
  expect(packed.map((each) => 'text' in each)).toEqual([true, true, true, true, false, false]);
  // Above 1,000,000.25 in hundredths nothing and 75: the first and the 76th of the signs, from the space on without a quote and <.
  expect(packed[1]).toEqual({ decimals: 2, least: 100_000_025, width: 1, text: ' n' });
});

it('of a scenario a page simulates the numbers, without what is told of them', () => {
  const number = { value: 1, low: 0, high: 2, unit: 'weeks', source: 'S', label: 'assumption', note: 'N' };
  const bare = { value: 1, low: 0, high: 2, unit: 'weeks' };
  // An activity may have any name, and wait for one of any name.
  const when = { source: ['finished'], note: 'finished' };
  const made = {
    when,
    note: { weeks: number },
    tied: { value: 1, tie: { to: 'a', of: number, ratios: [] } },
  };
  expect(withoutSources(made)).toEqual({
    ...{ when, note: { weeks: bare } },
    tied: { value: 1, tie: { to: 'a', of: bare, ratios: [] } },
  });
});

it('a page holds the rows of the posterior that its draws take, to the last bit', () => {
  const packed = packPosterior({ ...posterior, values: posterior.values.map((x) => x / 3) }, [1, 2], 2);
  expect(packed.used).toHaveLength(2);
  const { values, ...rest } = unpackPosterior(packed);
  expect(rest).toEqual({ paths: posterior.paths, rows: 3, central: posterior.central });
  for (let row = 0; row < 3; row++) {
    const own = [...values.subarray(2 * row, 2 * row + 2)];
    const is = [posterior.values[2 * row]! / 3, posterior.values[2 * row + 1]! / 3];
    expect(own).toEqual(packed.used.includes(row) ? is : [Number.NaN, Number.NaN]);
  }
});
