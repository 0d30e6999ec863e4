/** The core: what it imports, and that it gives what the whole package gives. */

import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keyOfSeed, provideKernel, Refusal, simulateTask, type Task } from '../../src/api/core.js';
import { loadScenario, simulate, taskOfScenario } from '../../src/api/index.js';

/** The files that a compiled one imports, itself among them, and what is imported by another name than that of a file. */
function importsOf(entry: string): { files: Set<string>; others: Set<string> } {
  const files = new Set<string>();
  const others = new Set<string>();
  const visit = (file: string) => {
    if (files.has(file)) return;
    files.add(file);
    const text = readFileSync(file, 'utf8');
    const names = [
      ...text.matchAll(/(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s+['"]([^'"]+)['"]/g),
      ...text.matchAll(/(?:^|\n)\s*import\s+['"]([^'"]+)['"]/g),
      ...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g),
      ...text.matchAll(/\brequire\(\s*['"]([^'"]+)['"]/g),
    ].map(([, name]) => name!);
    for (const name of names) {
      if (name.startsWith('.')) visit(join(dirname(file), name));
      else others.add(name);
    }
  };
  visit(resolve(entry));
  return { files, others };
}

describe('the core', () => {
  it('imports no module of Node.js, by whatever road', () => {
    const { files, others } = importsOf('dist/api/core.js');
    expect(files.size).toBeGreaterThan(50);
    // The generator that a seed goes through, and what schemas are made of: neither needs anything in turn.
    const packages: Record<string, string> = {
      'seedrandom/lib/alea.js': 'seedrandom/lib/alea.js',
      zod: 'zod/index.js',
    };
    expect([...others].filter((name) => packages[name] === undefined)).toEqual([]);
    for (const file of Object.values(packages))
      expect([...importsOf(`node_modules/${file}`).others]).toEqual([]);
  });

  it('is found by the walk of imports where it would import one', () => {
    expect([...importsOf('dist/api/index.js').others]).toContain('node:fs');
  });

  it('gives the bits of the whole package', async () => {
    provideKernel(() => readFileSync('dist/engine/kernel.wasm'));
    const scenario = loadScenario('scenarios/smallingerland.yaml', ['cohort.size=12', 'horizon_years=3']);
    const options = { seed: 'core', draws: 4, replications: 2 };
    // As it would come to a browser, which may ask for another seed.
    const asked = structuredClone(taskOfScenario(scenario, { ...options, seed: 'other' }));
    const task = { ...asked, key: keyOfSeed(options.seed) };
    const run = simulateTask(task);
    const steps: unknown[] = [];
    let next = run.next();
    for (; !next.done; next = run.next()) steps.push(next.value);
    expect(steps.at(-1)).toEqual({ done: 4, total: 4 });
    const whole = await simulate(scenario, { ...options, workers: 1 });
    expect(next.value).toEqual(whole);
    // By answer to what the source leaves open: the weights of each question make one, its draws all, and over all is the main table.
    const { answers, differences } = whole;
    const net = answers.filter(
      ({ measure, month, against }) =>
        measure === 'net_balance_discounted' && month === undefined && against === 'sequential',
    );
    const main = differences.find(
      ({ measure, subgroup }) => measure === 'net_balance_discounted' && subgroup === 'all',
    )!;
    const [all, ...each] = net;
    expect(all).toMatchObject({ weight: 1, draws: 4, estimate: main.estimate, approach: 'parallel' });
    expect([all!.question, all!.answer]).toEqual([undefined, undefined]);
    const names = Object.keys(scenario.tree.alternatives!);
    expect([...new Set(each.map(({ question }) => question))]).toEqual(names);
    for (const name of names) {
      const own = each.filter(({ question }) => question === name);
      expect(own.map(({ answer }) => answer)).toEqual(
        Object.keys(scenario.tree.alternatives![name]!.options),
      );
      expect(own.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
      expect(own.reduce((sum, { draws }) => sum + draws, 0)).toBe(4);
    }
  });

  it.each([
    ['x', 'task: expected what taskOfScenario returns, got "x"'],
    [undefined, 'task: expected what taskOfScenario returns, got undefined'],
    [{}, 'task: expected what taskOfScenario returns, got an object'],
    [
      loadScenario('smallingerland'),
      'task: expected what taskOfScenario returns, got a scenario; did you mean taskOfScenario(scenario)?',
    ],
    [
      { ...taskOfScenario(loadScenario('smallingerland')), key: 'seed' },
      'task: expected what taskOfScenario returns, got an object',
    ],
  ])('refuses what is no task, at once: %#', (task, message) => {
    expect(() => simulateTask(task as unknown as Task)).toThrow(new Refusal(message));
  });

  it('refuses a seed that is no text, and takes any that is one', () => {
    expect(() => keyOfSeed(7 as unknown as string)).toThrow(new Refusal('seed: expected a text, got 7'));
    expect(() => keyOfSeed(undefined as unknown as string)).toThrow(/^seed: expected a text, got undefined$/);
    expect(keyOfSeed('')).toEqual([expect.any(Number), expect.any(Number)]);
  });
});
