/** The kernel for a model: the one in WebAssembly where it can be had, else the one in TypeScript; the bytes are the same. */

import { readFileSync } from 'node:fs';
import type { CompiledModel } from '../engine/compile/compile.js';
import { Kernel, type LifeRunner } from '../engine/reference/kernel.js';
import { WasmKernel } from '../engine/wasm/wasm-kernel.js';

/** Where the build leaves it, seen from the sources and from the compiled files alike. */
const FILE = new URL('../../dist/engine/kernel.wasm', import.meta.url);

/** Compiled once per thread. */
let loaded: WebAssembly.Module | undefined;

/** Memories of retired kernels: to make one takes the system longer than to lay out a model in it. */
const free: WebAssembly.Memory[] = [];

/** A kernel for a compiled model. */
export function createKernel(compiled: CompiledModel): LifeRunner {
  loaded ??= new WebAssembly.Module(readFileSync(FILE));
  try {
    return new WasmKernel(loaded, compiled, free.pop());
  } catch (error) {
    // WebAssembly reserves gigabytes of addresses, which a limit on virtual memory (ulimit -v) may refuse.
    if (error instanceof RangeError) return new Kernel(compiled);
    throw error;
  }
}

/** Takes back what a kernel holds that lives no more lives; what it has recorded is lost. */
export function retireKernel(kernel: LifeRunner): void {
  const memory = kernel instanceof WasmKernel ? kernel.release() : undefined;
  if (memory !== undefined) free.push(memory);
}
