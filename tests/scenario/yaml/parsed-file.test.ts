import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packageLibrary } from '../../../src/scenario/load-scenario.js';
import { asFile } from '../../../src/scenario/yaml/parsed-file.js';
import { type Path, parseYamlFile } from '../../../src/scenario/yaml/yaml-file.js';
import { folderWith } from '../temporary-folder.js';

const { scenarios, data } = packageLibrary();
const shipped = [scenarios, join(scenarios, 'plans'), data, join(data, 'regimes')].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(folder, name)),
);

// A name with nothing behind it, a list, an alias, and names that objects have by themselves.
const odd = join(
  folderWith({ 'odd.yaml': 'a: &x\n  - 1\n  - { b: two }\nempty:\ntoString: 3\nagain: *x\n' }),
  'odd.yaml',
);

/** Paths of all nodes, and of names below and beside them that are not there. */
function pathsOf(node: unknown, path: Path = []): Path[] {
  const missing: Path[] = [
    [...path, 'nothing'],
    [...path, 'valueOf', 'x'],
    [...path, 99],
  ];
  if (typeof node !== 'object' || node === null) return [path, ...missing];
  const below = Object.entries(node).flatMap(([key, value]) =>
    pathsOf(value, [...path, Array.isArray(node) ? Number(key) : key]),
  );
  return [path, ...missing, ...below];
}

it.each([...shipped, odd])('%s is the same whether it was kept or is parsed', (path) => {
  const { file, keep } = parseYamlFile(path);
  const kept = asFile(JSON.parse(JSON.stringify(keep!())), path, file!.sha256);
  expect(kept.tree).toEqual(file!.tree);
  expect(kept.aliases).toEqual(file!.aliases);
  const paths = pathsOf(file!.tree);
  const placesOf = ({ locate }: typeof kept) => paths.map((at) => [locate(at), locate(at, true)]);
  expect(placesOf(kept)).toEqual(placesOf(file!));
});
