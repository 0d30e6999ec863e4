import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openJournal } from '../../src/simulation/journal.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('openJournal', () => {
  const path = () => join(folder, 'sub', 'x.journal');

  it('gives back what was complete, though the last line was torn', () => {
    const first = openJournal<number[]>(path(), 'work', false);
    first.put('a', [1, 2.5]);
    first.put('b', [3]);
    appendFileSync(path(), '{"unit":"c","resu');
    const second = openJournal<number[]>(path(), 'work', true);
    expect([second.resumed, second.get('a'), second.get('b'), second.get('c')]).toEqual([
      2,
      [1, 2.5],
      [3],
      undefined,
    ]);
    second.put('c', [4]);
    expect(openJournal<number[]>(path(), 'work', true).resumed).toBe(3);
  });

  it('begins anew for other work, or when it is not to be resumed', () => {
    openJournal<number>(path(), 'work', false).put('a', 1);
    expect(openJournal<number>(path(), 'other work', true).resumed).toBe(0);
    openJournal<number>(path(), 'work', false).put('a', 1);
    expect(openJournal<number>(path(), 'work', false).resumed).toBe(0);
    expect(readFileSync(path(), 'utf8')).toBe('work\n');
  });
});
