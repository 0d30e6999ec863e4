/** Run by the build: parses the YAML files of the package, makes the JSON Schemas, and keeps both. */

import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { experimentJsonSchema, modelJsonSchema, scenarioJsonSchema } from '../check/json-schema.js';
import { packageLibrary } from '../library.js';
import { keptSchemas, parsedFiles } from './parsed-file.js';
import { parseYamlFile } from './yaml-file.js';

const library = packageLibrary();
const { scenarios, data } = library;
const folders = [scenarios, join(scenarios, 'plans'), join(scenarios, 'models'), data, join(data, 'regimes')];
const paths = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(folder, name)),
);
const kept = paths.flatMap((path) => {
  const { file, keep } = parseYamlFile(path);
  return file === undefined || keep === undefined ? [] : [[file.sha256, keep()] as const];
});
writeFileSync(parsedFiles, JSON.stringify(Object.fromEntries(kept)));
writeFileSync(
  keptSchemas,
  JSON.stringify({
    scenario: scenarioJsonSchema(library),
    model: modelJsonSchema(),
    experiment: experimentJsonSchema(),
  }),
);
