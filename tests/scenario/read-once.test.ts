import { resolve } from 'node:path';
import { expect, it, vi } from 'vitest';
import { loadScenario, packageLibrary } from '../../src/scenario/load-scenario.js';

const checked: unknown[] = [];

vi.mock(import('../../src/scenario/check/parse.js'), async (original) => {
  const actual = await original();
  return {
    parseWith: (schema, tree) => {
      checked.push(tree);
      return actual.parseWith(schema, tree);
    },
  };
});

// Most of the time that a command takes which simulates nothing.
it.each(['leiden', 'amsterdam'])('%s, which has ties, is checked as a whole once', (name) => {
  checked.length = 0;
  const { ok } = loadScenario(resolve(`scenarios/${name}.yaml`), packageLibrary());
  const isWhole = (tree: unknown) => typeof tree === 'object' && tree !== null && 'approaches' in tree;
  expect([ok, checked.filter(isWhole).length]).toEqual([true, 1]);
});
