/** The course in the asylum centre: how much slower it begins there than in a house. Worked out by hand. */

import { expect, it } from 'vitest';
import { live } from '../../life.js';

/** Month in which the course begins, of somebody housed at month 6; the same chance. */
function begins(settings: Readonly<Record<string, unknown>>): number {
  const opens = { housing: ['centre', 'housed'] };
  return live({
    'approach.course': { opens, mean_wait: 100, ...settings },
    horizon_years: 40,
  }).month('inburgering', 'in_course');
}

it('begins there at a ratio of its hazard: not at all, in part, as in a house', () => {
  const wait = begins({});
  // A wait that reaches beyond the month of housing.
  expect(wait).toBeGreaterThan(6);
  expect(begins({ opens: { housing: 'housed' } })).toBeCloseTo(6 + wait, 9);
  expect(begins({ in_centre: 0 })).toBeCloseTo(6 + wait, 9);
  expect(begins({ in_centre: 1 })).toBeCloseTo(wait, 9);
  expect(begins({ in_centre: 0.5 })).toBeCloseTo(wait + 3, 9);
  expect(begins({ in_centre: 0, opens: { housing: 'housed' } })).toBeCloseTo(6 + wait, 9);
});
