/**
 * The records of a journal: the length of the payload and the first bytes of its SHA-256, then the payload. An incomplete last
 * record, left by a kill or a full disk, is not read. A record whose bytes have changed is skipped.
 */

import { createHash } from 'node:crypto';
import { fstatSync, readSync, writeSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';

/** Bytes before a payload: its length and the beginning of its hash. */
const HEAD = 12;

interface Record {
  readonly unit: string;
  readonly result: unknown;
}

function digest(payload: Uint8Array): Buffer {
  return createHash('sha256')
    .update(payload)
    .digest()
    .subarray(0, HEAD - 4);
}

/** Appends a record to an open file. */
export function writeRecord(file: number, unit: string, result: unknown): void {
  const payload = serialize({ unit, result });
  const head = Buffer.alloc(HEAD);
  head.writeUInt32LE(payload.length);
  digest(payload).copy(head, 4);
  const whole = Buffer.concat([head, payload]);
  for (let written = 0; written < whole.length; ) written += writeSync(file, whole, written);
}

/** Bytes of a file; undefined where it has fewer. */
export function readExactly(file: number, length: number, position: number): Buffer | undefined {
  const buffer = Buffer.alloc(length);
  return readSync(file, buffer, 0, length, position) === length ? buffer : undefined;
}

/** Reads the record at a position (undefined: its bytes have changed), and where it ends; undefined without a complete record. */
export function readRecord(
  file: number,
  position: number,
): { record: Record | undefined; end: number } | undefined {
  const head = readExactly(file, HEAD, position);
  // A power failure may leave zeros.
  if (head === undefined || head.readUInt32LE() === 0) return undefined;
  const end = position + HEAD + head.readUInt32LE();
  if (end > fstatSync(file).size) return undefined;
  const payload = readExactly(file, end - position - HEAD, position + HEAD);
  if (payload === undefined) return undefined;
  const record = digest(payload).equals(head.subarray(4)) ? (deserialize(payload) as Record) : undefined;
  return { record, end };
}

/** Reads the records from a position on. Also returns where the last good one ends and whether there are bad ones before it. */
export function readRecords(
  file: number,
  start: number,
  onRecord: (record: Record) => void,
): { end: number; damaged: boolean } {
  let end = start;
  let passedOver = false;
  let damaged = false;
  for (let read = readRecord(file, start); read !== undefined; read = readRecord(file, read.end)) {
    if (read.record === undefined) passedOver = true;
    else {
      onRecord(read.record);
      end = read.end;
      damaged = passedOver;
    }
  }
  return { end, damaged };
}
