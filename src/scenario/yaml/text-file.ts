/** Reads a whole text file, or says why it cannot be read. */

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { type Diagnostic, shortenPath } from '../check/diagnostic.js';
import { findTurning } from '../check/direction.js';
import { suggest } from '../check/nearest.js';

/** What kind of file is expected. */
export interface TextKind {
  /** With its article, for messages. */
  readonly name: string;
  /** What the names of such files end in. */
  readonly ending: RegExp;
  readonly maxBytes: number;
}

interface TextFile {
  readonly bytes: Buffer;
  /** Without its byte order mark. */
  readonly text: string;
}

function filesIn(folder: string, ending: RegExp): string[] | undefined {
  try {
    return readdirSync(folder).filter((name) => ending.test(name));
  } catch {
    return undefined;
  }
}

function describeMissing(path: string, { ending }: TextKind): string {
  const folder = dirname(path);
  const files = filesIn(folder, ending);
  return files === undefined
    ? `no such file: there is no folder ${shortenPath(folder)}`
    : `no such file in ${shortenPath(folder)}${suggest(basename(path), files)}`;
}

/** Reads the bytes, or says why they cannot be read. */
function readBytes(path: string, kind: TextKind): Buffer | string {
  try {
    const status = statSync(path);
    if (status.isDirectory()) return `expected ${kind.name}, got a folder`;
    if (!status.isFile()) return `expected ${kind.name}, got a device or pipe`;
    if (status.size > kind.maxBytes)
      return `expected a file of at most ${kind.maxBytes} bytes, got ${status.size}`;
    return readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ENOTDIR' ? describeMissing(path, kind) : `cannot be read (${code})`;
  }
}

/** The text without its byte order mark; undefined when it is not UTF-8. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Place of the first byte that is not UTF-8. */
function refuseEncoding(path: string, bytes: Buffer): Diagnostic {
  if (bytes.includes(0)) {
    const message = 'expected UTF-8 text, got another kind of file or UTF-16; save it as UTF-8';
    return { file: path, line: 1, column: 1, message };
  }
  let good = 0;
  let bad = bytes.length;
  // A cut inside a character is not an error: with `stream` the decoder waits for the rest of it.
  const isGood = (end: number) => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isGood(middle)) good = middle;
    else bad = middle;
  }
  // The decoder fails at the byte that does not continue a character; the error is where that character starts.
  while (decode(bytes.subarray(0, good)) === undefined) good -= 1;
  const message = `expected UTF-8 text, but byte ${good + 1} is not; save the file as UTF-8 (Excel and older Windows programs write Windows-1252)`;
  return refuseBehind(path, bytes.subarray(0, good).toString('utf8'), message);
}

/** A problem at the place behind the beginning of a file. */
function refuseBehind(path: string, beginning: string, message: string): Diagnostic {
  const lines = beginning.split('\n');
  return { file: path, line: lines.length, column: lines.at(-1)!.length + 1, message };
}

/** Reads a file of UTF-8 text, or says what is wrong, with the place of the first wrong byte or sign. */
export function readTextFile(path: string, kind: TextKind): TextFile | Diagnostic {
  const bytes = readBytes(path, kind);
  if (typeof bytes === 'string') return { file: path, line: 1, column: 1, message: bytes };
  const text = decode(bytes);
  if (text === undefined || text.includes('\0')) return refuseEncoding(path, bytes);
  const turning = findTurning(text);
  return turning === undefined
    ? { bytes, text }
    : refuseBehind(path, text.slice(0, turning.at), turning.message);
}
