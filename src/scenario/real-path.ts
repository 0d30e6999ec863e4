/** Where paths lead. */

import { realpathSync } from 'node:fs';
import { isAbsolute, relative } from 'node:path';

/** The path without symbolic links; unchanged when it does not exist. */
export function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** Whether a path leads into a folder, and not to the folder itself. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  // Absolute: on another drive.
  return way !== '' && !/^\.\.([/\\]|$)/.test(way) && !isAbsolute(way);
}
