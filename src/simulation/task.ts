/** What a run of a scenario consists of, and what one parameter draw of it gives: plain data between threads. */

import type { Attributes, Breakdown } from '../domain/attributes/person.js';
import type { Norm } from '../domain/measures/rewards.js';
import { centralScenario, drawScenario } from '../domain/parameters/draw.js';
import type { Posterior } from '../domain/parameters/posterior.js';
import { centralValue } from '../domain/parameters/quantity.js';
import type { Scenario, ScenarioTree } from '../domain/schema.js';
import { deriveKey } from '../engine/random/threefry.js';
import type { Key } from './seed.js';

/** All that a worker needs to run any parameter draw of a scenario. */
export interface Task {
  readonly tree: ScenarioTree;
  /** Joint draws of the parameters that were calibrated. */
  readonly posterior?: Posterior;
  readonly norms: readonly Norm[];
  readonly key: Key;
  /** 1: the central values; more: as many draws from the parameters' distributions. */
  readonly draws: number;
  readonly replications: number;
  /** The reference approach first. */
  readonly approaches: readonly string[];
  /** Attribute by which results are also reported; absent: only the whole cohort. */
  readonly by?: Breakdown;
  /** Whether to return every person's results as well. */
  readonly persons: boolean;
}

/**
 * Results of one approach under one parameter draw; G groups (group 0 is the whole cohort), V measures (those of
 * persons, then those of occupancy). Leaves divide the cohort: its two halves, and with an attribute to report by those
 * of each of its values (see {@link leavesOfGroup}). Only the first replications are kept one by one (see
 * {@link keptOf}): the size of this does not grow with their number.
 */
export interface ApproachDraw {
  /** Mean of each measure over the group's persons in the kept replications: `(r * G + g) * V + v`. NaN: nobody. */
  readonly means: Float64Array;
  /** Sums of each measure over all persons of the leaf, over all replications: `leaf * V + v`. */
  readonly totals: Float64Array;
  /** Sums over all persons of the measure squared: `leaf * measures of persons + measure`. */
  readonly squares: Float64Array;
  /** Sums over all persons of the measure times the reference approach's, likewise. */
  readonly products: Float64Array;
  /**
   * For measures of those concerned, sums over all persons of the measure times the reference approach's number
   * concerned, and of the reference's measure times this approach's: `(leaf * measures of persons + measure) * 2`, and
   * the place after it.
   */
  readonly crossProducts: Float64Array;
  /** Quartiles of the months to self-sufficiency in the kept replications: `(r * G + g) * 3 + q`; Infinity: not reached. */
  readonly quartiles: Float64Array;
  /** Persons by months to self-sufficiency, over all replications: `leaf * (bins + 1) + bin`; the last bin: not within the horizon. */
  readonly timeCounts: Uint32Array;
  /**
   * In a run of a single draw, by group, the months of the first persons, in the same order under every approach;
   * Infinity: not within the horizon.
   */
  readonly timeSample: readonly Float64Array[];
  /** Persons in each state at each month, over all replications: `(leaf * states + state) * (horizon + 1) + month`. */
  readonly occupancy: Uint32Array;
  /** Persons who have reached each milestone by each month: `(leaf * milestones + milestone) * (horizon + 1) + month`. */
  readonly reached: Uint32Array;
  /** Sums over all replications by reward and calendar year: `(leaf * rewards + reward) * years + year`. */
  readonly nominalByYear: Float64Array;
  readonly discountedByYear: Float64Array;
  /**
   * Sums over batches of the squared nominal cost over the batch's persons, by place (see {@link batchPlaces}):
   * `(place * bookings + booking) * years + year`.
   */
  readonly costSquares: Float64Array;
  /** The same of the difference in the number of persons with the reference: `place * occupancy measures + measure`. */
  readonly occupancyDifferenceSquares: Float64Array;
}

const none = new Float64Array(0);
const nobody = new Uint32Array(0);

/** What takes the place of times, curves and costs by year where only outcomes are kept. */
export const noPaths = {
  quartiles: none,
  timeCounts: nobody,
  timeSample: [],
  occupancy: nobody,
  reached: nobody,
  nominalByYear: none,
  discountedByYear: none,
  costSquares: none,
} as const satisfies Partial<ApproachDraw>;

/** One person's life under one approach, for the list of persons. */
export interface PersonRow {
  readonly approach: number;
  readonly replication: number;
  readonly person: number;
  /** Indices of the attributes in their order, then age, capacity in hours, month of the permit. */
  readonly attributes: readonly number[];
  readonly values: readonly number[];
  readonly milestones: readonly number[];
}

export interface DrawResult {
  readonly draw: number;
  /** Hash of what the arrays are laid out by (see `layout.ts`). */
  readonly layout: string;
  /** Persons in the cohort under this draw. */
  readonly size: number;
  /** Persons by leaf, over all replications. */
  readonly leafPersons: Float64Array;
  /** Replications, and how many of them are kept one by one. */
  readonly replications: number;
  readonly kept: number;
  /** Batches of persons by place, over all replications. */
  readonly batches: Float64Array;
  readonly approaches: readonly ApproachDraw[];
  readonly persons: readonly PersonRow[];
}

/** A part of the work of a task: some consecutive replications of one parameter draw. */
export interface Unit {
  readonly draw: number;
  readonly first: number;
  readonly count: number;
}

/** Persons that a unit aims at: less than a second of work, so that little is lost with it and no worker is left waiting. */
const UNIT_PERSONS = 10_000;

/** Cohorts, over all draws, of which results are kept one by one: enough for the 2.5 % points of their distribution. */
const KEPT_COHORTS = 5000;

/** Replications of each draw that are kept one by one; of the others only what adds up. */
function keptReplications({ draws }: Pick<Task, 'draws'>): number {
  return Math.ceil(KEPT_COHORTS / draws);
}

/** How many replications of a unit are kept one by one. */
export function keptOf(task: Pick<Task, 'draws'>, { first, count }: Pick<Unit, 'first' | 'count'>): number {
  return Math.max(0, Math.min(count, keptReplications(task) - first));
}

/** The quartiles that are reported of times. */
export const QUARTILES = [0.25, 0.5, 0.75] as const;

/** Bins of a month in the counts of times: about two days each. */
export const BINS_PER_MONTH = 16;

/** Persons of each group in the sample of times. */
export const TIME_SAMPLE = 20_000;

/** The units of a task, in their order. They decide in which order sums are taken, and so the last digits of results. */
export function unitsOf({
  tree,
  draws,
  replications,
}: Pick<Task, 'tree' | 'draws' | 'replications'>): Unit[] {
  const size = Math.max(1, centralValue(tree.cohort.size));
  const most = Math.max(1, Math.floor(UNIT_PERSONS / size));
  const perDraw = Math.ceil(replications / most);
  return Array.from({ length: draws * perDraw }, (_, i) => {
    const first = (i % perDraw) * most;
    return { draw: Math.floor(i / perDraw), first, count: Math.min(most, replications - first) };
  });
}

/** The scenario that a draw stands for. */
export function scenarioOfDraw(
  { tree, key, draws, posterior }: Pick<Task, 'tree' | 'key' | 'draws' | 'posterior'>,
  draw: number,
): Scenario {
  return draws === 1 ? centralScenario(tree, posterior) : drawScenario(tree, key, draw, posterior);
}

/**
 * Parameter draws in a block, whose persons are the same: two antithetic pairs. Within a block the luck of the persons
 * cancels in what draws differ by, so that the spread over the parameters is seen through far less noise; every block has
 * persons of its own, so that what their luck does to a mean averages out over the blocks.
 */
export const DRAWS_PER_BLOCK = 4;

/** Key words that address the persons of one replication under the draws of one block. */
export function cohortKey(task: Pick<Task, 'key'>, draw: number, replication: number): Key {
  const [d0, d1] = deriveKey(task.key[0], task.key[1], Math.floor(draw / DRAWS_PER_BLOCK), 0);
  return deriveKey(d0, d1, replication, 0);
}

/** Names of the groups of a task: the whole cohort, then the values of the attribute asked for. */
export function groupNames(task: Pick<Task, 'by'>): string[] {
  const { by } = task;
  return ['all', ...(by === undefined ? [] : by.values.map((value) => `${by.name}=${value}`))];
}

/**
 * Halves of a cohort: persons with even and odd numbers, who are independent of each other. How far a draw's outcomes in
 * the two halves go together tells the spread over the parameters without the noise of persons.
 */
export const HALVES = 2;

/** The half that a person belongs to; the persons of one-person cohorts come into each half in turn. */
export function halfOf(replication: number, person: number): number {
  return (replication + person) % HALVES;
}

/** Number of leaves that divide the cohort. */
export function leafCount({ by }: Pick<Task, 'by'>): number {
  return HALVES * (by === undefined ? 1 : by.values.length);
}

/** The leaf a person of a half belongs to. */
export function leafOf({ by }: Pick<Task, 'by'>, attributes: Attributes, half: number): number {
  return HALVES * (by === undefined ? 0 : attributes.codes[by.at]!) + half;
}

/** The leaves of which one of so many groups consists, the first half of each before the second. */
export function leavesOfGroup(groups: number, group: number): number[] {
  const leaves = HALVES * Math.max(1, groups - 1);
  return group === 0
    ? Array.from({ length: leaves }, (_, leaf) => leaf)
    : Array.from({ length: HALVES }, (_, half) => HALVES * (group - 1) + half);
}

/**
 * Where the batches of a group are counted: by leaf; those of the whole cohort, of which several leaves have a part where an attribute
 * divides it, by half behind the leaves.
 */
export function batchPlaces(groups: number, group: number): number[] {
  const leaves = leavesOfGroup(groups, group);
  return leaves.length === HALVES
    ? leaves
    : Array.from({ length: HALVES }, (_, half) => leaves.length + half);
}
