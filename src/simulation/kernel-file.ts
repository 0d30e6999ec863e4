/** The WebAssembly kernel for Node.js: a file made by the build. */

import { readFileSync } from 'node:fs';
import { provideKernel } from '../engine/kernels.js';

/** The same path from the sources and from the compiled files. */
const FILE = new URL('../../dist/engine/kernel.wasm', import.meta.url);

/** Gives this thread the kernel; the file is read when the first life is simulated. */
export function provideKernelFile(): void {
  provideKernel(() => readFileSync(FILE));
}
