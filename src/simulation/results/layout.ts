/**
 * What the arrays of a result are laid out by: names of groups, measures, states, milestones and rewards, and the calendar
 * years. It travels with the sums as a hash, so that nobody reads or adds up sums that are laid out otherwise.
 */

import { createHash } from 'node:crypto';
import type { BuiltApproach } from '../../domain/approach.js';
import { measureKey, occupancyMeasures } from '../../domain/measures/measures.js';
import type { Scenario } from '../../domain/schema.js';

/** A text of the layout of one approach. @param measures those of persons */
export function approachLayout(
  scenario: Pick<Scenario, 'horizon_years' | 'regime'>,
  { model, rewards }: Pick<BuiltApproach, 'model' | 'rewards'>,
  measures: readonly { name: string; month?: number }[],
): string {
  return JSON.stringify([
    [...measures, ...occupancyMeasures(scenario)].map(measureKey),
    model.tracks,
    model.milestones.map(({ name }) => name),
    rewards.map(({ role, reward }) => [reward.name, role]),
    model.periods,
    model.horizonMonths,
  ]);
}

/** Hash of the layout of a result: its groups, and its approaches in their order by name with their layouts. */
export function layoutHash(
  groups: readonly string[],
  approaches: readonly (readonly [name: string, layout: string])[],
): string {
  return createHash('sha256')
    .update(JSON.stringify([groups, approaches]))
    .digest('hex');
}

/** Results whose sums are laid out otherwise than their reader takes them to be. */
export class LayoutMismatch extends Error {
  readonly code = 'ERR_RESULT_LAYOUT';

  constructor(draw: number) {
    super(`the results of parameter draw ${draw} are laid out otherwise than those they belong to`);
  }
}

/** @throws LayoutMismatch where a result has another layout */
export function checkLayout(
  layout: string,
  result: { readonly draw: number; readonly layout: string },
): void {
  if (result.layout !== layout) throw new LayoutMismatch(result.draw);
}
