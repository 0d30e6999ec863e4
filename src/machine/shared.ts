/** Plain data that many units of work share: serialised once, and read once by each thread rather than once per unit. */

import { deserialize, serialize } from 'node:v8';

/** Serialised data in memory that threads share. */
export interface Shared<Data> {
  /** Unique within this process. */
  readonly id: number;
  readonly bytes: SharedArrayBuffer;
  /** Never set: it only carries the type. */
  readonly data?: Data;
}

let shared = 0;

/** Prepares data to be sent with many units. */
export function toSharedMemory<Data>(data: Data): Shared<Data> {
  const serialised = serialize(data);
  const bytes = new SharedArrayBuffer(serialised.length);
  new Uint8Array(bytes).set(serialised);
  shared += 1;
  return { id: shared, bytes };
}

/** The data, deserialised at every call. Callers that get the same data with every unit should cache it by its id. */
export function read<Data>({ bytes }: Shared<Data>): Data {
  return deserialize(new Uint8Array(bytes).slice()) as Data;
}
