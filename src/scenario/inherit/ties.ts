/** Tied numbers, `{ same_as: PATH }`: an unknown is drawn once, however many places use it. */

import { ratioPath } from '../../domain/parameters/draw.js';
import {
  type AnnotatedQuantity,
  annotated,
  type ByAlternative,
  isAnnotated,
  isByAlternative,
  isNumberNode,
  isQuantity,
  isSameAs,
  type Parameter,
  type Quantity,
  type SameAs,
  type Tie,
} from '../../domain/parameters/quantity.js';
import { type ScenarioSchema, schemaFor } from '../../domain/regimes/scenario-schema.js';
import { OWN_UNIT } from '../../domain/schema/quantity.js';
import { areUnlikeUnits, kindOfUnit } from '../../domain/schema/units.js';
import type { Diagnostic } from '../check/diagnostic.js';
import { sayTakenAway, suggestPaths } from '../check/known-paths.js';
import { isWholeAt, placeholderAt, unitAt } from '../check/schema-walk.js';
import { repeatedBy } from '../yaml/aliases.js';
import type { Path } from '../yaml/yaml-file.js';
import { canBeValue, choicePaths, quantityOfChoice, readAnswers, unitOfChoice } from './choices.js';
import { type Followed, quantityOf, withTie } from './followed.js';
import type { Inherited } from './inheritance.js';
import { isConditionName, namedEntries, nodeOf } from './layers.js';
import { replaceAt } from './override.js';

/** Paths of the numbers of a tree that are tied to others. */
export function tiedPaths(node: unknown, path: readonly string[] = []): string[][] {
  if (isSameAs(node)) return [[...path]];
  if (typeof node !== 'object' || node === null || isAnnotated(node) || isConditionName(path.at(-1)))
    return [];
  return namedEntries(node).flatMap(([key, value]) => tiedPaths(value, [...path, key]));
}

/** Follows the ties of a tree. */
class Follower {
  readonly diagnostics: Diagnostic[] = [];
  private readonly known = new Map<string, Followed | undefined>();
  /** Replacements for anchors that a higher layer has removed, by the anchor's path. */
  private readonly heirs = new Map<string, string>();

  constructor(private readonly inherited: Inherited) {}

  /** What a tied number is; undefined (and reported) where that is unknown. */
  resolve(path: string, trail: readonly string[] = []): Followed | undefined {
    if (this.known.has(path)) return this.known.get(path);
    const node = nodeOf(this.inherited.tree, path.split('.'));
    const found = isByAlternative(node) ? this.choose(path, node, trail) : this.follow(path, trail);
    this.known.set(path, found);
    return found;
  }

  private report(path: string, message: string, below: readonly string[] = ['same_as']): undefined {
    const at = [...path.split('.'), ...below];
    this.diagnostics.push({ ...this.inherited.locate(at), message: `${path}: ${message}` });
    return undefined;
  }

  /** The numbers that are taken off one, without those that a layer has removed; undefined (and reported) where one of them is not a number. */
  private taken(path: string, { less }: SameAs, way: readonly string[]): Pick<Tie, 'less'> | undefined {
    // What is wrong with other parts of a tie is said where they stand.
    const names = Array.isArray(less) ? less.filter((part) => typeof part === 'string') : [];
    const parts = names.map((part, i): Parameter | 'removed' | undefined => {
      const below = ['less', String(i)];
      if (way.includes(part))
        return this.report(path, `"${part}" is taken off itself; expected other numbers`, below);
      const steps = part.split('.');
      const there = nodeOf(this.inherited.tree, steps);
      if (isSameAs(there) || isByAlternative(there)) {
        const found = this.resolve(part, way);
        return found && { path: part, quantity: withTie(found) };
      }
      const isPart = isNumberNode(nodeOf(this.inherited.tree, steps.slice(0, -1)));
      if (!isPart && isQuantity(there)) return { path: part, quantity: there };
      if (there === undefined && sayTakenAway(steps, this.inherited) !== undefined) return 'removed';
      return this.report(path, this.whyNot(part, there, isPart), below);
    });
    if (parts.includes(undefined)) return undefined;
    const left = parts.filter((part) => part !== 'removed') as Parameter[];
    return left.length === 0 ? {} : { less: left };
  }

  /** What a number that hangs on an alternative is. */
  private choose(path: string, node: ByAlternative, trail: readonly string[]): Followed | undefined {
    const answers = readAnswers(path, node, this.inherited);
    if ('problems' in answers) {
      for (const { at, message, key } of answers.problems)
        this.diagnostics.push({ ...this.inherited.locate([...path.split('.'), ...at], key), message });
      return undefined;
    }
    const { by, values, note } = node;
    const unit = unitOfChoice(node);
    const options = answers.names.flatMap((name) => {
      const value = values[name];
      const at = `${path}.values.${name}`;
      const found = isSameAs(value) ? this.resolve(at, [...trail, path]) : undefined;
      if (found === undefined && (isSameAs(value) || !canBeValue(value))) return [];
      const number = found === undefined ? annotated(value as Quantity) : withTie(found);
      return [{ name, path: at, quantity: { ...(unit === undefined ? {} : { unit }), ...number } }];
    });
    if (options.length < answers.names.length) return undefined;
    return { quantity: quantityOfChoice({ by, weights: answers.weights, options }, unit, note) };
  }

  private follow(path: string, trail: readonly string[]): Followed | undefined {
    const node = nodeOf(this.inherited.tree, path.split('.')) as SameAs;
    const target = this.heirs.get(node.same_as) ?? node.same_as;
    const way = [...trail, path];
    const less = this.taken(path, node, way);
    if (less === undefined) return undefined;
    if (way.includes(target)) {
      const circle = [...way.slice(way.indexOf(target)), target].join(' -> ');
      return this.report(path, `${circle} is a circle; expected a number at its end`);
    }
    const steps = target.split('.');
    const there = nodeOf(this.inherited.tree, steps);
    const ratios = isQuantity(node.ratio) ? [{ path: ratioPath(path), quantity: node.ratio }] : [];
    const tied = (tie: Tie): Followed => ({ tie, quantity: quantityOf(tie, node.note) });
    if (isSameAs(there) || isByAlternative(there)) {
      const next = this.resolve(target, way);
      if (next === undefined) return undefined;
      // Ratios of ratios are one product; of what is left after something has been taken off, they are not.
      return next.tie === undefined || next.tie.less !== undefined
        ? tied({ to: target, of: withTie(next), ratios, ...less })
        : tied({ ...next.tie, ratios: [...ratios, ...next.tie.ratios], ...less });
    }
    const isPart = isNumberNode(nodeOf(this.inherited.tree, steps.slice(0, -1)));
    if (!isPart && isQuantity(there)) return tied({ to: target, of: there, ratios, ...less });
    const own = repeatedBy(node);
    if (own !== undefined) {
      this.heirs.set(node.same_as, path);
      return { quantity: annotated(own) };
    }
    return this.report(path, this.whyNot(target, there, isPart));
  }

  private whyNot(target: string, there: unknown, isPart: boolean): string {
    if (there === undefined) return `no such path "${target}"${suggestPaths(target, this.inherited)}`;
    const parent = target.split('.').slice(0, -1).join('.');
    return isPart
      ? `"${target}" is a part of a number; expected the number, "${parent}"`
      : `"${target}" is not a number; expected the path of one`;
  }
}

/** The unit of a number: from its place or, where the place has none, its own. */
function unitOf(schema: ScenarioSchema, tree: unknown, path: string): string | undefined {
  const steps = path.split('.');
  const unit = unitAt(schema, steps);
  const node = nodeOf(tree, steps);
  if (unit !== OWN_UNIT) return unit;
  if (isByAlternative(node)) return unitOfChoice(node);
  return isAnnotated(node) ? node.unit : undefined;
}

/** Ties between numbers with different units. A number without a unit takes the unit of the first place that refers to it. */
function unlikeUnits(schema: ScenarioSchema, tree: unknown, ties: readonly { path: Path; tie: Tie }[]) {
  const said = new Map<string, { unit: string; of: string }>();
  const named = ties.flatMap(({ path, tie: { to, less = [] } }) =>
    [to, ...less.map((part) => part.path)].map((each) => ({ path, to: each })),
  );
  return named.flatMap(({ path, to }) => {
    const at = path.join('.');
    const unit = unitOf(schema, tree, at);
    if (kindOfUnit(unit) === undefined) return [];
    const own = unitOf(schema, tree, to);
    const known = kindOfUnit(own) === undefined ? said.get(to) : { unit: own!, of: `"${to}"` };
    said.set(to, known ?? { unit: unit!, of: `"${at}", the same number` });
    if (known === undefined || !areUnlikeUnits(unit, known.unit)) return [];
    return [
      { path, message: `${at} is read in ${unit}, ${known.of} in ${known.unit}; a number cannot be both` },
    ];
  });
}

/** A number rounded for a place that takes whole numbers. */
function inWholes(quantity: AnnotatedQuantity): AnnotatedQuantity {
  const { value, low, high, points } = quantity;
  return {
    ...quantity,
    value: Math.round(value),
    ...(low === undefined ? {} : { low: Math.round(low) }),
    ...(high === undefined ? {} : { high: Math.round(high) }),
    ...(points === undefined ? {} : { points: points.map(([p, at]) => [p, Math.round(at)]) }),
  };
}

/** The node at a path of a checked tree; the ratio of a tied number, and what a number is under an option, have paths of their own. */
export function nodeOfNumber(tree: unknown, path: string): unknown {
  const steps = path.split('.');
  const node = nodeOf(tree, steps);
  const around = nodeOf(tree, steps.slice(0, -1));
  if (node !== undefined) return node;
  if (isAnnotated(around)) return around.tie?.ratios.find((ratio) => ratio.path === path)?.quantity;
  const chooses = nodeOf(tree, steps.slice(0, -2));
  if (!isAnnotated(chooses)) return undefined;
  return chooses.choice?.options.find((option) => option.path === path)?.quantity;
}

/** A tree in which ties have been resolved. */
export interface TiedTree {
  /** The tree with the numbers themselves in place of the ties. */
  readonly tree: unknown;
  readonly diagnostics: readonly Diagnostic[];
  /** Paths of ties that lead to no number; the tree has some allowed number in their place. */
  readonly unresolved: readonly Path[];
  /** Paths of all that was put in the place of something else. */
  readonly replaced: readonly Path[];
  /** Puts the ties into a tree of the same shape, which has passed its checks. */
  attach<Tree>(tree: Tree): Tree;
}

/** The parts of a number that depend on its place. */
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

/** Follows every tie of a tree, and finds what hangs on alternatives. */
export function resolveTies(inherited: Inherited): TiedTree {
  const { locate } = inherited;
  const tree: unknown = inherited.tree;
  const schema = schemaFor(tree);
  const follower = new Follower(inherited);
  const chosen = choicePaths(tree);
  // What is tied under an option is a part of the number that hangs on the alternative.
  const placeOf = (path: readonly string[]) =>
    chosen.find((each) => each.every((step, i) => step === path[i])) ?? path;
  const followed = [...tiedPaths(tree), ...chosen].map((path) => ({
    path,
    isPlace: placeOf(path).length === path.length,
    found: follower.resolve(path.join('.')),
  }));
  const tied = followed.flatMap(({ path, found }) =>
    found?.tie === undefined ? [] : [{ path, tie: found.tie }],
  );
  const unlike = unlikeUnits(schema, tree, tied);
  const unresolved = [...followed.filter(({ found }) => found === undefined), ...unlike].map(({ path }) =>
    placeOf(path as string[]),
  );
  const places = followed.filter(({ path, isPlace }) => isPlace && !unresolved.includes(path));
  const attached = places.flatMap(({ path, found }) => {
    const { tie, quantity } = found!;
    if (quantity.choice !== undefined) return [{ path, quantity }];
    if (tie === undefined) return [];
    return [{ path, quantity: { ...(isWholeAt(schema, path) ? inWholes(quantity) : quantity), tie } }];
  });
  const numbers: { path: Path; number: unknown }[] = [
    ...unresolved.map((path) => ({ path, number: placeholderAt(schema, path) ?? 0 })),
    ...places.map(({ path, found }) => ({ path, number: found!.quantity })),
    ...attached.map(({ path, quantity }) => ({ path, number: boundedPart(quantity) })),
  ];
  const diagnostics = unlike.map(({ path, message }) => ({ ...locate([...path, 'same_as']), message }));
  return {
    tree: numbers.reduce<unknown>((all, { path, number }) => replaceAt(all, path, number), tree),
    diagnostics: [...follower.diagnostics, ...diagnostics],
    unresolved,
    replaced: numbers.map(({ path }) => path),
    attach: (checked) =>
      attached.reduce((all, { path, quantity }) => replaceAt(all, path, quantity) as typeof all, checked),
  };
}
