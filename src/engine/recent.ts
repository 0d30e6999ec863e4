/**
 * Keeps the values of the last few keys: the cache between calls, used where measurements showed a need. Four modules keep something
 * of their own instead, because they have no keys or must not forget: `engine/kernels.ts` (the compiled kernel, and up to eight memories
 * to be used again), `scenario/yaml/parsed-file.ts` (the files that the build has parsed, read once), `scenario/yaml/aliases.ts`
 * (the number that an alias stands for, as long as the alias exists) and `scenario/tables/posterior-file.ts` (the draws that were last
 * kept of a posterior, as long as that one exists).
 */

/** Keeps the most recently used values, up to a maximum. The cache changes nothing but the time taken. */
export class Recent<Key, Value> {
  private readonly made = new Map<Key, Value>();

  constructor(private readonly most: number) {}

  /** The value of a key, made if it is not in the cache. */
  get(key: Key, make: () => Value): Value {
    const { made } = this;
    const value = made.has(key) ? (made.get(key) as Value) : make();
    // A map lists its keys in the order of insertion.
    made.delete(key);
    made.set(key, value);
    if (made.size > this.most) made.delete(made.keys().next().value as Key);
    return value;
  }

  /** All values in the cache, most recently used first. */
  values(): Value[] {
    return [...this.made.values()].reverse();
  }
}
