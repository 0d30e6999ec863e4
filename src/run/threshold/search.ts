/** Simulates values of one number or of several, with common random numbers. */

import { estimateDifference } from '../../analysis/contrast.js';
import { assemblePoint } from '../../analysis/sweep.js';
import type { Estimated } from '../../analysis/uncertainty.js';
import type { PersonMeasure } from '../../domain/measures/measures.js';
import { type Journal, underNames } from '../../machine/journal.js';
import type { Change } from '../../scenario/inherit/override.js';
import type { LoadedScenario } from '../../scenario/load-scenario.js';
import { type Pool, runSweepDraws } from '../../simulation/pool.js';
import type { PointDraw } from '../../simulation/sweep/sweep-draw.js';
import type { Task } from '../../simulation/task.js';
import type { StepCounter } from '../caller.js';
import { scenarioAt } from '../sweep/points.js';

/** Points simulated together, on the same persons. */
const POINTS_AT_ONCE = 24;

/** Everything needed to simulate values of numbers. */
export interface Search {
  readonly pool: Pool;
  readonly scenario: LoadedScenario;
  readonly task: Task;
  readonly measure: PersonMeasure;
  /** The numbers that vary; the value of each is replaced by the one to be tried. */
  readonly changes: readonly Change[];
  readonly journal: Journal<PointDraw[]>;
  readonly steps: StepCounter;
  readonly signal: AbortSignal | undefined;
}

/** Values of the numbers, in the order of the changes. */
export type Values = readonly number[];

/** Simulates values of the numbers; by place and approach what is told of the difference with the reference. */
async function tellAt(
  { pool, scenario, task, measure, changes, journal, steps, signal }: Search,
  places: readonly Values[],
): Promise<Estimated[][]> {
  const pointOf = (values: Values) => ({
    number: 0,
    name: '',
    changes: changes.map((change, i) => ({ ...change, value: values[i]! })),
  });
  const told: Estimated[][] = [];
  for (let first = 0; first < places.length; first += POINTS_AT_ONCE) {
    const some = places.slice(first, first + POINTS_AT_ONCE);
    const scenarios = some.map((values) => scenarioAt(scenario, pointOf(values)));
    const { norms, key, draws, replications } = task;
    const sweepTask = { scenarios, norms, key, draws, replications };
    const byDraw: PointDraw[][] = [];
    const keep = (result: PointDraw[]) => {
      byDraw.push(result);
      steps.step(task.tree.name);
    };
    const named = underNames(journal, (draw) => `${some.join(' ')}/${draw}`);
    await runSweepDraws(pool, sweepTask, keep, { signal, journal: named });
    for (const [p, each] of scenarios.entries()) {
      const { results } = assemblePoint(
        sweepTask,
        each,
        byDraw.map((draw) => draw[p]!),
      );
      told.push(results.approaches.slice(1).map((_, i) => estimateDifference(results, i + 1, measure)));
    }
  }
  return told;
}

/**
 * Follows the search of one approach, which asks for places and wants what is told of each; those that were simulated for another are not
 * simulated again.
 */
export async function follow<Place, Told, Found>(
  search: Search,
  asking: Generator<Place[], Found, readonly Told[]>,
  valuesOf: (place: Place) => Values,
  read: (byApproach: readonly Estimated[]) => Told,
  known: Map<string, Estimated[]>,
): Promise<Found> {
  const nameOf = (place: Place) => valuesOf(place).join(' ');
  let next = asking.next([]);
  while (next.done !== true) {
    const wanted = next.value;
    const unknown = new Map(wanted.map((place) => [nameOf(place), valuesOf(place)]));
    for (const name of known.keys()) unknown.delete(name);
    if (unknown.size > 0) {
      search.steps.expect(Math.ceil(unknown.size / POINTS_AT_ONCE) * search.task.draws);
      const told = await tellAt(search, [...unknown.values()]);
      [...unknown.keys()].forEach((name, i) => {
        known.set(name, told[i]!);
      });
    }
    next = asking.next(wanted.map((place) => read(known.get(nameOf(place))!)));
  }
  return next.value;
}
