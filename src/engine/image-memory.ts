/** The bytes of an image while they are put together. */

import * as at from './assembly/layout.js';

/** Address of the header. Not 0, which stands for "none" where an address is optional. */
export const HEADER = 8;

/** Bytes of the largest image so far: with as many at once, the next need not grow. */
let largest = 1 << 16;

/** Memory that grows while records are put into it; every record starts at a multiple of eight. */
export class ImageMemory {
  private view = new DataView(new ArrayBuffer(largest));
  private used = HEADER;

  get bytes(): Uint8Array {
    return new Uint8Array(this.view.buffer, 0, this.used);
  }

  reserve(bytes: number): number {
    const address = this.used;
    this.used += (bytes + 7) & ~7;
    if (this.used > this.view.byteLength) {
      largest = 2 * this.used;
      const larger = new Uint8Array(largest);
      larger.set(new Uint8Array(this.view.buffer));
      this.view = new DataView(larger.buffer);
    }
    return address;
  }

  word(address: number, value: number): void {
    this.view.setInt32(address, value, true);
  }

  double(address: number, value: number): void {
    this.view.setFloat64(address, value, true);
  }

  words(values: ArrayLike<number>): number {
    const address = this.reserve(4 * values.length);
    for (let i = 0; i < values.length; i++) this.word(address + 4 * i, values[i]!);
    return address;
  }

  doubles(values: ArrayLike<number>): number {
    const address = this.reserve(8 * values.length);
    for (let i = 0; i < values.length; i++) this.double(address + 8 * i, values[i]!);
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
