/**
 * `node tests/bench/run.js`: measures on this machine what doorstroom costs, and what others cost for the same model.
 * Needs a build (npm run build); a C compiler, R and Python are used when they are there.
 */

import { availableParallelism, cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { compileC } from './c-program.js';
import { MODEL_FILE } from './five-states.js';
import { least, runScript } from './measure.js';
import { runPeers } from './peers.js';

const MAIN = 'bin/doorstroom.js';
const LEIDEN = fileURLToPath(new URL('../../scenarios/leiden.yaml', import.meta.url));
const REPEATS = 3;
const SIZES = [30_000, 300_000, 1_000_000];

const whole = (value) => Math.round(value).toLocaleString('en-GB');

/** Prints a table; the first column to the left, the others to the right. */
function print(title, header, rows) {
  const table = [header, ...rows].map((row) => row.map(String));
  const widths = header.map((_, i) => Math.max(...table.map((row) => row[i].length)));
  const lines = table.map((row) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('   '),
  );
  process.stdout.write(`\n${title}\n${lines.join('\n')}\n`);
}

/** Largest relative difference between the results of two programs on the same draws. */
function largestDifference(ours, theirs) {
  const differences = ['means', 'variances', 'last'].flatMap((key) =>
    ours[key].map(
      (value, i) => Math.abs(value - theirs[key][i]) / Math.max(Math.abs(theirs[key][i]), 1e-300),
    ),
  );
  return Math.max(...differences);
}

function benchFiveStates() {
  const runC = compileC();
  const rows = [];
  const row = (what, persons, seconds, reference) =>
    rows.push([
      what,
      whole(persons),
      seconds.toFixed(2),
      whole(persons / seconds),
      reference === undefined ? '' : (seconds / persons / reference).toFixed(2),
    ]);
  let perPerson;
  for (const persons of SIZES) {
    const c = runC === undefined ? undefined : least(REPEATS, 'seconds', () => runC(persons));
    perPerson = c === undefined ? undefined : c.seconds / persons;
    if (c !== undefined) row('plain C', persons, c.seconds, perPerson);
    const ours = JSON.parse(runScript('tests/bench/five-states.js', [persons]).stdout);
    row('kernel, in a warm process', persons, ours.seconds, perPerson);
    const options = ['--persons', persons, '--workers', 1, '--quiet', '--out', 'results'];
    const process = least(REPEATS, 'cpu', () => runScript(MAIN, ['model', 'run', MODEL_FILE, ...options]));
    row('doorstroom model run, whole process', persons, process.cpu, perPerson);
    if (c === undefined) continue;
    const difference = largestDifference(ours, c);
    if (!(difference < 1e-9)) throw new Error(`the C program gives other results: ${difference}`);
  }
  for (const peer of runPeers()) {
    if (peer.skipped) rows.push([peer.name, peer.skipped, '', '', '']);
    else row(peer.name, peer.persons, peer.seconds, perPerson);
  }
  print(
    `Five states, costs included, one thread${runC === undefined ? ' (no C compiler: no ratios)' : '; results as in C to 9 digits'}`,
    ['', 'persons', 'CPU seconds', 'persons a second', 'times C'],
    rows,
  );
}

function benchScenario(name) {
  const rates = JSON.parse(runScript('tests/bench/scenario.js', [name, 5000]).stdout);
  print(
    `Scenario ${name}, one thread`,
    ['approach', 'lives a CPU second'],
    Object.entries(rates).map(([approach, rate]) => [approach, whole(rate)]),
  );
}

function benchStart() {
  const { wall, cpu, peak } = least(10, 'wall', () => runScript(MAIN, ['--help']));
  print(
    'Start-up (--help)',
    ['', 'seconds', 'CPU seconds', 'peak MB'],
    [['least of 10', wall.toFixed(3), cpu.toFixed(3), peak.toFixed(0)]],
  );
}

/** A run of Leiden by options. */
function runLeiden(options) {
  return runScript(MAIN, ['run', LEIDEN, '--quiet', '--out', 'results', ...options]);
}

function benchWorkers() {
  const counts = [...new Set([1, 2, 4, 8, availableParallelism()])].filter(
    (n) => n <= availableParallelism(),
  );
  const walls = counts.map(
    (workers) =>
      least(REPEATS, 'wall', () => runLeiden(['--draws', 8, '--replications', 40, '--workers', workers]))
        .wall,
  );
  print(
    'Workers: leiden, 8 parameter draws of 40 replications',
    ['workers', 'seconds', 'times faster'],
    counts.map((workers, i) => [workers, walls[i].toFixed(2), (walls[0] / walls[i]).toFixed(2)]),
  );
}

function benchMemory() {
  print(
    'Memory: leiden, one parameter draw, one thread',
    ['replications', 'peak MB', 'seconds'],
    [10, 100, 400].map((replications) => {
      const { peak, wall } = runLeiden(['--draws', 1, '--replications', replications, '--workers', 1]);
      return [replications, peak.toFixed(0), wall.toFixed(2)];
    }),
  );
}

process.stdout.write(`${cpus()[0].model}, ${availableParallelism()} cores, Node.js ${process.version}\n`);
benchFiveStates();
benchScenario('leiden');
benchStart();
benchWorkers();
benchMemory();
