/** What worker threads can be asked to do. Each job is a function of plain data alone. */

import type { Target } from '../domain/parameters/targets.js';
import type { Scenario } from '../domain/schema/scenario.js';
import { keptAtMost } from '../engine/caches.js';
import { SimultaneousEvents, TooManyEvents } from '../engine/compile/life.js';
import type { BuiltModel } from '../engine/model/population.js';
import { Recent } from '../engine/recent.js';
import { read, type Shared } from '../machine/shared.js';
import { BlockRunner, type ModelBlock } from './bare-model/model-block.js';
import { runUnit } from './cohort/draw-run.js';
import type { Unit } from './cohort/units.js';
import {
  type Places,
  type PointGroup,
  type PointMeans,
  type PointsTask,
  type PointValues,
  runMeasure,
  runPoints,
} from './points/points-run.js';
import type { DrawResult } from './results/draw-result.js';
import type { Key } from './seed.js';
import { type PointDraw, runSweepDraw, type SweepTask } from './sweep/sweep-draw.js';
import { measureTargets, type TargetMeans } from './targets/target-run.js';
import type { Task } from './task.js';

/** Some consecutive blocks of a bare model's persons. */
export interface BlocksUnit {
  readonly model: BuiltModel;
  readonly key: Key;
  readonly persons: number;
  readonly first: number;
  readonly count: number;
}

/** Targets to measure in a scenario. */
export interface TargetsUnit {
  readonly scenario: Scenario;
  readonly targets: readonly Target[];
  readonly key: Key;
  readonly persons: number;
}

/**
 * The task of the last unit, since successive units mostly share it. Reading it for every unit takes an eighth more CPU time with
 * small cohorts.
 */
const received = new Recent<number, unknown>(keptAtMost.receivedTasks);

function receive<Data>(shared: Shared<Data>): Data {
  return received.get(shared.id, () => read(shared)) as Data;
}

export const jobs = {
  /** Runs one unit of a task. */
  unit: ({ task, unit }: { task: Shared<Task>; unit: Unit }): DrawResult => runUnit(receive(task), unit),
  /** Runs one parameter draw of the points of a sweep. */
  sweep: ({ task, draw }: { task: Shared<SweepTask>; draw: number }): PointDraw[] =>
    runSweepDraw(receive(task), draw),
  /** Simulates some points of a scenario. */
  points: ({ task, points }: { task: Shared<PointsTask>; points: readonly PointValues[] }): PointMeans[] =>
    runPoints(receive(task), points),
  /** Simulates points on persons of their own, for one measure. */
  measure: ({
    task,
    group,
    places,
  }: {
    task: Shared<PointsTask>;
    group: PointGroup;
    places: Places;
  }): Float64Array => runMeasure(receive(task), group, places),
  /** Measures targets under the reference approach. */
  targets: ({ scenario, targets, key, persons }: TargetsUnit): TargetMeans =>
    measureTargets(scenario, scenario.reference, targets, key, persons),
  /** Runs blocks of a bare model; problems with the model come back as text, since errors lose their class between threads. */
  blocks: ({ model, key, persons, first, count }: BlocksUnit): ModelBlock[] | string => {
    const runner = new BlockRunner(model, key, persons);
    try {
      return Array.from({ length: count }, (_, i) => runner.run(first + i));
    } catch (error) {
      if (error instanceof SimultaneousEvents || error instanceof TooManyEvents) return error.message;
      throw error;
    }
  },
};
