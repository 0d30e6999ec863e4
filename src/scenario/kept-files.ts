/**
 * What the build keeps of the package's files, by the hash of their bytes: reading it takes a tenth of the time of parsing, which would
 * be most of the time of a command that simulates nothing. A file that has changed since the build is read like any other.
 */

import { readFileSync } from 'node:fs';
import { endianness } from 'node:os';
import { join } from 'node:path';
import { packageLibrary } from './library.js';

/** The folder of all that is kept. */
export const keptFolder = join(packageLibrary().data, '..', 'dist', 'kept');

/** Path of what is kept of a file as JSON. */
export const keptJson = (sha256: string) => join(keptFolder, `${sha256}.json`);

/** Path of the numbers that are kept of a file. They stand as this machine has them in memory, and another kind does not find them. */
export const keptNumbers = (sha256: string) => join(keptFolder, `${sha256}.${endianness()}.doubles`);

/** Path of the JSON Schema of a kind of file. These take longer to make than anything else that prints and ends. */
export const keptSchema = (kind: string) => join(keptFolder, `schema-${kind}.json`);

function bytesOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** What the build has kept of a file with these bytes; undefined where it has kept nothing. */
export function readKept(sha256: string): unknown {
  const bytes = bytesOf(keptJson(sha256));
  return bytes === undefined ? undefined : JSON.parse(bytes.toString('utf8'));
}

/** The numbers that the build has kept of a file with these bytes. */
export function readKeptNumbers(sha256: string): Float64Array | undefined {
  const bytes = bytesOf(keptNumbers(sha256));
  return bytes === undefined ? undefined : new Float64Array(new Uint8Array(bytes).buffer);
}
