import { expect, it } from 'vitest';
import { Recent } from '../../src/engine/recent.js';

it('makes a value once, and keeps those that were asked for last', () => {
  const recent = new Recent<string, string>(2);
  const made: string[] = [];
  const ask = (key: string) =>
    recent.get(key, () => {
      made.push(key);
      return key.toUpperCase();
    });
  expect([ask('a'), ask('b'), ask('a')]).toEqual(['A', 'B', 'A']);
  expect(made).toEqual(['a', 'b']);
  // The third puts out "b", which was asked for longest ago.
  ask('c');
  expect(recent.values()).toEqual(['C', 'A']);
  expect([ask('a'), ask('b')]).toEqual(['A', 'B']);
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});

it('keeps a value that is undefined like any other', () => {
  const recent = new Recent<string, undefined>(1);
  let made = 0;
  const ask = () =>
    recent.get('a', () => {
      made += 1;
      return undefined;
    });
  ask();
  ask();
  expect(made).toBe(1);
});
