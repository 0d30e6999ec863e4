/** The bytes of an image while it is being built. */

import { type Field, list, type RecordLayout } from './records.js';

/** Address of the header. Not 0, which stands for "none" where an address is optional. */
export const HEADER = 8;

/** Initial size: enough for the image of an approach with some activities. Unused memory costs nothing. */
const USUAL = 160 * 1024;

/** Memory that grows as records are added; every record starts at a multiple of eight. */
export class ImageMemory {
  private ints = new Int32Array(USUAL / 4);
  private floats = new Float64Array(this.ints.buffer);
  private used = HEADER;

  get bytes(): Uint8Array {
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

  /** Reserves space for consecutive records. */
  reserveRecords({ bytes }: RecordLayout, count: number): number {
    return this.reserve(bytes * count);
  }

  /** Puts a word at an address. */
  put(address: number, value: number): void {
    this.ints[address >> 2] = value;
  }

  /** Fills a field of the record that stands at an address. */
  word(record: number, field: Field<'word'>, value: number): void {
    this.ints[(record + field) >> 2] = value;
  }

  /** Fills a field of the record that stands at an address. */
  double(record: number, field: Field<'double'>, value: number): void {
    this.floats[(record + field) >> 3] = value;
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

  /** Writes a list: one record per item, filled in by `fill`. For an empty list only its zero length is read. */
  list<Item>(
    record: number,
    field: Field<typeof list>,
    layout: RecordLayout,
    items: readonly Item[],
    fill: (record: number, item: Item) => void,
  ): void {
    if (items.length === 0) return;
    const first = this.reserveRecords(layout, items.length);
    this.listAt(record + field, items.length, first);
    items.forEach((item, i) => {
      fill(first + layout.bytes * i, item);
    });
  }

  /** Writes a list of words; most are empty. */
  wordList(record: number, field: Field<typeof list>, values: Int32Array): void {
    if (values.length > 0) this.listAt(record + field, values.length, this.words(values));
  }

  /** Puts a list at an address. */
  listAt(address: number, count: number, entries: number): void {
    this.word(address, list.at.count, count);
    this.word(address, list.at.entries, entries);
  }
}
