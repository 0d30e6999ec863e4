import { symlinkSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { areResults } from '../../../src/run/compare/variants.js';
import { fileNamed, hiddenBy, ownFiles, portableName } from '../../../src/run/scenarios/names.js';
import { shortenFromPackage } from '../../../src/run/scenarios/scenarios.js';
import { packageLibrary } from '../../../src/scenario/load-scenario.js';
import { folderWith } from '../../scenario/temporary-folder.js';

const { scenarios } = packageLibrary();
const folder = folderWith({
  'mine.yaml': '',
  'almere.yaml': '',
  'leiden/results.csv': '',
  'almere/manifest.json': '',
  'heerlen/manifest.json': '',
  'trial/manifest.json': '',
});
const start = process.cwd();
process.chdir(folder);
afterEach(() => vi.restoreAllMocks());
process.on('exit', () => process.chdir(start));

it('is a file in this folder, else one of the package', () => {
  expect(fileNamed('mine')).toBe('mine.yaml');
  expect(fileNamed('almere')).toBe('almere.yaml');
  // A folder of that name is no scenario.
  expect(fileNamed('leiden')).toBe(join(scenarios, 'leiden.yaml'));
  expect(fileNamed('sweden')).toBe(join(scenarios, 'plans', 'sweden.yaml'));
  expect(basename(fileNamed('cav', 'model'))).toBe('cav.yaml');
});

it('is no result folder of the same name, unless result folders alone are named', () => {
  expect(areResults(['almere', 'heerlen'])).toBe(true);
  expect(areResults(['almere', 'heerlen', 'groningen'])).toBe(false);
  expect(areResults(['almere'])).toBe(false);
  // What can be nothing else decides for all.
  expect(areResults(['./almere', 'groningen'])).toBe(true);
  expect(areResults(['trial', 'groningen'])).toBe(true);
});

it('tells of files of this folder that are taken in the place of one of the package', () => {
  expect(ownFiles(['mine', 'almere', 'leiden', 'almere.yaml'])).toEqual(['almere']);
  process.chdir(scenarios);
  expect(ownFiles(['almere'])).toEqual([]);
  process.chdir(folder);
});

it('tells of a file that hides one of the package, in this folder alone', () => {
  const files = ['almere.yaml', resolve('almere.yaml'), 'mine.yaml', 'own/almere.yaml', 'almere.yml'];
  expect(files.map(hiddenBy)).toEqual(['almere', 'almere', undefined, undefined, undefined]);
});

it('leaves paths as they are, whether there is such a file or not', () => {
  expect(fileNamed('gone.yaml')).toBe('gone.yaml');
  expect(fileNamed('./gone')).toBe('./gone');
});

it('names the nearest on a miss', () => {
  expect(() => fileNamed('leidn')).toThrow(
    'no scenario "leidn" in this folder or in the package; did you mean "leiden"?',
  );
  expect(() => fileNamed('min')).toThrow('did you mean "mine"?');
  expect(() => fileNamed('cva', 'model')).toThrow(/no model "cva" .* did you mean "cav"/);
});

it('is known to other machines by its name, where it comes with the package', () => {
  expect(portableName(join(scenarios, 'leiden.yaml'))).toBe('leiden');
  expect(portableName('scenarios/leiden.yaml')).toBe('scenarios/leiden.yaml');
  expect(portableName('/elsewhere/leiden.yaml')).toBe('/elsewhere/leiden.yaml');
});

it('goes by the same name in results, whatever link leads to the package', () => {
  symlinkSync(join(scenarios, '..'), 'link');
  expect(shortenFromPackage(join(scenarios, 'leiden.yaml'))).toBe('scenarios/leiden.yaml');
  expect(shortenFromPackage(resolve('link/scenarios/leiden.yaml'))).toBe('scenarios/leiden.yaml');
  expect(shortenFromPackage(resolve('mine.yaml'))).toBe('mine.yaml');
});
