/** Designs over groups of inputs, as values of the inputs: trajectories for screening, and base points for Sobol indices. */

import { type Input, inputValues } from '../../domain/parameters/inputs.js';
import type { Posterior } from '../../domain/parameters/posterior.js';
import { deriveKey, hashName, uniformAt } from '../../engine/random/threefry.js';
import type { Key } from '../../simulation/seed.js';
import type { InputGroup } from './input-groups.js';
import { type MorrisDesign, morrisDesign } from './morris.js';
import { saltelliDesign } from './sobol-indices.js';

/** Values of inputs by path. */
type Values = ReturnType<typeof inputValues>;

/** A column of a design for each input, but one for all of a posterior. */
interface Columns {
  readonly groupOf: readonly number[];
  /** Place of the first column of each group. */
  readonly first: readonly number[];
}

function columnsOf(groups: readonly InputGroup[]): Columns {
  const groupOf: number[] = [];
  const first: number[] = [];
  for (const [g, { members, isJoint }] of groups.entries()) {
    first.push(groupOf.length);
    groupOf.push(...Array.from({ length: isJoint ? 1 : members.length }, () => g));
  }
  return { groupOf, first };
}

/** The values of the inputs of groups; `rowOf`: the row of the posterior at a uniform. */
function valuesOfGroups(
  groups: readonly InputGroup[],
  { first }: Columns,
  uniforms: Float64Array,
  posterior: Posterior | undefined,
  rowOf: (uniform: number) => number,
): Values {
  const parts = groups.map(({ members, isJoint }, g) => {
    const start = first[g]!;
    return isJoint
      ? inputValues(members, [], posterior, rowOf(uniforms[start]!))
      : inputValues(members, uniforms.subarray(start, start + members.length));
  });
  return Object.assign({}, ...parts) as Values;
}

/** A row of a posterior at a uniform, all as likely. */
const rowAt = (uniform: number, rows: number) => Math.min(rows - 1, Math.floor(uniform * rows));

const ROWS = hashName('rows of a posterior on trajectories');
const OTHERS = hashName('inputs beyond the groups of Sobol indices');

/** A design and the values of its rows: by trajectory or base point, whose rows want the same persons. */
export interface Trajectories {
  readonly design: MorrisDesign;
  readonly points: readonly (readonly Values[])[];
}

/**
 * Trajectories through groups (see `morris.ts`). The posterior is moved from one of its rows, drawn at random for each trajectory, to another.
 */
export function trajectoriesOf(
  groups: readonly InputGroup[],
  posterior: Posterior | undefined,
  count: number,
  key: Key,
): Trajectories {
  const columns = columnsOf(groups);
  const design = morrisDesign(columns.groupOf, count, key);
  const [key0, key1] = deriveKey(key[0], key[1], ROWS, 0);
  const points = design.trajectories.map(({ rows }, t) => {
    const among = posterior?.rows ?? 0;
    const before = rowAt(uniformAt(key0, key1, t, 0), among);
    // Any other row.
    const after = (before + 1 + rowAt(uniformAt(key0, key1, t, 1), among - 1)) % among;
    const rowOf = (uniform: number) => (uniform < 0.5 ? before : after);
    return rows.map((uniforms) => valuesOfGroups(groups, columns, uniforms, posterior, rowOf));
  });
  return { design, points };
}

/**
 * Base points of Sobol indices over groups and, as one more group, all other inputs (see `sobol-indices.ts`). Those come from plain random
 * numbers, since there are not enough dimensions of Sobol points for hundreds of inputs.
 */
export function basePointsOf(
  chosen: readonly InputGroup[],
  others: readonly Input[],
  posterior: Posterior | undefined,
  count: number,
  key: Key,
): (readonly Values[])[] {
  const columns = columnsOf(chosen);
  const own = columns.groupOf.length;
  const hasOthers = others.length > 0;
  const groupOf = hasOthers ? [...columns.groupOf, chosen.length] : columns.groupOf;
  const design = saltelliDesign(groupOf, count, key);
  const perPoint = design.rows / count;
  const rowOf = (uniform: number) => rowAt(uniform, posterior?.rows ?? 0);
  return Array.from({ length: count }, (_, point) => {
    const drawn = [0, 1].map((sample) => {
      const [key0, key1] = deriveKey(key[0], key[1], OTHERS, 2 * point + sample);
      return inputValues(
        others,
        others.map((_input, at) => uniformAt(key0, key1, at, 0)),
      );
    });
    return Array.from({ length: perPoint }, (_row, at) => {
      const row = point * perPoint + at;
      const values = valuesOfGroups(chosen, columns, design.uniformsOf(row), posterior, rowOf);
      return hasOthers ? { ...drawn[design.isFromB(row, own) ? 1 : 0]!, ...values } : values;
    });
  });
}
