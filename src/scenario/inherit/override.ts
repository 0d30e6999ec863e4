/** Changes to a scenario: `--set path=value` on the command line, and the points of an experiment. */

import { Parser, parseDocument } from 'yaml';
import type { z } from 'zod';
import { isNumberNode } from '../../domain/parameters/quantity.js';
import { OWN_UNIT } from '../../domain/schema/quantity.js';
import { commandLinePlace, type Diagnostic, type Place } from '../check/diagnostic.js';
import { EXAMPLE, type Known, refusePath, suggestPaths } from '../check/known-paths.js';
import { unitAt } from '../check/schema-walk.js';
import { type Path, toTree } from '../yaml/yaml-file.js';
import {
  findDeepNesting,
  findExcess,
  refuseDuplicates,
  refuseOddities,
  refuseSyntax,
} from '../yaml/yaml-refusals.js';
import type { Inherited } from './inheritance.js';
import {
  emptyPaths,
  isConditionName,
  isSection,
  mergeTrees,
  NOTHING_TO_TAKE_AWAY,
  nodeOf,
} from './layers.js';
import { meantChanges, refuseGroup } from './meant-changes.js';

/** A path and its new value. */
export interface Change {
  readonly path: readonly string[];
  readonly value: unknown;
  /** Where the path and the value are written. */
  readonly namePlace: Place;
  readonly place: Place;
  /** Source of a number that is set this way. */
  readonly source: string;
}

/** A change that fits the tree. */
interface Override {
  readonly path: readonly string[];
  /** As it is written: a section adds to what is there. */
  readonly written: unknown;
  /** The value at the path after the change. */
  readonly value: unknown;
  readonly place: Place;
}

/** A change that has been applied; `after` is the tree with it. */
interface Applied extends Override {
  readonly after: unknown;
}

/** Names whose files have been read before changes are applied, so that changing them has no effect. */
const readEarly = ['extends', 'regime'];

/** The tree with the node at a path replaced; an undefined or null value removes it. */
export function replaceAt(node: unknown, path: Path, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(node)) {
    return node.map((item, i) => (String(i) === String(key) ? replaceAt(item, rest, value) : item));
  }
  const { [key]: before, ...others } = node as Record<string | number, unknown>;
  const after = replaceAt(before, rest, value);
  return after === undefined || after === null ? others : { ...(node as object), [key]: after };
}

/** Enough for the values of a thousand points. */
const MAX_CHARACTERS = 20_000;

/** Reads a value written as YAML on the command line, or says what is wrong with it. */
export function parseValue(text: string): { value: unknown } | { problem: string } {
  if (text.length > MAX_CHARACTERS)
    return { problem: `expected at most ${MAX_CHARACTERS} characters, got ${text.length}` };
  const deep = findExcess(text) ?? findDeepNesting([...new Parser().parse(text)]);
  if (deep !== undefined) return { problem: deep.message };
  const document = parseDocument(text, { uniqueKeys: false, prettyErrors: false });
  const lineAt = () => 1;
  const syntax = refuseSyntax(document, lineAt);
  const problems =
    syntax.length > 0 ? syntax : [...refuseDuplicates(document, lineAt), ...refuseOddities(document)];
  if (problems[0] !== undefined) return { problem: problems[0].message };
  const data = toTree(document);
  return 'problem' in data ? data : { value: data.tree };
}

/** Why a name cannot be changed: its files have been read by then. Undefined when it can. */
export function refuseEarly(path: readonly string[], by: string): string | undefined {
  return readEarly.includes(path[0]!)
    ? `"${path.join('.')}" cannot be changed by ${by}: what it names has been read by then; make a scenario of its own`
    : undefined;
}

/** The path in a setting `path=value`, as it is written. */
export function nameSet(setting: string): string {
  return setting.split('=', 1)[0]!.trim();
}

/** A path and the text of its value from a setting `path=value`; undefined when the text is not a setting. */
export function splitSetting(setting: string): { path: string[]; text: string } | undefined {
  const name = nameSet(setting);
  const at = setting.indexOf('=');
  const text = setting.slice(at + 1);
  return at < 1 || name === '' || text.trim() === '' ? undefined : { path: name.split('.'), text };
}

/** A setting as a change of the tree, or what is wrong with it. */
function readSetting(setting: string, known: Known, schema: z.ZodType): Change | Diagnostic {
  const place = commandLinePlace(setting);
  const split = splitSetting(setting);
  if (split === undefined) return { ...place, message: `expected path=value, such as ${EXAMPLE}=0.8` };
  const { path, text } = split;
  const refusal = refuseEarly(path, 'a setting') ?? refusePath(path, known, schema);
  if (refusal !== undefined) return { ...place, message: refusal };
  const parsed = parseValue(text);
  if ('problem' in parsed) return { ...place, message: `${path.join('.')}: ${parsed.problem}` };
  return { path, value: parsed.value, place, namePlace: place, source: 'command line (--set)' };
}

/** A change made ready for the tree, or why it does not fit. */
function fitChange(change: Change, known: Known, schema: z.ZodType): Override | Diagnostic {
  const { tree } = known;
  const { path, place, namePlace, source } = change;
  const name = path.join('.');
  const refusal = refusePath(path, known, schema) ?? refuseGroup(change, tree, schema);
  if (refusal !== undefined) return { ...namePlace, message: refusal };
  if (change.value === null && nodeOf(tree, path) === undefined) {
    return { ...namePlace, message: `no "${name}" to remove${suggestPaths(name, known, schema)}` };
  }
  const unit = unitAt(schema, path);
  const isNumber = typeof change.value === 'number' && unit !== undefined && !isPartOfNumber(tree, path);
  const kept = unit === OWN_UNIT ? nodeOf(tree, [...path, 'unit']) : unit;
  const value = isNumber
    ? { value: change.value, distribution: 'fixed', ...(kept === undefined ? {} : { unit: kept }), source }
    : change.value;
  const empty = emptyPaths(change.value).find(
    (each) => each.length > 0 && nodeOf(tree, [...path, ...each]) === undefined,
  );
  if (empty !== undefined) {
    const what = [...path, ...empty].join('.');
    return { ...place, message: `${what}: ${NOTHING_TO_TAKE_AWAY}` };
  }
  return { path, written: value, value: addTo(tree, path, value), place };
}

/** A value merged with the node at a path, as one file is merged with another; conditions are replaced as a whole. */
function addTo(tree: unknown, path: Path, value: unknown): unknown {
  return path.some(isConditionName) ? value : mergeTrees(nodeOf(tree, path), value);
}

/** Whether a change has set the node at a path; names that a changed section leaves out do not count. */
function hasSet({ path: own, written }: Override, path: Path): boolean {
  if (!isWithin(path, own)) return false;
  let node = written;
  for (const [depth, step] of path.entries()) {
    if (depth < own.length) continue;
    if (!isSection(node, path[depth - 1])) return true;
    node = node[step];
    if (node === undefined) return false;
  }
  return true;
}

/** Whether a path leads to a part (value, low, high) of an annotated number. */
function isPartOfNumber(tree: unknown, path: Path): boolean {
  return isNumberNode(nodeOf(tree, path.slice(0, -1)));
}

function isWithin(path: Path, outer: Path): boolean {
  return outer.every((step, i) => String(path[i]) === String(step));
}

type Changed = {
  readonly inherited: Inherited;
  readonly diagnostics: readonly Diagnostic[];
  /** The changes that fit. */
  readonly changes: readonly Pick<Change, 'path' | 'value'>[];
};

/** Applies changes to a scenario one by one; `read` may refuse one first. */
function layOver<Entry>(
  inherited: Inherited,
  entries: readonly Entry[],
  schema: z.ZodType,
  read: (entry: Entry, known: Known) => Change | Diagnostic,
): Changed {
  const overrides: Applied[] = [];
  const diagnostics: Diagnostic[] = [];
  const setters = (path: Path) => overrides.filter((each) => hasSet(each, path));
  // A number is inherited as a whole, so setting a part of it counts as setting the number.
  const changers = (path: Path) =>
    overrides.filter(
      (each) => hasSet(each, path) || (isWithin(each.path, path) && isNumberNode(nodeOf(each.after, path))),
    );
  const settings: Inherited['settings'] = (path) => [
    ...changers(path).map(({ place, after }) => ({ place, value: nodeOf(after, path) ?? null })),
    ...inherited.settings(path),
  ];
  let tree: unknown = inherited.tree;
  for (const entry of entries) {
    const known = { tree, settings };
    const change = read(entry, known);
    for (const meant of 'message' in change ? [change] : meantChanges(change, tree, schema)) {
      const fitted = 'message' in meant ? meant : fitChange(meant, { tree, settings }, schema);
      if ('message' in fitted) diagnostics.push(fitted);
      else {
        tree = replaceAt(tree, fitted.path, fitted.value);
        overrides.unshift({ ...fitted, after: tree });
      }
    }
  }
  /** Place of the nearest node around a path that a change has set, unless a file has set one nearer. */
  const placeOf = (path: Path): Place | undefined => {
    for (let length = path.length; length > 0; length -= 1) {
      const at = path.slice(0, length);
      const setter = setters(at)[0];
      if (setter !== undefined) return setter.place;
      if (inherited.settings(at).some(({ value }) => value !== undefined && value !== null)) return undefined;
    }
    return undefined;
  };
  const changed: Inherited = {
    ...inherited,
    tree: tree as Record<string, unknown>,
    locate: (path, key) => placeOf(path) ?? inherited.locate(path, key),
    settings,
  };
  const changes = overrides.map(({ path, written }) => ({ path, value: written })).reverse();
  return { inherited: changed, diagnostics, changes };
}

/**
 * Applies settings `path=value` to a scenario. A number set this way has no range: it is the same in every parameter draw. The
 * value is read as YAML and has the same meaning as in a file: a section is merged name by name, anything else replaces, and
 * `null` removes.
 *
 * @returns the changed scenario, whose places name the setting, and a diagnostic for each setting that does not fit
 */
export function applyOverrides(
  inherited: Inherited,
  settings: readonly string[],
  schema: z.ZodType,
): Changed {
  return layOver(inherited, settings, schema, (setting, known) => readSetting(setting, known, schema));
}

/** Applies changes to a scenario; like `applyOverrides`, for values that have been read already. */
export function applyChanges(inherited: Inherited, changes: readonly Change[], schema: z.ZodType): Changed {
  return layOver(inherited, changes, schema, (change) => change);
}
