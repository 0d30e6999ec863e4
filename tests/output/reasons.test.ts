/** The Dutch of the sources and reasons of the package's numbers: all of them, and none of what is no longer there. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { regimes } from '../../src/domain/regimes/all.js';
import { noteIn, reasonIn, sourceIn } from '../../src/output/reasons.js';
import { newScenarioText } from '../../src/scenario/new-scenario.js';
import { filesBelow } from '../package/files.js';

const rows: { en: string; nl: string }[] = parseCsv(readFileSync('data/reasons.nl.csv', 'utf8'), {
  columns: true,
});

/** Sources and notes of a tree. */
function textsIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string' ? (key === 'source' || key === 'note' ? [value] : []) : textsIn(value),
  );
}

const fresh = {
  ...{ name: 'Teststad', base: 'national', schema: 'schema.json', inherited: undefined },
  ...{ origins: ['syria'], firstPermit: '2015-01-01' },
};

const written = [
  ...['data', 'scenarios'].flatMap((folder) =>
    filesBelow(folder)
      .filter((name) => name.endsWith('.yaml'))
      .flatMap((name) => textsIn(parse(readFileSync(join(folder, name), 'utf8')))),
  ),
  ...(parseCsv(readFileSync('data/norms.csv', 'utf8'), { columns: true }) as { source: string }[]).map(
    ({ source }) => source,
  ),
  // What `init` writes, also in lines that its reader may uncomment.
  ...regimes.flatMap((regime) =>
    [...newScenarioText({ ...fresh, regime }).matchAll(/\b(?:note|source): "([^"]*)"/g)].map(
      ([, text]) => text!,
    ),
  ),
];

/** The digits of the numbers in a text, whatever stands between them. */
const numbersIn = (text: string) =>
  [...text.matchAll(/\d+(?:[.,]\d+)*/g)].map(([number]) => number.replaceAll(/[.,]/g, '')).sort();

describe('the Dutch of reasons', () => {
  it('is there for every source and note of the package, once, and for no other', () => {
    expect(rows.map(({ en }) => en)).toEqual([...new Set(written)].sort());
    expect(rows.filter(({ nl }) => nl.trim() === '')).toEqual([]);
  });

  it('has the numbers of the English', () => {
    const differing = rows.filter(
      ({ en, nl }) => JSON.stringify(numbersIn(en)) !== JSON.stringify(numbersIn(nl)),
    );
    expect(differing).toEqual([]);
  });

  it('writes numbers as Dutch readers do', () => {
    // A paragraph, a year of a report and an address keep their points.
    const prose = rows.map(({ nl }) => nl.replaceAll(/(paragra\S+|tot en met|en|artikel|,) \d\.\d/g, ''));
    expect(prose.filter((text) => /\d %/.test(text))).toEqual([]);
    expect(prose.filter((text) => /\b0\.\d|\b\d\.\d\d?\b(?!\.)/.test(text))).toEqual([]);
  });
});

describe('a reason in a language', () => {
  const { en, nl } = rows.find((row) => row.en.startsWith('complaints hold back'))!;

  it('is said in Dutch, and as it is written in English', () => {
    expect([reasonIn(en, 'nl'), reasonIn(en, 'en')]).toEqual([nl, en]);
    expect(nl).toBe(
      'klachten remmen het leren van de taal (KIS/Platform31 2017, paragraaf 4.1); omvang niet gepubliceerd',
    );
  });

  it('of a source is said whole', () => {
    const source = 'Arendt 2020/22: no or very small effect for women';
    expect(sourceIn(source, 'nl')).toBe('Arendt 2020/22: geen of een heel klein effect bij vrouwen');
    expect(sourceIn(source, 'en')).toBe(source);
  });

  it('stays as its writer wrote it where the package does not know it', () => {
    const own = 'eigen telling, sectie 3';
    expect(reasonIn(own, 'nl')).toBeUndefined();
    expect(noteIn({ path: 'cohort.size', note: own }, {}, 'nl')).toBeUndefined();
    // Of a source only the places are Dutch.
    expect(sourceIn('Gemeente Teststad 2026, section 4', 'nl')).toBe('Gemeente Teststad 2026, paragraaf 4');
  });

  it('of an answer begins with the question and the answer', () => {
    const labels = {
      'alternatives.q.question': { nl: 'Geeft men les?', en: 'Are there lessons?' },
      'alternatives.q.options.no.label': { nl: 'Nee', en: 'No' },
    };
    const path = 'alternatives.q.options.no.weight';
    const said = (note: string) => noteIn({ path, note }, { labels }, 'nl');
    expect(said(`Are there lessons? No; ${en}`)).toBe(`Geeft men les? Nee; ${nl}`);
    expect(said('Are there lessons? No')).toBe('Geeft men les? Nee');
    expect(said('Are there lessons? No; mine')).toBe('Geeft men les? Nee; mine');
    expect(said('something else')).toBeUndefined();
  });

  it('of a calibrated number begins with its prior', () => {
    const said = (note: string) => noteIn({ path: 'income.work', note }, {}, 'nl');
    expect(said(`prior: 0.87 (0.55 to 1, quantiles); ${en}`)).toBe(
      `prior: 0,87 (0,55 tot 1, kwantielen); ${nl}`,
    );
    expect(said('prior: 0.87 (0.55 to 1, triangular)')).toBe('prior: 0,87 (0,55 tot 1, driehoekig)');
    expect(said('prior: none')).toBeUndefined();
    const note = `prior: 0.87 (0.55 to 1, triangular); ${en}`;
    expect(noteIn({ path: 'income.work', note }, {}, 'en')).toBe(note);
  });
});
