/** The tables of the HTML report on a telephone: all their columns are seen, words and numbers are whole, and they stay tables. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report, TableBlock } from '../../../../src/output/report/blocks.js';
import { buildReport } from '../../../../src/output/report/build-report.js';
import { formatHtml } from '../../../../src/output/report/formats/html.js';
import { type ReportedApproach, readRunData } from '../../../../src/output/report/run-data.js';
import { mainTable } from '../../../../src/output/report/sections/front.js';
import { speak } from '../../../../src/output/report/speech.js';
import { typeset } from '../../../../src/output/report/typeset.js';
import { folderWith } from '../../../scenario/temporary-folder.js';
import { missing, openBrowser } from '../../browser.js';
import { makeRun } from '../results.js';

const root = folderWith({});
const folder = makeRun(root, 'narrow');
const second = makeRun(root, 'second', { municipality: 'Nieuwegein' });
const run = readRunData(folder);
const reference = { ...run.reference, label: 'Opeenvolgend' };
/** Some sixty letters and spaces, with the longest word that a shipped label has. */
const LONG = 'Vluchtelingenwerk voor iedereen en daarna werk of opleiding';

/** A report with the main table of each of these approaches, and one that no telephone can hold. */
function reportOf(language: 'nl' | 'en', others: readonly ReportedApproach[]): Report {
  const of = (name: string) => (row: (typeof run.estimates)[number]) => ({ ...row, approach: name });
  const parallel = ({ approach }: { approach: string }) => approach === 'parallel';
  const rowsOf = (rows: typeof run.estimates) =>
    others.flatMap(({ name }) => rows.filter(parallel).map(of(name)));
  const told = {
    ...run,
    reference,
    others,
    estimates: [...run.estimates.filter((row) => !parallel(row)), ...rowsOf(run.estimates)],
    differences: rowsOf(run.differences),
  };
  const speech = speak(language, run.law);
  const main = others.map((approach) => mainTable(told, approach, speech));
  const [{ columns, rows }] = main as [TableBlock];
  const texts = columns.map(() => ({ kind: 'text', label: 'Verantwoordelijkheden' }) as const);
  const wide: TableBlock = {
    ...main[0]!,
    name: 'wide',
    columns: [columns[0]!, ...texts],
    rows: rows.map(([first]) => [
      first!,
      ...texts.map(({ label: text }) => ({ kind: 'text', text }) as const),
    ]),
  };
  return typeset({
    language,
    title: 'Smal',
    subtitle: '',
    approaches: [reference, ...others],
    blocks: [...main, wide],
    ledger: [{ ...main[0]!, name: 'folded' }],
  });
}

/** What is seen of a table: how far it goes beyond its box, words and numbers that are broken or lie over others, and its columns. */
const seen = (page: Page, table: string) =>
  page.evaluate<{ over: number; broken: string[]; heads: number; cells: number; rows: number }>(`(() => {
    const box = document.querySelector('#table-${table}').closest('.scroll');
    const shown = (selector) => [...box.querySelectorAll(selector)].filter((each) => each.checkVisibility());
    // On one line, and not over the column beside it.
    const isWhole = (cell, node, from, to) => {
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      const { left, right } = cell.getBoundingClientRect();
      const lines = [...range.getClientRects()];
      return (
        new Set(lines.map(({ top }) => Math.round(top))).size <= 1 &&
        lines.every((line) => line.left > left - 1 && line.right < right + 1)
      );
    };
    const broken = [];
    for (const cell of shown('th, td')) {
      const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode;
        if (node.parentElement.checkVisibility())
          // A no-break space is of the word. A hyphen ends a line.
          for (const word of node.data.matchAll(/[^ -]+/g))
            if (!isWhole(cell, node, word.index, word.index + word[0].length)) broken.push(word[0]);
      }
    }
    return {
      over: box.scrollWidth - box.clientWidth,
      broken,
      heads: shown('thead th').length,
      cells: shown('td').length,
      rows: shown('tbody tr').length,
    };
  })()`);

const one = [{ name: 'parallel', label: LONG }];
const two = [...one, { name: 'other', label: 'JAS 24 x 24' }];

describe.skipIf(missing)('on a telephone', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  async function open(name: string, report: Report): Promise<Page> {
    const file = join(root, `${name}.html`);
    writeFileSync(file, formatHtml(report));
    const page = await browser.newPage();
    await page.goto(pathToFileURL(file).href);
    return page;
  }

  it.each([
    ['nl', one],
    ['en', one],
    ['nl', two],
    ['en', two],
  ] as const)('shows the whole of each main table (%s)', async (language, others) => {
    const page = await open(`${language}-${others.length}`, reportOf(language, others));
    for (const width of [320, 390, 600]) {
      await page.setViewportSize({ width, height: 800 });
      for (const { name } of others) {
        const table = await seen(page, `narrow-main-${name}`);
        expect(table).toEqual({ over: 0, broken: [], heads: 4, cells: 3 * table.rows, rows: 7 });
      }
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    }
    await page.close();
  });

  it.each(['nl', 'en'] as const)('shows the whole of the tables of several runs (%s)', async (language) => {
    const report = buildReport(
      [
        { run: folder, figures: [] },
        { run: second, figures: [] },
      ],
      [],
      language,
    );
    const page = await open(`several-${language}`, report);
    await page.setViewportSize({ width: 390, height: 800 });
    // Beside an interval under its number; municipality, approach and verdict on lines of their own.
    expect(await seen(page, 'comparison')).toEqual({ over: 0, broken: [], heads: 8, cells: 14, rows: 2 });
    expect(await seen(page, 'places')).toEqual({ over: 0, broken: [], heads: 7, cells: 12, rows: 2 });
    await page.close();
  });

  it('has an interval once: under its number there, and beside it on a wide screen and on paper', async () => {
    const page = await open('once', reportOf('en', one));
    const cells = page.locator('.table:has(#table-narrow-main-parallel) tbody tr:first-child td:visible');
    await page.setViewportSize({ width: 390, height: 800 });
    const narrow = (await cells.allInnerTexts()).map((text) => text.split('\n'));
    const [, , [difference, under]] = narrow as [string[], string[], [string, string]];
    expect([narrow.length, difference, under]).toEqual([3, '+3.6\u00a0pp', expect.stringContaining('to')]);
    const wide = async () => (await cells.allInnerTexts()).slice(2);
    await page.setViewportSize({ width: 1280, height: 800 });
    expect(await wide()).toEqual([difference, under]);
    await page.setViewportSize({ width: 390, height: 800 });
    await page.emulateMedia({ media: 'print' });
    expect(await wide()).toEqual([difference, under]);
    await page.close();
  });

  it.each([
    ['wide', 100],
    ['folded', 10],
  ])(
    'keeps in sight what a row is of where a table is too wide, and scrolls that alone (%s)',
    async (name, over) => {
      const page = await open(name, reportOf('nl', one));
      await page.setViewportSize({ width: 320, height: 800 });
      await page.evaluate("document.querySelector('details').open = true");
      expect((await seen(page, name)).over).toBeGreaterThan(over);
      await page.evaluate(`document.querySelector('#table-${name}').closest('.scroll').scrollLeft = 9999`);
      const at = await page.locator(`.table:has(#table-${name}) tbody th`).first().boundingBox();
      expect(at!.x).toBeGreaterThanOrEqual(0);
      expect(at!.x + at!.width).toBeLessThanOrEqual(320);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
      await page.close();
    },
  );

  it('is a table to who cannot see it, and hides a column as a wide one does', async () => {
    const page = await open('roles', reportOf('en', two));
    await page.setViewportSize({ width: 390, height: 800 });
    const table = page.getByRole('table', { name: LONG }).first();
    expect(await table.getByRole('row').count()).toBe(8);
    expect(await table.getByRole('columnheader').count()).toBe(4);
    expect(await table.getByRole('rowheader').count()).toBe(7);
    expect(await table.getByRole('cell').count()).toBe(21);
    await page.getByLabel('Opeenvolgend', { exact: true }).check();
    // Outcome and its own numbers; the difference is that of the other approach.
    expect((await seen(page, 'narrow-main-parallel')).heads).toBe(2);
    await page.close();
  });
});
