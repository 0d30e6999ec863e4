/** Parameter draws: from a scenario with ranges to one with plain numbers. */

import { keptAtMost } from '../../engine/caches.js';
import { deriveKey, hashName, uniformAt } from '../../engine/random/threefry.js';
import { Recent } from '../../engine/recent.js';
import type { Scenario, ScenarioTree } from '../schema/scenario.js';
import { ALTERNATIVES, listWeights, optionAt, stratifiedUniform } from './alternatives.js';
import { endsOf } from './ends.js';
import { numberMaker, type ValueAt } from './number-maker.js';
import { type Posterior, posteriorValues } from './posterior.js';
import {
  type AnnotatedQuantity,
  centralValue,
  isAnnotated,
  type Parameter,
  type Quantity,
} from './quantity.js';
import { quantileOfQuantity } from './uncertainty.js';

type Tree = { readonly [key: string]: unknown };

/** Path of the ratio of a number that is tied to another. */
export function ratioPath(path: string): string {
  return `${path}.ratio`;
}

/** Path of the node under a name (or position) in the section at `path`. */
function pathBelow(path: string, key: string | number): string {
  return path === '' ? String(key) : `${path}.${key}`;
}

function visit(node: unknown, path: string, found: Parameter[]): void {
  if (typeof node === 'number') found.push({ path, quantity: node });
  else if (isAnnotated(node)) {
    found.push({ path, quantity: node });
    const ratio = node.tie?.ratios.find((each) => each.path === ratioPath(path));
    if (ratio !== undefined) found.push(ratio);
    for (const option of node.choice?.options ?? []) visit(option.quantity, option.path, found);
  } else if (Array.isArray(node))
    for (const [i, item] of node.entries()) visit(item, pathBelow(path, i), found);
  else if (typeof node === 'object' && node !== null) {
    for (const [key, value] of Object.entries(node as Tree)) {
      const below = pathBelow(path, key);
      if (below === ALTERNATIVES) found.push(...listWeights(value as ScenarioTree['alternatives']));
      else visit(value, below, found);
    }
  }
}

/** Every number of a scenario with its path, in the order of the file. */
export function listParameters(tree: ScenarioTree): Parameter[] {
  const found: Parameter[] = [];
  visit(tree, '', found);
  return found;
}

/** Makes a node with plain numbers from one with quantities. */
type Make = (valueAt: ValueAt) => unknown;

/** The largest value that any draw can take: its quantile at the largest double below 1. */
function largestOf(quantity: Quantity): number {
  if (!isAnnotated(quantity)) return quantity;
  return endsOf('', quantity).largest;
}

/** Values added to a section that are the same in every draw. */
function constantsOf(node: Tree, path: string): Tree {
  if (path !== 'cohort') return {};
  return { inflow_months_most: largestOf(node.inflow_months as Quantity) };
}

/** How a node is made; undefined where nothing in it is a quantity, so that it is its own plain form. */
function makerOf(node: unknown, path: string): Make | undefined {
  if (isAnnotated(node)) return numberMaker(path, node);
  if (typeof node !== 'object' || node === null) return undefined;
  const parts = Object.entries(node as Tree).map(([key, value]) => ({
    key,
    value,
    make: makerOf(value, pathBelow(path, key)),
  }));
  if (parts.every(({ make }) => make === undefined)) return undefined;
  const isList = Array.isArray(node);
  const constants = constantsOf(node as Tree, path);
  return (valueAt) => {
    const made: Record<string, unknown> | unknown[] = isList ? [] : { ...constants };
    for (const { key, value, make } of parts) {
      (made as Record<string, unknown>)[key] = make === undefined ? value : make(valueAt);
    }
    return made;
  };
}

/**
 * Every draw needs to know where the quantities of a tree are, so this is found once and cached. Without the cache small cohorts
 * take 2 % more CPU time; keeping it for all scenarios of a comparison would take 0.1 MB each.
 */
const makers = new Recent<ScenarioTree, Make>(keptAtMost.drawnScenarios);

function replaceQuantities(tree: ScenarioTree, valueAt: ValueAt): Scenario {
  const make = makers.get(tree, () => makerOf(tree, '') ?? (() => tree));
  return make(valueAt) as Scenario;
}

/**
 * The scenario at its central values; those of the posterior where there is one.
 *
 * @param answers positions of the options that hold, by path of the alternative; of others the weightiest
 */
export function centralScenario(
  tree: ScenarioTree,
  posterior?: Posterior,
  answers?: ReadonlyMap<string, number>,
): Scenario {
  const joint = posterior === undefined ? undefined : posteriorValues(posterior, undefined);
  return replaceQuantities(
    tree,
    ({ path, quantity }) => answers?.get(path) ?? joint?.get(path) ?? centralValue(quantity),
  );
}

/** The scenario with given values at some paths and central values elsewhere. */
export function scenarioWith(tree: ScenarioTree, values: ReadonlyMap<string, number>): Scenario {
  return replaceQuantities(tree, ({ path, quantity }) => values.get(path) ?? centralValue(quantity));
}

/** An unknown of a scenario: a number that is drawn by itself, and what others are tied to. */
export interface OwnNumber {
  readonly path: string;
  readonly quantity: AnnotatedQuantity;
  /** Whether it is a whole number in every draw. */
  readonly whole: boolean;
}

/** Every number that a draw of a scenario reads, each once, in the order of the file; those without a range too. */
export function ownNumbers(tree: ScenarioTree): OwnNumber[] {
  const found = new Map<string, OwnNumber>();
  replaceQuantities(tree, ({ path, quantity, whole }) => {
    if (!found.has(path)) found.set(path, { path, quantity, whole });
    return centralValue(quantity);
  });
  return [...found.values()];
}

/** Separates the addresses of parameter draws from those of persons under the same seed. */
const PARAMETERS = hashName('parameter draws');
const POSTERIOR = hashName('posterior rows');

/**
 * The scenario under one parameter draw. Each parameter reads its own uniform, addressed by the seed's key, the draw
 * and the parameter's path: adding a parameter leaves the others as they are, and the same path means the same
 * national uncertainty in every municipality. A number that is tied to another reads what that one reads.
 * Parameters of a posterior come together, from one of its rows. Successive draws take the rows in an order that the seed
 * decides, so that no row is used twice before all have been used.
 *
 * The others come in antithetic pairs (Hammersley and Morton 1956, doi 10.1017/S0305004100031455): an odd draw reads 1 - u
 * where the even one before it reads u. Each draw by itself has the usual distribution; in the mean of a pair, high values in one
 * draw are balanced by low values in the other. Alternatives do so too, and are stratified ({@link stratifiedUniform}).
 */
export function drawScenario(
  tree: ScenarioTree,
  key: readonly [number, number],
  draw: number,
  posterior?: Posterior,
): Scenario {
  return replaceQuantities(tree, valueInDraw(key, draw, posterior));
}

/** What an unknown is in a draw: see {@link drawScenario}. */
function valueInDraw(
  key: readonly [number, number],
  draw: number,
  posterior: Posterior | undefined,
): ValueAt {
  const [k0, k1] = deriveKey(key[0], key[1], PARAMETERS, draw >> 1);
  const isMirrored = draw % 2 === 1;
  const uniformOf = (address: number) => {
    const u = uniformAt(k0, k1, address, 0);
    return isMirrored ? 1 - u : u;
  };
  const joint =
    posterior === undefined ? undefined : posteriorValues(posterior, rowsOfDraws(posterior, key)(draw));
  return ({ path, address, quantity, whole }) => {
    if (quantity.weights !== undefined)
      return optionAt(quantity.weights, stratifiedUniform(key, address, draw));
    return joint?.get(path) ?? quantileOfQuantity(quantity, uniformOf(address), whole);
  };
}

/** The values that a draw gives to the unknowns of a scenario, by path; one that is tied to another has none of its own. */
export function drawnValues(
  tree: ScenarioTree,
  key: readonly [number, number],
  draw: number,
  posterior?: Posterior,
): Map<string, number> {
  const valueAt = valueInDraw(key, draw, posterior);
  const values = new Map<string, number>();
  replaceQuantities(tree, (unknown) => {
    const value = valueAt(unknown);
    values.set(unknown.path, value);
    return value;
  });
  return values;
}

/** The rows of a posterior in an order that the seed decides, every order as likely (shuffle of Fisher and Yates). */
function orderOfRows(rows: number, key: readonly [number, number]): Int32Array {
  const order = Int32Array.from({ length: rows }, (_, row) => row);
  for (let i = rows - 1; i > 0; i--) {
    const j = Math.floor(uniformAt(key[0], key[1], POSTERIOR, i) * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/** By draw, the row of the posterior that it takes. */
export function rowsOfDraws({ rows }: Posterior, key: readonly [number, number]): (draw: number) => number {
  const order = orderOfRows(rows, key);
  return (draw) => order[draw % rows]!;
}
