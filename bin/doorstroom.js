#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { main } from '../dist/cli/main.js';

// Lives allocate next to nothing: a large young generation in every thread (in megabytes) would only cost memory.
setFlagsFromString('--max-semi-space-size=4');

process.exitCode = await main(process.argv);
