/** The core: what it imports, and that it gives what the whole package gives. */

import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keyOfSeed, provideKernel, simulateTask } from '../../src/api/core.js';
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
    expect(next.value).toEqual(await simulate(scenario, { ...options, workers: 1 }));
  });
});
