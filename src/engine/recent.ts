/** What was made for the last few keys: the one kind of memory between calls, where a measurement has asked for it. */

/** Keeps at most so many values, those asked for last. A value decides nothing but the time that making it takes. */
export class Recent<Key, Value> {
  private readonly made = new Map<Key, Value>();

  constructor(private readonly most: number) {}

  /** The value of a key, made where it is not kept. */
  get(key: Key, make: () => Value): Value {
    const { made } = this;
    const value = made.has(key) ? (made.get(key) as Value) : make();
    // A map hands its keys on in the order in which they were put in.
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
