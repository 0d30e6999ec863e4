import { basename } from 'node:path';
import { expect, it, vi } from 'vitest';
import { checkScenarios } from '../../../src/run/scenarios/validate.js';

const read: string[] = [];

vi.mock(import('../../../src/scenario/yaml/text-file.js'), async (original) => {
  const actual = await original();
  return {
    ...actual,
    readTextFile: (path, kind) => {
      read.push(basename(path));
      return actual.readTextFile(path, kind);
    },
  };
});

it('reads once what scenarios have in common, and says of each what it says of it alone', () => {
  const names = ['leiden', 'almere', 'heerlen'];
  const alone = names.flatMap((name) => [...checkScenarios([name], [], 'en')]);
  expect(alone.map(({ isValid }) => isValid)).toEqual([true, true, true]);
  read.length = 0;
  expect([...checkScenarios(names, [], 'en')]).toEqual(alone);
  expect(read).toContain('national.yaml');
  expect(read.filter((file, i) => read.indexOf(file) !== i)).toEqual([]);
});
