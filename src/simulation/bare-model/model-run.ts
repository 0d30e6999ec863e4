/** Runs a bare multistate model and sums up the lives of its persons. */

import type { Model } from '../../engine/model/model.js';
import type { BuiltModel } from '../../engine/model/population.js';
import type { Journal } from '../../machine/journal.js';
import { type Pool, runInOrder } from '../pool.js';
import { emptyMoments, type Moments, mergeMoments } from '../results/moments.js';
import { recorderShape } from '../results/recorder-shape.js';
import { seedKey } from '../seed.js';
import { BLOCK_PERSONS, type ModelBlock, reachedShape, variablesOf } from './model-block.js';

/** A mean over persons with its Monte Carlo standard error; NaN where there are too few persons to tell. */
export interface MeanEstimate {
  readonly persons: number;
  readonly mean: number;
  /** Unbiased variance between persons. */
  readonly variance: number;
  /** Standard error of the mean: the root of variance / persons. */
  readonly mcse: number;
}

/** Shares of the persons at months 0, 1, ..., horizon, each with its MCSE, the root of p (1 - p) / (persons - 1) (NaN of one person). */
export interface ShareCurve {
  readonly share: Float64Array;
  readonly mcse: Float64Array;
}

interface StateResult {
  readonly track: string;
  readonly state: string;
  /** Months spent in the state within the horizon. */
  readonly months: MeanEstimate;
  /** Share of the persons in the state. */
  readonly occupancy: ShareCurve;
}

interface RewardResult {
  readonly name: string;
  readonly nominal: MeanEstimate;
  readonly discounted: MeanEstimate;
}

interface MilestoneResult {
  readonly name: string;
  /** Share of the persons who have reached it. */
  readonly reached: ShareCurve;
  /** Month at which it was reached, over those who did within the horizon. */
  readonly month: MeanEstimate;
}

export interface ModelRun {
  readonly persons: number;
  readonly horizonMonths: number;
  readonly states: readonly StateResult[];
  readonly rewards: readonly RewardResult[];
  readonly milestones: readonly MilestoneResult[];
}

function estimate(moments: Moments, variable: number): MeanEstimate {
  const persons = moments.count[variable]!;
  const variance = persons > 1 ? moments.squares[variable]! / (persons - 1) : Number.NaN;
  return {
    persons,
    mean: persons > 0 ? moments.mean[variable]! : Number.NaN,
    variance,
    mcse: Math.sqrt(variance / persons),
  };
}

/** Running sums of `length` changes from `start` on, as shares of the persons. */
function curveOf(changes: ArrayLike<number>, start: number, length: number, persons: number): ShareCurve {
  const share = new Float64Array(length);
  const mcse = new Float64Array(length);
  let running = 0;
  for (let month = 0; month < length; month++) {
    running += changes[start + month]!;
    const p = running / persons;
    share[month] = p;
    mcse[month] = persons > 1 ? Math.sqrt((p * (1 - p)) / (persons - 1)) : Number.NaN;
  }
  return { share, mcse };
}

/** Sums over the first blocks of a run: plain data, from which the run can go on. */
export interface ModelSums {
  persons: number;
  /** Variables in the order of `variablesOf`. */
  readonly moments: Moments;
  readonly occupancyChange: Float64Array;
  readonly reached: Float64Array;
}

function emptySums(model: Model): ModelSums {
  return {
    persons: 0,
    moments: emptyMoments(variablesOf(model).total),
    occupancyChange: new Float64Array(recorderShape(model).length),
    reached: new Float64Array(reachedShape(model).length),
  };
}

/** Sums up the blocks of a run. */
export class ModelTotals {
  /** @param sums earlier sums to continue from */
  constructor(
    private readonly model: Model,
    readonly sums: ModelSums = emptySums(model),
  ) {}

  /** Adds the next block; the same order of blocks gives the same bytes. */
  add(block: ModelBlock): void {
    const { moments, occupancyChange, reached } = this.sums;
    this.sums.persons += block.persons;
    mergeMoments(moments, block.moments);
    for (let i = 0; i < occupancyChange.length; i++) occupancyChange[i]! += block.occupancyChange[i]!;
    for (let i = 0; i < reached.length; i++) reached[i]! += block.reached[i]!;
  }

  /** The results so far. */
  result(): ModelRun {
    const { model } = this;
    const { persons, moments, occupancyChange, reached } = this.sums;
    const at = variablesOf(model);
    const [changes, milestones] = [recorderShape(model), reachedShape(model)];
    const months = milestones.rowLength;
    const states = model.tracks.flatMap((track) =>
      track.states.map((state) => ({ track: track.name, state })),
    );
    return {
      persons,
      horizonMonths: model.horizonMonths,
      states: states.map((names, s) => ({
        ...names,
        months: estimate(moments, at.states + s),
        occupancy: curveOf(occupancyChange, changes.rowAt(s), months, persons),
      })),
      rewards: model.rewards.map(({ name }, r) => ({
        name,
        nominal: estimate(moments, r),
        discounted: estimate(moments, at.discounted + r),
      })),
      milestones: model.milestones.map(({ name }, m) => ({
        name,
        reached: curveOf(reached, milestones.rowAt(m), months, persons),
        month: estimate(moments, at.milestones + m),
      })),
    };
  }
}

/** A problem with a model that only shows when it runs. */
export class ModelProblem extends Error {}

/** Blocks given to a thread at a time: enough to outweigh the cost of sending them. */
const BLOCKS_AT_ONCE = 4;

/** The most times that a run saves its sums to a journal, so that the journal of a billion persons stays a few megabytes. */
const TIMES_KEPT = 1000;

export interface ModelRunOptions {
  readonly persons: number;
  readonly seed: string;
}

/** The first units of a run, added up. */
export interface ModelProgress {
  readonly units: number;
  readonly sums: ModelSums;
}

/** Where a run keeps its progress. Blocks are added in order, so the sums of the first blocks are all that is needed. */
export type ModelJournal = Pick<Journal<ModelProgress>, 'get' | 'put'>;

const PROGRESS = 'progress';

/** How a model is run. */
export interface ModelControl {
  /** Called for every unit of work done, of {@link modelUnits}, but not for those that a journal had. */
  readonly step?: () => void;
  /** Stops between units. */
  readonly signal?: AbortSignal | undefined;
  /** The journal of an earlier run of the same model, persons and seed, from which this one continues. */
  readonly journal?: ModelJournal | undefined;
}

/**
 * Runs `persons` persons through a model, block by block. The result depends on the model, the seed and the number
 * of persons alone, not on the pool or on interruptions; the first persons of a longer run are those of a shorter one.
 *
 * @throws ModelProblem when gates open each other in a circle.
 */
export async function runModel(
  pool: Pool,
  model: BuiltModel,
  { persons, seed }: ModelRunOptions,
  { step, signal, journal }: ModelControl = {},
): Promise<ModelRun> {
  const key = seedKey(seed);
  const earlier = journal?.get(PROGRESS);
  const totals = new ModelTotals(model.model, earlier?.sums);
  const units = modelUnits(persons);
  const blocks = Math.ceil(persons / BLOCK_PERSONS);
  const between = Math.ceil(units / TIMES_KEPT);
  const from = earlier?.units ?? 0;
  let done = from;
  await runInOrder(
    pool,
    'blocks',
    units - from,
    (unit) => {
      const first = (from + unit) * BLOCKS_AT_ONCE;
      return { model, key, persons, first, count: Math.min(BLOCKS_AT_ONCE, blocks - first) };
    },
    (result) => {
      if (typeof result === 'string') throw new ModelProblem(result);
      for (const block of result) totals.add(block);
      done += 1;
      if (done % between === 0 || done === units) journal?.put(PROGRESS, { units: done, sums: totals.sums });
      step?.();
    },
    { signal },
  );
  return totals.result();
}

/** Number of units of work for a number of persons. */
export function modelUnits(persons: number): number {
  return Math.ceil(persons / (BLOCK_PERSONS * BLOCKS_AT_ONCE));
}

/** Units of work whose results a journal has. */
export function unitsKept(journal: ModelJournal): number {
  return journal.get(PROGRESS)?.units ?? 0;
}
