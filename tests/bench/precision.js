/**
 * What a difference between two scenarios costs: CPU seconds until the Monte Carlo standard error (MCSE) of the
 * difference in mean discounted cost a person is 1 % of that difference. Scenarios: the five-state model, and the same
 * with one hazard ratio changed.
 *
 * Extrapolated: a fixed number of pairs of persons, one in each scenario, gives the variance of a pair's difference and
 * the CPU seconds a pair, and
 *   seconds = CPU seconds a pair * variance of a pair's difference / (0.01 * difference)^2.
 * With common random numbers both persons of a pair have the same luck; with independent streams the variance is the
 * sum of the two scenarios'. Start-up does not count. For doorstroom the pairs needed are really run once, with other
 * persons.
 *
 * `node tests/bench/precision.js PAIRS TIMES SEED OTHER_SEED` runs the pairs on the kernel in this thread, each scenario
 * with its seed, and prints the least CPU time of so many times and the moments as JSON.
 */

import { fileURLToPath } from 'node:url';
import { compileModel } from '../../dist/engine/compile/compile.js';
import { createKernel } from '../../dist/engine/kernels.js';
import { deriveKey } from '../../dist/engine/random/threefry.js';
import { createModelSampler } from '../../dist/simulation/bare-model/model-sampler.js';
import { provideKernelFile } from '../../dist/simulation/kernel-file.js';
import { addValue, emptyMoments } from '../../dist/simulation/results/moments.js';
import { seedKey } from '../../dist/simulation/seed.js';
import { compileC } from './c-program.js';
import { loadFiveStates, SEED, withHazardRatio } from './five-states.js';
import { cpuSeconds, least, runScript } from './measure.js';
import { refuseUnlikely } from './peers.js';

provideKernelFile();

/** Seeds of the two scenarios: the same seed is the same luck. */
const COMMON = [SEED, SEED];
const INDEPENDENT = [SEED, 'another'];
const PAIRS = 200_000;
const REPEATS = 3;
/** MCSE aimed at, as a share of the difference. */
const SHARE = 0.01;
const CHANGE = { from: 'b', to: 'd', ratio: 0.8 };

const whole = (value) => value.toLocaleString('en-GB');
const threeDigits = (value) =>
  value.toLocaleString('en-GB', { minimumSignificantDigits: 3, maximumSignificantDigits: 3 });

/** Both scenarios. */
function loadScenarios() {
  const built = loadFiveStates();
  return [built, withHazardRatio(built, CHANGE.from, CHANGE.to, CHANGE.ratio)];
}

/** Prepares the kernel for a scenario. Returns a way to live person i; gives the discounted cost. */
function prepareLives(built, seed) {
  const kernel = createKernel(compileModel(built.model));
  const sample = createModelSampler(built.population);
  const [seed0, seed1] = seedKey(seed);
  const { discounted } = kernel.recorder.ledger;
  return (i) => {
    const [key0, key1] = deriveKey(seed0, seed1, i, 0);
    sample(kernel.person, key0, key1);
    kernel.run();
    let cost = 0;
    for (let r = 0; r < discounted.length; r++) cost += discounted[r];
    return cost;
  };
}

/** Runs pairs: CPU seconds, and mean and variance of the cost in both scenarios and of the difference. */
function runPairs(scenarios, seeds, pairs) {
  const begun = cpuSeconds();
  const [live, liveOther] = scenarios.map((built, i) => prepareLives(built, seeds[i]));
  const moments = emptyMoments(3);
  for (let i = 0; i < pairs; i++) {
    const cost = live(i);
    const other = liveOther(i);
    addValue(moments, 0, cost);
    addValue(moments, 1, other);
    addValue(moments, 2, other - cost);
  }
  const means = Array.from(moments.mean);
  const variances = Array.from(moments.squares, (squares) => squares / (pairs - 1));
  return { seconds: cpuSeconds() - begun, means, variances };
}

/** Runs pairs on the kernel in a process of their own. */
function runOurs(pairs, times, seeds) {
  return JSON.parse(runScript('tests/bench/precision.js', [pairs, times, ...seeds]).stdout);
}

/** The plain C program for both scenarios with independent streams; undefined without a C compiler. */
function runC() {
  const programs = loadScenarios().map((built, i) => compileC(built, INDEPENDENT[i]));
  if (programs.includes(undefined)) return undefined;
  const runs = programs.map((run) => least(REPEATS, 'seconds', () => run(PAIRS)));
  return {
    pairSeconds: (runs[0].seconds + runs[1].seconds) / PAIRS,
    variance: runs[0].total.variance + runs[1].total.variance,
  };
}

/** Holds the peers' mean cost in the first scenario against ours. */
function refuseWrongCosts(peers, { means, variances }) {
  for (const peer of peers) {
    if (!peer.skipped)
      refuseUnlikely(peer, 'cost', peer.cost, { mean: means[0], variance: variances[0] }, PAIRS);
  }
}

/** What is measured of every program: CPU seconds a pair, and the variance of a pair's difference. */
function measureRows(common, independent, peers) {
  const c = runC();
  const variance = independent.variances[2];
  const rows = [
    {
      name: 'doorstroom, common random numbers',
      pairSeconds: common.seconds / PAIRS,
      variance: common.variances[2],
    },
    { name: 'doorstroom, independent streams', pairSeconds: independent.seconds / PAIRS, variance },
  ];
  if (c !== undefined) {
    rows.push({ name: 'plain C, independent streams', ...c });
    // The C program makes the draws that the kernel makes, so its pairs would differ as the kernel's do.
    rows.push({ ...c, name: 'plain C, our common random numbers', variance: common.variances[2] });
  }
  for (const { name, skipped, persons, seconds } of peers) {
    if (skipped) rows.push({ name, skipped });
    else rows.push({ name: `${name}, independent streams`, pairSeconds: (2 * seconds) / persons, variance });
  }
  return rows;
}

/** A line of the table. */
function lineOf({ name, skipped, pairSeconds, variance }, difference, ours) {
  if (skipped) return [name, skipped, '', '', '', ''];
  const pairs = pairsNeeded(variance, difference);
  const seconds = pairs * pairSeconds;
  return [
    name,
    (1e6 * pairSeconds).toFixed(2),
    Math.sqrt(variance).toFixed(0),
    whole(pairs),
    threeDigits(seconds),
    threeDigits(seconds / ours),
  ];
}

/** Pairs needed, from the variance of a pair's difference. */
function pairsNeeded(variance, difference) {
  return Math.ceil(variance / (SHARE * difference) ** 2);
}

/** Really runs so many pairs of other persons; what was reached, as a sentence. */
function verify(what, pairs, seeds) {
  const others = seeds.map((seed) => `${seed} to verify`);
  const { seconds, means, variances } = runOurs(pairs, 1, others);
  const mcse = Math.sqrt(variances[2] / pairs);
  const reached = `${means[2].toFixed(1)} euros, MCSE ${mcse.toFixed(2)} (${((100 * mcse) / means[2]).toFixed(2)} %)`;
  return `really run with ${what}: ${whole(pairs)} pairs of other persons, ${seconds.toFixed(2)} CPU seconds with warming up: ${reached}`;
}

/**
 * Measures doorstroom, the plain C program and the peers (as `runPeers` gives them). Returns a title, a header, the
 * lines of the table and notes below it.
 */
export function measurePrecision(peers) {
  const common = runOurs(PAIRS, REPEATS, COMMON);
  const independent = runOurs(PAIRS, REPEATS, INDEPENDENT);
  refuseWrongCosts(peers, independent);
  const difference = common.means[2];
  const rows = measureRows(common, independent, peers);
  const needed = [common, independent].map(({ variances }) => pairsNeeded(variances[2], difference));
  const ours = (needed[0] * common.seconds) / PAIRS;
  const { from, to, ratio } = CHANGE;
  return {
    title:
      `CPU seconds until the MCSE of a difference is ${100 * SHARE} % of it, extrapolated from ${whole(PAIRS)} pairs of persons:\n` +
      `discounted cost a person of the five states with hazard ratio ${ratio} on ${from} -> ${to} less that without, ${difference.toFixed(0)} euros`,
    header: ['', 'µs a pair', 'SD of a pair', 'pairs needed', 'CPU seconds', 'times ours'],
    lines: rows.map((row) => lineOf(row, difference, ours)),
    notes: [
      verify('common random numbers', needed[0], COMMON),
      verify('independent streams', needed[1], INDEPENDENT),
      'packages: speed measured here, variance as ours with independent streams (the same model)',
    ],
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [pairs, times, ...seeds] = process.argv.slice(2);
  const scenarios = loadScenarios();
  const run = least(Number(times), 'seconds', () => runPairs(scenarios, seeds, Number(pairs)));
  process.stdout.write(JSON.stringify(run));
}
