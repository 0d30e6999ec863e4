/** Entry of a worker thread: the jobs by name. */

import { jobs } from './jobs.js';

export const { unit, sweep, blocks, targets } = jobs;
