import { afterEach, expect, it, vi } from 'vitest';
import { compileModel } from '../../src/engine/compile.js';
import { Kernel } from '../../src/engine/kernel.js';
import { WasmKernel } from '../../src/engine/wasm-kernel.js';
import { createKernel } from '../../src/simulation/kernels.js';
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
