import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { regimes } from '../../../src/domain/regimes/all.js';

const source = join(import.meta.dirname, '../../../src');

/** Files that know no law: all but the laws themselves. The engine and its mathematics have terms of another kind. */
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .filter((file) => !regimes.some(({ name }) => file.startsWith(join('domain', 'regimes', name) + sep)))
  .filter((file) => file !== join('domain', 'regimes', 'all.ts') && !file.startsWith(`engine${sep}`));

/** What only a law can speak of: loans, fines, exemptions, terms, its tracks and its own states. */
const ofALaw =
  /(?<![a-z])(?:loans?|fines?|fined|overdue|lening\w*|boetes?|termijn\w*|wi20\d\d)(?![a-z])|exempt|ontheff|ontheven|_term(?![a-z])|\bterm_|\b(?:statutory|the) term\b|(['"])(?:term|inburgering)\1|\.inburgering\b|\binburgering:/i;

const linesOf = (file: string) => readFileSync(join(source, file), 'utf8').split('\n');

describe('the source beside the laws', () => {
  it('names no loan, fine, term or exemption', () => {
    expect(files.length).toBeGreaterThan(200);
    const found = files.flatMap((file) =>
      linesOf(file).flatMap((line, i) => (ofALaw.test(line) ? [`${file}:${i + 1}: ${line.trim()}`] : [])),
    );
    expect(found).toEqual([]);
  });

  it('would be found to', () => {
    const named = [
      "inState('term', 'over')",
      'scenario.inburgering.fine',
      "{ scale: 'fined' }",
      'passed_in_term_share',
      "loan: 'taken'",
      'course_loan',
      'term_months',
      '// The statutory term ends here.',
      'exempt_at_term: noYes',
      "terms: { inburgering: 'inburgering' }",
    ];
    for (const line of named) expect([line, ofALaw.test(line)]).toEqual([line, true]);
    for (const line of ['const terms = []', 'sum += term', 'the first term', 'defined', 'refine(x)'])
      expect([line, ofALaw.test(line)]).toEqual([line, false]);
  });
});

describe('the laws', () => {
  it('are those that have numbers in data/regimes', () => {
    const data = join(source, '../data/regimes');
    expect(readdirSync(data).sort()).toEqual(regimes.map(({ name }) => `${name}.yaml`).sort());
  });

  it('have the same keys in both languages', () => {
    for (const { words } of regimes) {
      for (const kind of ['components', 'payers', 'parts', 'terms'] as const)
        expect(Object.keys(words.nl[kind])).toEqual(Object.keys(words.en[kind]));
    }
  });

  it('have a word for every course of their own', () => {
    for (const { courses, words } of regimes)
      expect(courses.filter(({ name }) => !(name in words.en.parts))).toEqual([]);
  });
});
