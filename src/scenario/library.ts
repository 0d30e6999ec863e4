/** The folders that come with the package. */

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Library } from './inherit/inheritance.js';

/** The folders that come with the package; two above this module, in src/ and in dist/, and in the files of the program too. */
export function packageLibrary(): Library {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
  return { scenarios: join(root, 'scenarios'), data: join(root, 'data') };
}
