/**
 * `node tests/bench/run.js [--only five-states] [--json FILE]`: measures on this machine what doorstroom costs, and what others cost
 * for the same model. Needs a build (npm run build); a C compiler, R and Python are used when they are there. FILE takes what
 * compare-ratios.js compares.
 */

import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { compileC } from './c-program.js';
import { loadFiveStates, MODEL_FILE, SEED } from './five-states.js';
import { least, runScript } from './measure.js';
import { readOptions } from './options.js';
import { refuseUnlikely, runPeers } from './peers.js';
import { measurePrecision } from './precision.js';

const MAIN = 'bin/doorstroom.js';
const LEIDEN = fileURLToPath(new URL('../../scenarios/leiden.yaml', import.meta.url));
const REPEATS = 3;
const MANY = 10_000_000;
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

/** Holds a peer's mean months by state against ours. */
function refuseWrongMonths(peer, { means, variances }, persons) {
  peer.months.forEach((theirs, state) => {
    const ours = { mean: means[state], variance: variances[state] };
    refuseUnlikely(peer, `months in state ${state + 1}`, theirs, ours, persons);
  });
}

/** Measures the five states in all programs. Returns what was measured of ours: persons, CPU seconds and their ratio to plain C. */
function benchFiveStates(peers) {
  const runC = compileC(loadFiveStates(), SEED);
  const rows = [];
  const measured = [];
  const row = (what, persons, seconds, reference) => {
    const timesC = reference && Number((seconds / persons / reference).toFixed(2));
    measured.push({ what, persons, seconds: Number(seconds.toFixed(3)), timesC });
    rows.push([
      what,
      whole(persons),
      seconds.toFixed(2),
      whole(persons / seconds),
      reference === undefined ? '' : (seconds / persons / reference).toFixed(2),
    ]);
  };
  let perPerson;
  let last;
  for (const persons of SIZES) {
    const c = runC === undefined ? undefined : least(REPEATS, 'seconds', () => runC(persons));
    perPerson = c === undefined ? undefined : c.seconds / persons;
    if (c !== undefined) row('plain C', persons, c.seconds, perPerson);
    const ours = JSON.parse(runScript('tests/bench/five-states.js', [persons]).stdout);
    last = { persons, ours };
    row('kernel, in a warm process', persons, ours.seconds, perPerson);
    const process = least(REPEATS, 'cpu', () => runModel(persons, 1));
    row('doorstroom model run, whole process', persons, process.cpu, perPerson);
    if (c === undefined) continue;
    const difference = largestDifference(ours, c);
    if (!(difference < 1e-9)) throw new Error(`the C program gives other results: ${difference}`);
  }
  for (const peer of peers) {
    if (peer.skipped) {
      rows.push([peer.name, peer.skipped, '', '', '']);
      continue;
    }
    refuseWrongMonths(peer, last.ours, last.persons);
    row(peer.name, peer.persons, peer.seconds, perPerson);
  }
  print(
    `Five states, costs included, one thread${runC === undefined ? ' (no C compiler: no ratios)' : '; results as in C to 9 digits'}`,
    ['', 'persons', 'CPU seconds', 'persons a second', 'times C'],
    rows,
  );
  return measured;
}

function benchPrecision(peers) {
  const { title, header, lines, notes } = measurePrecision(peers);
  print(title, header, lines);
  process.stdout.write(`${notes.join('\n')}\n`);
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

/** A run of the five-state model. */
function runModel(persons, workers) {
  const options = ['--persons', persons, '--workers', workers, '--quiet', '--out', 'results'];
  return runScript(MAIN, ['model', 'run', MODEL_FILE, ...options]);
}

/** A run of Leiden by options. */
function runLeiden(options) {
  return runScript(MAIN, ['run', LEIDEN, '--quiet', '--out', 'results', ...options]);
}

/** Times a run with 1, 2, ... workers: wall-clock seconds, and how many times faster than with one. */
function benchWorkers(title, times, run) {
  const counts = [...new Set([1, 2, 4, 8, availableParallelism()])].filter(
    (n) => n <= availableParallelism(),
  );
  const walls = counts.map((workers) => least(times, 'wall', () => run(workers)).wall);
  print(
    `Workers: ${title}`,
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

function benchAllElse(peers) {
  benchPrecision(peers);
  benchScenario('leiden');
  benchStart();
  benchWorkers('leiden, 8 parameter draws of 40 replications', REPEATS, (workers) =>
    runLeiden(['--draws', 8, '--replications', 40, '--workers', workers]),
  );
  benchWorkers(`five states, ${whole(MANY)} persons`, 2, (workers) => runModel(MANY, workers));
  benchMemory();
}

const { values } = readOptions(
  'npm run bench -- [--only five-states] [--json FILE]',
  { only: { type: 'string' }, json: { type: 'string' } },
  ({ values: { only } }) => {
    if (![undefined, 'five-states'].includes(only))
      throw new Error(`--only takes five-states, got "${only}"`);
  },
);
const isShort = values.only !== undefined;

const machine = `${cpus()[0].model}, ${availableParallelism()} cores, Node.js ${process.version}`;
process.stdout.write(`${machine}\n`);
const peers = isShort ? [] : runPeers();
const fiveStates = benchFiveStates(peers);
if (!isShort) benchAllElse(peers);
if (values.json !== undefined)
  writeFileSync(values.json, `${JSON.stringify({ machine, fiveStates }, null, 2)}\n`);
