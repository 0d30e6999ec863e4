/** Inputs as groups that are moved as one, independent of each other: what screening and Sobol indices tell apart. */

import type { Input } from '../../domain/parameters/inputs.js';

/** Inputs that are moved as one. */
export interface InputGroup {
  readonly name: string;
  readonly members: readonly Input[];
  /** Whether its members come together from the rows of a posterior. */
  readonly isJoint: boolean;
}

/** Name of the group of all that comes from the posterior. */
export const POSTERIOR = 'posterior';

/**
 * All inputs in groups: those of the posterior as one, since they are correlated; then the named groups, of what is left; then each of the
 * others alone, under its path.
 *
 * @param named paths by name of a group
 */
export function groupInputs(
  inputs: readonly Input[],
  named: Readonly<Record<string, readonly string[]>>,
): InputGroup[] {
  const joint = inputs.filter(({ isCalibrated }) => isCalibrated);
  let left = inputs.filter(({ isCalibrated }) => !isCalibrated);
  const groups: InputGroup[] = joint.length === 0 ? [] : [{ name: POSTERIOR, members: joint, isJoint: true }];
  for (const [name, paths] of Object.entries(named)) {
    const members = left.filter(({ path }) => paths.includes(path));
    if (members.length === 0) continue;
    groups.push({ name, members, isJoint: false });
    left = left.filter((input) => !members.includes(input));
  }
  return [...groups, ...left.map((input) => ({ name: input.path, members: [input], isJoint: false }))];
}

/**
 * The strongest groups, that of the posterior first whatever it does by itself; and the inputs of all others.
 *
 * @param strengthOf how far an input moves what is looked at, by itself
 */
export function strongest(
  groups: readonly InputGroup[],
  strengthOf: (input: Input) => number,
  most: number,
): { readonly chosen: readonly InputGroup[]; readonly others: readonly Input[] } {
  const strength = ({ isJoint, members }: InputGroup) =>
    isJoint ? Number.POSITIVE_INFINITY : members.reduce((sum, input) => sum + strengthOf(input) ** 2, 0);
  const ordered = groups
    .map((group) => ({ group, of: strength(group) }))
    .sort((a, b) => (a.of === b.of ? 0 : b.of - a.of))
    .map(({ group }) => group);
  return {
    chosen: ordered.slice(0, most),
    others: ordered.slice(most).flatMap(({ members }) => members),
  };
}
