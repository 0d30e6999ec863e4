/** Run by the build: reads the YAML files and the posteriors of the package, makes the JSON Schemas, and keeps them all. */

import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { experimentJsonSchema, modelJsonSchema, scenarioJsonSchema } from './check/json-schema.js';
import { keptFolder, keptJson, keptNumbers, keptSchema } from './kept-files.js';
import { packageLibrary } from './library.js';
import { parsePosteriorTables } from './tables/posterior-tables.js';
import { parseYamlFile } from './yaml/yaml-file.js';

const library = packageLibrary();
const { scenarios, data } = library;

function keepYaml(folder: string): void {
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.yaml'))) {
    const { file, keep } = parseYamlFile(join(folder, name));
    if (file !== undefined && keep !== undefined)
      writeFileSync(keptJson(file.sha256), JSON.stringify(keep()));
  }
}

function keepPosterior(folder: string): void {
  const [draws, priors] = parsePosteriorTables(folder);
  if (!('sha256' in draws) || !('sha256' in priors)) return;
  writeFileSync(keptJson(priors.sha256), JSON.stringify(priors.list));
  const { paths, rows, central, lowest, highest, values } = draws;
  writeFileSync(keptJson(draws.sha256), JSON.stringify({ paths, rows }));
  const parts = [central, lowest, highest, values].map((part) => new Uint8Array(part.buffer));
  writeFileSync(keptNumbers(draws.sha256), Buffer.concat(parts));
}

rmSync(keptFolder, { recursive: true, force: true });
mkdirSync(keptFolder);
for (const folder of [
  scenarios,
  join(scenarios, 'plans'),
  join(scenarios, 'models'),
  data,
  join(data, 'regimes'),
])
  keepYaml(folder);
const posteriors = join(data, 'posteriors');
for (const name of readdirSync(posteriors)) keepPosterior(join(posteriors, name));
const schemas = {
  scenario: scenarioJsonSchema(library),
  model: modelJsonSchema(),
  experiment: experimentJsonSchema(),
};
for (const [kind, schema] of Object.entries(schemas)) writeFileSync(keptSchema(kind), JSON.stringify(schema));
