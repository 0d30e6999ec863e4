/** Scenarios, models and experiments of another structure than they should have; what is accepted must also run. */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SimultaneousEvents, TooManyEvents } from '../../src/engine/compile/life.js';
import { Refusal } from '../../src/run/refusal.js';
import { planSweep } from '../../src/run/sweep/points.js';
import { readExperiment } from '../../src/scenario/experiment/experiment.js';
import { type LoadedScenario, loadScenario, packageLibrary } from '../../src/scenario/load-scenario.js';
import { loadModelFile } from '../../src/scenario/model/model-build.js';
import { BlockRunner } from '../../src/simulation/bare-model/model-block.js';
import { traceLife } from '../../src/simulation/trace/trace.js';
import { folderWith } from '../scenario/temporary-folder.js';
import { taskOf } from '../shipped.js';
import { cases, promise } from './promise.js';
import { mutatedTrees } from './trees.js';

const library = packageLibrary();
const folder = folderWith({});
const put = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const textsIn = (path: string) =>
  readdirSync(path)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readFileSync(join(path, name), 'utf8'));

function live({ tree, posterior }: LoadedScenario): void {
  const task = { ...taskOf(tree), draws: 4, ...(posterior === undefined ? {} : { posterior }) };
  for (const draw of [0, 1]) {
    const { events } = traceLife(task, draw, 0, draw);
    expect(events.flat().every(({ month }) => Number.isFinite(month))).toBe(true);
  }
}

describe('a mutated structure is refused with a place, or runs', () => {
  it('as a scenario', () => {
    const texts = [
      ...textsIn('scenarios'),
      ...textsIn('scenarios/plans'),
      ...textsIn('data'),
      ...textsIn('data/regimes'),
    ];
    fc.assert(
      fc.property(mutatedTrees(texts), (text) =>
        promise(() => {
          const loaded = loadScenario(put('scenario.yaml', text), library);
          if (!loaded.ok) return loaded.diagnostics;
          live(loaded.scenario);
          return [];
        }),
      ),
      cases(2),
    );
  });

  it('as a model', () => {
    fc.assert(
      fc.property(
        mutatedTrees([...textsIn('scenarios/models'), ...textsIn('tests/fixtures/models')]),
        (text) =>
          promise(() => {
            const loaded = loadModelFile(put('model.yaml', text));
            if (!loaded.ok) return loaded.diagnostics;
            try {
              new BlockRunner(loaded.built, [1, 2], 3).run(0);
            } catch (error) {
              if (!(error instanceof SimultaneousEvents || error instanceof TooManyEvents)) throw error;
            }
            return [];
          }),
      ),
      cases(),
    );
  });

  it('as an experiment', () => {
    const base = loadScenario(join(library.scenarios, 'national.yaml'), library);
    if (!base.ok) throw new Error('the package is broken');
    fc.assert(
      fc.property(mutatedTrees(textsIn('tests/fixtures/experiments')), (text) => {
        const design = put('experiment.yaml', text);
        let isRead = false;
        promise(() => {
          const { diagnostics } = readExperiment(design, base.scenario);
          isRead = diagnostics.length === 0;
          return diagnostics;
        });
        if (!isRead) return;
        // Not held to a time: it checks each of up to a thousand points.
        try {
          planSweep(base.scenario, { set: [], design, seed: '1' });
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
        }
      }),
      cases(2),
    );
  });
});
