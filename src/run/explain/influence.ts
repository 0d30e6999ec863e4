/** What results say of how much the numbers of a scenario matter. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readable, slugOf } from '../write/results-folder.js';

/** What results say of how much a scenario's numbers matter, by their paths; of several approaches the largest of each number. */
export interface Influence {
  /** Where it comes from. */
  readonly folder: string;
  /** Shares of the variance of a difference between approaches, the largest first. */
  readonly shares: ReadonlyMap<string, number>;
  /**
   * How far a number moves the net balance of an approach, from one end of its range to the other with all else at central values, in
   * euros a person, the furthest first. None that does not move it.
   */
  readonly moves: ReadonlyMap<string, number>;
}

/** The largest of each name, the largest first. */
function largest(all: readonly (readonly [name: string, size: number])[]): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const [name, size] of all) if (size > (sizes.get(name) ?? 0)) sizes.set(name, size);
  return new Map([...sizes].sort(([, a], [, b]) => b - a));
}

/**
 * The influences that a result folder tells: of a sensitivity analysis the shares of all numbers; of a run those that stand out, and how
 * far each of its assumptions moves the balance.
 */
async function influenceIn(folder: string): Promise<Influence> {
  // Mostly there are no results.
  const { openRunFolder } = await import('../../output/package/run-folder.js');
  const run = openRunFolder(folder);
  const analysed = run.table('inputs.csv').map(({ path, share }) => [String(path), Number(share)] as const);
  const influences = run.manifest.influences ?? [];
  const standingOut = influences.flatMap(({ assumptions }) => assumptions ?? []);
  const tried = influences.flatMap((each) => each.tried ?? []);
  return {
    folder,
    shares: largest([...analysed, ...standingOut.map(({ path, share }) => [path, share] as const)]),
    moves: largest(tried.map(({ path, at_low, at_high }) => [path, Math.abs(at_high - at_low)] as const)),
  };
}

/**
 * The influence of a scenario's numbers by a result folder; without one by the last results of that scenario in the usual place, if
 * there are any that can be read.
 *
 * @throws Refusal where the folder holds no results
 */
export async function influenceOn(file: string, given: string | undefined): Promise<Influence | undefined> {
  if (given !== undefined) return readable(given, () => influenceIn(given));
  const slug = slugOf(file);
  const usual = [`sensitivity-${slug}`, slug].map((name) => join('results', name));
  const folder = usual.find((each) => existsSync(join(each, 'manifest.json')));
  if (folder === undefined) return undefined;
  try {
    return await influenceIn(folder);
  } catch {
    // Nobody asked for it.
    return undefined;
  }
}
