/** JSON Schemas of the files that users write. */

import { readFileSync } from 'node:fs';
import { keptSchema } from '../../scenario/kept-files.js';

/** The schema of a kind of file, as the build has made it. */
export function jsonSchemaOf(kind: 'scenario' | 'model' | 'experiment'): object {
  return JSON.parse(readFileSync(keptSchema(kind), 'utf8')) as object;
}
