/** Cells of a workbook: numbers in the format that the report prints them in. */

import { describe, expect, it } from 'vitest';
import { cellsOf } from '../../../../src/output/report/formats/xlsx-cells.js';
import { rawCell, speak } from '../../../../src/output/report/speech.js';

describe('cellsOf', () => {
  it('keeps the decimals of a number in every language', () => {
    for (const language of ['en', 'nl'] as const) {
      const [cell] = cellsOf(rawCell(speak(language), 0.87), false);
      expect(cell).toMatchObject({ value: 0.87, format: expect.stringMatching(/^#,##0\.00;/) });
    }
  });

  it('gives a year no mark between thousands', () => {
    const year = {
      kind: 'number',
      value: 2031,
      decimals: 0,
      signed: false,
      suffix: '',
      text: '2031',
    } as const;
    expect(cellsOf(year, false)).toMatchObject([{ value: 2031, format: '0' }]);
  });
});
