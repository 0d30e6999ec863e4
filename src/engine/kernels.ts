/** The kernel for a model: the one in WebAssembly where there is room for it, else the one in TypeScript; the bytes are the same. */

import type { CompiledModel } from './compile/compile.js';
import type { LifeRunner } from './compile/life.js';
import { Kernel } from './reference/kernel.js';
import { WasmKernel } from './wasm/wasm-kernel.js';

/** The WebAssembly of this thread: where to get the bytes of the kernel, and the module compiled from them. */
let source: (() => Uint8Array) | undefined;
let loaded: WebAssembly.Module | undefined;

/**
 * Memories of retired kernels. Each reserves gigabytes of addresses until it is collected: under a limit on virtual memory
 * (30 GB) a kernel in a memory of its own takes 13 milliseconds of CPU time, most of them for collecting others, instead of 0.3.
 */
const free: WebAssembly.Memory[] = [];

/** Memories that are kept: one for each approach of most scenarios. */
const MOST_FREE = 8;

/**
 * Tells this thread where to get the kernel in WebAssembly: the engine itself reads no file and no network.
 *
 * @param bytes gives what the build leaves in kernel.wasm; asked once, for the first kernel
 */
export function provideKernel(bytes: () => Uint8Array): void {
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
    // WebAssembly reserves gigabytes of addresses, which a limit on virtual memory (ulimit -v) may refuse.
    if (error instanceof RangeError) return new Kernel(compiled);
    throw error;
  }
}

/** Releases a kernel that will run no more lives; what it has recorded is lost. */
export function retireKernel(kernel: LifeRunner): void {
  const memory = kernel instanceof WasmKernel ? kernel.release() : undefined;
  if (memory !== undefined && free.length < MOST_FREE) free.push(memory);
}
