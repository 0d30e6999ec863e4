import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearNames, suggest } from '../../../src/scenario/check/nearest.js';

describe('nearNames', () => {
  it.each([
    ['wieght', ['height', 'weight'], ['weight']],
    ['wrok', ['work', 'week'], ['work']],
    ['ab', ['ba', 'abc', 'xyz'], ['ba', 'abc']],
    ['COHORT', ['cohort'], ['cohort']],
    ['Work', ['work', 'Work', 'WORK'], ['Work', 'work', 'WORK']],
    ['', ['a', 'bb'], ['a']],
    ['cohortt_size', ['cohort_size'], ['cohort_size']],
    ['hours', ['weeks'], []],
  ])('%s among %j', (name, candidates, near) => {
    expect(nearNames(name, candidates)).toEqual(near);
  });

  it('finds a name with any single letter changed', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z_]{1,20}$/),
        fc.nat(),
        fc.stringMatching(/^[a-z]?$/),
        (name, at, letter) => {
          const place = at % name.length;
          const changed = name.slice(0, place) + letter + name.slice(place + 1);
          expect(nearNames(changed, ['0123456789012345678901234', name])[0]).toBe(name);
        },
      ),
    );
  });
});

describe('suggest', () => {
  it('names the nearest, else a short list, else nothing', () => {
    expect(suggest('sise', ['size', 'share'])).toBe('; did you mean "size"?');
    expect(suggest('xyz', ['size', 'share'])).toBe('; expected one of: size, share');
    expect(suggest('xyz', [])).toBe('');
    const names = ['alphen-chaam', 'leiden', 'leiderdorp'];
    expect(suggest('Alphen', names)).toBe('; did you mean "alphen-chaam"?');
    // Of two that begin so neither is meant, and two letters tell nothing.
    expect(suggest('lei', names)).toBe('; expected one of: alphen-chaam, leiden, leiderdorp');
    expect(suggest('al', names)).toBe('; expected one of: alphen-chaam, leiden, leiderdorp');
    expect(
      suggest(
        'xyz',
        Array.from({ length: 31 }, (_, i) => `name_${i}`),
      ),
    ).toBe('');
  });
});
