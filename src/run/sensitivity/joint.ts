/** What it would be worth to know before one of all approaches is chosen, of which the reference is one. */

import { valuesByApproach } from '../../analysis/contrast.js';
import { partialInformation } from '../../analysis/decision/evppi.js';
import type { Results } from '../../analysis/results.js';
import { asBenefit, VALUED, valueOfAll } from '../../analysis/sensitivity/inputs.js';
import type { PersonMeasure } from '../../domain/measures/measures.js';
import type { InputRow, JointInformation } from '../../output/sensitivity.js';

/**
 * Of three approaches or more: what it would be worth to know everything, and each of the numbers that carry anything in some pair, the
 * most valuable first. Undefined: there are two approaches, neither way of the measure is better, or a draw has no outcome.
 *
 * @param rows of all pairs
 * @param values by path of an input, then by draw
 * @param key addresses the random numbers of the errors
 */
export function jointInformation(
  results: Results,
  { better, ...measure }: PersonMeasure,
  rows: readonly InputRow[],
  values: ReadonlyMap<string, Float64Array>,
  key: readonly [number, number],
): JointInformation | undefined {
  const names = results.approaches.map(({ name }) => name);
  if (better === undefined || names.length < 3) return undefined;
  const benefits = valuesByApproach(results, { better, ...measure }).map((own) => asBenefit(own, better));
  if (benefits.some(({ whole }) => whole.some(Number.isNaN))) return undefined;
  const shares = new Map<string, number>();
  for (const { effect } of rows)
    if (Number.isFinite(effect.evppi.value))
      shares.set(effect.path, Math.max(effect.share, shares.get(effect.path) ?? 0));
  const valued = [...shares].sort((a, b) => b[1] - a[1]).slice(0, VALUED);
  const information = valueOfAll(benefits);
  return {
    information,
    best: names[information.best]!,
    approaches: names.length,
    inputs: valued
      .map(([path]) => {
        const { value, error } = partialInformation(
          benefits.map(({ whole }) => whole),
          [values.get(path)!],
          key,
        );
        return { path, evppi: { value, error } };
      })
      .sort((a, b) => b.evppi.value - a.evppi.value),
  };
}
