// Peak memory of `compare` over many scenarios: 20, 100 and as many as there are municipalities.
//
//   node tests/bench/many-scenarios.js [--program FOLDER] [COUNT...]
//
// --program measures another built copy of doorstroom. Small runs: memory is what scenarios leave behind, not what one takes.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readOptions } from './options.js';

const { values, positionals } = readOptions(
  'node tests/bench/many-scenarios.js [--program FOLDER] [COUNT...]',
  {
    program: { type: 'string', default: '.' },
  },
);
const counts = positionals.length === 0 ? [20, 100, 342] : positionals.map(Number);

const small = ['--draws', '4', '--replications', '2', '--workers', '1', '--quiet'];

/** Writes scenarios that differ in their name and size. */
function writeScenarios(folder, count) {
  mkdirSync(folder);
  return Array.from({ length: count }, (_, i) => {
    const path = join(folder, `m${i + 1}.yaml`);
    writeFileSync(
      path,
      `extends: alphen-chaam\nname: Municipality ${i + 1}\ncohort: { size: ${20 + (i % 60)} }\n`,
    );
    return path;
  });
}

/** CPU seconds and peak memory in MB of a comparison of so many scenarios. */
function measure(count) {
  const folder = mkdtempSync(join(tmpdir(), 'many-scenarios-'));
  const usage = join(folder, 'usage.json');
  const hook = pathToFileURL(resolve('tests/bench/usage-hook.js')).href;
  const program = resolve(values.program, 'bin/doorstroom.js');
  const paths = writeScenarios(join(folder, 'scenarios'), count);
  const args = ['--import', hook, program, 'compare', ...paths, ...small, '--out', join(folder, 'out')];
  const { status, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, BENCH_USAGE: usage },
  });
  if (status !== 0) throw new Error(stderr);
  const used = JSON.parse(readFileSync(usage, 'utf8'));
  rmSync(folder, { recursive: true });
  return used;
}

console.log('| scenarios | peak memory, MB | CPU seconds |\n|---|---|---|');
for (const count of counts) {
  const { cpu, peak } = measure(count);
  console.log(`| ${count} | ${Math.round(peak)} | ${cpu.toFixed(0)} |`);
}
