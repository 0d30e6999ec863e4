import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildReport } from '../../../src/output/report/build-report.js';
import { sheetNames } from '../../../src/output/report/formats/sheet-names.js';
import { makeRun } from './results.js';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'sheets-'));
});
afterAll(() => rmSync(root, { recursive: true }));

/** Names of the sheets of a report on runs of municipalities, each with the name of its folder. */
function namesOf(language: 'nl' | 'en', ...made: readonly (readonly [slug: string, municipality: string])[]) {
  const runs = made.map(([slug, municipality], i) => ({
    run: makeRun(root, slug, { municipality, subgroup: 'sex=women', size: 400 + i }),
    figures: [],
  }));
  const report = buildReport(runs, [], language);
  return sheetNames(
    report,
    report.blocks.filter((block) => block.kind === 'table'),
  );
}

describe('the sheets of a report', () => {
  it('bear no municipality where there is one, however long its name', () => {
    const of = (language: 'nl' | 'en') =>
      namesOf(language, ['nuenen-gerwen-en-nederwetten', 'Nuenen, Gerwen en Nederwetten']);
    const english = of('en');
    expect(english.slice(0, 8)).toEqual([
      'Summary',
      'Cohort',
      'Composition',
      'Parts sequential',
      'Parts parallel',
      'Outcomes',
      'Differences',
      'Time',
    ]);
    expect(english).toContain('By sex self-sufficient');
    expect(english).toContain('By sex dropout');
    const dutch = of('nl');
    expect(dutch).toEqual(
      expect.arrayContaining(['Samenvatting', 'Uitkomsten', 'Verschillen', 'Kosten', 'Invoer']),
    );
    expect(dutch).toHaveLength(english.length);
    for (const name of [...english, ...dutch]) expect(name).not.toMatch(/nuenen/i);
  });

  it('keep what they show and which municipality, also of two that share their first 28 letters', () => {
    const names = namesOf(
      'nl',
      ['nuenen-gerwen-en-nederwetten-noord', 'Nuenen, Gerwen en Nederwetten-Noord'],
      ['nuenen-gerwen-en-nederwetten-zuid', 'Nuenen, Gerwen en Nederwetten-Zuid'],
    );
    const each = ['Uitkomsten', 'Verschillen', 'Kosten', 'Jaren', 'Uitval', 'Samenstelling'];
    for (const kind of each)
      expect(names).toEqual(expect.arrayContaining([`Nuen\u2026Noord ${kind}`, `Nuene\u2026Zuid ${kind}`]));
    expect(names).toEqual(expect.arrayContaining(['Vergelijking', 'Niveaus', 'Invoer']));
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of names) expect(name.length).toBeLessThanOrEqual(31);
  });

  it('bear the number that the report gives to runs of one municipality', () => {
    const names = namesOf('en', ['base', 'Leiden'], ['cheap', 'Leiden']);
    expect(names).toEqual(expect.arrayContaining(['Leiden (1) Outcomes', 'Leiden (2) Outcomes']));
  });

  it('bear the folder where names of municipalities differ in capitals alone', () => {
    const names = namesOf('en', ['capital', 'Leiden'], ['small', 'leiden']);
    expect(names).toEqual(expect.arrayContaining(['capital Outcomes', 'small Outcomes']));
  });
});
