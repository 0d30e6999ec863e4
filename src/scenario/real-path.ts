/** Where a path leads. */

import { realpathSync } from 'node:fs';

/** The path without symbolic links; unchanged when it does not exist. */
export function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
