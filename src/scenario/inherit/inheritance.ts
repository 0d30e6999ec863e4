/** Scenario files that build on others: reads the chain, merges it, and remembers which file set what. */

import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { type Diagnostic, type Place, shortenPath } from '../check/diagnostic.js';
import { suggest } from '../check/nearest.js';
import type { Library } from '../library.js';
import { isInside, realOf } from '../real-path.js';
import { tieAliases } from '../yaml/aliases.js';
import { type Path, readYamlFile, type YamlFile, type YamlReader } from '../yaml/yaml-file.js';
import { defaultShares } from './default-shares.js';
import { type Layer, locateIn, mergeTrees, nodeOf, type Setting, settingsAt } from './layers.js';
import { dropLostOrigins } from './origin-list.js';

/** A scenario with everything it extends. */
export interface Inherited {
  readonly tree: Record<string, unknown>;
  /** The files: the named one first, then those it extends, in falling precedence. */
  readonly layers: readonly YamlFile[];
  /** Place of a node in the layer that set it, or of its nearest enclosing section. */
  locate(path: Path, key?: boolean): Place;
  /** The settings of a node: the one in force first, then those it overrides. */
  settings(path: Path): readonly Setting[];
}

export type InheritResult = {
  readonly inherited: Inherited | undefined;
  readonly diagnostics: readonly Diagnostic[];
};

const MAX_DEPTH = 16;
/** The most names that one file may extend. */
const MAX_BASES = 16;

function yamlNames(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => basename(name, '.yaml'))
      .sort();
  } catch {
    return [];
  }
}

/** The entries of `extends`, with their paths. */
function extendsOf(tree: unknown): { name: unknown; at: Path }[] {
  const named = nodeOf(tree, ['extends']);
  if (Array.isArray(named)) return named.map((name: unknown, i) => ({ name, at: ['extends', i] }));
  return named === undefined || named === null ? [] : [{ name: named, at: ['extends'] }];
}

type BaseFile = { readonly path: string } | { readonly problem: string };

/** Reads a scenario and everything it extends, each file once. */
class Chain {
  readonly diagnostics: Diagnostic[] = [];
  /** Lowest first: a file comes after everything it extends. */
  private readonly ordered: YamlFile[] = [];
  private readonly seen = new Set<string>();
  private readonly root: string;
  private readonly libraryFolders: readonly string[];

  constructor(
    private readonly rootFile: string,
    private readonly library: Library,
    private readonly reader: YamlReader,
  ) {
    this.root = realOf(dirname(rootFile));
    this.libraryFolders = [library.scenarios, library.data].map(realOf);
  }

  /** The named file and those it extends, in falling precedence; empty when the named file cannot be read. */
  read(): YamlFile[] {
    this.visit(this.rootFile, [this.rootFile]);
    const layers = [...this.ordered].reverse();
    if (layers[0]?.path !== this.rootFile) return [];
    const regime = this.readRegime(layers);
    return regime === undefined || layers.some(({ path }) => realOf(path) === realOf(regime.path))
      ? layers
      : [...layers, regime];
  }

  private readFile(path: string): YamlFile | undefined {
    const { file, diagnostics } = this.reader(path);
    this.diagnostics.push(...diagnostics);
    return file && tieAliases(file);
  }

  /**
   * Visits the files that a file extends before the file itself. A file extended by several others thus ends up below all of
   * them, and later entries of `extends` end up above earlier ones.
   */
  private visit(path: string, trail: readonly string[]): void {
    const real = realOf(path);
    if (this.seen.has(real)) return;
    this.seen.add(real);
    const file = this.readFile(path);
    if (file === undefined) return;
    const bases = extendsOf(file.tree);
    if (bases.length > MAX_BASES) {
      const message = `extends: expected at most ${MAX_BASES} names, got ${bases.length}`;
      this.diagnostics.push({ ...file.locate(['extends']), message });
    }
    for (const { name, at } of bases.slice(0, MAX_BASES)) {
      // The named file's own `extends` is checked by the schema.
      if ((typeof name !== 'string' || name === '') && path === this.rootFile) continue;
      const target = this.follow(path, name, trail);
      if ('path' in target) this.visit(target.path, [...trail, target.path]);
      else this.diagnostics.push({ ...file.locate(at), message: `extends: ${target.problem}` });
    }
    this.ordered.push(file);
  }

  /** The file that an entry of `extends` refers to, unless that would make a circle. */
  private follow(from: string, name: unknown, trail: readonly string[]): BaseFile {
    if (typeof name !== 'string' || name === '') {
      return { problem: 'expected the name of a scenario or a list of names' };
    }
    const target = /[/\\]|\.ya?ml$/.test(name) ? this.findPath(from, name) : this.findName(from, name);
    if ('problem' in target) return target;
    const start = trail.map(realOf).indexOf(realOf(target.path));
    if (start >= 0) {
      const circle = [...trail.slice(start), target.path].map((each) => basename(each, '.yaml'));
      return { problem: `${circle.join(' -> ')} is a circle; expected a chain that ends` };
    }
    return trail.length > MAX_DEPTH ? { problem: `expected at most ${MAX_DEPTH} files deep` } : target;
  }

  /** A bare name: a file beside the one that names it, else one of the library. */
  private findName(from: string, name: string): BaseFile {
    const { scenarios, data } = this.library;
    const folders = [...new Set([dirname(from), scenarios, join(scenarios, 'plans'), data])];
    const found = folders.map((folder) => join(folder, `${name}.yaml`)).filter((path) => existsSync(path));
    // A file may have the same name as the library file that it extends.
    const path = found.find((each) => each !== from) ?? found[0];
    if (path !== undefined) return this.keepInside(from, name, path, true);
    const known = new Set(folders.flatMap(yamlNames));
    known.delete(basename(from, '.yaml'));
    return {
      problem: `no scenario "${name}" beside this file or in the library${suggest(name, [...known])}`,
    };
  }

  private findPath(from: string, name: string): BaseFile {
    if (isAbsolute(name) || /^[a-z]:[/\\]/i.test(name)) {
      return { problem: `"${name}" is an absolute path; expected one relative to this file` };
    }
    const path = resolve(dirname(from), name);
    const target = this.keepInside(from, name, path, false);
    if ('problem' in target || existsSync(path)) return target;
    const known = yamlNames(dirname(path)).map((each) => `${each}.yaml`);
    return { problem: `no file "${name}" in ${shortenPath(dirname(from))}${suggest(basename(name), known)}` };
  }

  /** Refuses what lies, symbolic links followed, outside the folders a file may build on. */
  private keepInside(from: string, name: string, path: string, byName: boolean): BaseFile {
    const fromLibrary = this.libraryFolders.some((folder) => isInside(folder, realOf(from)));
    const fromRoot = isInside(this.root, realOf(from)) || from === this.rootFile;
    const allowed = [...(fromRoot ? [this.root] : []), ...(fromLibrary || byName ? this.libraryFolders : [])];
    if (allowed.some((folder) => isInside(folder, realOf(path)))) return { path };
    return { problem: `"${name}" leads out of the folder of the scenario; expected a file inside it` };
  }

  /** The file of the regime that the layers name. */
  private readRegime(layers: readonly Layer[]): YamlFile | undefined {
    const setting = settingsAt(layers, ['regime'])[0];
    if (setting === undefined || typeof setting.value !== 'string') return undefined;
    const folder = join(this.library.data, 'regimes');
    const known = yamlNames(folder);
    if (known.includes(setting.value)) return this.readFile(join(folder, `${setting.value}.yaml`));
    this.diagnostics.push({
      ...setting.place,
      message: `regime: no regime "${setting.value}"${suggest(setting.value, known)}`,
    });
    return undefined;
  }
}

/**
 * Reads a scenario and everything it extends. A bare name in `extends` is a file in the same folder, or else in the library. A
 * path must stay in the folder tree of the scenario the user named or, from a library file, in the library. Later entries
 * override earlier ones, every file overrides those it extends, and everything overrides the regime's file, which overrides only
 * the shares that attributes have by default.
 */
export function inherit(path: string, library: Library, reader: YamlReader = readYamlFile): InheritResult {
  const chain = new Chain(resolve(path), library, reader);
  const files = dropLostOrigins(chain.read());
  if (files.length === 0) return { inherited: undefined, diagnostics: chain.diagnostics };
  const layers: readonly Layer[] = [...files, ...defaultShares(files)];
  const tree = layers.reduceRight<unknown>((below, layer) => mergeTrees(below, layer.tree), {});
  return {
    inherited: {
      tree: tree as Record<string, unknown>,
      layers: files,
      locate: (at, key) => locateIn(layers, at, key),
      settings: (at) => settingsAt(layers, at),
    },
    diagnostics: chain.diagnostics,
  };
}
