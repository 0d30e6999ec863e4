import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { numbersOfSource } from './numbers-of-source.js';
import { LEFT_OUT, placesOf, sentences, sourceTable, verdicts } from './source-table.js';

const all = sentences();

/** The numbers of the source without a row that has them as a figure or an aim and holds them, by a check or a reason why none can. */
function numbersWithoutRow(rows: typeof all): string[] {
  return Object.entries(numbersOfSource).flatMap(([number, phrases]) => {
    const own = rows.filter(
      ({ section, kind, holds }) =>
        section.startsWith(`${number} `) && ['figure', 'aim'].includes(kind) && holds !== '',
    );
    return phrases.filter((phrase) => !own.some(({ says }) => says.includes(phrase)));
  });
}

describe('the scenarios held against their source', () => {
  it('stands in scenarios/source.md with the lines of today', () => {
    expect(readFileSync('scenarios/source.md', 'utf8')).toBe(sourceTable());
  });

  it('gives every sentence a verdict, a place where it is modelled, and a reason where it is not as told', () => {
    for (const sentence of all) {
      expect(Object.keys(verdicts), sentence.says).toContain(sentence.verdict);
      if (sentence.verdict !== 'right') expect(sentence.why, sentence.says).not.toBe('');
      expect(placesOf(sentence), sentence.says).not.toEqual([]);
    }
  });

  it('says of what is left out why, and what it would change, in the comments of the scenario', () => {
    const leftOut = all.filter(({ why, where }) => why.startsWith(LEFT_OUT) || where.endsWith(':#'));
    expect(leftOut.length).toBeGreaterThan(30);
    for (const sentence of leftOut) {
      expect(sentence.why, sentence.says).toMatch(/^not modelled: .*; .*\b(?:would|could|might)\b/);
      expect(sentence.where, sentence.says).toMatch(/^[\w/-]+:#$/);
    }
    expect(() => placesOf({ ...leftOut[0]!, why: 'not modelled: for no reason' })).toThrow('no comment says');
  });

  it('has a check for every figure, or says why no number can hold it', () => {
    const figures = all.filter(({ kind, figure }) => kind === 'figure' || figure !== '');
    expect(figures.filter(({ holds }) => holds === '').map(({ says }) => says)).toEqual([]);
  });

  it('has a row for every number of sections 3.1 to 3.8', () => {
    expect(numbersWithoutRow(all)).toEqual([]);
    const phrases = Object.values(numbersOfSource).flat();
    expect(phrases.length).toBeGreaterThan(70);
    for (const phrase of phrases)
      expect(numbersWithoutRow(all.filter(({ says }) => !says.includes(phrase)))).toContain(phrase);
    const figures = all.filter(({ section, kind }) => /^3\.[1-8] /.test(section) && kind === 'figure');
    expect(figures.filter(({ says }) => !phrases.some((phrase) => says.includes(phrase)))).toEqual([]);
    const unheld = all.map((row) => (row.says.startsWith('slechts 38') ? { ...row, holds: '' } : row));
    expect(numbersWithoutRow(unheld)).toEqual(['38 inburgeraars']);
  });

  it.each([
    ...[
      'Hoe langer men stil zit',
      'blauwe map',
      'wachttijd',
      'buddy',
      'voorbereidende taalles',
      'intensieve intake',
    ],
    ...[
      'stevige intake',
      'motivatie',
      'regelmatig contact',
      'betrouwbare',
      'sancties op',
      'Nazorg',
      'uit beeld raakt',
    ],
    ...[
      'avondaanbod',
      'contracturen op school',
      'ANBI',
      'ROC’s',
      'ontschotting',
      'stroomlijnen',
      'onnodige regelgeving',
    ],
    ...[
      'intergemeentelijke samenwerking',
      'kortste weg naar werk',
      'dertigplus',
      'nadat de inburgering voltooid is',
    ],
  ])('has a row for what chapters 4 and 5 say of "%s"', (phrase) => {
    const rows = all.filter(
      ({ section, says }) => /^Chapters 4 and 5/.test(section) && says.includes(phrase),
    );
    expect(rows).toHaveLength(1);
  });

  it('names the section of the source where a figure or an aim is used', () => {
    const municipal = all.filter(({ section }) => /^3\.[1-8] /.test(section));
    for (const sentence of municipal.filter(({ kind }) => kind === 'figure' || kind === 'aim')) {
      const [number] = sentence.section.split(' ');
      const texts = placesOf(sentence).map(({ text }) => text);
      expect(texts.join(), sentence.says).toMatch(
        new RegExp(`sections?[^"]*\\b${number!.replace('.', '\\.')}\\b`),
      );
    }
  });

  it.each(['3.1', '3.2', '3.3', '3.4', '3.5', '3.6', '3.7', '3.8'])(
    'has the aims and the figures of section %s',
    (number) => {
      const own = all.filter(({ section }) => section.startsWith(`${number} `));
      expect(own.some(({ kind }) => kind === 'aim')).toBe(true);
      expect(own.some(({ kind }) => kind === 'figure')).toBe(true);
    },
  );
});
