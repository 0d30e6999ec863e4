/** Writes the folder of a run in the place of the one before, of which nothing is lost. */

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Files } from '../../machine/folder.js';
import type { Dialect } from '../../output/csv.js';
import type { AnyTable } from '../../output/package/columns.js';
import type { RunRecord } from '../../output/package/manifest.js';
import { writeRun } from '../../output/package/run.js';
import type { WriteOptions } from '../plan/options.js';
import { isComplete } from '../simulate/complete.js';
import { keepEarlier, type Listener } from './earlier.js';

const MANIFEST = 'manifest.json';

/** What manifests say of when, where and by which command, in which runs of the same differ. */
const PASSING = ['command_line', 'workers', 'inputs', 'started', 'finished', 'seconds', 'machine'];

/** What two manifests of the same results have in common. */
function lastingOf(manifest: string): string {
  return JSON.stringify(JSON.parse(manifest), (name, value) => (PASSING.includes(name) ? undefined : value));
}

/**
 * Whether a manifest that is about to be written is of the same results as the one that is there, so that their files are written again
 * byte for byte; not where somebody has changed one of them.
 *
 * @param path of the one that is there
 */
export function isWrittenAgain(path: string, manifest: string): boolean {
  const { identity } = JSON.parse(manifest) as { readonly identity: string };
  return isComplete(path, identity) && lastingOf(readFileSync(path, 'utf8')) === lastingOf(manifest);
}

/** Whether a folder holds files that its manifest does not list: a note, charts, a report. */
function holdsMore(manifest: string): boolean {
  const { outputs } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    readonly outputs: readonly { readonly path: string }[];
  };
  const own = new Set([MANIFEST, ...outputs.map(({ path }) => path)]);
  return readdirSync(dirname(manifest)).some((name) => !own.has(name));
}

/**
 * Writes a run (see {@link writeRun}). The folder that it replaces is kept, once the new one is complete, unless all that it holds is written
 * again.
 */
export function writeRunFolder(
  folder: string,
  tables: readonly AnyTable[],
  record: RunRecord,
  options: Pick<WriteOptions, 'force'> & { readonly csv: Dialect },
  listener: Listener,
  extra: Files = {},
): void {
  const there = join(folder, MANIFEST);
  const makeWay = (manifest: string) => {
    if (!isWrittenAgain(there, manifest) || holdsMore(there)) keepEarlier([folder], options, listener);
  };
  // Whether files are unchanged is worked out from all their bytes.
  writeRun(folder, tables, options.csv, record, extra, options.force ? undefined : makeWay);
}
