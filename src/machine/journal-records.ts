/**
 * The records of a journal: the length of the payload and the first bytes of its SHA-256, then the payload. An incomplete last
 * record, left by a kill or a full disk, is not read. A record whose bytes have changed, those of its length too, is skipped: the next one
 * is found by how payloads begin.
 */

import { createHash } from 'node:crypto';
import { fstatSync, readSync, writeSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';

/** Bytes before a payload: its length and the beginning of its hash. */
const HEAD = 12;

/** What every payload has, after two bytes that hang on the version of Node.js. Whether what has it is a record, the hash tells. */
const MARK = Buffer.from(serialize({ unit: '' }).subarray(2, 9));

/** Bytes before the mark of a record. */
const BEFORE_MARK = HEAD + 2;

/** Bytes that are searched at once. */
const CHUNK = 1 << 16;

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

/** Where after a position the next record seems to begin; undefined: nowhere. */
function nextStart(file: number, position: number): number | undefined {
  const buffer = Buffer.alloc(CHUNK);
  for (let at = position + 1 + BEFORE_MARK; ; at += CHUNK - MARK.length + 1) {
    const read = readSync(file, buffer, 0, CHUNK, at);
    const found = buffer.subarray(0, read).indexOf(MARK);
    if (found !== -1) return at + found - BEFORE_MARK;
    if (read < CHUNK) return undefined;
  }
}

/** Reads the records from a position on. Also returns where the last good one ends, and how many there are whose bytes have changed. */
export function readRecords(
  file: number,
  start: number,
  onRecord: (record: Record) => void,
): { end: number; damaged: number } {
  let end = start;
  let damaged = 0;
  // At the end of the file they are what a kill left, unless a good one follows.
  let incomplete = 0;
  for (let at: number | undefined = start; at !== undefined; ) {
    const read = readRecord(file, at);
    if (read?.record !== undefined) {
      onRecord(read.record);
      damaged += incomplete;
      incomplete = 0;
      end = read.end;
      at = end;
    } else {
      if (read === undefined) incomplete += 1;
      else damaged += 1;
      at = nextStart(file, at);
    }
  }
  return { end, damaged };
}
