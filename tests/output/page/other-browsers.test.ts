/** The page in Firefox and in the engine of Safari: the same tables as here, from a file, without a network or a complaint. */

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRunFolder } from '../../../src/output/package/run-folder.js';
import type { Changes } from '../../../src/output/page/change.js';
import { fileOf } from '../../../src/output/page/link.js';
import { liveRun } from '../../../src/output/page/live-run.js';
import type { PageData } from '../../../src/output/page/page-data.js';
import { taskOfPage, taskUnder } from '../../../src/output/page/task-of-setting.js';
import { buildReport } from '../../../src/output/report/build-report.js';
import { readRunData } from '../../../src/output/report/run-data.js';
import { pageOf } from '../../../src/run/report/page.js';
import { run } from '../../../src/run/simulate/run.js';
import { traceLife } from '../../../src/simulation/trace/trace.js';
import { otherBrowsers } from '../webdriver.js';
import {
  caller,
  cellsOf,
  DRAWS,
  dataOfPage,
  jas,
  options,
  rowsUnder,
  SHOWN_CELLS,
  text,
} from './small-run.js';

for (const { name, missing } of otherBrowsers)
  if (missing.length > 0) console.warn(`skipped: no ${missing.join(', no ')} to open a page in ${name}`);

/** Waits for something that becomes true, for twenty seconds at most. */
async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 400; i++) {
    if (await holds()) return;
    await pause(50);
  }
  throw new Error(`not in time: ${what}`);
}

/** More addresses than a browser takes in so short a time. */
const MANY = 120;

describe.skipIf(otherBrowsers.every(({ missing }) => missing.length > 0))('the page', () => {
  let root: string;
  let url: string;
  let data: PageData;
  let reported: string[][];

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'other-browsers-'));
    await run(['leiden'], { ...options, out: root }, caller);
    const folder = readRunFolder(join(root, 'leiden'));
    const file = join(root, 'page.html');
    writeFileSync(file, pageOf(folder, buildReport([{ run: folder, figures: [] }], [], 'en')));
    url = pathToFileURL(file).href;
    data = dataOfPage(file);
    reported = cellsOf(readRunData(folder));
  });
  afterAll(() => rmSync(root, { recursive: true, maxRetries: 5 }));

  const task = (changes: Changes) => taskUnder(taskOfPage(data), changes, data.replicationsBySize);
  const tableUnder = (changes: Changes) => cellsOf(liveRun(data.run, rowsUnder(data, changes), changes));

  /** The months in which something happens in the lives of a person at the central values, as the page has them. */
  function monthsOf(changes: Changes, person: number): string[] {
    const { events, models } = traceLife({ ...task(changes), draws: 1, replications: 1 }, 0, 0, person);
    const hidden = models.flatMap(({ bookkeeping }) => bookkeeping);
    const shown = events.flat().filter(({ track }) => !hidden.includes(track));
    return [...new Set(shown.map(({ month }) => month))]
      .sort((a, b) => a - b)
      .map((month) => month.toFixed(1));
  }

  it.each(otherBrowsers.filter(({ missing }) => missing.length === 0))(
    'answers in $name',
    async ({ open }) => {
      const browser = await open(root);
      try {
        const complete = () =>
          until(
            'the answer',
            async () =>
              (await browser.run("return document.querySelector('.answer')?.dataset.draws")) ===
              String(DRAWS),
          );
        const shown = async () =>
          ((await browser.run(SHOWN_CELLS)) as string[][]).map((row) => row.map(text));
        const field = (path: string) => `input[data-path="${path}"]`;

        await browser.open(url);
        await complete();
        expect(await shown()).toEqual(reported);
        expect(
          await browser.run(
            "return performance.getEntriesByType('resource').filter(({ name }) => !name.startsWith('blob:')).length",
          ),
        ).toBe(0);

        // A slider that is dragged for long: what is changed after it is simulated too.
        await browser.run(
          `const slider = document.querySelector('input[type=range]');
        for (let i = 0; i < ${MANY}; i++) {
          slider.value = Number(slider.min) + (i % 20) * Number(slider.step);
          slider.dispatchEvent(new Event('input'));
        }`,
        );
        await browser.click('.beside .tools button');
        const changes = {
          [`${jas}.costs.0.per_month`]: 520,
          'cohort.size': 40,
          horizon_years: 2,
          [`${jas}.for.share`]: 0,
        };
        for (const [path, value] of Object.entries(changes)) {
          if (path.endsWith('.share')) await browser.click(field(path));
          else await browser.type(field(path), `${value}\uE007`);
        }
        await complete();
        const changed = tableUnder(changes);
        expect(await shown()).toEqual(changed);
        expect(changed).not.toEqual(reported);

        await browser.click('.lives .tools button:last-child');
        const lives =
          "return [...document.querySelectorAll('.lives tbody th')].map((cell) => cell.textContent)";
        const months = monthsOf(changes, 1);
        await until('the lives', async () => String(await browser.run(lives)) === String(months));

        await browser.click('a[download]');
        const saved = join(browser.downloads, 'setting.yaml');
        const asked = fileOf(data, changes, task(changes).replications);
        await until(
          'the saved setting',
          async () => existsSync(saved) && readFileSync(saved, 'utf8') === asked,
        );

        const address = () => browser.run('return location.href');
        await until('the address', async () => String(await address()).includes('.share=0'));
        const link = String(await address());
        await browser.click('.beside .tools button:last-child');
        const { [`${jas}.for.share`]: _, ...before } = changes;
        await complete();
        expect(await shown()).toEqual(tableUnder(before));
        // A link to where one is leads nowhere.
        await until('the address before', async () => !String(await address()).includes('.share=0'));
        await browser.run('location = arguments[0]', link);
        const isOff = `return !document.querySelector('${field(`${jas}.for.share`)}').checked`;
        await until('the link', async () => (await browser.run(isOff)) === true);
        await complete();
        expect(await shown()).toEqual(changed);

        for (const width of [1920, 1280, 390]) {
          await browser.widen(width);
          expect(
            await browser.run('return document.documentElement.scrollWidth - innerWidth'),
          ).toBeLessThanOrEqual(0);
        }
        expect(await browser.complaints()).toEqual([]);
      } finally {
        await browser.close();
      }
    },
  );
});
