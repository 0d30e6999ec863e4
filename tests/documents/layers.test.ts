/** The line of layers in CONTRIBUTING says what the layer rule lets through. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';

interface Rule {
  readonly name: string;
  readonly comment: string;
}

it('the line of layers is that of the rule', () => {
  const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
    forbidden: readonly Rule[];
  };
  const allowed = new Map(
    forbidden.flatMap(({ comment }) => {
      const [, layer, others] = /^src\/(\w+) may import only: (.*)$/.exec(comment ?? '') ?? [];
      return layer === undefined ? [] : [[layer, others!.split(', ').filter((name) => name !== layer)]];
    }),
  );
  const text = readFileSync('CONTRIBUTING.md', 'utf8').replaceAll('\n', ' ');
  const [first, ...line] = /`(cli, api -> [^`]+)`/.exec(text)![1]!.split(' -> ');
  const whole = ['cli', 'api', ...line];
  const beside = { scenario: ['output', 'run', 'api'], machine: ['simulation', 'output', 'run'] };
  expect([first, allowed.size]).toEqual(['cli, api', whole.length - 1 + Object.keys(beside).length]);
  for (const [i, layer] of whole.entries()) {
    // What the command line may import has a rule of its own.
    if (layer === 'cli') continue;
    const right = whole.slice(i + 1).filter((name) => name !== 'api');
    const also = Object.entries(beside).flatMap(([name, by]) => (by.includes(layer) ? [name] : []));
    expect([layer, [...allowed.get(layer)!].sort()]).toEqual([layer, [...right, ...also].sort()]);
  }
  expect(text).toContain('is imported by `output`, `run` and `api`');
  expect(text).toContain('serves `simulation`, `output` and `run`');
  expect([allowed.get('machine'), allowed.get('engine')]).toEqual([[], []]);
});
