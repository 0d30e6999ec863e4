/** JSON Schemas of the files that users write. */

import { readFileSync } from 'node:fs';
import { keptSchemas } from '../../scenario/yaml/parsed-file.js';

/** The schema of a kind of file, as the build has made it. */
export function jsonSchemaOf(kind: 'scenario' | 'model' | 'experiment'): object {
  return (JSON.parse(readFileSync(keptSchemas, 'utf8')) as Record<typeof kind, object>)[kind];
}
