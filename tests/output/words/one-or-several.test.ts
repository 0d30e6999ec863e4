/** Sentences that are right of one thing and of several: no verb hangs on how many names stand in it. */

import { expect, it } from 'vitest';
import { en } from '../../../src/output/words/en/all.js';
import { nl } from '../../../src/output/words/nl/all.js';

/** A sentence, without the names in it. */
const frame = (sentence: string, names: string) => sentence.replace(names, '…');

it.each([
  ['en', en],
  ['nl', nl],
] as const)('name one or several with the same words: %s', (_, words) => {
  const sentences: readonly ((names: string) => string)[] = [
    (names) => words.verdict.influences(names),
    (names) => words.verdict.movedMost('36', names),
    (names) => words.front.assumedMost(names),
    (names) => words.front.assumedGuess(names),
    (names) => words.front.othersPay(names),
    (names) => words.analysis.sensitivity.most('the difference', names),
    (names) => words.analysis.sensitivity.some('the difference', names),
    (names) => words.sweep.question('Leiden', names),
    (names) => words.charts.occupancy.early(names),
  ];
  for (const say of sentences) {
    const [one, two] = ['“a”', '“a” and “b”'].map((names) => frame(say(names), names));
    expect(two).toBe(one);
    // Words that would be of several only, next to the names.
    expect(one).not.toMatch(
      /… (?:anders )?(?:stand|are|zijn|is|were)\b|\b(?:these|deze) [^.]*: …|(?:bepalen|verschuiven) deze/,
    );
  }
});

it('goes on behind a colon without a capital, but for a name', () => {
  for (const words of [en, nl]) {
    const { answer } = words.front.open;
    expect(answer('Yes', '50%', 'The evidence cannot tell.')).toMatch(/50%\): the evidence/);
    expect(answer('Yes', '50%', '“JAS” pays.')).toMatch(/50%\): “JAS” pays/);
  }
});

it('does not call others others twice', () => {
  for (const [words, payer] of [
    [en, en.partNumberWords.payers.other],
    [nl, nl.partNumberWords.payers.other],
  ] as const) {
    const said = words.front.othersPay(words.front.paysMore(payer!, '100'));
    expect(said.split(payer!)).toHaveLength(2);
  }
});
