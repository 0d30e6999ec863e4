/** The report of a sensitivity analysis: its sentences, from made-up files of which every number is known. */

import { describe, expect, it } from 'vitest';
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

describe('the table of Sobol indices', () => {
  const group = (name: string, first: readonly number[], total: readonly number[]) => ({
    group: name,
    ...{ first: first[0]!, first_low: first[1]!, first_high: first[2]! },
    ...{ total: total[0]!, total_low: total[1]!, total_high: total[2]! },
  });
  const tableWith = (language: 'en' | 'nl', ...groups: object[]) =>
    sensitivityChapter(
      madeFolder({ 'inputs.csv': [input('answer', 0.3, 0, 1)], 'indices.csv': groups }, 32),
      [],
      language,
    ).tables.find(({ name }) => name.includes('indices'))!;
  const weak = group('others', [-0.05, -0.27, 0.08], [0.05, -0.01, 0.17]);
  // More alone than with others.
  const impossible = group('posterior', [0.54, 0.07, 1.19], [0.4, 0.28, 0.6]);

  it('has no share outside 0 and 100, and none that the points are too few to tell', () => {
    for (const [language, note] of [
      ['en', 'A dash: the base points are too few'],
      ['nl', 'Een streepje: daarvoor zijn de basispunten te weinig'],
    ] as const) {
      const table = tableWith(language, weak, impossible);
      expect(table.rows.map((row) => row.slice(1).map(({ text }) => text))).toEqual([
        ['\u2013', '\u2013', '\u2013', '\u2013'],
        ['0', language === 'en' ? '0 to 8' : '0 tot 8', '5', language === 'en' ? '0 to 17' : '0 tot 17'],
      ]);
      expect(table.note).toContain(note);
    }
    expect(tableWith('en', weak).note).not.toContain('A dash');
  });
});
