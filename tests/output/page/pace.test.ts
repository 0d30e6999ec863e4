import { expect, it } from 'vitest';
import { Pace } from '../../../src/output/page/pace.js';
import { wordsIn } from '../../../src/output/words/words.js';

it('tells the time that is left by the draws that came last, not by how long the threads took to begin', () => {
  const pace = new Pace();
  pace.begin();
  // Two draws after a slow start tell nothing.
  expect(pace.left({ at: 900, draws: 2 }, 64)).toBeUndefined();
  // 14 draws in 0.7 s: the other 48 take 2.4.
  expect(pace.left({ at: 1600, draws: 16 }, 64)).toBeCloseTo(2.4, 10);
  expect(pace.left({ at: 4000, draws: 64 }, 64)).toBe(0);
  pace.begin();
  expect(pace.left({ at: 9000, draws: 16 }, 64)).toBeUndefined();
});

it('has words for an error that is not known yet', () => {
  expect(wordsIn('en').page.progress('2', '64', undefined, undefined)).toMatch(
    /error of the net balance: not known yet$/,
  );
  expect(wordsIn('nl').page.progress('2', '64', undefined, '4')).toMatch(
    /nog zo'n 4 seconden; .*: nog niet bekend$/,
  );
  expect(wordsIn('en').page.progress('16', '64', '12 euros', undefined)).toMatch(/12 euros a person$/);
});
