import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  deriveKey,
  hashName,
  threefry2x32,
  uniformAt,
  uniformOfWords,
} from '../../../src/engine/random/threefry.js';

describe('threefry2x32', () => {
  // Known-answer vectors distributed with Random123 (kat_vectors, "threefry2x32 20").
  it.each([
    [
      [0, 0],
      [0, 0],
      [0x6b200159, 0x99ba4efe],
    ],
    [
      [0xffffffff, 0xffffffff],
      [0xffffffff, 0xffffffff],
      [0x1cb996fc, 0xbb002be7],
    ],
    [
      [0x243f6a88, 0x85a308d3],
      [0x13198a2e, 0x03707344],
      [0xc4923a9c, 0x483df7a0],
    ],
  ])('reproduces the published vector for counter %j and key %j', (counter, key, answer) => {
    expect(threefry2x32(key[0]! | 0, key[1]! | 0, counter[0]! | 0, counter[1]! | 0)).toEqual(answer);
  });

  it('gives the same block for signed and unsigned words', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), fc.integer(), fc.integer(), (a, b, c, d) => {
        expect(threefry2x32(a, b, c, d)).toEqual(threefry2x32(a >>> 0, b >>> 0, c >>> 0, d >>> 0));
      }),
    );
  });
});

describe('uniformOfWords', () => {
  it('is exactly (k + 1/2) 2^-52, also for the extreme words', () => {
    expect(uniformOfWords(0, 0)).toBe(2 ** -53);
    expect(uniformOfWords(0, 0xfff)).toBe(2 ** -53);
    expect(uniformOfWords(0, 0x1000)).toBe(3 * 2 ** -53);
    expect(uniformOfWords(0x80000000, 0)).toBe(0.5 + 2 ** -53);
    expect(uniformOfWords(-1, -1)).toBe(1 - 2 ** -53);
    expect(1 - uniformOfWords(-1, -1)).toBe(uniformOfWords(0, 0));
  });

  it('takes signed and unsigned words alike', () => {
    expect(uniformOfWords(0xffffffff, 0xffffffff)).toBe(uniformOfWords(-1, -1));
    expect(uniformOfWords(0x80000000, 0x80000000)).toBe(uniformOfWords(-2147483648, -2147483648));
  });
});

describe('uniformAt', () => {
  it('stays strictly between 0 and 1 and has the moments of a uniform', () => {
    let sum = 0;
    let squares = 0;
    const n = 200_000;
    for (let i = 0; i < n; i++) {
      const u = uniformAt(1, 2, i, 0);
      expect(u > 0 && u < 1).toBe(true);
      sum += u;
      squares += u * u;
    }
    expect(Math.abs(sum / n - 1 / 2)).toBeLessThan(4 * Math.sqrt(1 / 12 / n));
    expect(Math.abs(squares / n - 1 / 3)).toBeLessThan(4 * Math.sqrt(4 / 45 / n));
  });

  it('has no correlation between neighbouring counters or keys', () => {
    const n = 100_000;
    let acrossCounters = 0;
    let acrossKeys = 0;
    for (let i = 0; i < n; i++) {
      const u = uniformAt(7, i, 3, 0) - 0.5;
      acrossCounters += u * (uniformAt(7, i, 4, 0) - 0.5);
      acrossKeys += u * (uniformAt(7, i + 1, 3, 0) - 0.5);
    }
    const bound = (4 / 12) * Math.sqrt(1 / n);
    expect(Math.abs(acrossCounters / n)).toBeLessThan(bound);
    expect(Math.abs(acrossKeys / n)).toBeLessThan(bound);
  });
});

describe('hashName and deriveKey', () => {
  it('tells similar names apart', () => {
    const names = Array.from({ length: 5000 }, (_, i) => `activity ${i}: waiting -> taking part`);
    expect(new Set(names.map(hashName)).size).toBe(names.length);
  });

  it('derives different keys for neighbouring persons', () => {
    const keys = Array.from({ length: 5000 }, (_, i) => deriveKey(1, 2, i, 0).join());
    expect(new Set(keys).size).toBe(keys.length);
  });
});
