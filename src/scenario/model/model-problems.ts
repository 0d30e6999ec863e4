/** Collects the problems found while a model file is being built. */

import { type ConditionProblem, readCondition } from '../../domain/checks/condition.js';
import { rounded } from '../../domain/parameters/quantity.js';
import { compileCondition } from '../../engine/compile/condition.js';
import type { Condition, Track } from '../../engine/model/model.js';
import type { Diagnostic } from '../check/diagnostic.js';
import type { Locate } from '../check/issues.js';
import { suggest } from '../check/nearest.js';
import type { Path } from '../yaml/yaml-file.js';

/** Shares and probabilities may add up to 1 plus or minus this: it allows for rounded decimals, not for rounded percentages. */
const SHARE_TOLERANCE = 1e-9;

interface Problem extends ConditionProblem {
  readonly atKey?: boolean;
}

export class Problems {
  private readonly found: Problem[] = [];

  /** Reports a problem with the value at a path, or (`atKey`) with the path's last key. */
  report(path: Path, message: string, atKey = false): void {
    this.found.push({ path, message, atKey });
  }

  /** Reports a name that is none of the candidates, with the nearest of them. Returns whether it is one. */
  checkName(path: Path, what: string, name: string, candidates: readonly string[]): boolean {
    if (candidates.includes(name)) return true;
    const none = candidates.length === 0 ? '; there are none' : '';
    this.found.push({ path, message: `unknown ${what} "${name}"${none}`, name, candidates });
    return false;
  }

  /** Reports a key that is not the name of a track. */
  checkTrackKey(path: Path, tracks: readonly Track[]): boolean {
    const name = String(path.at(-1));
    const candidates = tracks.map((track) => track.name);
    if (candidates.includes(name)) return true;
    this.found.push({ path, message: `unknown track "${name}"`, name, candidates, atKey: true });
    return false;
  }

  /** Reports a state that the track does not have; `atKey` when the state is the path's last key. */
  checkState(path: Path, track: Track, state: string, atKey = false): boolean {
    if (track.states.includes(state)) return true;
    const message = `unknown state "${state}" of track "${track.name}"`;
    this.found.push({ path, message, name: state, candidates: track.states, atKey });
    return false;
  }

  /** Reports a value that the group does not have; `atKey` as for states. */
  checkValue(path: Path, group: string, values: readonly string[], value: string, atKey = false): boolean {
    if (values.includes(value)) return true;
    const message = `unknown value "${value}" of group "${group}"`;
    this.found.push({ path, message, name: value, candidates: values, atKey });
    return false;
  }

  /** Reports shares that do not add up to 1. */
  checkShares(path: Path, shares: readonly number[]): void {
    const sum = shares.reduce((total, share) => total + share, 0);
    if (Math.abs(sum - 1) <= SHARE_TOLERANCE) return;
    this.report(path, `${path.join('.')}: the shares add up to ${rounded(sum)}, expected 1`);
  }

  /** Reports a list whose numbers do not ascend, at the first one that is out of order. */
  checkAscending(path: Path, key: string, values: readonly number[]): void {
    const wrong = values.findIndex((value, i) => i > 0 && value <= values[i - 1]!);
    if (wrong < 0) return;
    this.report([...path, wrong, key], `"${key}" must ascend: ${values[wrong]} after ${values[wrong - 1]}`);
  }

  /** Reports every repetition of a name in a list. */
  checkUnique(what: string, entries: readonly { readonly path: Path; readonly name: string }[]): void {
    const seen = new Set<string>();
    for (const { path, name } of entries) {
      if (seen.has(name)) this.report(path, `two ${what} are named "${name}"; names must be unique`);
      seen.add(name);
    }
  }

  /** Reads a condition at a path; undefined, and reported, when it is wrong. */
  readCondition(path: Path, node: unknown, tracks: readonly Track[]): Condition | undefined {
    const { condition, problems } = readCondition(node, tracks);
    for (const problem of problems) {
      // An unknown track is a key, an unknown state a value.
      const atKey = problem.name !== undefined && problem.name === problem.path.at(-1);
      this.found.push({ ...problem, path: [...path, ...problem.path], atKey });
    }
    if (problems.length > 0) return undefined;
    try {
      compileCondition({ tracks, loads: [] }, condition);
    } catch (error) {
      this.report(path, (error as Error).message);
      return undefined;
    }
    return condition;
  }

  /** Everything reported so far, with places. */
  diagnostics(locate: Locate): Diagnostic[] {
    return this.found.map(({ path, message, name, candidates, atKey }) => ({
      ...locate(path, atKey),
      message: `${message}${name === undefined ? '' : suggest(name, candidates ?? [])}`,
    }));
  }
}
