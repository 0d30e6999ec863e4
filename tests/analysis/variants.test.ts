import { describe, expect, it } from 'vitest';
import { contrastOf, pairedDifference, separateDifference } from '../../src/analysis/variants.js';

// Two draws of two halves, a thousand persons in each half: these are sums of hundreds.
const of = Float64Array.from([1000, 1000, 1000, 1000]);
const sums = (...hundreds: number[]) => ({ counted: Float64Array.from(hundreds, (sum) => 100 * sum), of });

describe('runs of the same people', () => {
  it('differ draw by draw: what both have in common cancels', () => {
    // Draws and halves that differ widely, and 500 more in each sum of the one run: half a euro a person, for certain.
    const base = sums(100, 300, 700, 900);
    const variant = sums(105, 305, 705, 905);
    const { estimate, mcse, parameterLow, parameterHigh } = pairedDifference(variant, base, 'euros');
    expect([estimate, mcse, parameterLow, parameterHigh]).toEqual([0.5, 0, 0.5, 0.5]);
  });

  it('are compared by how far each is from its reference', () => {
    // 2,000 and 3,000 above the reference in each sum: a difference of 1,000 in 1,000 persons.
    const before = contrastOf(sums(120, 320, 720, 920), sums(100, 300, 700, 900));
    const after = contrastOf(sums(80, 90, 100, 110), sums(50, 60, 70, 80));
    expect(pairedDifference(after, before, 'euros').estimate).toBe(1);
  });
});

it('separate runs have the error of both, and no interval', () => {
  expect(separateDifference({ estimate: 7, mcse: 4 }, { estimate: 2, mcse: 3 })).toEqual({
    estimate: 5,
    mcse: 5,
    parameterLow: Number.NaN,
    parameterHigh: Number.NaN,
  });
});
