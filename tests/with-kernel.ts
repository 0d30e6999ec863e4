/** Before every file of tests: the kernel in WebAssembly, which a program provides when it opens its threads. */

import { provideKernelFile } from '../src/simulation/kernel-file.js';

provideKernelFile();
