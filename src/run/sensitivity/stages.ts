/**
 * What a sensitivity analysis simulates: each uncertain number at both ends; the parameter draws of a run; trajectories for screening; base
 * points for Sobol indices. The ends come first, since they say which numbers come into the designs; a shard simulates all of them, and
 * its part of the others.
 */

import { assembleResults, type Results } from '../../analysis/results.js';
import { basePointsOf, type Trajectories, trajectoriesOf } from '../../analysis/sensitivity/group-designs.js';
import { groupInputs, type InputGroup, strongest } from '../../analysis/sensitivity/input-groups.js';
import type { PersonMeasure } from '../../domain/measures/measures.js';
import type { Input } from '../../domain/parameters/inputs.js';
import { centralValue } from '../../domain/parameters/quantity.js';
import { type Journal, underNames } from '../../machine/journal.js';
import { unitsOf } from '../../simulation/cohort/units.js';
import type { PointGroup, PointMeans, PointsTask } from '../../simulation/points/points-run.js';
import { type Pool, runAllPoints, runGroups, runUnits } from '../../simulation/pool.js';
import type { DrawResult } from '../../simulation/results/draw-result.js';
import { collectDraws } from '../../simulation/results/join.js';
import { HALVES } from '../../simulation/results/leaves.js';
import type { Task } from '../../simulation/task.js';
import type { StepCounter } from '../caller.js';
import type { Shard } from '../plan/options.js';
import { isInShard } from '../simulate/shards.js';
import { isIdle, namedGroups, placesOf, pointsAtEnds, readerOf } from './ends.js';
import { type Subject, usersOf } from './subject.js';

/** What a unit of any stage comes to. */
export type StageResult = DrawResult | PointMeans[] | Float64Array;

/** Everything needed to simulate. */
export interface Stages {
  readonly pool: Pool;
  readonly task: Task;
  readonly measure: PersonMeasure;
  readonly subjects: readonly Subject[];
  readonly inputs: readonly Input[];
  /** Trajectories for screening and base points for Sobol indices; 0: none. */
  readonly trajectories: number;
  readonly basePoints: number;
  readonly journal: Pick<Journal<StageResult>, 'get' | 'put'>;
  readonly shard: Shard | undefined;
  readonly steps: StepCounter;
  readonly signal: AbortSignal | undefined;
}

/** What is analysed at each row of a design, in each half of the persons. */
type ByHalf = readonly (readonly [Float64Array, Float64Array])[];

/** Groups with the rows that were simulated for them. */
export interface Screened {
  readonly groups: readonly InputGroup[];
  readonly design: Trajectories['design'];
  readonly outcomes: ByHalf;
}

export interface Indexed {
  readonly groups: readonly InputGroup[];
  /** Inputs that make up one more group. */
  readonly others: readonly Input[];
  readonly outcomes: ByHalf;
}

/** All that was simulated. */
export interface SimulatedAnalysis {
  readonly results: Results;
  /** With all inputs at their central values, then each at its low and at its high point. */
  readonly ends: readonly PointMeans[];
  readonly screened: Screened | undefined;
  readonly indexed: Indexed | undefined;
}

/** Groups whose Sobol indices are told, apart from all others together. */
const INDEXED = 20;
/** Rows of a design that are simulated at once. */
const ROWS_AT_ONCE = 24;

/** What points of the scenario are simulated with: as many persons at each as a draw has. */
function pointsTask({ tree, posterior, norms, key, replications }: Task): PointsTask {
  const persons = replications * Math.max(1, Math.round(centralValue(tree.cohort.size)));
  return { tree, norms, key, persons, ...(posterior === undefined ? {} : { posterior }) };
}

/** The journal as a stage uses it. */
function journalOf<Result extends StageResult>(
  { journal }: Pick<Stages, 'journal'>,
  nameOf: (unit: number) => string,
): Pick<Journal<Result>, 'get' | 'put'> {
  return underNames(journal as Journal<Result>, (unit) => nameOf(Number(unit)));
}

async function simulateEnds(stages: Stages): Promise<PointMeans[]> {
  const { pool, task, inputs, steps, signal } = stages;
  const found: PointMeans[] = [];
  await runAllPoints(
    pool,
    pointsTask(task),
    pointsAtEnds(inputs),
    (means) => {
      found.push(means);
      steps.step(task.tree.name);
    },
    { signal, journal: journalOf(stages, (unit) => `ends/${unit}`) },
  );
  return found;
}

async function simulateDraws(stages: Stages): Promise<readonly DrawResult[]> {
  const { pool, task, shard, steps, signal } = stages;
  const all = unitsOf(task);
  const mine = all.flatMap((_, i) => (isInShard(i, shard) ? [i] : []));
  const draws = collectDraws(task);
  await runUnits(
    pool,
    task,
    mine.map((i) => all[i]!),
    (result) => {
      // A part of the draws cannot be joined.
      if (shard === undefined) draws.add(result);
      steps.step(task.tree.name);
    },
    { signal, journal: journalOf(stages, (unit) => `draw/${mine[unit]!}`) },
  );
  return draws.all;
}

/** Rows of a design in parts: those of one trajectory or base point have the same persons, others have others. */
function partsOf(rows: readonly (readonly PointGroup['points'][number][])[]): PointGroup[] {
  return rows.flatMap((points, replication) =>
    Array.from(
      { length: Math.ceil(points.length / ROWS_AT_ONCE) },
      (_, i): PointGroup => ({ points: points.slice(i * ROWS_AT_ONCE, (i + 1) * ROWS_AT_ONCE), replication }),
    ),
  );
}

async function simulateRows(stages: Stages, name: string, parts: readonly PointGroup[]): Promise<ByHalf> {
  const { pool, task, measure, subjects, shard, steps, signal } = stages;
  const mine = parts.flatMap((_, i) => (isInShard(i, shard) ? [i] : []));
  const approaches = task.approaches.length;
  const found: number[][] = Array.from({ length: HALVES * subjects.length }, () => []);
  await runGroups(
    pool,
    { task: pointsTask(task), places: placesOf(assembleResults(task, []), measure) },
    mine.map((i) => parts[i]!),
    (values) => {
      for (let point = 0; point < values.length; point += HALVES * approaches) {
        for (const [s, { approach, isOwn }] of subjects.entries())
          for (let half = 0; half < HALVES; half++) {
            const own = values[point + HALVES * approach + half]!;
            found[HALVES * s + half]!.push(isOwn ? own : own - values[point + half]!);
          }
        steps.step(task.tree.name);
      }
    },
    { signal, journal: journalOf(stages, (unit) => `${name}/${mine[unit]!}`) },
  );
  return subjects.map((_, i) => [
    Float64Array.from(found[HALVES * i]!),
    Float64Array.from(found[HALVES * i + 1]!),
  ]);
}

/** The inputs that any approach analysed uses, and how far each moves by itself what is analysed, as part of the widest swing there. */
function strengthsOf(
  { task, measure, subjects, inputs }: Stages,
  ends: readonly PointMeans[],
): Map<Input, number> {
  const empty = assembleResults(task, []);
  const ownEnds = inputs.map((input, at) => ({ input, low: ends[2 * at + 1]!, high: ends[2 * at + 2]! }));
  const used = ownEnds.filter(({ low, high }) => !isIdle(low, high, usersOf(subjects)));
  const found = new Map(used.map(({ input }) => [input, 0]));
  for (const subject of subjects) {
    const read = readerOf(empty, subject, measure);
    const swings = used.map(({ low, high }) => Math.abs(read(high) - read(low)) || 0);
    const widest = Math.max(...swings);
    if (widest > 0)
      used.forEach(({ input }, i) => {
        found.set(input, Math.max(found.get(input)!, swings[i]! / widest));
      });
  }
  return found;
}

/** How many rows the designs have at most: what is used is known later. */
function mostRows({ trajectories, basePoints, inputs }: Stages): number {
  const groups = groupInputs(inputs, {}).length;
  return trajectories * (groups + 1) + basePoints * (Math.min(groups, INDEXED + 1) + 2);
}

/** Simulates all; of a shard its part, of which nothing is handed back but what the journal keeps. */
export async function simulateStages(stages: Stages): Promise<SimulatedAnalysis | undefined> {
  const { task, trajectories, basePoints, shard, steps } = stages;
  const { posterior, key } = task;
  const most = Math.ceil(mostRows(stages) / (shard?.count ?? 1));
  steps.expect(most);
  const ends = await simulateEnds(stages);
  const strengths = strengthsOf(stages, ends);
  const groups = groupInputs([...strengths.keys()], namedGroups(task.tree));
  const walks = groups.length > 0 ? trajectoriesOf(groups, posterior, trajectories, key) : undefined;
  const { chosen, others } = strongest(groups, (input) => strengths.get(input)!, INDEXED);
  const points = groups.length > 0 ? basePointsOf(chosen, others, posterior, basePoints, key) : [];
  const parts = { walks: partsOf(walks?.points ?? []), points: partsOf(points) };
  const rows = Object.values(parts).flatMap((all) => all.filter((_, i) => isInShard(i, shard)));
  steps.settle(rows.reduce((sum, part) => sum + part.points.length, 0) - most);
  const draws = await simulateDraws(stages);
  const byWalk = await simulateRows(stages, 'trajectory', parts.walks);
  const byPoint = await simulateRows(stages, 'base', parts.points);
  if (shard !== undefined) return undefined;
  return {
    results: assembleResults(task, draws),
    ends,
    screened:
      walks === undefined || trajectories === 0
        ? undefined
        : { groups, design: walks.design, outcomes: byWalk },
    indexed: points.length === 0 ? undefined : { groups: chosen, others, outcomes: byPoint },
  };
}
