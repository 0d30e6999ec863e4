/** The page in a real browser: its numbers beside those of the command line, without a network, without scripts, for everybody. */

import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadScenario, simulate } from '../../../src/api/index.js';
import { optionsFrom } from '../../../src/run/scenarios/from-setting.js';
import { run } from '../../../src/run/simulate/run.js';
import { CHROMIUM, missing, openBrowser } from '../browser.js';
import { boxAndLink, complete, lives, pageOfRun, settingOf, shown, tableOf } from './opened-page.js';
import { caller, DRAWS, dataOfPage, jas, NASTY, options, rowsUnder, text, tracedLives } from './small-run.js';

if (missing) console.warn(`skipped: no ${CHROMIUM} to open a page in`);

describe.skipIf(missing)('the page', () => {
  let browser: Browser;
  let root: string;
  let url: string;
  let page: Page;
  const asked: string[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'page-'));
    url = await pageOfRun(root);
    browser = await openBrowser();
    const context = await browser.newContext({ offline: true, viewport: { width: 1280, height: 900 } });
    page = await context.newPage();
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(url);
    await complete(page);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(root, { recursive: true });
  });

  const field = (path: string) => page.locator(`input[data-path="${path}"]`);
  /** Types a number, and finishes. */
  const enter = async (path: string, number: string) => {
    await field(path).fill(number);
    await field(path).press('Enter');
  };

  it('gives the numbers of the report, without network, markup of a scenario, or a complaint', async () => {
    expect(await shown(page)).toEqual(tableOf(join(root, 'results', 'leiden')));
    expect(asked.filter((each) => !/^(?:file|blob):/.test(each))).toEqual([]);
    expect(await page.locator('#evil').count()).toBe(0);
    expect(await page.locator('.answer').textContent()).toContain(NASTY);
    expect(complaints).toEqual([]);
  });

  it('gives what the command line gives for the saved setting, after a change of each kind of control', async () => {
    const share = (part: string) => field(`approaches.parallel.activities.${part}.for.share`);
    await enter(`${jas}.costs.0.per_month`, '520');
    expect(await page.locator('.mark', { hasText: 'outside its range' }).count()).toBe(1);
    await share('plan').uncheck();
    // Three wait for the first twelve weeks, and the mentor for the programme, which waits for them; the lessons are off.
    expect(await page.locator('.mark', { hasText: 'Does not begin: it waits for' }).count()).toBe(3);
    await share('plan').check();
    await share('jas').uncheck();
    expect(await share('lessons').isChecked()).toBe(false);
    await share('lessons').check();
    expect(await page.locator('.setting').textContent()).toContain(
      'takes place (in the report: nobody takes part)',
    );
    await enter('cohort.size', '60');
    await enter('horizon_years', '4');
    await enter('cohort.composition.syria.share', '0,7');
    const question = page.locator('select[data-path="alternatives.jas_teaches"]');
    await question.selectOption({ label: 'Yes' });
    expect(await page.locator('.setting').textContent()).toContain(
      'Does JAS teach the language? Yes (in the report: as drawn, by the weights)',
    );
    // As a drag does, which says what it is at on its way.
    await page.evaluate(
      `for (const slider of document.querySelectorAll('[aria-label$="search has to wait: slider"]'))
        for (let i = 0; i < 3; i++) {
          slider.stepDown();
          slider.dispatchEvent(new Event('input'));
        }`,
    );
    await complete(page);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Save this setting' }).click();
    const file = join(root, 'setting.yaml');
    await (await download).saveAs(file);
    const given = optionsFrom(file, ['leiden'], []);
    expect(given.set).toContain(`${jas}.for={"share":0}`);
    expect(given.set).toContain('alternatives.jas_teaches="yes"');
    expect(given).toMatchObject({ draws: DRAWS, seed: '1', replications: 2 });
    await run(['leiden'], { ...options, ...given, out: join(root, 'again') }, caller);
    const now = await shown(page);
    expect(now).toEqual(tableOf(join(root, 'again', 'leiden')));
    const simulated = rowsUnder(dataOfPage(join(root, 'page.html')), settingOf(new URL(page.url()).hash));
    const { estimates, differences } = await simulate(loadScenario('scenarios/leiden.yaml', given.set), {
      ...{ seed: given.seed, draws: DRAWS, replications: 2, workers: 1 },
    });
    // Beyond the digits that are shown: to the last bit, here in the engine that the browser has too.
    expect(simulated).toMatchObject({ estimates, differences });
    expect(now).not.toEqual(tableOf(join(root, 'results', 'leiden')));
    const asked = page.locator('#what-if > p').first();
    expect(text(await asked.textContent())).toContain('60 permit holders');
    const other = await page.context().newPage();
    await other.goto(page.url());
    await complete(other);
    expect(await shown(other)).toEqual(now);
    await other.close();
    await page.getByRole('button', { name: 'Next person' }).click();
    await expect.poll(() => lives(page)).toEqual(tracedLives(dataOfPage(join(root, 'page.html')), given, 1));
    await page.getByRole('button', { name: 'Previous person' }).click();
    await expect.poll(() => lives(page)).toEqual(tracedLives(dataOfPage(join(root, 'page.html')), given, 0));
    await page.evaluate("location.hash = '#outcomes'");
    expect(await field('cohort.size').inputValue()).toBe('60');
    // On paper the report below is told apart from the answer above it.
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.below').isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
    // Ten edits, of which one moved a slider three times.
    const undo = page.getByRole('button', { name: 'Undo' });
    for (let i = 0; i < 10; i++) {
      expect(await undo.isEnabled()).toBe(true);
      await undo.click();
    }
    expect(await undo.isEnabled()).toBe(false);
    // The button is off, and the reader not lost.
    expect(await page.evaluate('document.activeElement.id')).toBe('answer-title');
    await complete(page);
    expect(await shown(page)).toEqual(tableOf(join(root, 'results', 'leiden')));
  });

  it('has an activity that goes by an open question as it is answered, and switches it either way', async () => {
    const path = 'approaches.parallel.activities.job_hunters.for.share';
    const box = field(path);
    const state = () => boxAndLink(page, box);
    const drawn = 'as drawn, by the answer to “Does JAS teach the language?”';
    const about = page.locator('.control', { has: box });
    expect(await about.locator('output').first().textContent()).toBe(drawn);
    expect(await about.locator('details').textContent()).toContain(`In the report: ${drawn}.`);
    await box.click();
    expect(await state()).toEqual([['checked'], [[path, 1]]]);
    expect(await page.locator('.setting').textContent()).toContain(`takes place (in the report: ${drawn})`);
    await box.click();
    expect(await state()).toEqual([[], [[path, 0]]]);
    await box.click();
    expect(await state()).toEqual([['indeterminate'], []]);
    const question = 'alternatives.jas_teaches';
    await page.locator(`select[data-path="${question}"]`).selectOption({ label: 'Yes' });
    expect(await state()).toEqual([['checked'], [[question, 1]]]);
    await box.uncheck();
    expect(await state()).toEqual([
      [],
      [
        [question, 1],
        [path, 0],
      ],
    ]);
    await page.locator(`select[data-path="${question}"]`).selectOption({ label: 'No' });
    await box.check();
    expect(await state()).toEqual([
      ['checked'],
      [
        [question, 0],
        [path, 1],
      ],
    ]);
    await page.getByRole('button', { name: 'Back to the report' }).click();
  });

  it('refuses what the scenario does not allow, and keeps what it had', async () => {
    await enter('cohort.size', '0');
    const mark = page.locator('.mark', { hasText: 'Not taken: expected a whole number from 1 to 53,333.' });
    expect(await mark.textContent()).toContain('still that of 80');
    expect(await page.locator('.setting').textContent()).toContain('As in the report');
    await enter('cohort.size', '1.000');
    const asked = page.locator('.mark', { hasText: 'Not taken: this may be 1 or 1000; type one of these.' });
    expect(await asked.count()).toBe(1);
    const cost = `${jas}.costs.0.per_month`;
    await enter(cost, '1.000');
    expect(await asked.count()).toBe(2);
    await enter(cost, '300 pounds');
    const unit =
      'Not taken: expected only the number, without “pounds”; its unit is euros a month of taking part.';
    expect(await page.locator('.mark', { hasText: unit }).count()).toBe(1);
    await enter('cohort.size', '0');
    await field(`${jas}.for.share`).uncheck();
    expect(await field('cohort.size').inputValue()).toBe('0');
    expect(await field('cohort.size').getAttribute('aria-invalid')).toBe('true');
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await field('cohort.size').inputValue()).toBe('80');
    expect(await field('cohort.size').getAttribute('aria-invalid')).toBeNull();
  });

  it('tells what of a link it does not use', async () => {
    await page.evaluate(
      "location.hash = '#cohort.size=60.5&a=b&alternatives.jas_teaches=2&cohort.composition.syria.share=0.9'",
    );
    const said = await page.getByRole('alert').textContent();
    expect(said).toContain('cohort.size=60.5 (expected a whole number from 1 to 53,333)');
    expect(said).toContain('a=b (no number that this page may change)');
    expect(said).toContain('alternatives.jas_teaches=2 (expected 0 (No) or 1 (Yes))');
    expect(said).toMatch(/the shares of the composition add up to 1\.\d+, expected 1/);
    expect(await page.locator('.setting').textContent()).toContain('As in the report');
    await field(`${jas}.for.share`).uncheck();
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.getByRole('button', { name: 'Undo' }).click();
  });

  it('ends the workers that are busy with what nobody waits for any more', async () => {
    await complete(page);
    let begun = 0;
    page.on('worker', () => {
      begun += 1;
    });
    await enter('cohort.size', '53,333');
    expect(await field('cohort.size').inputValue()).toBe('53333');
    expect(await page.locator('.answer').getAttribute('class')).toBe('answer old');
    await page.waitForTimeout(100);
    await page.getByRole('button', { name: 'Undo' }).click();
    await complete(page);
    expect(begun).toBeGreaterThan(0);
    expect(await shown(page)).toEqual(tableOf(join(root, 'results', 'leiden')));
  });

  it('leafs through the lives of the cohort', async () => {
    const first = await page.locator('.lives tbody').textContent();
    await page.getByRole('button', { name: 'Next person' }).click();
    await expect.poll(() => page.locator('.lives tbody').textContent()).not.toBe(first);
    expect(await page.locator('#person').inputValue()).toBe('1');
    // Persons have the numbers of `trace`, from 0.
    expect(await page.locator('.lives').textContent()).toContain('--from setting.yaml --person 1');
  });

  it('passes axe and fits at three widths', async () => {
    const context = await browser.newContext({
      bypassCSP: true,
      colorScheme: 'dark',
      reducedMotion: 'reduce',
    });
    const open = await context.newPage();
    await open.goto(url);
    await complete(open);
    for (const width of [1920, 768, 390]) {
      await open.setViewportSize({ width, height: 900 });
      expect(await open.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    }
    // Beside the controls of a narrow screen stands the answer in short, and its table needs no scrolling aside.
    await open.locator('input[data-path="cohort.size"]').scrollIntoViewIfNeeded();
    const short = await open.locator('.short').boundingBox();
    expect(short!.y + short!.height).toBeLessThanOrEqual(900);
    expect(await open.locator('.short').textContent()).toMatch(/Net balance.* \(.*On bijstand.* \(/);
    expect(
      await open.evaluate(
        `[...document.querySelectorAll('.answer .scroll')].map((each) => each.scrollWidth - each.clientWidth)`,
      ),
    ).toEqual([0, 0]);
    await open.emulateMedia({ media: 'print' });
    expect(await open.locator('.below').isVisible()).toBe(false);
    expect(await open.locator('.as-run').isVisible()).toBe(true);
    expect(await open.locator('.as-run').textContent()).toMatch(
      /Seed 1; 6 parameter draws of 2 replications.*doorstroom run leiden --from setting\.yaml/s,
    );
    await open.emulateMedia({ media: 'screen' });
    await open.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core') });
    const found = await open.evaluate(
      `axe.run('#what-if').then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`,
    );
    expect(found).toEqual([]);
    await context.close();
  });

  it('is the report and a sentence in a browser that is too old', async () => {
    const context = await browser.newContext();
    await context.addInitScript('delete Array.prototype.toReversed');
    const open = await context.newPage();
    await open.goto(url);
    expect(await open.locator('#what-if').textContent()).toMatch(/This browser cannot simulate. Needed is/);
    expect(await open.locator('#what-if').isVisible()).toBe(true);
    expect(await open.locator('#content h2').first().isVisible()).toBe(true);
    await context.close();
  });

  it('is the report alone where no script runs', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const open = await context.newPage();
    await open.goto(url);
    expect(await open.locator('#what-if').isVisible()).toBe(false);
    expect(await open.locator('#content h2').first().isVisible()).toBe(true);
    await context.close();
  });
});
