/** Whether a page and the command line make the same of a setting. */

import { isDeepStrictEqual } from 'node:util';
import { centralScenario, drawScenario } from '../../domain/parameters/draw.js';
import { COMMAND_LINE } from '../../output/package/listing.js';
import { asSetting, type Changes, withChanges } from '../../output/page/change.js';
import { commandLinePlace } from '../../scenario/check/diagnostic.js';
import { changeScenario, type LoadedScenario } from '../../scenario/load-scenario.js';
import type { Task } from '../../simulation/task.js';

/** Draws in which a setting of the page is compared with the same setting on the command line. */
const COMPARED = [0, 1];

/** Whether the page makes of a setting what the command line makes of it, in every number that is simulated. */
export function agrees(scenario: LoadedScenario, { key }: Task, changes: Changes): boolean {
  const asked = Object.entries(changes).map(([name, number]) => {
    const { path, value } = asSetting(scenario.tree, name, number);
    const place = commandLinePlace(name);
    return { path: path.split('.'), value, namePlace: place, place, source: COMMAND_LINE };
  });
  const loaded = changeScenario(scenario, asked);
  if (!loaded.ok) return false;
  const own = withChanges(scenario.tree, scenario.posterior, changes);
  const simulated = ({ tree, posterior }: Pick<LoadedScenario, 'tree' | 'posterior'>) => [
    posterior?.paths ?? [],
    centralScenario(tree, posterior),
    ...COMPARED.map((draw) => drawScenario(tree, key, draw, posterior)),
  ];
  return isDeepStrictEqual(simulated(own), simulated(loaded.scenario));
}
