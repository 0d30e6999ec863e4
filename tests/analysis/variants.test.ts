import { describe, expect, it } from 'vitest';
import { pairedContrast, pairedDifference, separateDifference } from '../../src/analysis/variants.js';

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
    const before = { own: sums(120, 320, 720, 920), reference: sums(100, 300, 700, 900) };
    const after = { own: sums(80, 90, 100, 110), reference: sums(50, 60, 70, 80) };
    expect(pairedContrast(after, before, 'euros').estimate).toBe(1);
  });

  it('differ by nothing where both approaches have changed by the same, whatever binary fractions leave', () => {
    const plus = (more: number) => {
      const [own, reference] = [sums(120.1, 320.3, 720.7, 920.9), sums(100.7, 300.1, 700.3, 900.9)].map(
        ({ counted }) => ({ counted: counted.map((sum) => sum + more), of }),
      );
      return { own: own!, reference: reference! };
    };
    const [after, before] = [plus(0.1), plus(81_000.7)];
    const noise = after.own.counted.map(
      (sum, i) => sum - after.reference.counted[i]! - (before.own.counted[i]! - before.reference.counted[i]!),
    );
    expect(noise.some((each) => each !== 0)).toBe(true);
    const { estimate, mcse, parameterLow, parameterHigh } = pairedContrast(after, before, 'euros');
    expect([estimate, mcse, parameterLow, parameterHigh]).toEqual([0, 0, 0, 0]);
  });

  it('differ by nothing where the same amounts were added up in another order', () => {
    const [one, other] = [0.1 + 0.2 + 0.3, 0.3 + 0.2 + 0.1];
    expect(one).not.toBe(other);
    const [after, before] = [one, other].map((sum) => sums(sum, sum, sum, sum));
    const { estimate, mcse, parameterLow, parameterHigh } = pairedDifference(after!, before!, 'euros');
    expect([estimate, mcse, parameterLow, parameterHigh]).toEqual([0, 0, 0, 0]);
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
