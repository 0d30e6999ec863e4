/**
 * What variance reduction of the luck of persons (stratified attributes, antithetic lives, Sobol points) could bring at
 * most: the part of the squared Monte Carlo standard error (MCSE) of a default run that is the chance of cohorts; the rest
 * is that of parameter draws. `node tests/bench/luck.js [SCENARIO...]` after a build; a minute a scenario.
 */

import { join } from 'node:path';
import { subtract } from '../../dist/analysis/nested.js';
import { assembleResults, outcomesOf } from '../../dist/analysis/results.js';
import { errorOfDrawMean, mean, variance } from '../../dist/analysis/statistics.js';
import { loadAll, taskOf } from '../../dist/cli/scenarios.js';
import { measureKey } from '../../dist/domain/measures.js';
import { packageLibrary } from '../../dist/scenario/load-scenario.js';
import { readNorms } from '../../dist/scenario/norms.js';
import { runUnit } from '../../dist/simulation/draw-run.js';

/** As in a run without options. */
const DRAWS = 64;
/** Twins of every cohort, which tell its chance. */
const TWINS = 4;
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
  const options = { seed: 'luck', draws: DRAWS, replications: undefined, by: undefined, persons: false };
  const usual = taskOf(scenario, readNorms(library), options);
  const task = { ...usual, replications: usual.replications * TWINS };
  const draws = Array.from({ length: DRAWS }, (_, draw) =>
    runUnit(task, { draw, first: 0, count: task.replications }),
  );
  return { results: assembleResults(task, draws), replications: usual.replications };
}

/** Part of the squared MCSE that is chance, of a measure by draw and cohort. */
function partOfChance(values, replications) {
  const first = values.map(({ kept }) => mean(kept.slice(0, replications)));
  const chance = mean(values.map(({ kept }) => variance(kept))) / replications / DRAWS;
  return chance / errorOfDrawMean(first) ** 2;
}

for (const name of process.argv.length > 2 ? process.argv.slice(2) : ['leiden', 'heerlen', 'amsterdam']) {
  const { results, replications } = runDraws(name);
  const [reference, other] = results.approaches;
  console.log(`\n${name}: part of the squared MCSE that is the chance of cohorts`);
  for (const key of watched) {
    const at = (layout) => layout.measures.findIndex((measure) => measureKey(measure) === key);
    const [level, left] = [outcomesOf(results, 0, 0, at(reference)), outcomesOf(results, 1, 0, at(other))];
    const parts = [level, subtract(left, level)].map((values) => partOfChance(values, replications));
    const [own, difference] = parts.map((part) => `${(100 * part).toFixed(0)} %`.padStart(6));
    console.log(`${key.padEnd(28)} ${reference.name}${own}   difference${difference}`);
  }
}
