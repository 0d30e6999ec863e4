/** Keeps the values of the last few keys: the cache between calls. `caches.ts` names each, with its bound. */

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
