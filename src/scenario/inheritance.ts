/** Scenario files that build on others: reads the chain, merges it, and remembers who set what. */

import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { isAnnotated } from '../domain/quantity.js';
import type { Diagnostic, Place } from './diagnostic.js';
import { nodeOf } from './issues.js';
import { suggest } from './nearest.js';
import { type Path, readYamlFile, type YamlFile } from './yaml-file.js';

/** Folders of the package in which a bare name is looked up, and whose files may build on each other. */
export interface Library {
  readonly scenarios: string;
  readonly data: string;
}

/** A scenario with all it builds on. */
export interface Inherited {
  readonly tree: Record<string, unknown>;
  /** The files, the named one first, then what it builds on in falling precedence. */
  readonly layers: readonly YamlFile[];
  /** Place of a node in the file that set it, or of its nearest ancestor in the named file. */
  locate(path: Path, key?: boolean): Place;
}

export type InheritResult = {
  readonly inherited: Inherited | undefined;
  readonly diagnostics: readonly Diagnostic[];
};

const MAX_DEPTH = 16;

function isMapping(node: unknown): node is Record<string, unknown> {
  return typeof node === 'object' && node !== null && !Array.isArray(node) && !isAnnotated(node);
}

/**
 * Lays `above` over `below`: sections merge name by name; numbers (annotated ones whole), texts and lists replace;
 * an empty value (null) takes a name away.
 */
export function mergeTrees(below: unknown, above: unknown): unknown {
  if (!isMapping(below) || !isMapping(above)) return above;
  const merged: Record<string, unknown> = { ...below };
  for (const [key, value] of Object.entries(above)) {
    if (value === null) delete merged[key];
    else merged[key] = key in merged ? mergeTrees(merged[key], value) : mergeTrees({}, value);
  }
  return merged;
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && !way.startsWith('..') && !isAbsolute(way);
}

/** The real folder of a path that may not exist. */
function realOf(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}

class Chain {
  readonly diagnostics: Diagnostic[] = [];
  private readonly read = new Map<string, YamlFile | undefined>();
  private readonly root: string;

  constructor(
    rootFile: string,
    private readonly library: Library,
  ) {
    this.root = realOf(dirname(rootFile));
  }

  private readOnce(path: string): YamlFile | undefined {
    if (!this.read.has(path)) {
      const { file, diagnostics } = readYamlFile(path);
      this.read.set(path, file);
      this.diagnostics.push(...diagnostics);
    }
    return this.read.get(path);
  }

  /** Path of what `extends` names, or why it cannot be had. */
  private target(from: string, name: string): { path: string } | { problem: string } {
    if (!/[/\\]/.test(name) && !/\.ya?ml$/.test(name)) {
      const folders = [dirname(from), this.library.scenarios, this.library.data];
      const path = folders
        .map((folder) => join(folder, `${name}.yaml`))
        .find((candidate) => existsSync(candidate));
      if (path !== undefined) return { path };
      const known = folders
        .flatMap((folder) => yamlNames(folder))
        .filter((each, i, all) => all.indexOf(each) === i);
      return { problem: `extends: no scenario "${name}"${suggest(name, known)}` };
    }
    if (isAbsolute(name))
      return { problem: `extends: "${name}" is an absolute path; give one relative to this file` };
    const path = realOf(resolve(dirname(from), name));
    const allowed = [this.root, realOf(this.library.scenarios), realOf(this.library.data)];
    const home = allowed.find((folder) => isInside(folder, realOf(from))) ?? this.root;
    if (!isInside(home, path))
      return { problem: `extends: "${name}" leads out of the folder of the scenario` };
    return { path };
  }

  /** Layers of a file: itself, then what it extends, later entries over earlier ones. */
  collect(path: string, trail: readonly string[]): YamlFile[] {
    const file = this.readOnce(path);
    if (file === undefined) return [];
    const names = extendsOf(file.tree);
    return [
      file,
      ...names
        .map((name, i): YamlFile[] => {
          const report = (message: string) => {
            const at = names.length > 1 ? ['extends', i] : ['extends'];
            this.diagnostics.push({ ...file.locate(at), message });
            return [];
          };
          const target = this.target(path, name);
          if ('problem' in target) return report(target.problem);
          const real = realOf(target.path);
          const seen = trail.map(realOf).indexOf(real);
          if (seen >= 0) {
            const circle = [...trail.slice(seen), target.path].map((each) => basename(each, '.yaml'));
            return report(`extends: a circle: ${circle.join(' -> ')}`);
          }
          if (trail.length >= MAX_DEPTH) return report(`extends: more than ${MAX_DEPTH} files deep`);
          return this.collect(target.path, [...trail, target.path]);
        })
        .reverse()
        .flat(),
    ];
  }

  /** The file of the regime that the layers name. */
  regime(layers: readonly YamlFile[]): YamlFile[] {
    const setter = layers.find((layer) => nodeOf(layer.tree, ['regime']) !== undefined);
    const name = setter === undefined ? undefined : nodeOf(setter.tree, ['regime']);
    if (setter === undefined || typeof name !== 'string') return [];
    const folder = join(this.library.data, 'regimes');
    const known = yamlNames(folder);
    if (known.includes(name)) {
      const file = this.readOnce(join(folder, `${name}.yaml`));
      return file === undefined ? [] : [file];
    }
    this.diagnostics.push({
      ...setter.locate(['regime']),
      message: `regime: no regime "${name}"${suggest(name, known)}`,
    });
    return [];
  }
}

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

/** The names in `extends`; anything else in it is left to the schema. */
function extendsOf(tree: unknown): string[] {
  const named = nodeOf(tree, ['extends']);
  const list = Array.isArray(named) ? named : [named];
  return list.filter((name): name is string => typeof name === 'string' && name !== '');
}

/**
 * Reads a scenario and all it builds on. A bare name in `extends` is a file beside it, else one of the library; a
 * path must stay in the folder tree of the scenario the user named (or, from a library file, in the library). The
 * regime's file lies under everything.
 */
export function inherit(path: string, library: Library): InheritResult {
  const rootPath = resolve(path);
  const chain = new Chain(rootPath, library);
  const own = chain.collect(rootPath, [rootPath]);
  const root = own[0];
  if (root === undefined) return { inherited: undefined, diagnostics: chain.diagnostics };
  const layers = [...own, ...chain.regime(own)];
  const tree = layers.reduceRight<unknown>((below, layer) => mergeTrees(below, layer.tree), {});
  const locate = (at: Path, key = false): Place => {
    const setter = layers.find((layer) => nodeOf(layer.tree, at) !== undefined) ?? root;
    return setter.locate(at, key);
  };
  return {
    inherited: { tree: tree as Record<string, unknown>, layers, locate },
    diagnostics: chain.diagnostics,
  };
}
