#!/usr/bin/env node
const brief = require('./brief.json');
const { loadKept } = require('./kept.js');

async function load() {
  const parts = ['main', 'standard-output'].map((name) => import(`../dist/program/${name}.js`));
  const [{ main }, { watchStandardOutput }] = await Promise.all(parts);
  return { main, watchStandardOutput };
}

async function start() {
  // These end before memory matters, and nobody should wait for them to begin.
  const isBrief = process.argv.length === 2 || brief.includes(process.argv[2]);
  // Lives allocate next to nothing: large young generations (in every thread) and a heap that may quadruple before
  // it is swept would only cost memory.
  if (!isBrief) {
    const { setFlagsFromString } = require('node:v8');
    setFlagsFromString('--max-semi-space-size=2');
    setFlagsFromString('--heap-growing-percent=30');
  }
  const { main, watchStandardOutput } = isBrief ? loadKept().program : await load();
  watchStandardOutput();
  process.exitCode = await main(process.argv);
  // Without waiting for what V8 does beside it, such as compiling what will not be called again.
  if (isBrief) process.stderr.write('', () => process.stdout.write('', () => process.exit()));
}

start();
