/** The bytes of an image while they are put together. */

import * as at from './assembly/layout.js';

/** Address of the header. Not 0, which stands for "none" where an address is optional. */
export const HEADER = 8;

/** Bytes of the largest image so far: with as many from the start, the next need not grow. */
let usual = 1 << 16;

/** Memory that grows while records are put into it; every record starts at a multiple of eight. */
export class ImageMemory {
  private ints = new Int32Array(usual / 4);
  private floats = new Float64Array(this.ints.buffer);
  private used = HEADER;

  get bytes(): Uint8Array {
    usual = Math.max(usual, this.used);
    return new Uint8Array(this.ints.buffer, 0, this.used);
  }

  reserve(bytes: number): number {
    const address = this.used;
    this.used += (bytes + 7) & ~7;
    if (this.used > this.ints.byteLength) {
      const larger = new Int32Array(this.used / 2);
      larger.set(this.ints);
      this.ints = larger;
      this.floats = new Float64Array(larger.buffer);
    }
    return address;
  }

  word(address: number, value: number): void {
    this.ints[address >> 2] = value;
  }

  double(address: number, value: number): void {
    this.floats[address >> 3] = value;
  }

  words(values: ArrayLike<number>): number {
    const address = this.reserve(4 * values.length);
    this.ints.set(values, address >> 2);
    return address;
  }

  doubles(values: ArrayLike<number>): number {
    const address = this.reserve(8 * values.length);
    this.floats.set(values, address >> 3);
    return address;
  }

  /** Puts a list at an address: one record per item, filled in by `fill`. Of an empty list nothing is read but the zero. */
  list<Item>(
    address: number,
    bytes: number,
    items: readonly Item[],
    fill: (record: number, item: Item) => void,
  ): void {
    if (items.length === 0) return;
    const first = this.reserve(bytes * items.length);
    this.word(address + at.COUNT, items.length);
    this.word(address + at.ENTRIES, first);
    items.forEach((item, i) => {
      fill(first + bytes * i, item);
    });
  }

  /** Puts a list of words at an address; most are empty. */
  wordList(address: number, values: Int32Array): void {
    if (values.length === 0) return;
    this.word(address + at.COUNT, values.length);
    this.word(address + at.ENTRIES, this.words(values));
  }
}
