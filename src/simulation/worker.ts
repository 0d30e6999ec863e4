/** Entry of a worker thread: the jobs by name. */

import { jobs } from './jobs.js';

export const { draw, sweep, blocks, targets } = jobs;
