/** Writes a new municipality's scenario. */

import { existsSync, writeFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { regimes } from '../../domain/regimes/all.js';
import { findRegime } from '../../domain/regimes/find.js';
import { knownOrigins } from '../../domain/schema/origins.js';
import { writeBeside } from '../../machine/folder.js';
import { formatDiagnostic } from '../../scenario/check/diagnostic.js';
import { findTurning } from '../../scenario/check/direction.js';
import { type Inherited, inherit } from '../../scenario/inherit/inheritance.js';
import { isSection, nodeOf } from '../../scenario/inherit/layers.js';
import { loadScenario, packageLibrary } from '../../scenario/load-scenario.js';
import { type InheritedApproach, type NewScenario, newScenarioText } from '../../scenario/new-scenario.js';
import { readingOnce, readYamlFile, type YamlReader } from '../../scenario/yaml/yaml-file.js';
import { Refusal } from '../refusal.js';
import { refuseNameOfEarlier } from '../write/results-folder.js';

export interface InitOptions {
  readonly from: string;
  readonly file?: string;
  readonly force: boolean;
}

/** The longest name that a scenario may have. */
const LONGEST_NAME = 80;

/** A municipality's name as the name of a file: letters without accents, digits and hyphens. */
function fileNameOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** The file to write. @throws Refusal when the name gives no file name or a taken one, or the file exists. */
function targetOf(name: string, { file, force }: InitOptions): string {
  const slug = fileNameOf(name);
  if (file === undefined && slug === '') {
    throw new Refusal(`"${name}" has no letters or digits to name a file by; use --file`);
  }
  const target = file ?? `${slug}.yaml`;
  if (!/\.ya?ml$/.test(target)) throw new Refusal(`--file ${target}: expected a name that ends in .yaml`);
  refuseNameOfEarlier(target, basename(target).replace(/\.ya?ml$/, ''), 'use --file for another name');
  if (existsSync(target) && !force) {
    throw new Refusal(`${target}: exists already; use --force to replace it, or --file for another name`);
  }
  return target;
}

/** A path with forward slashes, relative to a folder; undefined on another drive. */
function relativeTo(folder: string, path: string): string | undefined {
  const way = relative(resolve(folder), resolve(path));
  return isAbsolute(way) ? undefined : way.replaceAll('\\', '/');
}

/** How a file refers to the schema, for editors: a relative path, or a URL where the path contains spaces. */
function schemaFrom(target: string): string {
  const schema = join(packageLibrary().scenarios, 'scenario.schema.json');
  const way = relativeTo(dirname(target), schema);
  return way === undefined || /\s/.test(way) ? pathToFileURL(schema).href : way;
}

/** The text for `extends`: a bare name as it is, a file as a path relative to the new one. */
function baseFrom(target: string, from: string): string {
  if (!/[/\\]|\.ya?ml$/.test(from)) return from;
  return relativeTo(dirname(target), from) ?? from;
}

type Brought = Pick<NewScenario, 'inherited' | 'origins' | 'firstPermit' | 'regime'>;

/** Names of what stands in a section; none where there is no such section. */
function namesIn(tree: unknown, path: readonly string[]): string[] {
  const node = nodeOf(tree, path);
  return isSection(node, path.at(-1)) ? Object.keys(node) : [];
}

/** What readers of English call something; without a label, its name. */
function calledOf(tree: unknown, path: readonly string[]): { readonly name: string; readonly label: string } {
  const name = path.at(-1)!;
  const label = nodeOf(tree, [...path, 'label', 'en']) ?? nodeOf(tree, [...path, 'label']);
  // Into a comment, which ends with the line.
  return { name, label: typeof label === 'string' ? label.replaceAll(/\s+/g, ' ') : name };
}

/** The first approach beside the reference; undefined: there is none. */
function approachBeside(tree: unknown): InheritedApproach | undefined {
  const reference = nodeOf(tree, ['reference']);
  const name = namesIn(tree, ['approaches']).find((each) => each !== reference);
  if (name === undefined) return undefined;
  const path = ['approaches', name];
  const activities = namesIn(tree, [...path, 'activities']);
  return {
    ...calledOf(tree, path),
    activities: activities.map((each) => calledOf(tree, [...path, 'activities', each])),
  };
}

/** What a base scenario provides: its origins, its first permit, its regime, and an approach to compare with the reference. */
function whatBaseBrings(tree: Inherited['tree'] | undefined): Brought {
  const date = nodeOf(tree, ['cohort', 'first_permit']);
  return {
    inherited: approachBeside(tree),
    origins: knownOrigins(tree).names,
    firstPermit: typeof date === 'string' ? date : undefined,
    regime: findRegime(tree?.regime) ?? regimes[0]!,
  };
}

/**
 * Writes a scenario file, which only appears once it has been checked.
 * @throws Refusal with everything wrong with it, under its final name; nothing is left behind.
 */
function writeValid(target: string, from: string, textOf: (base: Brought) => string): void {
  writeBeside(resolve(target), (temporary) => {
    const once = readingOnce();
    const reader: YamlReader = (path) => (path === temporary ? readYamlFile(path) : once(path));
    // First without anything of its own: what is inherited decides what there is to say.
    writeFileSync(temporary, `extends: ${JSON.stringify(baseFrom(target, from))}\n`);
    const { inherited, diagnostics } = inherit(temporary, packageLibrary(), reader);
    const [refused] = diagnostics.filter(({ file }) => file === temporary);
    if (refused !== undefined)
      throw new Refusal(`--from ${from}: ${refused.message.replace('extends: ', '')}`);
    writeFileSync(temporary, textOf(whatBaseBrings(inherited?.tree)));
    const loaded = loadScenario(temporary, packageLibrary(), [], undefined, reader);
    if (loaded.ok) return;
    const problems = loaded.diagnostics.map((each) =>
      formatDiagnostic(each.file === temporary ? { ...each, file: resolve(target) } : each),
    );
    throw new Refusal(problems.join('\n'));
  });
}

/**
 * Writes the scenario of a new municipality; returns its file.
 * @throws Refusal when the name, the base or the file cannot be used; nothing is written then.
 */
export function init(name: string, options: InitOptions): string {
  if (name.trim() === '' || name.length > LONGEST_NAME || /\p{Cc}|\p{Zl}|\p{Zp}/u.test(name)) {
    throw new Refusal(`expected a name of 1 to ${LONGEST_NAME} characters on one line`);
  }
  const turning = findTurning(name);
  if (turning !== undefined) throw new Refusal(`${name}: ${turning.message}`);
  const target = targetOf(name, options);
  const base = baseFrom(target, options.from);
  const schema = schemaFrom(target);
  writeValid(target, options.from, (brought) => newScenarioText({ name, base, schema, ...brought }));
  return target;
}
