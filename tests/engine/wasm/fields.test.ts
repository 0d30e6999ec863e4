/** Which fields of the kernel's memory TypeScript fills or reads: all but the state of a life, which is the kernel's own. */

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { compileModel } from '../../../src/engine/compile/compile.js';
import type { RecordLayout } from '../../../src/engine/wasm/records.js';
import { anyModel } from '../any-model.js';

const touched = vi.hoisted(() => new Set<string>());

/** The records, which remember what fields they were asked for. */
vi.mock('../../../src/engine/wasm/records.js', async (importOriginal) => {
  const { values, ...records } = await importOriginal<Record<string, RecordLayout>>();
  const watched = Object.entries(records).map(([name, layout]) => {
    const at = new Proxy(layout.at as Record<string, number>, {
      get: (offsets, field: string) => {
        touched.add(`${name}.${field}`);
        return offsets[field];
      },
    });
    return [name, { ...layout, at }];
  });
  return { values, ...Object.fromEntries(watched) };
});

/** Written by the kernel before it is read, life by life. */
const clock = [
  'life',
  'occurrence',
  'drawn',
  'running',
  'budget',
  'rate',
  'since',
  'next',
  'fires',
  'fireAt',
];
const kernelsOwn = [
  ...[...clock, 'slope', 'age', 'spent'].map((field) => `transition.${field}`),
  ...['effect.ratio', 'reward.hint', 'reward.since', 'milestone.since'],
  ...['exposure.months', 'exposure.since', 'exposure.rate'],
  ...['load.total', 'track.state', 'track.entered', 'track.transition', 'track.bit'],
];

it('are all but those that hold the state of a life', async () => {
  // The engine is there already, with records that nobody watches.
  vi.resetModules();
  const { WasmKernel } = await import('../../../src/engine/wasm/wasm-kernel.js');
  const { values: _, ...records } = await import('../../../src/engine/wasm/records.js');
  const module = new WebAssembly.Module(readFileSync('dist/engine/kernel.wasm'));
  for (const model of fc.sample(anyModel, { numRuns: 60, seed: 1 })) {
    const kernel = new WasmKernel(module, compileModel(model));
    kernel.onEvent = () => {};
    try {
      kernel.run();
    } catch (error) {
      // Some have gates that chase each other.
      expect(String(error)).toMatch('in a circle');
    }
  }
  const fields = Object.entries(records).flatMap(([name, { fields }]) =>
    Object.keys(fields).map((field) => `${name}.${field}`),
  );
  expect(fields.filter((field) => !touched.has(field)).sort()).toEqual([...kernelsOwn].sort());
});
