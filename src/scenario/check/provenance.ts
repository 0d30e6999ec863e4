/** Where every number of a scenario comes from: which files set it, what they replaced, and its annotations. */

import { join } from 'node:path';
import { listParameters } from '../../domain/parameters/draw.js';
import { drawsOf, type Posterior, posteriorValues } from '../../domain/parameters/posterior.js';
import {
  type AnnotatedQuantity,
  annotated,
  centralValue,
  hasRest,
  isAnnotated,
  keptWithin,
} from '../../domain/parameters/quantity.js';
import { quantileOfQuantity } from '../../domain/parameters/uncertainty.js';
import { schemaFor } from '../../domain/regimes/scenario-schema.js';
import { OWN_UNIT } from '../../domain/schema/quantity.js';
import type { Inherited } from '../inherit/inheritance.js';
import { nodeOf } from '../inherit/layers.js';
import type { Library } from '../library.js';
import type { LoadedScenario } from '../load-scenario.js';
import type { SourcedNorm } from '../tables/norms.js';
import type { Place } from './diagnostic.js';
import { unitAt } from './schema-walk.js';

/** The value that one file, or the command line, gives a node. */
interface Word {
  readonly place: Place;
  /** As written; null: removes the node. */
  readonly value: unknown;
}

/** A node of a scenario with the chain of settings that led to it. */
export interface Explained {
  readonly path: string;
  readonly value: unknown;
  /** The value as a number with its annotations; absent for a text, list or condition. */
  readonly quantity?: AnnotatedQuantity;
  /** The posterior draws of the number, if it has any; its range is then that of the prior. Worked out when they are asked for. */
  readonly posterior?: () => readonly number[];
  /** The settings, in the order in which they were applied; the last one is in force. */
  readonly chain: readonly Word[];
}

/** The settings of a node, lowest layer first. */
function chainOf(inherited: Inherited, path: string): Word[] {
  return [...inherited.settings(path.split('.'))].reverse();
}

/** Values of ratios that each posterior draw is multiplied by: enough for quantiles to three digits. */
const PRODUCTS = 100;

/**
 * The posterior draws of a number; none where it is not calibrated. One that is tied to a calibrated number has the draws of that one,
 * times its ratios, which are drawn apart: then its value and its range are not those of the files either.
 */
function underPosterior(
  path: string,
  annotated: AnnotatedQuantity,
  posterior: Posterior,
  centralValues: ReadonlyMap<string, number>,
): Pick<Explained, 'posterior'> & { readonly quantity?: Partial<AnnotatedQuantity> } {
  if (hasRest(annotated)) return {};
  const { tie, bounds } = annotated;
  const named = tie?.to ?? path;
  const central = centralValues.get(named);
  if (central === undefined) return {};
  const draws = () => drawsOf(posterior, named)!;
  const ratios = tie?.ratios.map(({ quantity }) => quantity) ?? [];
  if (ratios.length === 0) return { posterior: draws };
  const points = Math.ceil(Math.exp(Math.log(PRODUCTS) / ratios.length) - 1e-9);
  const products = () =>
    ratios.reduce<readonly number[]>((of, ratio) => {
      const values = Array.from({ length: points }, (_, i) =>
        isAnnotated(ratio) ? quantileOfQuantity(ratio, (i + 0.5) / points) : ratio,
      );
      return of.flatMap((value) => values.map((each) => value * each));
    }, draws());
  const value = ratios.reduce<number>((product, ratio) => product * centralValue(ratio), central);
  return {
    posterior: () => products().map((each) => keptWithin(each, bounds)),
    quantity: { value: keptWithin(value, bounds), low: undefined, high: undefined },
  };
}

/**
 * Every number of a scenario, in the order of its tree, with its annotations (the unit from the schema where the file
 * gives none) and its chain.
 */
export function explainNumbers({ tree, inherited, posterior }: LoadedScenario): Explained[] {
  const schema = schemaFor(tree);
  const central = posterior === undefined ? new Map<string, number>() : posteriorValues(posterior, undefined);
  return listParameters(tree).map(({ path, quantity }) => {
    const unit = unitAt(schema, path.split('.'));
    const own = annotated(quantity);
    const joint = posterior === undefined ? {} : underPosterior(path, own, posterior, central);
    return {
      ...joint,
      path,
      value: quantity,
      quantity: {
        ...(unit === undefined || unit === OWN_UNIT ? own : { unit, ...own }),
        ...joint.quantity,
      },
      chain: chainOf(inherited, path),
    };
  });
}

/** The benefit norms, which the user does not set: `norms.HOUSEHOLD.DATE`. */
export function explainNorms(norms: readonly SourcedNorm[], library: Library): Explained[] {
  const households = ['couple', 'single', 'single_18_20'] as const;
  return households.flatMap((household) =>
    norms.map((norm, i) => {
      const { from, unit, label, source } = norm;
      const value = norm[household];
      // The table has a header line, and is in order of time.
      const place = { file: join(library.data, 'norms.csv'), line: i + 2, column: 1 };
      const quantity = { value, unit, label, source };
      return { path: `norms.${household}.${from}`, value, quantity, chain: [{ place, value }] };
    }),
  );
}

/** A node without numbers, such as a text or a condition; undefined when the path does not exist. */
export function explainSetting(inherited: Inherited, path: string): Explained | undefined {
  const value = nodeOf(inherited.tree, path.split('.'));
  return value === undefined ? undefined : { path, value, chain: chainOf(inherited, path) };
}
