/** The page of a scenario that has not been run: it is run first, into a folder that does not stay. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Language } from '../../output/language.js';
import type { Caller } from '../caller.js';
import type { DesignOptions } from '../plan/options.js';
import { Refusal } from '../refusal.js';
import { loadAll } from '../scenarios/scenarios.js';
import { run } from '../simulate/run.js';
import { nothingToCompare } from './page.js';
import { makeReport } from './report.js';

/** How a page is made of a scenario. */
export interface PageOptions extends DesignOptions {
  readonly set: readonly string[];
  readonly horizon: number | undefined;
  readonly discountTo: string | undefined;
  readonly workers: number;
  readonly lang: Language;
  /** The file, or the folder for it. */
  readonly out: string;
  readonly force: boolean;
  /** What readers may change; empty: what carries the answer. */
  readonly control: readonly string[];
}

/**
 * Simulates a scenario and writes its page; returns the file.
 *
 * @throws Refusal where the scenario has nothing to compare, before it is simulated
 */
export async function makePage(path: string, options: PageOptions, caller: Caller): Promise<string[]> {
  const approaches = Object.keys(loadAll([path], options.set)[0]!.tree.approaches);
  if (approaches.length < 2) throw new Refusal(nothingToCompare(path));
  const folder = mkdtempSync(join(tmpdir(), 'doorstroom-page-'));
  try {
    const design = {
      ...options,
      ...({
        out: folder,
        csv: 'standard',
        resume: false,
        force: true,
        by: undefined,
        persons: false,
      } as const),
      ...{ parquet: false, precision: undefined, mostDraws: undefined, shard: undefined },
    };
    await run([path], design, caller);
    const { lang, out, force, control } = options;
    return await makeReport([folder], { format: ['page'], lang, out, force, control }, caller);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
