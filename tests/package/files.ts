/** What lies in a folder. */

import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** All files below a folder, by their paths from there, with slashes, in order. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}
