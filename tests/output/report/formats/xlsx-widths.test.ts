/** Columns of a workbook hold their words and headings whole, however narrow the sheet must be. */

import { describe, expect, it } from 'vitest';
import { textWidth } from '../../../../src/output/charts/text.js';
import { type Column, type TableBlock, textCell } from '../../../../src/output/report/blocks.js';
import { widthsOf } from '../../../../src/output/report/formats/xlsx-widths.js';

/** Points that are left for a text in a column: 7 pixels of 96 to the inch a character, less five. */
const room = (width: number) => (width * 7 - 5) * (72 / 96);

const made = (columns: readonly Column[], texts: readonly string[]): TableBlock => ({
  kind: 'table',
  name: 't',
  sheet: 'outcomes',
  caption: '',
  columns,
  rows: [columns.map((_, i) => textCell(texts[i] ?? ''))],
});

describe('columns of a workbook', () => {
  it('are as wide as the longest word of their headings', () => {
    const labels = ['Nettosaldo, euro per persoon, verdisconteerd', 'Vluchtelingenwerk: 95%-interval'];
    const columns: Column[] = [
      { label: 'Maat', kind: 'text' },
      { label: labels[0]!, kind: 'number' },
      { label: labels[1]!, kind: 'interval' },
    ];
    const widths = widthsOf([made(columns, [])], ['van', 'tot']);
    expect(room(widths[1]!)).toBeGreaterThanOrEqual(textWidth('verdisconteerd', 10, true));
    for (const width of widths.slice(2, 4))
      expect(room(width)).toBeGreaterThanOrEqual(textWidth('Vluchtelingenwerk:', 10, true));
  });

  it('keep words whole where a sheet is narrowed, and take it from where it costs the fewest lines', () => {
    const columns: Column[] = [
      { label: 'Aanpak', kind: 'text' },
      { label: 'Onderdeel', kind: 'text' },
      { label: 'Reden', kind: 'text' },
      ...Array.from({ length: 10 }, (): Column => ({ label: 'n', kind: 'number' })),
    ];
    const reason = 'a reason that goes on '.repeat(15);
    const texts = [
      'JAS 24 x 24, van huisvesting af aan',
      'Inburgeringscursus en nog enkele woorden meer',
      reason,
    ];
    const widths = widthsOf([made(columns, texts)], ['van', 'tot']);
    // An indent takes another 8 points.
    expect(room(widths[1]!) - 8).toBeGreaterThanOrEqual(textWidth('Inburgeringscursus', 10));
    expect(widths[2]!).toBeGreaterThan(widths[1]!);
    // All together print in letters of 7 points.
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(203);
  });
});
