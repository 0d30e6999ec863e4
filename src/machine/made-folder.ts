/** Makes folders for a file, and removes them again if the file is not written. */

import { existsSync, mkdirSync, rmdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Makes a folder; returns whether it was new. */
function makeOne(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    // Another process may have made it since.
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return false;
    throw error;
  }
}

/**
 * Makes a folder and its parents; returns a function that removes the ones it made if they are empty. They are made one by one:
 * with `recursive`, Node.js reports ENOENT for a read-only disk, and hangs on file systems such as /proc.
 *
 * @throws the system's error about the folder that cannot be made
 */
export function makeFolder(path: string): () => void {
  const missing: string[] = [];
  for (let folder = resolve(path); !existsSync(folder); folder = dirname(folder)) missing.push(folder);
  const made = missing.reverse().filter(makeOne).reverse();
  return () => {
    try {
      for (const folder of made) rmdirSync(folder);
    } catch {
      // The folder is not empty, or already gone.
    }
  };
}
