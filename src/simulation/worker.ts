/** Entry of a worker thread. */

import { serve } from '../machine/serve.js';
import { jobs } from './jobs.js';
import { provideKernelFile } from './kernel-file.js';

provideKernelFile();

export default serve(jobs);
