/** Archives without times. */

import { expect, it } from 'vitest';
import { withoutTimes } from '../../../../src/output/report/formats/archive.js';
import { unzip } from '../unzip.js';

/** An archive of two files by hand, put in on 28 November 2026 at 14:06:20 (its fields: APPNOTE.TXT 6.3.10, section 4.4.6). */
function archive(): Buffer {
  const [time, date] = [(14 << 11) | (6 << 5) | 10, ((2026 - 1980) << 9) | (11 << 5) | 28];
  const files = [
    ['a.txt', 'first'],
    ['b.txt', 'second'],
  ].map(([name, text]) => [Buffer.from(name!), Buffer.from(text!)] as const);
  const parts = files.map(([name, text]) => {
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(time, 10);
    head.writeUInt16LE(date, 12);
    head.writeUInt32LE(text.length, 18);
    head.writeUInt32LE(text.length, 22);
    head.writeUInt16LE(name.length, 26);
    return Buffer.concat([head, name, text]);
  });
  const entries = files.map(([name, text], i) => {
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50, 0);
    head.writeUInt16LE(time, 12);
    head.writeUInt16LE(date, 14);
    head.writeUInt32LE(text.length, 20);
    head.writeUInt32LE(text.length, 24);
    head.writeUInt16LE(name.length, 28);
    head.writeUInt32LE(i === 0 ? 0 : parts[0]!.length, 42);
    return Buffer.concat([head, name]);
  });
  const list = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(2, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(Buffer.concat(parts).length, 16);
  return Buffer.concat([...parts, list, end]);
}

it('have the first moment that an archive can tell at every part, and all else as it was', () => {
  const made = withoutTimes(archive());
  expect(unzip(made)).toEqual(
    new Map([
      ['a.txt', 'first'],
      ['b.txt', 'second'],
    ]),
  );
  const before = archive();
  const changed = [...made.keys()].filter((at) => made[at] !== before[at]);
  const second = 30 + 'a.txt'.length + 'first'.length;
  const list = 2 * 30 + 'a.txtfirstb.txtsecond'.length;
  const times = [10, second + 10, list + 12, list + 46 + 'a.txt'.length + 12];
  expect(changed).toEqual(times.flatMap((at) => [at, at + 1, at + 2, at + 3]));
  for (const at of times)
    expect([made.readUInt16LE(at), made.readUInt16LE(at + 2)]).toEqual([0, (1 << 5) | 1]);
});

it('are archives', () => {
  expect(() => withoutTimes(Buffer.alloc(100))).toThrow('expected an archive');
});
