/** A workbook of one table. */

import { renderPng } from '../../../../src/output/charts/render.js';
import type { TableBlock } from '../../../../src/output/report/blocks.js';
import { writeReport } from '../../../../src/output/report/write-report.js';
import { unzip } from '../unzip.js';

/** The files that the English workbook of a table consists of, by path. */
export async function workbookOf(block: TableBlock): Promise<Map<string, string>> {
  const report = {
    title: 'T',
    subtitle: 'S',
    language: 'en',
    blocks: [block],
    ledger: [],
    approaches: [],
  } as const;
  const [file] = await writeReport(report, 'xlsx', 'report', renderPng);
  return unzip(Buffer.from(file!.content as Uint8Array));
}
