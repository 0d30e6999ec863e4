/** How large figures are in Word: letters that are read at ease, and two to a page where they can. */

import { expect, it } from 'vitest';
import { renderPng } from '../../../../src/output/charts/render.js';
import { FONT_SIZE } from '../../../../src/output/charts/style.js';
import type { Report } from '../../../../src/output/report/blocks.js';
import { writeReport } from '../../../../src/output/report/write-report.js';
import { unzip } from '../unzip.js';

/** Units (EMU) in a point; height of the text of a page, and what a caption takes of it, in points. */
const EMU = 12_700;
const PAGE = 742;
const CAPTION = 30;

/** Size in points of a figure of so many pixels. */
async function sizeOf(width: number, height: number): Promise<{ width: number; height: number }> {
  const report: Report = {
    language: 'nl',
    title: 't',
    subtitle: 's',
    approaches: [],
    blocks: [
      {
        kind: 'figure',
        ...{ name: 'f', file: 'f', title: 'f', description: 'f' },
        svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"/>`,
      },
    ],
    ledger: [],
  };
  const [file] = await writeReport(report, 'docx', 'report', renderPng);
  const xml = unzip(Buffer.from(file!.content as Uint8Array)).get('word/document.xml')!;
  const [, cx, cy] = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(xml)!;
  return { width: Number(cx) / EMU, height: Number(cy) / EMU };
}

it.each([200, 400, 520, 640, 760, 860])(
  '%d pixels high: letters of at least six and a half points',
  async (height) => {
    const { width } = await sizeOf(680, height);
    expect((FONT_SIZE * width) / 680).toBeGreaterThanOrEqual(6.5);
  },
);

it.each([400, 480, 540])('%d pixels high: two to a page', async (height) => {
  expect(2 * ((await sizeOf(680, height)).height + CAPTION)).toBeLessThan(PAGE);
});
