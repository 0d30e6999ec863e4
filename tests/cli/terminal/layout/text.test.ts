import { describe, expect, it } from 'vitest';
import { displayWidth, pad, shorten, widestWord, wrap } from '../../../../src/cli/terminal/layout/text.js';

describe('displayWidth', () => {
  it.each([
    ['', 0],
    ['Leiden', 6],
    ['Súdwest-Fryslân', 15],
    // The accent stands in a character of its own.
    ['e\u0301', 1],
    ['莱顿', 4],
    ['🚲', 2],
    ['\x1b[1mbold\x1b[22m', 4],
    ['€ 4.600\u00a0…', 9],
  ])('of %j is %i', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe('shorten', () => {
  it('leaves what fits, and marks what it cuts', () => {
    expect(shorten('Leiden', 6)).toBe('Leiden');
    expect(shorten('Leiden', 5)).toBe('Leid…');
    // Half a character cannot be shown.
    expect(shorten('莱顿市', 4)).toBe('莱…');
  });
});

describe('pad', () => {
  it('fills by what is seen', () => {
    expect(pad('莱顿', 6, 'right')).toBe('  莱顿');
    expect(pad('e\u0301', 3, 'left')).toBe('e\u0301  ');
  });
});

describe('wrap', () => {
  it('breaks at spaces and behind hyphens, and indents what follows', () => {
    expect(wrap('months to self-sufficiency', 15)).toEqual(['months to self-', 'sufficiency']);
    expect(wrap('one two three', 8, 2)).toEqual(['one two', '  three']);
    // With two spaces before it a path of 60 would not fit a terminal of 60.
    expect(wrap('note: approaches.a', 13, 2)).toEqual(['note:', ' approaches.a']);
  });

  it('breaks what is typed as it stands only where it is wider than a line', () => {
    expect(wrap('give --cost-per-person (--base-points)', 20)).toEqual([
      'give',
      '--cost-per-person',
      '(--base-points)',
    ]);
    expect(wrap('in out/a-b/c', 14, 2)).toEqual(['in out/a-b/c']);
    expect(wrap('kept in out/a-b/c', 14, 2)).toEqual(['kept in', '  out/a-b/c']);
  });

  it('keeps numbers, per cent signs and intervals whole', () => {
    expect(wrap('at 2.25 % a year', 7)).toEqual(['at', '2.25 %', 'a year']);
    expect(wrap('-4,600 [-7,600,\u00a0-600]', 12)).toEqual(['-4,600', '[-7,600, -600]']);
    expect(wrap('minus -5 is', 8)).toEqual(['minus -5', 'is']);
  });

  it('keeps a word that is wider than the lines, and the spaces before a paragraph', () => {
    expect(wrap('written to results/a-long-folder9/x', 12)).toEqual([
      'written to',
      'results/a-',
      'long-',
      'folder9/x',
    ]);
    expect(wrap('  - first\nsecond', 20, 4)).toEqual(['  - first', 'second']);
  });
});

describe('widestWord', () => {
  it('is the most that no line may end in', () => {
    expect(widestWord('months to self-sufficiency')).toBe(11);
    expect(widestWord('+8,510 [+6,150,\u00a0+11,670]')).toBe(17);
  });
});
