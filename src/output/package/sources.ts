/** Where the numbers of scenarios come from. */

import { listParameters } from '../../domain/parameters/draw.js';
import { annotated } from '../../domain/parameters/quantity.js';
import type { ScenarioTree } from '../../domain/schema/scenario.js';
import type { SourcedNorm } from '../../scenario/tables/norms.js';

/** Whether a text names a source: what begins with a small letter says how a figure was come by, but for an address. */
export const namesSource = (text: string): boolean => /^[\p{Lu}\d]|\.(?:nl|org|eu|com)\b/u.test(text);

/**
 * Whether what stands behind a number is a source. Behind an assumption stands why it was made, and behind what is so by definition
 * ("reference level") or recalled that it is.
 */
export const isSource = (text: string | undefined, label?: unknown): text is string =>
  label !== 'assumption' && (text ?? '').split(';').some((part) => namesSource(part.trim()));

/**
 * The sources of all numbers of scenarios, of their approaches, and of the benefit norms, each once.
 */
export function sourcesIn(trees: readonly ScenarioTree[], norms: readonly SourcedNorm[]): string[] {
  const sources = trees.flatMap((tree) => [
    ...Object.values(tree.approaches).flatMap((approach) => [
      approach.source,
      ...Object.values(approach.activities).map(({ source }) => source),
    ]),
    ...listParameters(tree).flatMap(({ quantity }) => {
      const { label, source } = annotated(quantity);
      return isSource(source, label) ? [source] : [];
    }),
  ]);
  const all = [...sources, ...norms.map(({ source }) => source)];
  return [...new Set(all)].filter((source) => isSource(source));
}
