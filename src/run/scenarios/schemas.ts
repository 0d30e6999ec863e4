/** JSON Schemas of the files that users write. */

import {
  experimentJsonSchema,
  modelJsonSchema,
  scenarioJsonSchema,
} from '../../scenario/check/json-schema.js';
import { packageLibrary } from '../../scenario/load-scenario.js';

const schemas = {
  scenario: () => scenarioJsonSchema(packageLibrary()),
  model: modelJsonSchema,
  experiment: experimentJsonSchema,
} as const;

/** The schema of a kind of file. */
export function jsonSchemaOf(kind: keyof typeof schemas): object {
  return schemas[kind]();
}
