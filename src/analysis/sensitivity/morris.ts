/**
 * Morris screening: which of many inputs, or groups of them, do anything, from few rows. On a trajectory one group after the other is
 * moved by half of its probability; what the outcome changes by, over one half, is an elementary effect (Morris 1991, doi
 * 10.1080/00401706.1991.10484804; mean of absolute values and groups: Campolongo, Cariboni and Saltelli 2007, doi
 * 10.1016/j.envsoft.2006.10.004).
 */

import { deriveKey, hashName, uniformAt } from '../../engine/random/threefry.js';
import type { Key } from '../../simulation/seed.js';
import { permute } from '../design.js';
import { mean, variance } from '../statistics.js';

/** Part of the probability that a move goes through. */
const MOVE = 0.5;

/** Levels of an input: the middles of equal parts of its probability, so that none lies at 0 or 1, where a value may be infinite. */
const LEVELS = 4;

/** Changes that are rounding, as part of the largest outcome. */
const ROUNDING = 1e-12;

const MORRIS = hashName('Morris trajectories');

/** The rows of a design: (groups + 1) for each trajectory, one after the other, so that a beginning of them is a design too. */
export interface MorrisDesign {
  readonly groups: number;
  /** Columns of each group. */
  readonly columns: readonly (readonly number[])[];
  readonly trajectories: readonly Trajectory[];
}

interface Trajectory {
  /** Groups in the order in which they are moved. */
  readonly order: readonly number[];
  /** Uniforms of each row, by column. */
  readonly rows: readonly Float64Array[];
}

/**
 * A design of random trajectories.
 *
 * @param groupOf group of each column: 0, 1, ...; the columns of a group are moved together, each in its own direction
 */
export function morrisDesign(groupOf: readonly number[], trajectories: number, key: Key): MorrisDesign {
  const groups = Math.max(...groupOf) + 1;
  const columns = Array.from({ length: groups }, (_, group) =>
    groupOf.flatMap((own, column) => (own === group ? [column] : [])),
  );
  return {
    groups,
    columns,
    trajectories: Array.from({ length: trajectories }, (_, t) => {
      const [key0, key1] = deriveKey(key[0], key[1], MORRIS, t);
      const order = permute(groups, key0, key1);
      const start = Float64Array.from(groupOf, (_group, column) => {
        const level = Math.floor(LEVELS * uniformAt(key0, key1, column, 1));
        return (level + 0.5) / LEVELS;
      });
      const rows = [start];
      for (const group of order) {
        const row = rows.at(-1)!.slice();
        for (const column of columns[group]!) row[column]! += row[column]! < MOVE ? MOVE : -MOVE;
        rows.push(row);
      }
      return { order, rows };
    }),
  };
}

/** What moving a group does to an outcome, per unit of probability: the whole range of an input is 1. */
export interface ElementaryEffects {
  /** Mean: near 0 where the effect changes sign. NaN of a group of several columns, whose directions are their own. */
  readonly mu: number;
  /** Mean of absolute values: the measure of importance. */
  readonly muStar: number;
  /** Standard error of that. */
  readonly muStarError: number;
  /** Standard deviation: large where the effect depends on other inputs or is not linear. NaN of a group of several columns. */
  readonly sigma: number;
}

/**
 * Elementary effects by group. Chance that differs between rows adds to the absolute values: of nothing but chance with standard deviation
 * s, muStar is 2.26 s; so run the rows of a trajectory on the same persons.
 *
 * @param outcome by row, trajectory after trajectory; trajectories with a NaN between two rows have no effect there
 */
export function elementaryEffects(
  { groups, columns, trajectories }: MorrisDesign,
  outcome: Float64Array,
): ElementaryEffects[] {
  const effects = columns.map((): number[] => []);
  const rounding = ROUNDING * outcome.reduce((most, value) => Math.max(most, Math.abs(value) || 0), 0);
  trajectories.forEach(({ order, rows }, t) => {
    order.forEach((group, step) => {
      const place = t * (groups + 1) + step;
      const moved = outcome[place + 1]! - outcome[place]!;
      const change = Math.abs(moved) <= rounding ? 0 : moved / MOVE;
      const [first, ...others] = columns[group]!;
      const isDown = rows[step + 1]![first!]! < rows[step]![first!]!;
      const effect = others.length > 0 ? Math.abs(change) : isDown ? -change : change;
      if (!Number.isNaN(effect)) effects[group]!.push(effect);
    });
  });
  return effects.map((own, group): ElementaryEffects => {
    const sizes = own.map(Math.abs);
    const isSingle = columns[group]!.length === 1;
    return {
      mu: isSingle ? mean(own) : Number.NaN,
      muStar: mean(sizes),
      muStarError: Math.sqrt(variance(sizes) / sizes.length),
      sigma: isSingle ? Math.sqrt(variance(own)) : Number.NaN,
    };
  });
}
