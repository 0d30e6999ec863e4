/**
 * Lives one parameter draw of a shipped scenario in this thread, each approach by itself:
 * `node tests/bench/scenario.js NAME LIVES` prints lives per CPU second by approach as JSON (the best of three runs).
 */

import { join } from 'node:path';
import { taskOf } from '../../dist/run/plan/design.js';
import { loadAll } from '../../dist/run/scenarios/scenarios.js';
import { packageLibrary } from '../../dist/scenario/load-scenario.js';
import { readNorms } from '../../dist/scenario/tables/norms.js';
import { runUnit } from '../../dist/simulation/cohort/draw-run.js';
import { provideKernelFile } from '../../dist/simulation/kernel-file.js';
import { cpuSeconds } from './measure.js';

provideKernelFile();

const [name, lives] = [process.argv[2], Number(process.argv[3])];
const library = packageLibrary();
const [scenario] = loadAll([join(library.scenarios, `${name}.yaml`)], []);
const options = { seed: 'bench', draws: 1, replications: 1, by: undefined, persons: false };
const task = taskOf(scenario, readNorms(library), options);
const wholeDraw = (work) => runUnit(work, { draw: 0, first: 0, count: work.replications });
const { size } = wholeDraw(task);
const replications = Math.ceil(lives / size);

function livesPerSecond(approaches) {
  const begun = cpuSeconds();
  wholeDraw({ ...task, approaches, replications });
  return (size * replications * approaches.length) / (cpuSeconds() - begun);
}

const rates = {};
for (const approaches of [...task.approaches.map((approach) => [approach]), task.approaches]) {
  rates[approaches.join(' and ')] = Math.max(...[1, 2, 3].map(() => livesPerSecond(approaches)));
}
process.stdout.write(JSON.stringify(rates));
