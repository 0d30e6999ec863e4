/** A journal in a temporary folder, for the tests of a file. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { openJournal } from '../../src/machine/journal.js';

/** Each test has a folder of its own. */
export function journalInFolder() {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'journal-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const path = () => join(folder, 'sub', 'x.journal');
  const open = (resume: boolean, work = 'work') => openJournal<unknown>(path(), work, resume);
  const write = (...entries: [string, unknown][]) => {
    const journal = open(false);
    for (const [unit, result] of entries) journal.put(unit, result);
    journal.close();
  };
  return { in: (...names: string[]) => join(folder, ...names), path, open, write };
}
