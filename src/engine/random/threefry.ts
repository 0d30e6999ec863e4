/**
 * Threefry2x32-20: a counter-based random number generator. A draw is a pure function of a key and a counter, so any
 * draw can be addressed without having made the ones before it.
 *
 * Reference: J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, "Parallel random numbers: as easy as 1, 2, 3",
 * SC'11, doi 10.1145/2063384.2063405; rotation constants and known-answer vectors from the authors' Random123.
 */

/** Parity constant of the key schedule for 32-bit words (Skein's C240, lower half; Random123 `SKEIN_KS_PARITY32`). */
const PARITY = 0x1bd11bda;

/** 2^-52: spacing of the uniforms. */
const SPACING = 2.220446049250313e-16;

/** The two 32-bit words of the last block; to be read right after a call of {@link encrypt}. */
let word0 = 0;
let word1 = 0;

/** Encrypts the counter (c0, c1) under the key (k0, k1) with 20 rounds, leaving the result in word0 and word1. */
function encrypt(key0: number, key1: number, c0: number, c1: number): void {
  // Tells V8 these are 32-bit words; otherwise it adds them as doubles, taking nearly twice as long.
  const k0 = key0 | 0;
  const k1 = key1 | 0;
  const k2 = PARITY ^ k0 ^ k1;
  let x = ((c0 | 0) + k0) | 0;
  let y = ((c1 | 0) + k1) | 0;
  x = (x + y) | 0;
  y = ((y << 13) | (y >>> 19)) ^ x;
  x = (x + y) | 0;
  y = ((y << 15) | (y >>> 17)) ^ x;
  x = (x + y) | 0;
  y = ((y << 26) | (y >>> 6)) ^ x;
  x = (x + y) | 0;
  y = ((y << 6) | (y >>> 26)) ^ x;
  x = (x + k1) | 0;
  y = (y + k2 + 1) | 0;
  x = (x + y) | 0;
  y = ((y << 17) | (y >>> 15)) ^ x;
  x = (x + y) | 0;
  y = ((y << 29) | (y >>> 3)) ^ x;
  x = (x + y) | 0;
  y = ((y << 16) | (y >>> 16)) ^ x;
  x = (x + y) | 0;
  y = ((y << 24) | (y >>> 8)) ^ x;
  x = (x + k2) | 0;
  y = (y + k0 + 2) | 0;
  x = (x + y) | 0;
  y = ((y << 13) | (y >>> 19)) ^ x;
  x = (x + y) | 0;
  y = ((y << 15) | (y >>> 17)) ^ x;
  x = (x + y) | 0;
  y = ((y << 26) | (y >>> 6)) ^ x;
  x = (x + y) | 0;
  y = ((y << 6) | (y >>> 26)) ^ x;
  x = (x + k0) | 0;
  y = (y + k1 + 3) | 0;
  x = (x + y) | 0;
  y = ((y << 17) | (y >>> 15)) ^ x;
  x = (x + y) | 0;
  y = ((y << 29) | (y >>> 3)) ^ x;
  x = (x + y) | 0;
  y = ((y << 16) | (y >>> 16)) ^ x;
  x = (x + y) | 0;
  y = ((y << 24) | (y >>> 8)) ^ x;
  x = (x + k1) | 0;
  y = (y + k2 + 4) | 0;
  x = (x + y) | 0;
  y = ((y << 13) | (y >>> 19)) ^ x;
  x = (x + y) | 0;
  y = ((y << 15) | (y >>> 17)) ^ x;
  x = (x + y) | 0;
  y = ((y << 26) | (y >>> 6)) ^ x;
  x = (x + y) | 0;
  y = ((y << 6) | (y >>> 26)) ^ x;
  word0 = (x + k2) | 0;
  word1 = (y + k0 + 5) | 0;
}

/** The block of a counter under a key as two unsigned 32-bit words. */
export function threefry2x32(k0: number, k1: number, c0: number, c1: number): [number, number] {
  encrypt(k0, k1, c0, c1);
  return [word0 >>> 0, word1 >>> 0];
}

/**
 * The uniform on (0, 1) that two 32-bit words stand for: (k + 1/2) 2^-52, with the first 52 of their bits as k. Every
 * one of these is a double, so nothing is rounded to 0 or 1.
 */
export function uniformOfWords(first: number, second: number): number {
  return ((first >>> 0) * 1048576 + (second >>> 12) + 0.5) * SPACING;
}

/** The uniform on (0, 1), 52 bits, of a counter under a key. Never 0 or 1. */
export function uniformAt(k0: number, k1: number, c0: number, c1: number): number {
  encrypt(k0, k1, c0, c1);
  return uniformOfWords(word0, word1);
}

/** A key for the next level of addressing: the block of (c0, c1) under (k0, k1), as signed words. */
export function deriveKey(k0: number, k1: number, c0: number, c1: number): [number, number] {
  encrypt(k0, k1, c0, c1);
  return [word0, word1];
}

/**
 * 32-bit address of a name (FNV-1a over its UTF-16 units, finished with murmur3's mixer), so that a draw depends on
 * what a transition or parameter is called and not on its position among the others.
 */
export function hashName(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) {
    hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
