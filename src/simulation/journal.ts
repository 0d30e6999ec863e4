/** A journal of finished work on disk: what was complete survives an interruption, line by line. */

import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Results by the name of their unit. */
export interface Journal<Result> {
  get(unit: string): Result | undefined;
  put(unit: string, result: Result): void;
  /** Results read from an earlier run. */
  readonly resumed: number;
  /** Removes the journal: everything it held is written elsewhere. */
  remove(): void;
}

interface Entry<Result> {
  readonly unit: string;
  readonly result: Result;
}

function readEntries<Result>(lines: readonly string[]): Map<string, Result> {
  const entries = new Map<string, Result>();
  for (const line of lines) {
    try {
      const { unit, result } = JSON.parse(line) as Entry<Result>;
      entries.set(unit, result);
    } catch {
      // The line that was being written when the run was killed.
      break;
    }
  }
  return entries;
}

/**
 * Opens a journal. One that belongs to other work (another fingerprint) is begun anew, as is any unless `resume`.
 *
 * @param fingerprint of all that decides the results
 */
export function openJournal<Result>(path: string, fingerprint: string, resume: boolean): Journal<Result> {
  const lines = resume && existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
  const same = lines[0] === fingerprint;
  const entries = same
    ? readEntries<Result>(lines.slice(1).filter((line) => line !== ''))
    : new Map<string, Result>();
  mkdirSync(dirname(path), { recursive: true });
  const write = ([unit, result]: [string, Result]) => `${JSON.stringify({ unit, result })}\n`;
  // Written anew, so that a torn last line does not spoil what is appended.
  writeFileSync(path, `${fingerprint}\n${[...entries].map(write).join('')}`);
  return {
    get: (unit) => entries.get(unit),
    put(unit, result) {
      entries.set(unit, result);
      appendFileSync(path, write([unit, result]));
    },
    resumed: entries.size,
    remove: () => rmSync(path, { force: true }),
  };
}
