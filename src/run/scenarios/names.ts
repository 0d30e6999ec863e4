/** Scenarios and models by name: a file in the current folder, else one that comes with the package. */

import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { suggest } from '../../scenario/check/nearest.js';
import { packageLibrary } from '../../scenario/library.js';
import { realOf } from '../../scenario/real-path.js';
import { Refusal } from '../refusal.js';

/** Kinds of files that go by name, with the folders of the package that hold them. */
const kinds = { scenario: ['', 'plans'], model: ['models'] } as const;

type Kind = keyof typeof kinds;

/** The folders of the package with files of a kind. */
function foldersOf(kind: Kind): string[] {
  return kinds[kind].map((folder) => join(packageLibrary().scenarios, folder));
}

/** The YAML files of a folder, without their endings. */
function namesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
    .sort();
}

/** The files of a kind that come with the package. */
export function shippedFiles(kind: Kind): { readonly name: string; readonly path: string }[] {
  return foldersOf(kind).flatMap((folder) =>
    namesIn(folder).map((name) => ({ name, path: join(folder, `${name}.yaml`) })),
  );
}

/** Whether something is a path, and no name. */
const isPath = (given: string) => /[/\\]|\.ya?ml$/.test(given);

/** The file of a name; undefined: there is none such. */
function fileOf(name: string, kind: Kind): string | undefined {
  const here = `${name}.yaml`;
  return existsSync(here) ? here : shippedFiles(kind).find((each) => each.name === name)?.path;
}

/** Whether something is the name of a scenario, as which it is no path. */
export function isScenarioName(given: string): boolean {
  return !isPath(given) && fileOf(given, 'scenario') !== undefined;
}

/**
 * The file that is meant by a path or by a name.
 *
 * @throws Refusal with the nearest name where there is none such
 */
export function fileNamed(given: string, kind: Kind = 'scenario'): string {
  const isFile = statSync(given, { throwIfNoEntry: false })?.isFile() === true;
  if (isFile || isPath(given)) return given;
  const found = fileOf(given, kind);
  if (found !== undefined) return found;
  const shipped = shippedFiles(kind);
  const known = [...namesIn('.'), ...shipped.map(({ name }) => name)];
  throw new Refusal(
    `no ${kind} "${given}" in this folder or in the package${suggest(given, [...new Set(known)])}`,
  );
}

/** The names of scenarios of the package in whose place a file of this folder is taken. */
export function ownFiles(given: readonly string[]): string[] {
  const shipped = shippedFiles('scenario');
  return given.filter((name) => {
    const own = shipped.find((each) => each.name === name);
    // In the folder of the package's own scenarios the two are one.
    return own !== undefined && realOf(fileNamed(name)) !== realOf(own.path);
  });
}

/** The name of a scenario of the package in whose place a file of this folder is taken; undefined where it hides none. */
export function hiddenBy(file: string): string | undefined {
  const name = basename(file, '.yaml');
  return resolve(`${name}.yaml`) === resolve(file) ? ownFiles([name])[0] : undefined;
}

/** What another machine knows a scenario by: the name of one of the package, else the path as it was given. */
export function portableName(path: string): string {
  if (!isAbsolute(path) || !foldersOf('scenario').includes(dirname(resolve(path)))) return path;
  return basename(path, '.yaml');
}

/**
 * What a file that goes to others calls a scenario: one of the package by its name, another by its path as it was given, without the
 * folders where that began at the root: where the writer keeps files is nobody else's business.
 */
export function nameForOthers(path: string, given: string): string {
  const known = portableName(path);
  if (known !== path) return known;
  return isAbsolute(given) ? basename(given) : given;
}
