import { describe, expect, it } from 'vitest';
import { digestOf } from '../../../src/simulation/results/digest.js';

describe('the digest of a text', () => {
  it('is 32 hexadecimal digits, the same each time', () => {
    expect(digestOf('')).toMatch(/^[0-9a-f]{32}$/);
    expect(digestOf('["leaf",4]')).toBe(digestOf('["leaf",4]'));
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
