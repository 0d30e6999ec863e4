import { afterEach, expect, it, vi } from 'vitest';
import { compileModel } from '../../src/engine/compile/compile.js';
import type { LifeRunner } from '../../src/engine/compile/life.js';
import { createKernel, retireKernel } from '../../src/engine/kernels.js';
import { Kernel } from '../../src/engine/reference/kernel.js';
import { WasmKernel } from '../../src/engine/wasm/wasm-kernel.js';
import { loadFixture } from '../golden/golden.js';

afterEach(() => vi.unstubAllGlobals());

const compiled = compileModel(loadFixture('illness-death').model);

/** Lets every attempt at a memory fail. */
function failWith(error: Error): void {
  class Memory {
    constructor() {
      throw error;
    }
  }
  const { Module, Instance } = WebAssembly;
  vi.stubGlobal('WebAssembly', { Module, Instance, Memory });
}

it('is refused, with a word to whoever writes a program, where none has been provided', async () => {
  vi.resetModules();
  const unprovided = await import('../../src/engine/kernels.js');
  expect(() => unprovided.createKernel(compiled)).toThrow('provideKernel has not been called');
});

it('is the kernel in WebAssembly', () => {
  expect(createKernel(compiled)).toBeInstanceOf(WasmKernel);
});

it('is the reference where there is no room for WebAssembly, and lives the same life', () => {
  const usual = createKernel(compiled);
  failWith(new RangeError('WebAssembly.Memory(): could not allocate memory'));
  const kernel = createKernel(compiled);
  expect(kernel).toBeInstanceOf(Kernel);
  for (const each of [kernel, usual]) {
    each.person.key0 = 5;
    each.run();
  }
  expect([...kernel.recorder.monthsInState]).toEqual([...usual.recorder.monthsInState]);
});

it('hides no other fault', () => {
  failWith(new Error('of another kind'));
  expect(() => createKernel(compiled)).toThrow('of another kind');
});

/** What a kernel shows of a life: first of the one with the given key. */
function lifeOf(kernel: LifeRunner, key: number) {
  const { monthsInState, occupancyChange, ledger } = kernel.recorder;
  kernel.person.key0 = key;
  kernel.run();
  return [[...monthsInState], [...occupancyChange], [...ledger.nominalByPeriod], [...ledger.discounted]];
}

it('lives in the memory of a retired kernel as in a new one', () => {
  const fresh = lifeOf(createKernel(compiled), 5);
  const larger = createKernel(compileModel(loadFixture('two-tracks').model));
  const { buffer } = larger.recorder.monthsInState;
  larger.person.timeRatio.fill(2);
  larger.person.ratio.fill(3);
  larger.onEvent = () => {};
  lifeOf(larger, 6);
  retireKernel(larger);
  const again = createKernel(compiled);
  expect(again.recorder.monthsInState.buffer).toBe(buffer);
  expect(lifeOf(again, 5)).toEqual(fresh);
  expect(() => larger.run()).toThrow('given back');
});

it('gives the memory of a kernel to one other kernel alone', () => {
  const done = createKernel(compiled);
  retireKernel(done);
  retireKernel(done);
  const [left, right] = [createKernel(compiled), createKernel(compiled)];
  expect(left.recorder.monthsInState.buffer).not.toBe(right.recorder.monthsInState.buffer);
});

it('has memory grow for a larger model', () => {
  const small = createKernel(compiled);
  retireKernel(small);
  const large = { ...compiled, model: { ...compiled.model, horizonMonths: 20_000 } };
  const { length } = createKernel(large).recorder.occupancyChange;
  expect(length).toBe(compiled.stateCount * 20_002);
});

it('keeps the memories of no more than eight retired kernels', () => {
  const many = Array.from({ length: 11 }, () => createKernel(compiled));
  const buffers = new Set(many.map(({ recorder }) => recorder.monthsInState.buffer));
  for (const kernel of many) retireKernel(kernel);
  const again = Array.from({ length: 11 }, () => createKernel(compiled));
  expect(again.filter(({ recorder }) => buffers.has(recorder.monthsInState.buffer)).length).toBe(8);
});
