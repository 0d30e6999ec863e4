/** Creates the kernel for a model: in WebAssembly where memory allows, else in TypeScript. Both give the same bytes. */

import { keptAtMost } from './caches.js';
import type { CompiledModel } from './compile/compile.js';
import type { LifeRunner } from './compile/life.js';
import { Kernel } from './reference/kernel.js';
import { WasmKernel } from './wasm/wasm-kernel.js';

/** The WebAssembly of this thread: where to get the bytes of the kernel, and the module compiled from them. */
let source: (() => Uint8Array<ArrayBuffer>) | undefined;
let loaded: WebAssembly.Module | undefined;

/**
 * Memories of retired kernels. Each memory reserves gigabytes of addresses until it is garbage-collected. With a limit on virtual
 * memory (30 GB), creating a kernel with a new memory takes 13 milliseconds of CPU time, mostly for garbage collection, instead
 * of 0.3.
 */
const free: WebAssembly.Memory[] = [];

/**
 * Provides the WebAssembly kernel to this thread, since the engine itself reads no file or network.
 *
 * @param bytes returns the contents of kernel.wasm; called once, for the first kernel
 */
export function provideKernel(bytes: () => Uint8Array<ArrayBuffer>): void {
  source = bytes;
}

function loadedModule(): WebAssembly.Module {
  if (loaded === undefined) {
    if (source === undefined) throw new Error('no kernel: provideKernel has not been called in this thread');
    loaded = new WebAssembly.Module(source());
  }
  return loaded;
}

/** A kernel for a compiled model. @throws Error where none has been provided */
export function createKernel(compiled: CompiledModel): LifeRunner {
  const module = loadedModule();
  try {
    return new WasmKernel(module, compiled, free.pop());
  } catch (error) {
    // WebAssembly reserves gigabytes of addresses, which a limit on virtual memory (ulimit -v) may not allow.
    if (error instanceof RangeError) return new Kernel(compiled);
    throw error;
  }
}

/** Releases a kernel that will run no more lives; what it has recorded is lost. */
export function retireKernel(kernel: LifeRunner): void {
  const memory = kernel instanceof WasmKernel ? kernel.release() : undefined;
  if (memory !== undefined && free.length < keptAtMost.freeMemories) free.push(memory);
}
