/** Where every number of a scenario comes from: which files set it, what they replaced, and its annotations. */

import { join } from 'node:path';
import { listParameters } from '../../domain/parameters/draw.js';
import { drawsOf } from '../../domain/parameters/posterior.js';
import { type AnnotatedQuantity, isAnnotated } from '../../domain/parameters/quantity.js';
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
  /** The posterior draws of the number, if it has any; its range is then that of the prior. */
  readonly posterior?: readonly number[];
  /** The settings, in the order in which they were applied; the last one is in force. */
  readonly chain: readonly Word[];
}

/** The settings of a node, lowest layer first. */
function chainOf(inherited: Inherited, path: string): Word[] {
  return [...inherited.settings(path.split('.'))].reverse();
}

/**
 * Every number of a scenario, in the order of its tree, with its annotations (the unit from the schema where the file
 * gives none) and its chain.
 */
export function explainNumbers({ tree, inherited, posterior }: LoadedScenario): Explained[] {
  const schema = schemaFor(tree);
  return listParameters(tree).map(({ path, quantity }) => {
    const unit = unitAt(schema, path.split('.'));
    const annotated: AnnotatedQuantity = isAnnotated(quantity) ? quantity : { value: quantity };
    const { tie } = annotated;
    // A number that is tied to a calibrated one has the same draws.
    const drawnAt = tie === undefined ? path : tie.ratios.length === 0 ? tie.to : undefined;
    const draws = posterior === undefined || drawnAt === undefined ? undefined : drawsOf(posterior, drawnAt);
    return {
      ...(draws === undefined ? {} : { posterior: draws }),
      path,
      value: quantity,
      quantity: unit === undefined || unit === OWN_UNIT ? annotated : { unit, ...annotated },
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
