/** The folders that come with the package. */

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folders of the package where bare names are looked up. Their files may extend each other. */
export interface Library {
  readonly scenarios: string;
  readonly data: string;
}

/**
 * The folders that come with the package. The way to them is the same from src/scenario, dist/scenario and dist/program.
 */
export function packageLibrary(): Library {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
  return { scenarios: join(root, 'scenarios'), data: join(root, 'data') };
}
