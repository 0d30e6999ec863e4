#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { main } from '../dist/program/main.js';
import { watchStandardOutput } from '../dist/program/standard-output.js';

/** Commands that end before memory matters. */
const brief = ['explain', 'init', 'list', 'schema', 'trace', 'validate'];

// Lives allocate next to nothing: large young generations (in every thread) and a heap that may quadruple before
// it is swept would only cost memory.
if (!brief.includes(process.argv[2])) {
  setFlagsFromString('--max-semi-space-size=2');
  setFlagsFromString('--heap-growing-percent=30');
}

watchStandardOutput();
process.exitCode = await main(process.argv);
