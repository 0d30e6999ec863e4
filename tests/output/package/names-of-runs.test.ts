import { basename, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { namesOfFolders, namesOfRuns } from '../../../src/output/package/names-of-runs.js';

describe('names of folders', () => {
  it.each([
    ['their own', ['results/before', 'results/after'], ['before', 'after']],
    ['what they stand in', ['results/leiden', 'strong/leiden'], ['results', 'strong']],
    ['wherever from', ['../t1/results/leiden', 'strong/leiden'], ['results', 'strong']],
    ['absolute or not', ['/var/t/x/strong/leiden', 'results/leiden'], ['strong', 'results']],
    ['as far as it takes', ['a/x/leiden', 'b/x/leiden', 'b/y/leiden'], ['a/x', 'b/x', 'b/y']],
    ['of some alike', ['a/leiden', 'b/leiden', 'c/almere'], ['a/leiden', 'b/leiden', 'c/almere']],
    ['of one in the place of the other', ['leiden', 'results/leiden'], ['leiden', 'results']],
  ])('are %s', (_, folders, names) => {
    expect(namesOfFolders(folders.map((folder) => join(folder)))).toEqual(names.map((name) => join(name)));
    // The same however they were given.
    const whole = folders.map((folder) => resolve(folder));
    expect(namesOfFolders(whole)).toEqual(names.map((name) => join(name)));
  });

  it('are those of the folders that dots stand for', () => {
    expect(namesOfFolders(['.', '..'])).toEqual([basename(resolve('.')), basename(resolve('..'))]);
  });

  it('are those of one folder twice as it was given', () => {
    expect(namesOfFolders(['results/leiden', 'results/leiden'])).toEqual([
      'results/leiden',
      'results/leiden',
    ]);
  });
});

it('names runs by their municipalities where these tell them apart', () => {
  const runs = [
    { folder: 'a/leiden', municipality: 'Leiden' },
    { folder: 'b/almere', municipality: 'Almere' },
  ];
  expect(namesOfRuns(runs)).toEqual(['Leiden', 'Almere']);
});
