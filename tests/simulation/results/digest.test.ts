import { describe, expect, it } from 'vitest';
import { threefry2x32 } from '../../../src/engine/random/threefry.js';
import { digestOf } from '../../../src/simulation/results/digest.js';

describe('the digest of a text', () => {
  it('is 32 hexadecimal digits, the same each time', () => {
    expect(digestOf('')).toMatch(/^[0-9a-f]{32}$/);
    expect(digestOf('["leaf",4]')).toBe(digestOf('["leaf",4]'));
  });

  it('is made of four sums, each mixed with the others', () => {
    // Of one unit, 97: each start with it, times the factor.
    const sums = [
      [0x811c9dc5, 0x01000193],
      [0x9e3779b9, 0x85ebca6b],
      [0x243f6a88, 0xc2b2ae35],
      [0x85a308d3, 0x27d4eb2f],
    ].map(([start, factor]) => Number((BigInt(start! ^ 97) * BigInt(factor!)) & 0xffffffffn));
    const [a, b, c, d] = sums as [number, number, number, number];
    const words = [...threefry2x32(a, b, c, d), ...threefry2x32(c, d, a, b)];
    expect(digestOf('a')).toBe(words.map((word) => word.toString(16).padStart(8, '0')).join(''));
  });

  it('differs between texts that hardly do, in half of its bits', () => {
    const texts = Array.from({ length: 200 }, (_, i) => `["leaf",${i},"year",${i % 7}]`);
    const digests = [...texts, '', '\0', '\0\0', 'a\u0100', 'ab', 'ba', 'é', 'e\u0301'].map(digestOf);
    expect(new Set(digests).size).toBe(digests.length);
    const bits = (digest: string) => [...digest].map((digit) => Number.parseInt(digit, 16));
    let [apart, pairs] = [0, 0];
    for (let i = 1; i < digests.length; i++) {
      const [own, other] = [bits(digests[i]!), bits(digests[i - 1]!)];
      for (const [d, value] of own.entries()) apart += (value ^ other[d]!).toString(2).split('1').length - 1;
      pairs += 1;
    }
    // 207 pairs of 128 bits: the share apart has a standard error of 0.0031.
    expect(Math.abs(apart / (pairs * 128) - 0.5)).toBeLessThan(4 * 0.0031);
  });
});
