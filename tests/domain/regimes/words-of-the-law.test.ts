import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { regimes } from '../../../src/domain/regimes/all.js';

const source = join(import.meta.dirname, '../../../src');

/** Files that know no law: all but the laws themselves. The engine and its mathematics have terms of another kind. */
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .filter((file) => !regimes.some(({ name }) => file.startsWith(join('domain', 'regimes', name) + sep)))
  .filter((file) => file !== join('domain', 'regimes', 'all.ts') && !file.startsWith(`engine${sep}`));

/** What only a law can speak of: loans, fines, exemptions, terms, its exam, its tracks, states, payers and phases. */
const ofALaw =
  /(?<![a-z])(?:loans?|fines?|fined|overdue|lening\w*|boetes?|termijn\w*|wi20\d\d|duo|exam(?!ple)\w*|statutory|inburger\w*|warm transfer|warme overdracht)(?![a-z])|exempt|ontheff|ontheven|_exam(?!ple)|_term(?![a-z])|\bterm_|\bthe term\b|(['"])term\1|three years|five phases|drie jaar|vijf fasen/i;

/** Lines that may name such a thing, whatever the law, and why. */
const allowed = [
  {
    line: /\bexam(?:_| )level\b|examenniveau/,
    why: 'a level of the language, which scenarios and results call so; what it opens, the law says',
  },
  {
    line: /Aanpakken van inburgering|inburgeringsplicht die ontstaat/,
    why: 'Dutch for integration and for the duty, under any law',
  },
  { line: /^ {2}fines: 'boetes',$/, why: 'a word in the names of sources' },
];

/** Files of numbers that scenarios of any law build on. */
const shared = readdirSync(join(source, '../data'))
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => join('..', 'data', file));

/** What a line of numbers sets: its texts say where a number was taken from, which may be a law; exam_level is a level of the language. */
const inData = (line: string) =>
  line
    .replace(/^\s*#.*/, '')
    .replace(/\b(?:note|source|label|nl|en): "[^"]*"/g, '')
    .replace(/\bexam_level\b/g, '');

const linesOf = (file: string) => readFileSync(join(source, file), 'utf8').split('\n');

describe('the source beside the laws', () => {
  it('names no loan, fine, term or exemption', () => {
    expect(files.length).toBeGreaterThan(200);
    const found = files.flatMap((file) =>
      linesOf(file).flatMap((line, i) =>
        ofALaw.test(line) ? [{ line, at: `${file}:${i + 1}: ${line.trim()}` }] : [],
      ),
    );
    const isAllowed = (line: string) => allowed.some((each) => each.line.test(line));
    expect(found.filter(({ line }) => !isAllowed(line)).map(({ at }) => at)).toEqual([]);
    // What is allowed is also there.
    for (const each of allowed)
      expect([each.why, found.some(({ line }) => each.line.test(line))]).toEqual([each.why, true]);
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
      "payer: 'duo'",
      "const effectTargets = ['work', 'exam']",
      "4: '4 passing within three years'",
      '/** Chart: the path through the five phases. */',
      '// The search opens after the exam.',
      'a statutory course',
    ];
    for (const line of named) expect([line, ofALaw.test(line)]).toEqual([line, true]);
    for (const line of [
      'const terms = []',
      'sum += term',
      'the first term',
      'defined',
      'refine(x)',
      'an example',
    ])
      expect([line, ofALaw.test(line)]).toEqual([line, false]);
  });
});

describe('the numbers beside the laws', () => {
  it('name no loan, fine, term, exemption or exam', () => {
    expect(shared.length).toBe(3);
    const found = shared.flatMap((file) =>
      linesOf(file).flatMap((line, i) =>
        ofALaw.test(inData(line)) ? [`${file}:${i + 1}: ${line.trim()}`] : [],
      ),
    );
    expect(found).toEqual([]);
  });

  it('would be found to', () => {
    for (const line of [
      '    acts_on: [exam]',
      '  fine: { value: 1250, note: "a maximum" }',
      '      - { payer: duo }',
    ])
      expect([line, ofALaw.test(inData(line))]).toEqual([line, true]);
    for (const line of [
      '  higher: { value: 24, note: "beyond the exam level" }',
      '    exam_level: { value: 9, source: "KIS/Platform31 2017, the exam" }',
      '# such as its exam',
    ])
      expect([line, ofALaw.test(inData(line))]).toEqual([line, false]);
  });
});

describe('the laws', () => {
  it('say only of kinds that there are what these act on', () => {
    const { kinds } = parse(readFileSync(join(source, '../data/kinds.yaml'), 'utf8'));
    for (const { name } of regimes) {
      const { law } = parse(readFileSync(join(source, `../data/regimes/${name}.yaml`), 'utf8'));
      expect(Object.keys(law.acts_on ?? {}).filter((kind) => !(kind in kinds))).toEqual([]);
    }
  });

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

  it('have a word for every payer of their own, and their phases in both languages', () => {
    for (const { payers, phases, words } of regimes) {
      expect(payers.filter((name) => !(name in words.en.payers))).toEqual([]);
      const { nl, en } = phases.names;
      expect(nl.length).toBe(en.length);
      for (const number of [phases.housing, phases.aftercare]) expect(nl[number - 1]).toBeDefined();
    }
  });

  it('have a word for every course of their own', () => {
    for (const { courses, words } of regimes)
      expect(courses.filter(({ name }) => !(name in words.en.parts))).toEqual([]);
  });
});
