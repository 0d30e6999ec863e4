/** The report of a sensitivity analysis: its sentences, from made-up files of which every number is known. */

import { expect, it } from 'vitest';
import { sensitivityChapter } from '../../../src/output/report/build-sensitivity-report.js';
import { madeFolder } from './made-folder.js';

/** A number that carries a share; `low` and `high` are its own values, which have nothing to do with the interval of the share. */
const input = (path: string, share: number, low: number, high: number, shareLow = share / 2) => ({
  path,
  share,
  share_low: shareLow,
  share_high: share * 1.5,
  stands_out: 'true',
  low,
  high,
  outcome: 0,
  outcome_at_low: -100,
  outcome_at_high: 100,
});

it.each(['en', 'nl'] as const)(
  'names the largest source first, whatever its own low value is (%s)',
  (language) => {
    // An answer is 0 or 1, and a number may lie below 0.
    const folder = madeFolder(
      {
        'inputs.csv': [
          input('answer', 0.3, 0, 1),
          input('below', 0.25, -2, -1),
          input('above', 0.15, 1, 2),
          // That its share may be none keeps it out, though its own values lie above 0.
          input('untold', 0.1, 1, 2, 0),
        ],
      },
      32,
    );
    const bold = sensitivityChapter(folder, [], language).said.filter(
      (block) => block.kind === 'paragraph' && block.strong,
    );
    const text = JSON.stringify(bold);
    expect(bold).toHaveLength(1);
    expect(text.indexOf('answer')).toBeGreaterThan(0);
    expect(text.indexOf('below')).toBeGreaterThan(text.indexOf('answer'));
    // These two carry more than half.
    expect(text).not.toMatch(/above|untold/);
  },
);
