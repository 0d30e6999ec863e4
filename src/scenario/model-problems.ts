/** Collects what is wrong with a model file while it is being built. */

import { type ConditionProblem, readCondition } from '../domain/condition.js';
import { compileCondition } from '../engine/condition.js';
import type { Condition, Track } from '../engine/model.js';
import type { Diagnostic } from './diagnostic.js';
import type { Locate } from './issues.js';
import { suggest } from './nearest.js';
import type { Path } from './yaml-file.js';

/** Shares and probabilities may miss 1 by this much: rounding of decimal fractions, not of percentages. */
const SHARE_TOLERANCE = 1e-9;

interface Problem extends ConditionProblem {
  readonly atKey?: boolean;
}

export class Problems {
  private readonly found: Problem[] = [];

  report(path: Path, message: string): void {
    this.found.push({ path, message });
  }

  /** Reports a name that is none of the candidates, with the nearest of them. Returns whether it is one. */
  checkName(path: Path, what: string, name: string, candidates: readonly string[], atKey = false): boolean {
    if (candidates.includes(name)) return true;
    const none = candidates.length === 0 ? '; there are none' : '';
    this.found.push({ path, message: `unknown ${what} "${name}"${none}`, name, candidates, atKey });
    return false;
  }

  /** Reports shares that do not add up to 1. */
  checkShares(path: Path, shares: readonly number[]): void {
    const sum = shares.reduce((total, share) => total + share, 0);
    if (Math.abs(sum - 1) <= SHARE_TOLERANCE) return;
    this.report(path, `${path.join('.')}: the shares add up to ${Number(sum.toPrecision(12))}, expected 1`);
  }

  /** Reports a list whose numbers do not ascend; the place is that of the first one out of order. */
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
      compileCondition(tracks, condition);
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
