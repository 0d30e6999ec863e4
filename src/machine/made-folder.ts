/** Folders that are made for a file, and go again where nothing came of it. */

import { existsSync, mkdirSync, rmdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Makes a folder; whether it was not there. */
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
 * Makes a folder and those above it; returns what takes away those that it made, as far as they are empty. One after the
 * other: the `recursive` of Node.js says of a read-only disk that something is missing (ENOENT), and never comes back from
 * a file system that makes no folders, as /proc.
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
      // Something is in it, or it has gone.
    }
  };
}
