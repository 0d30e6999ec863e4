import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderPng } from '../../../src/output/charts/render.js';
import { type Figure, paragraph, type Report, textCell } from '../../../src/output/report/blocks.js';
import { buildReport } from '../../../src/output/report/build-report.js';
import { type ReportFormat, writeReport } from '../../../src/output/report/write-report.js';
import { missing, openBrowser } from '../browser.js';
import { makeRun } from './results.js';

/** Everything that means something in one of the formats. */
const NASTY =
  '=1+1 <script>alert(1)</script> <b>x</b> \\input{x} \\\\ | a*b_c `d` [x](y) $5 & 50% #1 "q" \'q\' ~ ^ {} \u0001 \ud800 漢字 één €';

const PDFLATEX = 'pdflatex';
const LIBREOFFICE = 'soffice';

function isInstalled(program: string): boolean {
  const found = spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
  if (!found) console.warn(`skipped: ${program} is not installed`);
  return found;
}

const figure: Figure = {
  name: 'difference',
  title: NASTY,
  description: NASTY,
  svg: '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30" role="img" aria-label="square"><rect width="40" height="30" fill="#369"/></svg>',
};

let root: string;
let several: Report;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'formats-'));
  const made = { text: NASTY, label: NASTY, municipality: NASTY, subgroup: 'sex=women' };
  const runs = ['one', 'two'].map((slug, i) => ({
    run: makeRun(root, slug, { ...made, size: 400 + i }),
    figures: [figure],
  }));
  several = buildReport(runs, [figure], 'nl');
});
afterAll(() => rmSync(root, { recursive: true }));

async function write(report: Report, format: ReportFormat, base: string): Promise<string[]> {
  const files = await writeReport(report, format, base, renderPng);
  for (const { name, content } of files) writeFileSync(join(root, name), content);
  return files.map(({ name }) => name);
}

describe('HTML', () => {
  it('is one file that fetches nothing', async () => {
    expect(await write(several, 'html', 'alone')).toEqual(['alone.html']);
    const html = readFileSync(join(root, 'alone.html'), 'utf8').replaceAll('http://www.w3.org/2000/svg', '');
    expect(html).not.toMatch(/<(link|img|iframe|object|embed)\b|@import|url\(|\s(src|srcset)=/i);
    // One script, that of the search, and none from a scenario.
    expect(html.match(/<script\b[^>]*>/g)).toEqual(['<script>']);
    expect([...html.matchAll(/\shref="([^"]*)"/g)].every(([, target]) => target!.startsWith('#'))).toBe(true);
  });

  describe.skipIf(missing)('in a browser', () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await openBrowser();
    });
    afterAll(() => browser.close());

    it('passes axe, light and dark, and fits a phone', async () => {
      await write(several, 'html', 'axe');
      const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      const url = pathToFileURL(join(root, 'axe.html')).href;
      await page.goto(url);
      expect(requests).toEqual([url]);
      // 360: a telephone; 320 and 640: 1280 pixels at 400 and at 200 %.
      for (const width of [360, 320, 640]) {
        await page.setViewportSize({ width, height: 740 });
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
        // No caption goes on beyond the screen with the table below it.
        const captions =
          '[...document.querySelectorAll("caption span")].map((each) => each.getBoundingClientRect().right)';
        for (const right of await page.evaluate<number[]>(captions)) expect(right).toBeLessThanOrEqual(width);
      }
      expect(await page.evaluate('document.querySelectorAll("h1").length')).toBe(1);
      await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core') });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const found = await page.evaluate(
          'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes[0].html))',
        );
        expect(found).toEqual([]);
      }
      await page.close();
    });

    it('is walked through by keyboard: stops in order, values of charts, folds, switch, search, and no trap', async () => {
      const marks = [10, 20].map((x) => `<path d="M${x},9h4v4z"><title>at ${x}</title></path>`).join('');
      const svg = figure.svg.replace('</svg>', `${marks}</svg>`);
      const figures = [{ ...figure, title: 'Marks', svg }];
      const one = buildReport([{ run: makeRun(root, 'keys'), figures }], [], 'en');
      await write(one, 'html', 'keys');
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      await page.goto(pathToFileURL(join(root, 'keys.html')).href);
      const focused = () =>
        page.evaluate<string>(`(() => {
          const at = document.activeElement;
          if (at === document.body) return 'end';
          return at.tagName.toLowerCase() + (at.matches(':focus-visible') ? '' : ' unseen');
        })()`);
      const stops: string[] = [];
      for (let i = 0; i < 80 && stops.at(-1) !== 'end'; i++) {
        await page.keyboard.press('Tab');
        stops.push(await focused());
      }
      expect(stops.at(-1)).toBe('end');
      expect(stops.filter((stop) => stop.endsWith('unseen'))).toEqual([]);
      const kinds = stops.filter((stop, i) => stop !== stops[i - 1]);
      // Contents, the switch (one stop), the chart and its description, tables and folds.
      expect(kinds.slice(0, 5)).toEqual(['a', 'input', 'svg', 'summary', 'div']);
      await page.locator('figure svg').focus();
      const said = page.locator('figure output');
      for (const [key, value] of [
        ['ArrowRight', 'at 10'],
        ['ArrowRight', 'at 20'],
        ['ArrowRight', 'at 20'],
        ['Home', 'at 10'],
      ] as const) {
        await page.keyboard.press(key);
        expect(await said.textContent()).toBe(value);
      }
      await page.keyboard.press('Tab');
      expect([await focused(), await said.textContent()]).toEqual(['summary', '']);
      await page.locator('#show-0').focus();
      await page.keyboard.press('ArrowDown');
      expect(await page.locator('#show-1').isChecked()).toBe(true);
      const fold = page.locator('details.ledger:has(table[data-search])');
      await fold.locator('summary').focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      await page.keyboard.type('chance work');
      expect(await fold.locator('.search output').textContent()).toBe('1 of 5 rows');
      await page.close();
    });

    it('searches its assumptions, and shows one approach at a time without a script', async () => {
      const one = buildReport([{ run: makeRun(root, 'alone'), figures: [] }], [], 'en');
      await write(one, 'html', 'switch');
      const url = pathToFileURL(join(root, 'switch.html')).href;
      const page = await browser.newPage();
      await page.goto(url);
      await page.evaluate('document.querySelectorAll("details").forEach((fold) => { fold.open = true; })');
      await page.fill('input[type=search]', 'chance WORK');
      expect(await page.textContent('output')).toBe('1 of 5 rows');
      const quiet = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
      await quiet.goto(url);
      expect(await quiet.locator('input[type=search]').count()).toBe(0);
      expect(await quiet.locator('h2#outcomes').isVisible()).toBe(true);
      const heads = quiet.locator('.table:has(#table-alone-main-parallel) thead th:visible');
      expect(await heads.allInnerTexts()).toEqual([
        'Outcome',
        'Sequential',
        'JAS',
        'Difference',
        '95%\u00a0interval',
      ]);
      await quiet.getByLabel('Sequential', { exact: true }).check();
      // A difference is that of another approach: beside the reference alone it would read as its own.
      expect(await heads.allInnerTexts()).toEqual(['Outcome', 'Sequential']);
      const ofReference = await quiet.locator('.table:visible thead').allInnerTexts();
      expect(ofReference.filter((heading) => /difference|JAS/i.test(heading))).toEqual([]);
      await quiet.getByLabel('JAS', { exact: true }).check();
      // Of two approaches: with the reference beside it this choice would hide nothing.
      expect(await heads.allInnerTexts()).toEqual(['Outcome', 'JAS', 'Difference', '95%\u00a0interval']);
    });
  });
});

describe('Markdown', () => {
  it('refers to the SVG files beside it, and its tables keep their shape', async () => {
    const names = await write(several, 'md', 'text');
    const figures = ['comparison', 'one', 'two'].map((prefix) => `text-${prefix}-difference.svg`);
    expect(names).toEqual(['text.md', ...figures]);
    const text = readFileSync(join(root, 'text.md'), 'utf8');
    for (const name of figures) expect(text).toContain(`](${name})`);
    const pipes = (line: string) => line.replaceAll(/\\./g, '').split('|').length;
    const lines = text.split('\n').filter((line) => line.startsWith('|'));
    const rules = lines.flatMap((line, i) => (/^\| -/.test(line) ? [i] : []));
    expect(rules.length).toBeGreaterThan(5);
    for (const i of rules)
      expect([pipes(lines[i - 1]!), pipes(lines[i + 1]!)]).toEqual([pipes(lines[i]!), pipes(lines[i]!)]);
  });
});

describe.skipIf(!isInstalled(PDFLATEX))('LaTeX', () => {
  it('compiles, whatever the texts hold', async () => {
    const samples = fc.sample(fc.string({ unit: 'grapheme', maxLength: 40 }), { numRuns: 150, seed: 1 });
    const report: Report = {
      ...several,
      blocks: [
        ...several.blocks,
        ...samples.map((text) => paragraph(text)),
        { kind: 'list', items: samples },
        {
          kind: 'table',
          name: 'samples',
          sheet: 'method',
          caption: samples.join(' '),
          columns: [
            { label: NASTY, kind: 'text' },
            { label: 'x', kind: 'text' },
          ],
          rows: samples.map((text) => [textCell(text), textCell(text)]),
        },
      ],
    };
    await write(report, 'latex', 'tex');
    const options = ['-interaction=nonstopmode', '-halt-on-error', '-no-shell-escape', 'tex.tex'];
    const { status, stdout } = spawnSync(PDFLATEX, options, { cwd: root, encoding: 'utf8' });
    expect([status, status === 0 ? '' : stdout.slice(-1500)]).toEqual([0, '']);
  });

  it('has tables that any document can take in, within the width of A4', async () => {
    const names = await write(several, 'latex', 'whole');
    const tables = names.filter((name) => name.startsWith('whole-table-'));
    expect(tables.length).toBeGreaterThan(8);
    const inputs = tables.map((name) => `\\input{${name}}`).join('\n');
    const needed = readFileSync(join(root, tables[0]!), 'utf8').match(/\\usepackage\S+/g)!;
    const text = `\\documentclass{article}\n${needed.join('\n')}\n\\begin{document}\n${inputs}\n\\end{document}`;
    writeFileSync(join(root, 'own.tex'), text);
    const options = ['-interaction=nonstopmode', '-halt-on-error', '-no-shell-escape', 'own.tex'];
    const { status, stdout } = spawnSync(PDFLATEX, options, { cwd: root, encoding: 'utf8' });
    expect([status, status === 0 ? '' : stdout.slice(-1500)]).toEqual([0, '']);
    // A word that no language hyphenates may stick out by some letters; a line of a table may not.
    const excess = [...stdout.matchAll(/Overfull \\hbox \(([\d.]+)pt/g)].map(([, points]) => Number(points));
    expect(Math.max(0, ...excess)).toBeLessThan(16);
  });
});

describe.skipIf(!isInstalled(LIBREOFFICE))('LibreOffice', () => {
  // A profile for each: with one of another program, or of the run before that has not ended yet, it hands over and converts nothing.
  const convert = (to: string, file: string) =>
    execFileSync(
      LIBREOFFICE,
      [
        `-env:UserInstallation=${pathToFileURL(join(root, `profile-${file}`)).href}`,
        '--headless',
        '--convert-to',
        to,
        file,
      ],
      { cwd: root, stdio: 'pipe' },
    );

  it('opens the Word document', async () => {
    await write(several, 'docx', 'word');
    convert('txt:Text (encoded):UTF8', 'word.docx');
    const text = readFileSync(join(root, 'word.txt'), 'utf8');
    expect(text).toContain('<script>alert(1)</script> <b>x</b> \\input{x}');
    expect(text).toContain('Aanpakken van inburgering');
  }, 60_000);

  it('opens the workbook: numbers are numbers, and no text is a formula', async () => {
    await write(several, 'xlsx', 'book');
    // Every sheet as CSV: texts between quotes, numbers bare.
    convert('csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1', 'book.xlsx');
    const sheet = (name: string) =>
      readFileSync(join(root, `book-${name}.csv`), 'utf8').replace('\ufeff', '');
    expect(sheet('Verantwoording')).toContain('"=1+1 <script>');
    expect(sheet('Uitkomsten')).toMatch(/^"Bijstand, euro per persoon, verdisconteerd",60900,54800,67000,/m);
    expect(
      readdirSync(root)
        .filter((name) => name.startsWith('book-'))
        .sort(),
    ).toEqual(
      ['Aannames', 'Kosten', 'Samenvatting', 'Uitkomsten', 'Verantwoording'].map(
        (name) => `book-${name}.csv`,
      ),
    );
  }, 60_000);
});
