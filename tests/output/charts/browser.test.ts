import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chartsOf } from '../../../src/output/charts/all.js';
import { comparisonChart } from '../../../src/output/charts/comparison.js';
import { renderSvg } from '../../../src/output/charts/render.js';
import { textWidth } from '../../../src/output/charts/text.js';
import { CHROMIUM, missing, openBrowser } from '../browser.js';
import { makeResults } from './results.js';

if (missing) console.warn(`skipped: no ${CHROMIUM} to draw charts in`);

interface Box {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Pairs of texts that cover each other by more than a pixel each way. */
function overlapsOf(boxes: readonly Box[]): string[] {
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (b) =>
          Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
          Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1 + LINE_SLACK,
      )
      .map((b) => `${a.text} | ${b.text}`),
  );
}

/** Whether the browser has a font as wide as Helvetica: charts are laid out for those (Arial, Liberation Sans). */
async function hasTheirFont(page: Page): Promise<boolean> {
  const probe = 'Zelfredzaam door werk';
  await page.setContent(
    `<span style="font: 20px Helvetica, Arial, 'Liberation Sans'; white-space: nowrap">${probe}</span>`,
  );
  const width = await page.evaluate('document.querySelector("span").getBoundingClientRect().width');
  return Math.abs((width as number) / textWidth(probe, 20) - 1) < 0.05;
}

/** A text box is as high as the font's line, which is more than its letters. */
const LINE_SLACK = 2;

describe.skipIf(missing)('charts in a browser', () => {
  let browser: Browser;
  let root: string;
  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'charts-browser-'));
    browser = await openBrowser();
  }, 30_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(root, { recursive: true });
  });

  it.for([375, 680])(
    'keep their texts apart and inside at %d pixels',
    { timeout: 60_000 },
    async (width, { skip }) => {
      const page = await browser.newPage({ viewport: { width, height: 1200 } });
      skip(!(await hasTheirFont(page)), 'no font as wide as Helvetica (Liberation Sans would do)');
      const run = makeResults(join(root, `w${width}`));
      const long = makeResults(join(root, `long${width}`), {
        municipality: 'Samenwerkende gemeenten Alblasserwaard-Vijfheerenlanden en omstreken',
      });
      for (const language of ['nl', 'en'] as const)
        for (const chart of [...chartsOf(long, language), comparisonChart([run, long], language)]) {
          await page.setContent(`<body style="margin:0">${await renderSvg(chart, { width })}</body>`);
          const { boxes, canvas, smallest } = (await page.evaluate(`(() => {
          const box = (element) => {
            const { left, top, right, bottom } = element.getBoundingClientRect();
            return { text: element.textContent, left, top, right, bottom };
          };
          const visible = (element) => {
            for (let node = element; node?.getAttribute; node = node.parentNode)
              if (node.getAttribute('opacity') === '0') return false;
            return element.textContent !== '';
          };
          const leaves = [...document.querySelectorAll('svg text')].filter(visible);
          return {
            boxes: leaves.flatMap((text) => text.querySelector('tspan') ? [...text.querySelectorAll('tspan')].map(box) : [box(text)]),
            canvas: box(document.querySelector('svg')),
            smallest: Math.min(...leaves.map((text) => parseFloat(getComputedStyle(text).fontSize))),
          };
        })()`)) as { boxes: Box[]; canvas: Box; smallest: number };
          expect(boxes.length).toBeGreaterThan(5);
          expect(smallest).toBeGreaterThanOrEqual(12);
          expect(overlapsOf(boxes), `${chart.name} ${language}`).toEqual([]);
          const outside = boxes.filter(
            ({ left, right, top, bottom }) =>
              left < canvas.left || right > canvas.right || top < canvas.top || bottom > canvas.bottom,
          );
          expect(outside, `${chart.name} ${language}`).toEqual([]);
        }
      await page.close();
    },
  );
});
