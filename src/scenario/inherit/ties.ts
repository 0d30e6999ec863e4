/** Numbers that are the same as others, `{ same_as: PATH }`: one unknown is drawn once, however many places it stands in. */

import { ratioPath } from '../../domain/parameters/draw.js';
import {
  type AnnotatedQuantity,
  isAnnotated,
  isNumberNode,
  isSameAs,
  type Quantity,
  rounded,
  type SameAs,
  type Tie,
} from '../../domain/parameters/quantity.js';
import { schemaFor } from '../../domain/regimes/scenario-schema.js';
import type { Diagnostic } from '../check/diagnostic.js';
import type { Locate } from '../check/issues.js';
import { suggestPaths } from '../check/known-paths.js';
import { placeholderAt } from '../check/schema-walk.js';
import { repeatedBy } from '../yaml/aliases.js';
import type { Path } from '../yaml/yaml-file.js';
import { isConditionName, nodeOf } from './layers.js';
import { replaceAt } from './override.js';

/** Paths of the numbers of a tree that are tied to others. */
function tiedPaths(node: unknown, path: readonly string[] = []): string[][] {
  if (isSameAs(node)) return [[...path]];
  if (typeof node !== 'object' || node === null || isAnnotated(node) || isConditionName(path.at(-1)))
    return [];
  return Object.entries(node).flatMap(([key, value]) => tiedPaths(value, [...path, key]));
}

/** A number as it comes out, with its tie; without one where it stands by itself. */
interface Resolved {
  readonly tie?: Tie;
  readonly quantity: AnnotatedQuantity;
}

const annotated = (quantity: Quantity): AnnotatedQuantity =>
  typeof quantity === 'number' ? { value: quantity } : quantity;

/** The number that a tie makes. Of a product the ends of the range are those of all its parts together. */
function quantityOf({ of, ratios }: Tie, note: string | undefined): AnnotatedQuantity {
  const said = note === undefined ? {} : { note };
  if (ratios.length === 0) return { ...annotated(of), ...said };
  const parts = [of, ...ratios.map(({ quantity }) => quantity)].map(annotated);
  const product = (end: (part: AnnotatedQuantity) => number) =>
    rounded(parts.reduce((all, part) => all * end(part), 1));
  return {
    value: product(({ value }) => value),
    low: product(({ value, low }) => low ?? value),
    high: product(({ value, high }) => high ?? value),
    ...said,
  };
}

/** Follows the ties of a tree. */
class Follower {
  readonly diagnostics: Diagnostic[] = [];
  private readonly known = new Map<string, Resolved | undefined>();
  /** Numbers that stand in for an anchor which a higher layer has taken away, by the anchor's path. */
  private readonly heirs = new Map<string, string>();

  constructor(
    private readonly tree: unknown,
    private readonly locate: Locate,
  ) {}

  /** What a tied number is; undefined (and reported) where that is unknown. */
  resolve(path: string, trail: readonly string[] = []): Resolved | undefined {
    if (this.known.has(path)) return this.known.get(path);
    const found = this.follow(path, trail);
    this.known.set(path, found);
    return found;
  }

  private report(path: string, message: string): undefined {
    const at = path.split('.');
    this.diagnostics.push({ ...this.locate([...at, 'same_as']), message: `${path}: ${message}` });
    return undefined;
  }

  private follow(path: string, trail: readonly string[]): Resolved | undefined {
    const node = nodeOf(this.tree, path.split('.')) as SameAs;
    const target = this.heirs.get(node.same_as) ?? node.same_as;
    const way = [...trail, path];
    if (way.includes(target)) {
      const circle = [...way.slice(way.indexOf(target)), target].join(' -> ');
      return this.report(path, `${circle} is a circle; expected a number at its end`);
    }
    const steps = target.split('.');
    const there = nodeOf(this.tree, steps);
    const ratios = node.ratio === undefined ? [] : [{ path: ratioPath(path), quantity: node.ratio }];
    const tied = (tie: Tie): Resolved => ({ tie, quantity: quantityOf(tie, node.note) });
    if (isSameAs(there)) {
      const next = this.resolve(target, way);
      if (next === undefined) return undefined;
      return next.tie === undefined
        ? tied({ to: target, of: next.quantity, ratios })
        : tied({ ...next.tie, ratios: [...ratios, ...next.tie.ratios] });
    }
    const isPart = isNumberNode(nodeOf(this.tree, steps.slice(0, -1)));
    if (!isPart && (typeof there === 'number' || isAnnotated(there)))
      return tied({ to: target, of: there, ratios });
    const own = repeatedBy(node);
    if (own !== undefined) {
      this.heirs.set(node.same_as, path);
      return { quantity: annotated(own) };
    }
    return this.report(path, this.whyNot(target, there, isPart));
  }

  private whyNot(target: string, there: unknown, isPart: boolean): string {
    if (there === undefined) return `no such path "${target}"${suggestPaths(target, this.tree)}`;
    const parent = target.split('.').slice(0, -1).join('.');
    return isPart
      ? `"${target}" is a part of a number; expected the number, "${parent}"`
      : `"${target}" is no number; expected the path of one`;
  }
}

/** What stands at a path of a checked tree; the ratio of a tied number under its own path. */
export function numberAt(tree: unknown, path: string): unknown {
  const steps = path.split('.');
  const node = nodeOf(tree, steps);
  const around = nodeOf(tree, steps.slice(0, -1));
  if (node !== undefined || !isAnnotated(around)) return node;
  return around.tie?.ratios.find((ratio) => ratio.path === path)?.quantity;
}

/** A tree whose tied numbers are known. */
export interface TiedTree {
  /** The tree with the numbers themselves in place of the ties. */
  readonly tree: unknown;
  readonly diagnostics: readonly Diagnostic[];
  /** Paths of ties that lead to no number; in the tree stands any number that is allowed there. */
  readonly unresolved: readonly Path[];
  /** Puts the ties into a tree of the same shape, which has passed its checks. */
  attach<Tree>(tree: Tree): Tree;
}

/** The parts of a number that the place it stands in has a say in. */
function boundedPart({
  value,
  low,
  high,
  interval,
  distribution,
  points,
}: AnnotatedQuantity): AnnotatedQuantity {
  const parts = { value, low, high, interval, distribution, points };
  return Object.fromEntries(
    Object.entries(parts).filter(([, part]) => part !== undefined),
  ) as unknown as AnnotatedQuantity;
}

/** Follows every tie of a tree. */
export function resolveTies(tree: unknown, locate: Locate): TiedTree {
  const paths = tiedPaths(tree);
  const follower = new Follower(tree, locate);
  const unresolved: Path[] = [];
  const ties: { path: Path; quantity: AnnotatedQuantity }[] = [];
  let resolved = tree;
  for (const path of paths) {
    const found = follower.resolve(path.join('.'));
    if (found === undefined) {
      unresolved.push(path);
      resolved = replaceAt(resolved, path, placeholderAt(schemaFor(tree), path) ?? 0);
    } else if (found.tie === undefined) {
      resolved = replaceAt(resolved, path, found.quantity);
    } else {
      ties.push({ path, quantity: { ...found.quantity, tie: found.tie } });
      resolved = replaceAt(resolved, path, boundedPart(found.quantity));
    }
  }
  return {
    tree: resolved,
    diagnostics: follower.diagnostics,
    unresolved,
    attach: (checked) =>
      ties.reduce((all, { path, quantity }) => replaceAt(all, path, quantity) as typeof all, checked),
  };
}
