/**
 * Whether intervals of 95 % hold 95 %. The truth: the mean outcome under each of 400 parameter draws, chance averaged out by
 * many persons (kept in a file that git ignores), and what is left of it taken out of the spread. Against it the intervals that runs with default settings and other seeds print:
 * which share of the 400 lies inside, on average over the runs; how often an interval is told at all; how wide it is
 * against the true one; how far estimates scatter over the runs against their MCSE. Prediction intervals likewise,
 * against single cohorts.
 *
 * `npm run coverage-of-intervals -- [--runs N] [--draws N] [--replications N] [--truth PERSONS] [--points DRAWS] [SCENARIO...]`
 */

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { assembleResults } from '../../dist/analysis/results.js';
import { runUnit } from '../../dist/simulation/cohort/draw-run.js';
import { unitsOf } from '../../dist/simulation/cohort/units.js';
import { provideKernelFile } from '../../dist/simulation/kernel-file.js';
import { joinUnits } from '../../dist/simulation/results/join.js';
import { readOptions } from './options.js';
import { taskFor, watch } from './watched-outcomes.js';

provideKernelFile();

function runDraw(task, draw) {
  return unitsOf(task)
    .filter((unit) => unit.draw === draw)
    .map((unit) => runUnit(task, unit))
    .reduce(joinUnits);
}

/** A part of the work, in a thread: the truth under one draw, or one run. */
function work({ kind, of, draw }) {
  const task = taskFor(of);
  if (kind === 'truth') return truthUnder(task, draw);
  const draws = Array.from({ length: task.draws }, (_, d) => runDraw(task, d));
  return [...watch(assembleResults(task, draws))].map(([name, { row }]) => [name, row]);
}

/** The true outcomes under one draw: the mean of two halves of the persons, whose difference tells what chance is left. */
function truthUnder(task, draw) {
  const half = Math.ceil(task.replications / 2);
  const [first, second] = [0, half].map((from) =>
    watch(assembleResults(task, [runUnit(task, { draw, first: from, count: half })])),
  );
  return [...first].map(([name, { row, cohorts }]) => {
    const [a, b] = [row.estimate, second.get(name).row.estimate];
    return [name, { estimate: (a + b) / 2, chance: (a - b) / 2, cohorts }];
  });
}

/** The true outcomes without the chance that is left in them: deviations from their mean are shrunk by its part of the variance. */
function withoutChance({ means, chances }) {
  const known = means.filter((value) => value !== null);
  const noise = mean(chances.filter((value) => value !== null).map((value) => value ** 2));
  const centre = mean(known);
  const shrink = Math.sqrt(Math.max(0, 1 - noise / sd(known) ** 2));
  return means.map((value) => (value === null ? null : centre + shrink * (value - centre)));
}

/** Has parts of the work done by threads, as many as there are cores; results in order. */
async function inThreads(parts, label) {
  const results = new Array(parts.length);
  let next = 0;
  const threads = Math.min(parts.length, availableParallelism());
  await Promise.all(
    Array.from({ length: threads }, async () => {
      const worker = new Worker(fileURLToPath(import.meta.url), { workerData: 'coverage' });
      while (next < parts.length) {
        const at = next++;
        results[at] = await new Promise((resolve, reject) => {
          worker.removeAllListeners();
          worker.once('message', resolve);
          worker.once('error', reject);
          worker.postMessage(parts[at]);
        });
        if (process.stderr.isTTY) process.stderr.write(`\r${label}: ${at + 1} of ${parts.length} `);
      }
      await worker.terminate();
    }),
  );
  return results;
}

/** Identifies what the truth depends on: the task and the program that lives it. */
function hashOf(task, settings) {
  const hash = createHash('sha256').update(
    JSON.stringify([task.tree, Array.from(task.posterior?.values ?? []), settings]),
  );
  const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
  for (const layer of ['domain', 'engine', 'simulation']) {
    for (const file of readdirSync(join(dist, layer), { recursive: true }).sort())
      if (/\.(js|wasm)$/.test(file)) hash.update(readFileSync(join(dist, layer, file)));
  }
  for (const file of ['./coverage-of-intervals.js', './watched-outcomes.js'])
    hash.update(readFileSync(fileURLToPath(new URL(file, import.meta.url))));
  return hash.digest('hex').slice(0, 16);
}

/** The true outcomes under each draw, by name. */
async function truthOf(name, { points, truth }) {
  const size = taskFor({ name, seed: 'truth', draws: 2 }).tree.cohort.size;
  const replications = Math.ceil(truth / (typeof size === 'number' ? size : size.value));
  const of = { name, seed: 'truth', draws: points, replications };
  const file = fileURLToPath(new URL(`./truth-${name}-${hashOf(taskFor(of), of)}.tmp`, import.meta.url));
  if (!existsSync(file)) {
    const parts = Array.from({ length: points }, (_, draw) => ({ kind: 'truth', of, draw }));
    const byDraw = await inThreads(parts, `${name}, truth`);
    const values = {};
    for (const rows of byDraw) {
      for (const [key, { estimate, chance, cohorts }] of rows) {
        values[key] ??= { means: [], chances: [], cohorts: [] };
        values[key].means.push(estimate);
        values[key].chances.push(chance);
        values[key].cohorts.push(...(cohorts ?? []));
      }
    }
    writeFileSync(file, JSON.stringify(values));
  }
  return JSON.parse(readFileSync(file, 'utf8'));
}

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const sd = (values) => {
  const centre = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1));
};

/** Share of values inside an interval; one without an end is open there. What JSON has no number for lies beyond the horizon. */
function inside(values, low, high) {
  const known = values.map((value) => value ?? Number.POSITIVE_INFINITY);
  return mean(
    known.map((value) =>
      low <= value && value <= (Number.isNaN(high) ? Number.POSITIVE_INFINITY : high) ? 1 : 0,
    ),
  );
}

/** Distance between the 2.5 and the 97.5 % point. */
function widthOf(values) {
  const sorted = values.map((value) => value ?? Number.POSITIVE_INFINITY).sort((a, b) => a - b);
  const at = (p) => sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(p * (sorted.length + 1)) - 1))];
  return at(0.975) - at(0.025);
}

const percent = (share) => (Number.isNaN(share) ? '-' : (100 * share).toFixed(1));
const two = (value) => (Number.isFinite(value) ? value.toFixed(2) : '-');

/** One line of the table: what is watched of all runs against the truth. */
function lineOf(name, rows, truth) {
  // Of two times beyond the horizon nobody knows the difference.
  const isDifference = name.startsWith('difference');
  const [means, cohorts] = [withoutChance(truth), truth.cohorts].map((values) =>
    isDifference ? values.filter((value) => value !== null) : values,
  );
  const told = rows.filter(({ parameterLow }) => !Number.isNaN(parameterLow));
  const predicted = rows.filter(
    ({ predictionLow }) => predictionLow !== undefined && !Number.isNaN(predictionLow),
  );
  const estimates = rows.map(({ estimate }) => estimate).filter((value) => !Number.isNaN(value));
  const errors = rows.map(({ mcse }) => mcse).filter((value) => !Number.isNaN(value));
  const known = means.filter((value) => value !== null);
  return {
    name,
    told: told.length / rows.length,
    covered: mean(told.map((row) => inside(means, row.parameterLow, row.parameterHigh))),
    width: mean(told.map((row) => row.parameterHigh - row.parameterLow)) / widthOf(means),
    excluded: told.filter((row) => row.estimate < row.parameterLow || row.estimate > row.parameterHigh)
      .length,
    predictionTold: cohorts.length === 0 ? Number.NaN : predicted.length / rows.length,
    predicted: mean(predicted.map((row) => inside(cohorts, row.predictionLow, row.predictionHigh))),
    scatter: sd(estimates) / Math.sqrt(mean(errors.map((error) => error ** 2))),
    bias: (mean(estimates) - mean(known)) / sd(known),
    mcse: Math.sqrt(mean(errors.map((error) => error ** 2))) / sd(known),
  };
}

async function main() {
  const { values, positionals } = readOptions(
    'npm run coverage-of-intervals -- [--runs N] [--draws N] [--replications N] [--truth N] [--points N] [SCENARIO...]',
    {
      runs: { type: 'string', default: '200' },
      draws: { type: 'string', default: '64' },
      replications: { type: 'string' },
      truth: { type: 'string', default: '10000' },
      points: { type: 'string', default: '400' },
    },
  );
  const runs = Number(values.runs);
  const scenarios = positionals.length > 0 ? positionals : ['leiden', 'alphen-chaam', 'smallingerland'];
  for (const name of scenarios) {
    const truth = await truthOf(name, { points: Number(values.points), truth: Number(values.truth) });
    const parts = Array.from({ length: runs }, (_, run) => ({
      kind: 'run',
      of: {
        name,
        seed: `coverage ${run}`,
        draws: Number(values.draws),
        replications: values.replications === undefined ? undefined : Number(values.replications),
      },
    }));
    const results = (await inThreads(parts, `${name}, runs`)).map((rows) => new Map(rows));
    const lines = Object.keys(truth).map((key) =>
      lineOf(
        key,
        results.map((rows) => rows.get(key)),
        truth[key],
      ),
    );
    process.stdout.write(
      `\n${name}: ${runs} runs against ${values.points} draws of ${values.truth} persons\n` +
        '| | told, % | holds, % | width / true | prediction told, % | holds, % | scatter / MCSE | MCSE / sd | bias / sd |\n|---|---|---|---|---|---|---|---|---|\n',
    );
    for (const line of lines)
      process.stdout.write(
        `| ${line.name} | ${percent(line.told)} | ${percent(line.covered)} | ${two(line.width)} | ${percent(line.predictionTold)} | ${percent(line.predicted)} | ${two(line.scatter)} | ${two(line.mcse)} | ${two(line.bias)} |${line.excluded > 0 ? ` excludes its estimate ${line.excluded} times` : ''}\n`,
      );
    const all = (key, some = lines) =>
      mean(some.map((line) => line[key]).filter((value) => !Number.isNaN(value)));
    process.stdout.write(
      `| mean | ${percent(all('told'))} | ${percent(all('covered'))} | ${two(
        all(
          'width',
          lines.filter(({ width }) => Number.isFinite(width)),
        ),
      )} | ${percent(all('predictionTold'))} | ${percent(all('predicted'))} | ${two(all('scatter'))} | ${two(all('mcse'))} | |\n`,
    );
  }
}

if (isMainThread) await main();
else if (workerData === 'coverage') parentPort.on('message', (part) => parentPort.postMessage(work(part)));
