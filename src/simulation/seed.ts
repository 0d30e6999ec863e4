/** Turns the user's seed, which can be any text, into the key words of the counter-based generator. */

import alea from 'seedrandom/lib/alea.js';

/** Two 32-bit key words. */
export type Key = readonly [number, number];

/** The key words of a seed text. The same text gives the same key on every machine. */
export function seedKey(seed: string): Key {
  const words = alea(seed);
  return [words.int32(), words.int32()];
}
