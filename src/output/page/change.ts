/** Numbers of a scenario set by hand, as `--set path=value` sets them: for a page, which cannot read scenario files. */

import { keepParameters, type Posterior } from '../../domain/parameters/posterior.js';
import {
  isAnnotated,
  type Parameter,
  type Quantity,
  type Tie,
  tiedRange,
} from '../../domain/parameters/quantity.js';
import type { ScenarioTree } from '../../domain/schema/scenario.js';

/** Values by path. */
export type Changes = Readonly<Record<string, number>>;

type Node = Readonly<Record<string, unknown>>;

/** The tree with a number set; names on the way that it lacks are made. One without a range and unit stays a bare number. */
function setAt(node: unknown, [key, ...rest]: readonly string[], value: number): unknown {
  if (key === undefined) {
    if (typeof node === 'number') return value;
    const unit = isAnnotated(node) ? node.unit : undefined;
    return { value, distribution: 'fixed', ...(unit === undefined ? {} : { unit }) };
  }
  if (Array.isArray(node))
    return node.map((item, i) => (String(i) === key ? setAt(item, rest, value) : item));
  const section = (node ?? {}) as Node;
  return { ...section, [key]: setAt(section[key], rest, value) };
}

/** The tree in which all that is tied to a path, directly or in a ratio, has its new number. */
function retie(node: unknown, path: string, set: Quantity): unknown {
  if (isAnnotated(node)) {
    const { tie } = node;
    if (tie === undefined) return node;
    const anew = (quantity: Quantity, at: string) =>
      at === path ? set : (retie(quantity, path, set) as Quantity);
    const all = (parts: readonly Parameter[]) =>
      parts.map((part) => ({ ...part, quantity: anew(part.quantity, part.path) }));
    const parts = [{ path: tie.to, quantity: tie.of }, ...tie.ratios, ...(tie.less ?? [])];
    if (parts.every(({ path: at, quantity }) => anew(quantity, at) === quantity)) return node;
    const less = tie.less === undefined ? {} : { less: all(tie.less) };
    const tied: Tie = { ...tie, of: anew(tie.of, tie.to), ratios: all(tie.ratios), ...less };
    return { ...node, tie: tied, ...tiedRange(tied) };
  }
  if (Array.isArray(node)) return node.map((item) => retie(item, path, set));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, retie(value, path, set)]));
}

const nodeAt = (tree: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((node, key) => (node as Node | undefined)?.[key], tree);

/**
 * A scenario with numbers set: each has no range, is drawn from no posterior, and what is tied to it follows. Who makes a page
 * compares this, for every control, with what the reader of scenario files makes of the same setting.
 */
export function withChanges(
  tree: ScenarioTree,
  posterior: Posterior | undefined,
  changes: Changes,
): { readonly tree: ScenarioTree; readonly posterior: Posterior | undefined } {
  let changed: unknown = tree;
  for (const [path, value] of Object.entries(changes)) {
    const steps = path.split('.');
    changed = setAt(changed, steps, value);
    changed = retie(changed, path, nodeAt(changed, steps) as Quantity);
  }
  const isKept = (path: string) => !Object.hasOwn(changes, path);
  return {
    tree: changed as ScenarioTree,
    posterior:
      posterior === undefined || posterior.paths.every(isKept)
        ? posterior
        : keepParameters(posterior, isKept),
  };
}

/** A number that is set as the command line sets it: one in a section that the scenario lacks comes with the section. */
export function asSetting(
  tree: ScenarioTree,
  path: string,
  value: number,
): { readonly path: string; readonly value: number | Readonly<Record<string, number>> } {
  const steps = path.split('.');
  const around = steps.slice(0, -1);
  return nodeAt(tree, around) === undefined
    ? { path: around.join('.'), value: { [steps.at(-1)!]: value } }
    : { path, value };
}
