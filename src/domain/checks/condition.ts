/** Conditions as people write them in a scenario, checked against the tracks there are. */

import type { Condition, Track } from '../../engine/model/model.js';
import { conditionWords } from './reserved-names.js';

/** Something wrong in a condition: where (path below the condition) and what; candidates for a near name. */
export interface ConditionProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
  /** Whether the name of a track is wrong, rather than what stands under it. */
  readonly atKey?: boolean;
  readonly name?: string;
  readonly candidates?: readonly string[];
}

/** A problem at a path of the scenario; `name` and `candidates` for a "did you mean". */
export interface ReferenceProblem extends ConditionProblem {
  /** Path of what the name would name. */
  readonly named?: readonly string[];
}

function isMapping(node: unknown): node is Record<string, unknown> {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}

/** A value as a name; undefined for a section, a list or nothing. */
function nameOf(value: unknown): string | undefined {
  return typeof value === 'object' ? undefined : String(value);
}

/** Reads one entry of a mapping: `all`, `any`, `not`, or a track with its state(s). */
function readEntry(
  key: string,
  value: unknown,
  tracks: readonly Track[],
  path: readonly (string | number)[],
  problems: ConditionProblem[],
): Condition {
  const here = [...path, key];
  if (key === 'all' || key === 'any') {
    if (!Array.isArray(value)) {
      problems.push({ path: here, message: `"${key}" takes a list of conditions` });
      return { all: [] };
    }
    const parts = value.map((part, i) => readNode(part, tracks, [...here, i], problems));
    return key === 'all' ? { all: parts } : { any: parts };
  }
  if (key === 'not') return { not: readNode(value, tracks, here, problems) };
  const track = tracks.find((candidate) => candidate.name === key);
  if (track === undefined) {
    const candidates = [...tracks.map((candidate) => candidate.name), ...conditionWords];
    problems.push({ path: here, message: `unknown track "${key}"`, atKey: true, name: key, candidates });
    return { all: [] };
  }
  const states = Array.isArray(value) ? value : [value];
  states.forEach((state, i) => {
    if (typeof state === 'string' && track.states.includes(state)) return;
    const at = Array.isArray(value) ? [...here, i] : here;
    const name = nameOf(state);
    problems.push(
      name === undefined
        ? { path: at, message: `expected a state of track "${key}", or a list of states` }
        : { path: at, message: `unknown state "${name}" of track "${key}"`, name, candidates: track.states },
    );
  });
  return {
    track: key,
    in: states.filter((state): state is string => track.states.includes(state as string)),
  };
}

function readNode(
  node: unknown,
  tracks: readonly Track[],
  path: readonly (string | number)[],
  problems: ConditionProblem[],
): Condition {
  if (!isMapping(node) || Object.keys(node).length === 0) {
    problems.push({ path, message: 'expected a condition: a mapping such as { housing: housed }' });
    return { all: [] };
  }
  const parts = Object.entries(node).map(([key, value]) => readEntry(key, value, tracks, path, problems));
  return parts.length === 1 ? parts[0]! : { all: parts };
}

/**
 * Reads a condition: a mapping whose entries must all hold. An entry is a track with a state or a list of states
 * (any of them), or `all` / `any` with a list of conditions, or `not` with a condition.
 *
 * @returns the condition, and the problems found; with problems the condition must not be used.
 */
export function readCondition(
  node: unknown,
  tracks: readonly Track[],
): { condition: Condition; problems: readonly ConditionProblem[] } {
  const problems: ConditionProblem[] = [];
  const condition = readNode(node, tracks, [], problems);
  return { condition, problems };
}
