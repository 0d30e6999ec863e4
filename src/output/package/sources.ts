/** Where the numbers of scenarios come from. */

import { listParameters } from '../../domain/parameters/draw.js';
import { annotated } from '../../domain/parameters/quantity.js';
import type { ScenarioTree } from '../../domain/schema/scenario.js';
import type { SourcedNorm } from '../../scenario/tables/norms.js';

/** How the numbers of scenarios say that they have no source: what is so by definition, was recalled, or was read in no one document. */
const NO_SOURCE = /^(?:definition|reference (?:group|level|year)|recalled|carried back|public files)\b/;

/** Whether what stands behind a number is its source. Behind an assumption stands why it was made. */
const isSource = (text: string | undefined, label?: unknown): text is string =>
  label !== 'assumption' && text !== undefined && text !== '' && !NO_SOURCE.test(text);

/** Between documents: a semicolon, though not within brackets. */
const BETWEEN = /;(?![^(]*\))/;

/** The documents that stand behind a number; none where it has no source. */
export const documentsIn = (text: string | undefined, label?: unknown): string[] =>
  isSource(text, label) ? text.split(BETWEEN).map((document) => document.trim()) : [];

/** The sources of all numbers of scenarios, of their approaches and open questions, and of the benefit norms, each once. */
export function sourcesIn(trees: readonly ScenarioTree[], norms: readonly SourcedNorm[]): string[] {
  const ofTrees = trees.flatMap((tree) => {
    const cited = [
      ...Object.values(tree.approaches).flatMap((own) => [own, ...Object.values(own.activities)]),
      // Their weights are assumptions; that they are open is not.
      ...Object.values(tree.alternatives ?? {}),
    ];
    const numbers = listParameters(tree).map(({ quantity }) => annotated(quantity));
    return [
      ...cited.flatMap(({ source }) => documentsIn(source)),
      ...numbers.flatMap(({ source, label }) => documentsIn(source, label)),
    ];
  });
  return [...new Set([...ofTrees, ...norms.flatMap(({ source }) => documentsIn(source))])];
}
