/** Keeps what was made for the last few keys: the only cache between calls, used where a measurement has shown the need. */

/** Keeps at most this many values, those asked for last. Keeping a value changes nothing but the time. */
export class Recent<Key, Value> {
  private readonly made = new Map<Key, Value>();

  constructor(private readonly most: number) {}

  /** The value of a key, made where it is not kept. */
  get(key: Key, make: () => Value): Value {
    const { made } = this;
    const value = made.has(key) ? (made.get(key) as Value) : make();
    // A map lists its keys in the order in which they were put in.
    made.delete(key);
    made.set(key, value);
    if (made.size > this.most) made.delete(made.keys().next().value as Key);
    return value;
  }

  /** All that is kept, the one asked for last in front. */
  values(): Value[] {
    return [...this.made.values()].reverse();
  }
}
