/** What a piece of work costs: CPU time, wall-clock time and memory. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const hook = new URL('usage-hook.js', import.meta.url).href;

/** CPU time of this process so far, in seconds, all its threads together. */
export function cpuSeconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Runs a script of Node.js to its end; what it printed, wall-clock and CPU seconds, and the peak memory in MB. */
export function runScript(script, args) {
  const folder = mkdtempSync(join(tmpdir(), 'doorstroom-bench-'));
  try {
    const usage = join(folder, 'usage.json');
    const begun = process.hrtime.bigint();
    const child = spawnSync(process.execPath, ['--import', hook, join(root, script), ...args.map(String)], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { ...process.env, BENCH_USAGE: usage },
    });
    const wall = Number(process.hrtime.bigint() - begun) / 1e9;
    if (child.status !== 0) throw new Error(`${script} ${args.join(' ')} failed:\n${child.stderr}`);
    const measured = JSON.parse(readFileSync(usage, 'utf8'));
    return { stdout: child.stdout, wall, ...measured };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The smallest of several measurements by a property: what least disturbs a machine that does other things too. */
export function least(times, property, measure) {
  const all = Array.from({ length: times }, measure);
  return all.reduce((best, each) => (each[property] < best[property] ? each : best));
}
