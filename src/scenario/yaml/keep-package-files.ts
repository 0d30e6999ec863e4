/** Run by the build: parses the YAML files of the package and keeps the result. */

import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageLibrary } from '../library.js';
import { parsedFiles } from './parsed-file.js';
import { parseYamlFile } from './yaml-file.js';

const { scenarios, data } = packageLibrary();
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
