/** The report of a search for a threshold: the table of its readings, from made-up files of which every number is known. */

import { describe, expect, it } from 'vitest';
import type { Language } from '../../../src/output/language.js';
import type { RunFolder } from '../../../src/output/package/run-folder.js';
import { thresholdChapter } from '../../../src/output/report/build-threshold-report.js';
import { madeFolder } from './made-folder.js';

const READINGS = [0.55, 0.60625, 0.690625, 0.6942554422, 0.6943450847, 0.83125, 1];

/** A result folder in which a measure was read at these values. */
function folderOf(values: readonly number[], measure: string, target: number): RunFolder {
  const tables = {
    'threshold.csv': [{ measure, path: 'a', target, value: 0.7, low: 0.6, high: 0.8, direction: 'down' }],
    'readings.csv': values.map((value) => ({
      measure,
      value,
      estimate: 1 - value,
      mcse: 0.1,
      parameter_low: 0,
      parameter_high: 2,
    })),
  };
  return madeFolder(tables, 12);
}

const tableOf = (language: Language, values = READINGS, measure = 'net_balance_discounted', target = -1500) =>
  thresholdChapter(folderOf(values, measure, target), [], language).tables[0]!;

describe('the readings of a threshold', () => {
  it('stand at numbers that tell them from each other, rounded half away from zero', () => {
    const cells = tableOf('nl').rows.map(([cell]) => cell!);
    expect(cells.map(({ text }) => text)).toEqual([
      '0,55',
      '0,60625',
      '0,69063',
      '0,69426',
      '0,69435',
      '0,83125',
      '1',
    ]);
    expect(cells.map((cell) => cell.kind === 'number' && cell.value)).toEqual([
      0.55, 0.60625, 0.69063, 0.69426, 0.69435, 0.83125, 1,
    ]);
  });

  it('have as many digits as it takes', () => {
    const texts = (values: readonly number[]) => tableOf('en', [...values]).rows.map(([cell]) => cell!.text);
    expect(texts([1000, 1250, 1500])).toEqual(['1,000', '1,250', '1,500']);
    expect(texts([10000.4, 20000.6])).toEqual(['10,000', '20,001']);
    expect(texts([-0.25, 0, 0.123456])).toEqual(['-0.25', '0', '0.12346']);
  });

  it('are drawn with what is looked for, in the unit of their column', () => {
    const targetOf = (...of: Parameters<typeof tableOf>) => {
      const { chart } = tableOf(...of);
      return chart?.kind === 'line' ? chart.target : undefined;
    };
    const plain = (target: ReturnType<typeof targetOf>) => ({
      ...target,
      label: target!.label.replaceAll(/[\u00a0\u2060]/g, ' '),
    });
    expect(plain(targetOf('en'))).toMatchObject({ value: -1500 });
    expect(plain(targetOf('en')).label).toMatch(/^Looked for: \u2212 ?€1,500$/);
    expect(plain(targetOf('nl')).label).toMatch(/^Gezochte waarde: \u2212 ?€ 1\.500$/);
    expect(plain(targetOf('nl', READINGS, 'self_sufficient_share@60', 0.025))).toEqual({
      label: 'Gezochte waarde: +2,5 procentpunt',
      value: 2.5,
    });
    expect(targetOf('en', READINGS, 'net_balance_discounted', 0)).toEqual({
      label: 'Looked for: 0',
      value: 0,
    });
  });
});
