/** What a page is made of: of which runs, with which controls, and how large. */

import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunFolder, readRunFolder } from '../../../src/output/package/run-folder.js';
import { readPageData } from '../../../src/output/page/page-data.js';
import type { Report } from '../../../src/output/report/blocks.js';
import { buildReport } from '../../../src/output/report/build-report.js';
import { pageOf } from '../../../src/run/report/page.js';
import { makePage } from '../../../src/run/report/page-of-scenario.js';
import { tooLarge } from '../../../src/run/report/page-size.js';
import { run } from '../../../src/run/simulate/run.js';
import { caller, jas, options } from './small-run.js';

describe('the page of a run', () => {
  let root: string;
  let folder: RunFolder;
  let report: Report;
  /** Its page, with all that readers may change. */
  let whole: string;

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'page-of-run-'));
    await run(['leiden'], { ...options, out: root }, caller);
    folder = readRunFolder(join(root, 'leiden'));
    report = buildReport([{ run: folder, figures: [] }], [], 'en');
    whole = pageOf(folder, report);
  }, 60_000);
  afterAll(() => rmSync(root, { recursive: true }));

  it('is not made of a run whose scenario has changed since, or of another version', () => {
    const { inputs } = folder.manifest;
    const asIf = (manifest: object) =>
      pageOf({ ...folder, manifest: { ...folder.manifest, ...manifest } }, report);
    expect(() => asIf({ inputs: [{ ...inputs[0]!, sha256: '0' }, ...inputs.slice(1)] })).toThrow(
      /leiden: scenarios\/leiden\.yaml has changed since the run; run again/,
    );
    expect(() => asIf({ version: '0.0.9' })).toThrow(/is of doorstroom 0\.0\.9, this is .*; run again/);
  });

  it('is refused for a scenario of one approach by its name, before that is run', async () => {
    const made = makePage('national', { ...options, set: [], lang: 'en', control: [] }, caller);
    await expect(made).rejects.toThrow(/^national: has one approach/);
  });

  it('has the controls that its writer allows, each once, and no others', () => {
    const controlsWith = (...allowed: string[]) => {
      const [, json = ''] = /id="page-data">(.*?)<[/]script>/s.exec(
        allowed.length === 0 ? whole : pageOf(folder, report, allowed),
      )!;
      return readPageData(json).controls;
    };
    const own = controlsWith('sanction.hazard', `${jas}.weeks`, 'cohort', 'horizon_years');
    expect(own.map(({ path, group }) => [path, group])).toEqual([
      ['sanction.hazard', 'assumptions'],
      [`${jas}.weeks`, 'assumptions'],
      ['cohort.size', 'cohort'],
      ['horizon_years', 'cohort'],
    ]);
    // One activity, by its name or as the links of the page have it.
    const activity = [`${jas}.for.share`, jas, 'approaches.parallel.activities.lessons'];
    expect(controlsWith(...activity).map(({ path, group }) => [path, group])).toEqual([
      [`${jas}.for.share`, 'activities'],
      ['approaches.parallel.activities.lessons.for.share', 'activities'],
    ]);
    expect(() => controlsWith(`${jas}.for.shares`)).toThrow(`did you mean "${jas}.for.share"?`);
    const all = controlsWith();
    const needed = (part: string) =>
      all
        .find(({ path }) => path.endsWith(`.${part}.for.share`))!
        .needs.map((path) => path.split('.').at(-3));
    expect(['plan', 'jas', 'mentor'].map(needed)).toEqual([[], ['plan'], ['jas']]);
    const horizon = all.find(({ path }) => path === 'horizon_years');
    expect(horizon).toMatchObject({ unit: 'years', whole: true, most: 40 });
    // 320,000 persons in six draws.
    expect(all.find(({ path }) => path === 'cohort.size')).toMatchObject({ whole: true, most: 53_333 });
    // In a run of a few draws nothing was tried, so the questions that the source leaves open come first.
    expect(all[0]).toMatchObject({
      ...{ path: 'alternatives.jas_teaches', name: 'Does JAS teach the language?', answers: ['No', 'Yes'] },
      ...{ group: 'assumptions', value: -1, least: 0, most: 1, whole: true },
    });
    // Who takes part hangs on its answer.
    expect(all.find(({ path }) => path.endsWith('.job_hunters.for.share'))).toMatchObject({
      ...{ value: -1, follows: true, asked: ['Does JAS teach the language?'] },
    });
    const [hazard, weeks] = own;
    // The range of 0.0026 to 0.0063 or so, and half of it more on either side.
    expect(hazard!.min).toBeLessThan(hazard!.low!);
    expect(hazard!.max).toBeGreaterThan(hazard!.high!);
    // Without a range from half the value to twice the value.
    expect([weeks!.min, weeks!.max]).toEqual([42, 168]);
    expect(() => controlsWith('sanction.hazrd')).toThrow(
      '--control: no number at "sanction.hazrd"; did you mean "sanction.hazard"? expected assumptions,',
    );
    expect(() => controlsWith('cohorts')).toThrow('did you mean "cohort"?');
    expect(() => controlsWith('jas')).toThrow(`did you mean "${jas}.`);
    expect(() => controlsWith('bogus')).toThrow(
      '--control: no number at "bogus"; expected assumptions, activities, cohort or composition, or the path of a number, an activity or an open question, as "doorstroom explain leiden" lists them',
    );
    expect(() => controlsWith('cohort, horizon_years')).toThrow(
      'repeat the option: --control cohort --control horizon_years',
    );
    // A share of origins alone leaves a sum that is not 1.
    expect(() => controlsWith('cohort.composition.syria.share')).toThrow(
      /^--control cohort\.composition\.syria\.share: a page would not make of it/,
    );
  });

  it('says notes in the language of the page', () => {
    const [hazard, question, fitted] = ['sanction.hazard', 'alternatives.jas_teaches', 'income.work'];
    const notesIn = (language: 'en' | 'nl') => {
      const of = { ...report, language };
      const [, json = ''] = /id="page-data">(.*?)<[/]script>/s.exec(
        pageOf(folder, of, [hazard, question, fitted]),
      )!;
      const data = readPageData(json);
      expect(data.carries).toBe(false);
      return data.controls.map(({ note }) => note);
    };
    expect(notesIn('en')[0]).toMatch(/^municipalities /);
    const [own, answers, calibrated] = notesIn('nl');
    expect(calibrated).toMatch(/^prior: 0,061 \(0,03 tot 0,12, lognormaal\); ruime prior, die /);
    expect(own).toMatch(/^gemeenten /);
    expect(answers).toMatch(
      /^Nee \(50%\); Ja \(50%\)\. Nee: de modules gaan over .*; Ja: een educatief programma /,
    );
  });

  it('weighs at most 1.5 MB for the municipality that has most to tell', () => {
    const program = statSync('dist/output/page/program.en.js').size;
    // Groningen, with its figures and 64 draws, is 1,200 kB of which 307 are the program; to make it takes ten seconds.
    expect(1_200_000 - 307_000 + program).toBeLessThan(1_250_000);
    // What grows beside the program shows in this page too: SMALL kB without program and figures.
    expect(Buffer.byteLength(whole) - program).toBeLessThan(400_000);
  });

  it('is refused where it would be larger, with what makes it smaller', () => {
    const large = { ...report, subtitle: 'x'.repeat(1_500_000) };
    expect(() => pageOf(folder, large)).toThrow(
      /^leiden: a page of it would take \d\.\d\d MB, expected at most 1\.50 MB, and fewer draws would not do;/,
    );
    // 100 rows of some 1,000 signs each: thirty are the 10 kB that are too many and 20 to spare.
    const column = { decimals: 0, least: 0, width: 1000, text: 'x'.repeat(100_000) };
    const used = Array.from({ length: 100 }, (_, row) => row);
    const posterior = { paths: ['a'], rows: 400, used, columns: [column], central: [1] };
    expect(tooLarge(1_510_000, posterior)).toBe(
      'a page of it would take 1.51 MB, expected at most 1.50 MB; run it with --draws 70 or fewer',
    );
    expect(tooLarge(1_500_000, posterior)).toBeUndefined();
    expect(tooLarge(1_500_001, undefined)).toMatch(/1\.51 MB, .* fewer draws would not do/);
  });
});
