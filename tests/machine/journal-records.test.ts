/** Damaged bytes in a journal: what of it is still read, and what is said to be lost. */

import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { journalInFolder } from './journal-in-folder.js';

const { in: inFolder, path, open, write } = journalInFolder();

it('loses one unit to a damaged byte, whichever of its record it is', () => {
  const units = ['a', 'b', 'c', 'd'].map((unit): [string, number[]] => [unit, [1, 2.5]]);
  write(...units.slice(0, 1));
  const start = statSync(path()).size;
  write(...units.slice(0, 2));
  const end = statSync(path()).size;
  write(...units);
  const bytes = readFileSync(path());
  for (let place = start; place < end; place++) {
    for (const flip of [0x01, 0x80]) {
      rmSync(inFolder('sub'), { recursive: true });
      mkdirSync(inFolder('sub'));
      const copy = Buffer.from(bytes);
      copy[place]! ^= flip;
      writeFileSync(path(), copy);
      const journal = open(true);
      expect([place, journal.resumed, journal.get('b'), journal.damaged]).toEqual([place, 3, undefined, 1]);
      expect(['a', 'c', 'd'].map((unit) => journal.get(unit))).toEqual(
        units.slice(1).map(([, each]) => each),
      );
      journal.close();
    }
  }
});

it('finds the next unit however far it is', () => {
  // The first record's length is wrong; the beginning of the next lies about the end of what is searched at once.
  for (let length = 65_470; length < 65_540; length++) {
    rmSync(inFolder('sub'), { recursive: true, force: true });
    const empty = open(false);
    const start = statSync(path()).size;
    empty.close();
    write(['a', 'A'.repeat(length)], ['b', 2]);
    const bytes = readFileSync(path());
    bytes[start + 3] = 0x7f;
    writeFileSync(path(), bytes);
    const journal = open(true);
    expect([length, journal.get('a'), journal.get('b'), journal.damaged]).toEqual([length, undefined, 2, 1]);
    journal.close();
  }
});

it('tells of damage in what was set aside', () => {
  write(['a', 'A'.repeat(99)], ['b', 2]);
  const { aside } = open(false, 'other work');
  const bytes = readFileSync(aside!);
  bytes[bytes.indexOf('AAA')]! ^= 0x40;
  writeFileSync(aside!, bytes);
  const journal = open(true);
  expect([journal.resumed, journal.get('b'), journal.damaged]).toEqual([1, 2, 1]);
  journal.close();
});

it('begins anew where damage hides whose work it is', () => {
  write(['a', 1]);
  const bytes = readFileSync(path());
  bytes[140]! ^= 0x40;
  writeFileSync(path(), bytes);
  const journal = open(true);
  expect([journal.resumed, journal.foreign, journal.damaged]).toEqual([0, true, 0]);
  journal.close();
});
