/** Folders that are made for a file, and go again where nothing came of it. */

import { mkdirSync, readdirSync, rmdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Makes a folder and those above it; returns what takes away those that it made, as far as they are empty. */
export function makeFolder(folder: string): () => void {
  const first = mkdirSync(folder, { recursive: true });
  return () => {
    if (first === undefined) return;
    const above = dirname(resolve(first));
    let each = resolve(folder);
    while (each !== above && readdirSync(each).length === 0) {
      rmdirSync(each);
      each = dirname(each);
    }
  };
}
