/** What results say of how much the numbers of a scenario matter. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readable, slugOf } from '../write/results-folder.js';

/** Shares of the variance of a difference between approaches, by the path of the number that carries them. */
export interface VarianceShares {
  /** Where they come from. */
  readonly folder: string;
  /** The largest share first; of several approaches the largest of each number. */
  readonly shares: ReadonlyMap<string, number>;
}

/** The shares that a result folder tells: of a sensitivity analysis those of all numbers, of a run those that stand out. */
async function sharesIn(folder: string): Promise<VarianceShares> {
  // Mostly there are no results.
  const { openRunFolder } = await import('../../output/package/run-folder.js');
  const run = openRunFolder(folder);
  const analysed = run.table('inputs.csv').map(({ path, share }) => ({
    path: String(path),
    share: Number(share),
  }));
  const standingOut = (run.manifest.influences ?? []).flatMap(({ assumptions }) => assumptions ?? []);
  const shares = new Map<string, number>();
  for (const { path, share } of [...analysed, ...standingOut])
    if (share > (shares.get(path) ?? 0)) shares.set(path, share);
  return { folder, shares: new Map([...shares].sort(([, a], [, b]) => b - a)) };
}

/**
 * The influence of a scenario's numbers by a result folder; without one by the last results of that scenario in the usual place, if
 * there are any that can be read.
 *
 * @throws Refusal where the folder holds no results
 */
export async function influenceOn(
  file: string,
  given: string | undefined,
): Promise<VarianceShares | undefined> {
  if (given !== undefined) return readable(given, () => sharesIn(given));
  const slug = slugOf(file);
  const usual = [`sensitivity-${slug}`, slug].map((name) => join('results', name));
  const folder = usual.find((each) => existsSync(join(each, 'manifest.json')));
  if (folder === undefined) return undefined;
  try {
    return await sharesIn(folder);
  } catch {
    // Nobody asked for it.
    return undefined;
  }
}
