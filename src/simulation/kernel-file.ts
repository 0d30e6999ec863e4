/** The kernel in WebAssembly as Node.js finds it: a file that the build leaves. */

import { readFileSync } from 'node:fs';
import { provideKernel } from '../engine/kernels.js';

/** Seen from the sources and from the compiled files alike. */
const FILE = new URL('../../dist/engine/kernel.wasm', import.meta.url);

/** Provides this thread with the kernel; the file is read for the first life. */
export function provideKernelFile(): void {
  provideKernel(() => readFileSync(FILE));
}
