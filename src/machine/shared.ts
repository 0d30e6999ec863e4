/** Plain data that many units of work share: serialised once, and read once by every thread instead of with every unit. */

import { deserialize, serialize } from 'node:v8';

/** Serialised data in memory that threads share. */
export interface Shared<Data> {
  /** Tells this data from any other of this process. */
  readonly id: number;
  readonly bytes: SharedArrayBuffer;
  /** Only the type of the data. */
  readonly data?: Data;
}

let shared = 0;

/** Makes data ready to be sent with many units. */
export function toSharedMemory<Data>(data: Data): Shared<Data> {
  const serialised = serialize(data);
  const bytes = new SharedArrayBuffer(serialised.length);
  new Uint8Array(bytes).set(serialised);
  shared += 1;
  return { id: shared, bytes };
}

/** The data, made anew at every call: a caller that gets the same data with every unit keeps it by its id. */
export function read<Data>({ bytes }: Shared<Data>): Data {
  return deserialize(new Uint8Array(bytes).slice()) as Data;
}
