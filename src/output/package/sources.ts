/** Where the numbers of scenarios come from. */

import { listParameters } from '../../domain/parameters/draw.js';
import { annotated } from '../../domain/parameters/quantity.js';
import type { ScenarioTree } from '../../domain/schema/scenario.js';
import type { SourcedNorm } from '../../scenario/tables/norms.js';

/** The sources of all numbers of scenarios, of their approaches, and of the benefit norms, each once. */
export function sourcesIn(trees: readonly ScenarioTree[], norms: readonly SourcedNorm[]): string[] {
  const sources = trees.flatMap((tree) => [
    ...Object.values(tree.approaches).flatMap((approach) => [
      approach.source,
      ...Object.values(approach.activities).map(({ source }) => source),
    ]),
    ...listParameters(tree).map(({ quantity }) => annotated(quantity).source),
  ]);
  const all = [...sources, ...norms.map(({ source }) => source)];
  return [...new Set(all)].flatMap((source) => (source === undefined || source === '' ? [] : [source]));
}
