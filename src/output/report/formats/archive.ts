/** Documents of Word and Excel are archives (zip), which note when each part was put in. */

/** Signature of the end of the list of parts, and where it tells how many there are and where the list begins. */
const END = { signature: 0x06054b50, count: 10, list: 16, length: 22 };
/** Where an entry of the list, and the part itself, have the time, the date, and what else is needed of them. */
const ENTRY = { time: 12, name: 28, extra: 30, comment: 32, part: 42, length: 46 };
const PART = { time: 10 };

/** Midnight of 1 January 1980, the first moment that an archive can tell: the time in two bytes, the date in two. */
const FIRST_MOMENT = 0x0021_0000;

/**
 * An archive whose parts have no time, so that the same report is the same file (PKWARE, APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12
 * and 4.3.16).
 *
 * @param bytes of an archive without a comment, which is changed in place
 */
export function withoutTimes(bytes: Buffer): Buffer {
  const end = bytes.length - END.length;
  if (bytes.readUInt32LE(end) !== END.signature) throw new Error('expected an archive without a comment');
  let entry = bytes.readUInt32LE(end + END.list);
  for (let left = bytes.readUInt16LE(end + END.count); left > 0; left--) {
    bytes.writeUInt32LE(FIRST_MOMENT, entry + ENTRY.time);
    bytes.writeUInt32LE(FIRST_MOMENT, bytes.readUInt32LE(entry + ENTRY.part) + PART.time);
    const [name, extra, comment] = [ENTRY.name, ENTRY.extra, ENTRY.comment].map((at) =>
      bytes.readUInt16LE(entry + at),
    );
    entry += ENTRY.length + name! + extra! + comment!;
  }
  return bytes;
}
