/** The folders that come with the package. */

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folders of the package where bare names are looked up. Their files may extend each other. */
export interface Library {
  readonly scenarios: string;
  readonly data: string;
}

/** The way to it is the same from src/scenario, dist/scenario and dist/program. */
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const library: Library = { scenarios: join(root, 'scenarios'), data: join(root, 'data') };

/** The folders that come with the package. Worked out once: lists of numbers ask for them at every place. */
export function packageLibrary(): Library {
  return library;
}
