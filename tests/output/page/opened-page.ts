/** A page of the small run, and what a browser shows of it. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { readRunFolder } from '../../../src/output/package/run-folder.js';
import { buildReport } from '../../../src/output/report/build-report.js';
import { readRunData } from '../../../src/output/report/run-data.js';
import { pageOf } from '../../../src/run/report/page.js';
import { run } from '../../../src/run/simulate/run.js';
import { caller, cellsOf, DRAWS, options, SHOWN_CELLS, text } from './small-run.js';

/** Runs the small run into `results` of a folder, and writes its page beside it; returns its address. */
export async function pageOfRun(root: string): Promise<string> {
  await run(['leiden'], { ...options, out: join(root, 'results') }, caller);
  const folder = readRunFolder(join(root, 'results', 'leiden'));
  const report = buildReport([{ run: folder, figures: [] }], [], 'en');
  writeFileSync(join(root, 'page.html'), pageOf(folder, report));
  return pathToFileURL(join(root, 'page.html')).href;
}

/** The cells of the main table of a run, as its report has them. */
export const tableOf = (folder: string) => cellsOf(readRunData(readRunFolder(folder)));

/** The setting in a link. */
export const settingOf = (hash: string) =>
  Object.fromEntries([...new URLSearchParams(hash.slice(1))].map(([path, value]) => [path, Number(value)]));

/** Waits until a page has simulated all draws. */
export const complete = (on: Page) =>
  on.waitForSelector(`.answer[data-draws="${DRAWS}"]`, { timeout: 20_000 });
/** The cells of the main table that a page shows. */
export const shown = async (on: Page): Promise<string[][]> => {
  const cells = (await on.evaluate(`(() => { ${SHOWN_CELLS} })()`)) as string[][];
  return cells.map((row) => row.map(text));
};
/** What the page tells of two lives: by month what happens under each approach. */
export const lives = async (page: Page) =>
  (await page.evaluate(
    `[...document.querySelectorAll('.lives tbody tr')].map((row) => [...row.cells].map((cell) => cell.textContent))`,
  )) as string[][];

/** How a box of a page stands, and the setting in the link of the page. */
export async function boxAndLink(page: Page, box: Locator) {
  const names = ['indeterminate', 'checked'];
  const isSo = await box.evaluate((each, all) => all.map((name) => Reflect.get(each, name)), names);
  const link = (await page.locator('a', { hasText: 'Link to' }).getAttribute('href'))!;
  return [names.filter((_, i) => isSo[i]), Object.entries(settingOf(link))];
}
