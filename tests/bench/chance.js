/**
 * What variance reduction of the chance of persons (stratified attributes, antithetic lives, Sobol points) could bring at
 * most: the part of the squared Monte Carlo standard error (MCSE) of a default run that is the chance of cohorts; the rest
 * is that of parameter draws. `node tests/bench/chance.js [SCENARIO...]` after a build; a minute a scenario.
 */

import { join } from 'node:path';
import { assembleResults, sumsOf } from '../../dist/analysis/results.js';
import { ANY } from '../../dist/analysis/spread.js';
import { estimateMean } from '../../dist/analysis/uncertainty.js';
import { taskOf } from '../../dist/run/plan/design.js';
import { loadAll } from '../../dist/run/scenarios/scenarios.js';
import { packageLibrary } from '../../dist/scenario/load-scenario.js';
import { readNorms } from '../../dist/scenario/tables/norms.js';
import { runUnit } from '../../dist/simulation/cohort/draw-run.js';
import { provideKernelFile } from '../../dist/simulation/kernel-file.js';

provideKernelFile();

/** More than in a run without options, so that the parts are known to some 15 %: both fall alike with the number of draws. */
const DRAWS = 256;
const watched = [
  'net_balance',
  'bijstand_cost',
  'self_sufficient_share@60',
  'work_months',
  'dropout_share_any',
];

const library = packageLibrary();

function runDraws(name) {
  const [scenario] = loadAll([join(library.scenarios, `${name}.yaml`)], []);
  const options = { seed: 'luck', draws: 64, replications: undefined, by: undefined, persons: false };
  const task = { ...taskOf(scenario, readNorms(library), options), draws: DRAWS };
  const draws = Array.from({ length: DRAWS }, (_, draw) =>
    runUnit(task, { draw, first: 0, count: task.replications }),
  );
  return assembleResults(task, draws);
}

/** Part of the squared MCSE that is chance. */
function partOfChance(own, other) {
  const { spread, mcse } = estimateMean(own, other, ANY);
  return spread.chanceOfMean / mcse ** 2;
}

for (const name of process.argv.length > 2 ? process.argv.slice(2) : ['leiden', 'heerlen', 'amsterdam']) {
  const results = runDraws(name);
  const [reference, other] = results.approaches;
  console.log(`\n${name}: part of the squared MCSE that is the chance of persons`);
  for (const key of watched) {
    const level = sumsOf(results, 0, 0, reference.position.get(key));
    const own = sumsOf(results, 1, 0, other.position.get(key));
    const parts = [partOfChance(level), partOfChance(own, level)];
    const [inLevel, inDifference] = parts.map((part) => `${(100 * part).toFixed(0)} %`.padStart(6));
    console.log(`${key.padEnd(28)} ${reference.name}${inLevel}   difference${inDifference}`);
  }
}
