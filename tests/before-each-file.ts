/** Before every file of tests: the kernel in WebAssembly, which a program provides when it opens its threads; after it: its folders go. */

import { afterAll } from 'vitest';
import { provideKernelFile } from '../src/simulation/kernel-file.js';
import { removeFolders } from './scenario/temporary-folder.js';

provideKernelFile();
// Not where folders are made: that module is read once for many files, and such a hook would be that of the first one alone.
afterAll(removeFolders);
