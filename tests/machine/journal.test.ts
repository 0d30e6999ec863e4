import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { describe, expect, it } from 'vitest';
import { readJournal } from '../../src/machine/journal.js';
import { JournalRefused } from '../../src/machine/journal-owner.js';
import { journalInFolder } from './journal-in-folder.js';

const { in: inFolder, path, open, write } = journalInFolder();

describe('openJournal', () => {
  it('gives back what was complete, wherever the last record was torn', () => {
    write(['a', [1, 2.5]]);
    const whole = statSync(path()).size;
    write(['a', [1, 2.5]], ['b', Float64Array.of(3, Number.NaN)]);
    const both = readFileSync(path());
    for (let size = whole; size <= both.length; size++) {
      writeFileSync(path(), both.subarray(0, size));
      const journal = open(true);
      expect(journal.get('a')).toEqual([1, 2.5]);
      expect(journal.get('b')).toEqual(size === both.length ? Float64Array.of(3, Number.NaN) : undefined);
      journal.put('c', size);
      journal.close();
      const next = open(true);
      expect([next.resumed, next.get('c')]).toEqual([size === both.length ? 3 : 2, size]);
      next.close();
    }
  });

  it('does not read a record whose bytes have changed, and writes the journal anew without it', () => {
    write(['a', 1], ['b', 2]);
    const bytes = readFileSync(path());
    for (const flipped of [bytes.length - 1, bytes.length - 3]) {
      const copy = Buffer.from(bytes);
      copy[flipped]! ^= 0x40;
      writeFileSync(path(), copy);
      const journal = open(true);
      expect([journal.resumed, journal.get('a'), journal.damaged]).toEqual([1, 1, 1]);
      journal.close();
    }
    // One in the middle costs that one alone, where no other journal of the work has it.
    rmSync(inFolder('sub'), { recursive: true });
    write(['a', 'A'.repeat(99)], ['b', 2], ['c', 3]);
    const damaged = readFileSync(path());
    damaged[damaged.indexOf('AAA')]! ^= 0x40;
    writeFileSync(path(), damaged);
    const mended = open(true);
    expect([mended.resumed, mended.get('a'), mended.get('c')]).toEqual([2, undefined, 3]);
    expect([mended.damaged, mended.aside]).toEqual([1, undefined]);
    mended.put('a', 1);
    mended.close();
    expect(readdirSync(inFolder('sub'))).toEqual(['x.journal']);
    const again = open(true);
    expect([again.resumed, again.get('a'), again.damaged]).toEqual([3, 1, 0]);
    again.close();
    // As that of a part of a run, which would be refused with a damaged record in it.
    expect([...readJournal(path()).entries.keys()]).toEqual(['b', 'c', 'a']);
    writeFileSync(path(), damaged);
    expect(() => readJournal(path())).toThrow(/is damaged/);
    rmSync(inFolder('sub'), { recursive: true });
    write(['a', 1]);
    appendFileSync(path(), Buffer.alloc(40, 0xff));
    const journal = open(true);
    expect([journal.resumed, journal.damaged]).toEqual([1, 0]);
    journal.close();
  });

  it('begins anew for other work, or when it is not to be resumed', () => {
    for (const [resume, work] of [
      [true, 'other work'],
      [false, 'work'],
    ] as const) {
      write(['a', 1]);
      const journal = open(resume, work);
      expect([journal.resumed, journal.get('a'), journal.foreign]).toEqual([0, undefined, resume]);
      journal.close();
      const again = open(true, work);
      // What this work had before is taken up after all, where nothing has come in its place.
      expect([again.resumed, again.foreign]).toEqual([work === 'work' ? 1 : 0, false]);
      again.close();
    }
  });

  it('keeps results that are not resumed, of the same work or other, and tells where', () => {
    for (const work of ['work', 'other work']) {
      write(['a', 1]);
      const journal = open(false, work);
      expect([existsSync(journal.aside!), journal.resumed]).toEqual([true, 0]);
      journal.close();
      // There is nothing in it now but whose it is.
      const empty = open(false, 'third work');
      expect(empty.aside).toBeUndefined();
      empty.remove();
    }
    const none = open(false);
    expect(none.aside).toBeUndefined();
    none.close();
    write(['a', 1]);
    const resumed = open(true);
    expect(resumed.aside).toBeUndefined();
    resumed.close();
  });

  it('goes on with what was set aside, after other work has had its place, finished or not', () => {
    for (const isFinished of [true, false]) {
      write(['a', 1], ['b', Float64Array.of(2, 3)]);
      const other = open(isFinished, 'other work');
      other.put('a', 9);
      if (isFinished) other.remove();
      else other.close();
      const journal = open(true);
      expect([journal.resumed, journal.get('a'), journal.get('b')]).toEqual([2, 1, Float64Array.of(2, 3)]);
      // The place of the other work, if it was not finished, is kept in its turn.
      expect(journal.aside !== undefined).toBe(!isFinished);
      journal.put('c', 4);
      journal.close();
      const again = open(true);
      expect([again.resumed, again.get('c')]).toEqual([3, 4]);
      again.remove();
    }
    const other = open(true, 'other work');
    expect([other.resumed, other.get('a')]).toEqual([1, 9]);
    other.remove();
    expect(readdirSync(inFolder('sub'))).toEqual([]);
  });

  it('keeps the larger of two of the same work, and puts the units of both together', () => {
    write(['a', 1], ['b', 2], ['c', 3]);
    open(false, 'other work').close();
    // Begun anew, interrupted sooner and set aside in its turn: that has less than what is kept.
    write(['a', 1]);
    open(false, 'other work').close();
    write(['d', 4]);
    const journal = open(true);
    expect(['a', 'b', 'c', 'd'].map((unit) => journal.get(unit))).toEqual([1, 2, 3, 4]);
    expect(journal.resumed).toBe(4);
    journal.close();
    expect(readdirSync(inFolder('sub'))).toEqual(['x.journal']);
    const again = open(true);
    expect(again.resumed).toBe(4);
    again.close();
  });

  it('becomes a finished part under another name, with nothing left of it', () => {
    write(['a', 1]);
    const journal = open(false);
    journal.put('b', 2);
    journal.keepAs(inFolder('sub', 'part'));
    expect(readdirSync(inFolder('sub'))).toEqual(['part']);
    expect([...readJournal(inFolder('sub', 'part')).entries.keys()]).toEqual(['b']);
  });

  it('leaves nothing aside of work that is finished', () => {
    write(['a', 1]);
    const anew = open(false);
    expect(existsSync(anew.aside!)).toBe(true);
    // A process that was killed while it set a journal aside leaves a part of the copy.
    writeFileSync(`${anew.aside}.part`, '');
    anew.remove();
    expect(readdirSync(inFolder('sub'))).toEqual([]);
  });

  it('says whether there is something to go on with, and leaves nothing where there is not', () => {
    const nothingYet = open(false);
    expect(nothingYet.isKept()).toBe(false);
    nothingYet.close();
    expect([nothingYet.isKept(), readdirSync(inFolder())]).toEqual([false, []]);
    const begun = open(false);
    begun.put('a', 1);
    begun.close();
    expect(begun.isKept()).toBe(true);
    // Begun anew and interrupted at once: what was there before is kept, and gone on with.
    const again = open(false);
    again.close();
    expect(again.isKept()).toBe(true);
    const resumed = open(true);
    expect([resumed.resumed, resumed.isKept()]).toEqual([1, true]);
    resumed.remove();
    expect(resumed.isKept()).toBe(false);
    const part = open(false);
    part.put('a', 1);
    part.keepAs(inFolder('part'));
    expect(part.isKept()).toBe(false);
    // A part may have no units.
    const emptyPart = open(false);
    emptyPart.keepAs(inFolder('part'));
    expect(readJournal(inFolder('part')).entries.size).toBe(0);
  });

  it('begins anew where there is no journal but something else', () => {
    write(['a', 1]);
    writeFileSync(path(), 'something else, short');
    const journal = open(true);
    expect(journal.resumed).toBe(0);
    journal.remove();
    expect(existsSync(path())).toBe(false);
  });

  it('refuses a file that a living process writes, and takes over that of a dead one', () => {
    const ownedBy = (pid: number, host = hostname(), began?: string) => {
      rmSync(path(), { force: true });
      write(['a', 1]);
      const bytes = readFileSync(path());
      const owner = JSON.stringify({ pid, host, began }).padEnd(127);
      writeFileSync(path(), Buffer.concat([Buffer.from(`${owner}\n`), bytes.subarray(128)]));
    };
    // Process 1 lives on every machine.
    ownedBy(1);
    expect(() => open(true)).toThrow(JournalRefused);
    expect(() => open(false)).toThrow(/another run \(process 1\) is at work there; wait for it/);
    for (const [pid, host, began] of [
      [2 ** 22 + 1, hostname(), undefined],
      [1, 'another-machine', undefined],
      // Another process has had the number since.
      [1, hostname(), 'long ago'],
    ] as const) {
      ownedBy(pid, host, began);
      const journal = open(true);
      expect(journal.resumed).toBe(1);
      journal.close();
    }
  });
});

describe('readJournal', () => {
  it('gives all that a finished journal holds', () => {
    write(['a', 1], ['b', { c: [2] }]);
    expect(readJournal(path())).toEqual({
      fingerprint: 'work',
      entries: new Map<string, unknown>([
        ['a', 1],
        ['b', { c: [2] }],
      ]),
    });
  });

  it('refuses a torn one, an empty one and anything else', () => {
    write(['a', 1]);
    truncateSync(path(), statSync(path()).size - 1);
    expect(() => readJournal(path())).toThrow(/is damaged or not a part of a run/);
    for (const text of ['', 'a scenario: of\nsome: kind\n'.repeat(20)]) {
      writeFileSync(path(), text);
      expect(() => readJournal(path())).toThrow(JournalRefused);
    }
  });
});
