import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chartsOf } from '../../../src/output/charts/all.js';
import { comparisonChart } from '../../../src/output/charts/comparison.js';
import type { Language } from '../../../src/output/language.js';
import type { Block } from '../../../src/output/report/blocks.js';
import { buildReport } from '../../../src/output/report/build-report.js';
import { wordsIn } from '../../../src/output/words/words.js';
import { makeResults } from '../charts/results.js';
import { makeRun } from '../report/results.js';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'language-'));
});
afterAll(() => rmSync(root, { recursive: true }));

/** Names and notes as a scenario would give them, of words that no language has. */
const made = { subgroup: 'sex=women', municipality: 'Testdam', label: 'JAS', text: 'xyz' };

function textsOf(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.text];
    case 'code':
      return [];
    case 'list':
      return [...block.items];
    case 'figure':
      return [block.title, block.description];
    case 'table':
      return [
        block.caption,
        block.note ?? '',
        ...block.columns.map(({ label }) => label),
        ...block.rows.flat().map(({ text }) => text),
      ];
  }
}

/** All that a report on two runs says, with its charts. */
function saidIn(language: Language): string[] {
  const runs = ['one', 'two'].map((slug) => ({
    run: makeRun(root, `${language}-${slug}`, made),
    figures: [],
  }));
  const { title, subtitle, blocks } = buildReport(runs, [], language);
  const results = makeResults(join(root, `${language}-charts`));
  const charts = [...chartsOf(results, language), comparisonChart([results], language)];
  return [
    title,
    subtitle,
    ...blocks.flatMap(textsOf),
    ...charts.flatMap(({ title: name, description, spec }) => [name, description, JSON.stringify(spec)]),
  ];
}

/** Fixed stretches of at least three words that a table can say: texts, and what stands between the things in a sentence. */
function stretchesOf(words: unknown): string[] {
  if (typeof words === 'string') return words.split('§').filter((text) => text.trim().split(' ').length > 2);
  if (typeof words === 'object' && words !== null) return Object.values(words).flatMap(stretchesOf);
  if (typeof words !== 'function') return [];
  try {
    return stretchesOf(words(...Array.from({ length: words.length }, () => '§')));
  } catch {
    return []; // A sentence of more than texts.
  }
}

/** Words that are common in one language, and none of the other. */
const common = {
  en: /\b(?:the|and|with|which|from|than|are|under the|years?|months)\b/gi,
  nl: /\b(?:het|een|voor|niet|wordt|met|van|aanpak|jaar|maanden)\b/gi,
};

describe.each([
  ['nl', 'en'],
  ['en', 'nl'],
] as const)('a report in %s', (language, other) => {
  // Names that are the same in both, and what vega calls its own.
  const own = /"field":"\w+"|Statutory course|Social guidance[^,]*|vergunninghouders|"[a-zA-Z_-]+":/g;
  const said = () => saidIn(language).map((text) => text.replaceAll(own, ''));

  it(`has no sentence of the table of ${other}`, () => {
    const stretches = stretchesOf(wordsIn(other));
    expect(stretches.length).toBeGreaterThan(150);
    const all = said().join('\n');
    expect(stretches.filter((text) => all.includes(text))).toEqual([]);
    const of = stretchesOf(wordsIn(language));
    expect(of.filter((text) => all.includes(text)).length).toBeGreaterThan(60);
  });

  it(`has no words of ${other}`, () => {
    const found = said().flatMap((text) =>
      [...text.matchAll(common[other])].map(([word]) => `${word}: ${text}`),
    );
    expect(found.map((text) => text.slice(0, 150))).toEqual([]);
    expect(said().filter((text) => text.search(common[language]) >= 0).length).toBeGreaterThan(60);
  });
});
