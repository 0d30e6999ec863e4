/** Documents of Word and Excel are archives: what is in them, for the tests. */

import { inflateRawSync } from 'node:zlib';

/** The files of an archive, read by its central directory. */
export function unzip(bytes: Buffer): Map<string, string> {
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  const files = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let n = bytes.readUInt16LE(end + 10); n > 0; n--) {
    const [size, name, extra, comment] = [20, 28, 30, 32].map((offset) =>
      offset === 20 ? bytes.readUInt32LE(at + offset) : bytes.readUInt16LE(at + offset),
    );
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(start, start + size!);
    const isStored = bytes.readUInt16LE(at + 10) === 0;
    const path = bytes.toString('utf8', at + 46, at + 46 + name!);
    files.set(path, (isStored ? content : inflateRawSync(content)).toString('utf8'));
    at += 46 + name! + extra! + comment!;
  }
  return files;
}
