/**
 * Simulation-based check of the calibration on the national baseline itself (the small one, on a toy model, is a test):
 * parameters drawn from their priors, figures simulated with noise, posterior drawn, and counted how often the truth lies
 * within its intervals. `npm run build && node tests/bench/calibration-check.js [runs] [persons]`; most of a minute a run.
 */

import { join } from 'node:path';
import { drawFrom, standardNormal } from '../../dist/analysis/calibration/gaussian.js';
import { samplePosterior } from '../../dist/analysis/calibration/sampler.js';
import { calibratedParameters, valueAtDeviate } from '../../dist/domain/parameters/calibration.js';
import { scenarioWith } from '../../dist/domain/parameters/draw.js';
import { loadScenario, packageLibrary } from '../../dist/scenario/load-scenario.js';
import { readTargets } from '../../dist/scenario/tables/targets-file.js';
import { openPool, runInOrder } from '../../dist/simulation/pool.js';

const runs = Number(process.argv[2] ?? 20);
const persons = Number(process.argv[3] ?? 2000);
const plan = { rounds: [400, 300, 700], candidates: 20_000, draws: 200 };
/** Parameters of which the figures say something, and one of which they say nothing. */
const watched = [
  'income.work',
  'income.partner_work',
  'income.other_exit',
  'income.language.none',
  'language.months_to.basic',
  'cohort.never_leaving',
  'income.education_to_work',
];

const library = packageLibrary();
const loaded = loadScenario(join(library.scenarios, 'national.yaml'), library, ['posterior=none']);
const read = readTargets(join(library.data, 'targets.csv'));
if (!loaded.ok || !read.ok) throw new Error('the package is broken');
const { tree } = loaded.scenario;
const targets = read.targets.filter(({ use }) => use === 'fit');
const parameters = calibratedParameters(tree);
const pool = await openPool(2);

/** Outcomes of the fit targets at points of the standard normal scale. */
async function simulate(points, keyOf) {
  const outcomes = [];
  await runInOrder(
    pool,
    'targets',
    points.length,
    (i) => ({
      scenario: scenarioWith(
        tree,
        new Map(parameters.map((p, j) => [p.path, valueAtDeviate(p, points[i][j])])),
      ),
      targets,
      key: keyOf(i),
      persons,
    }),
    ({ means, variances }) => outcomes.push({ means: Array.from(means), variances: Array.from(variances) }),
  );
  return outcomes;
}

const covered = new Map([...watched, 'any parameter'].map((name) => [name, { half: 0, most: 0, asked: 0 }]));
const sizes = [];
for (let run = 0; run < runs; run++) {
  const truth = drawFrom(standardNormal(parameters.length), [101, 1], run);
  const noise = drawFrom(standardNormal(targets.length), [102, 1], run);
  // The figures come from persons that the calibration does not meet.
  const [{ means }] = await simulate([truth], () => [103, run]);
  const figures = targets.map(({ tolerance }, t) => {
    const sd = tolerance / 2;
    return { value: Math.min(0.995, Math.max(0.005, means[t] + sd * noise[t])), sd, isShare: true };
  });
  const sample = await samplePosterior(parameters.length, figures, plan, [104, run], (points, round) =>
    simulate(points, (i) => [1000 * (round + 1) + run, i]),
  );
  sizes.push(sample.effectiveSize);
  parameters.forEach(({ path }, j) => {
    const sorted = sample.points.map((point) => point[j]).sort((a, b) => a - b);
    const within = (share) => {
      const out = ((1 - share) / 2) * sorted.length;
      return sorted[Math.floor(out)] <= truth[j] && truth[j] <= sorted[Math.ceil(sorted.length - 1 - out)];
    };
    for (const name of covered.has(path) ? [path, 'any parameter'] : ['any parameter']) {
      const count = covered.get(name);
      count.half += within(0.5) ? 1 : 0;
      count.most += within(0.9) ? 1 : 0;
      count.asked += 1;
    }
  });
  process.stderr.write(`run ${run + 1} of ${runs}: effective sample size ${Math.round(sizes.at(-1))}\n`);
}
await pool.close();
console.log(`${runs} runs of ${persons} persons; truth within the posterior intervals of 50 % and 90 %:`);
for (const [name, { half, most, asked }] of covered) {
  const percent = (count) => `${((100 * count) / asked).toFixed(0)} %`.padStart(6);
  console.log(`${name.padEnd(30)} ${percent(half)} ${percent(most)}  of ${asked}`);
}
