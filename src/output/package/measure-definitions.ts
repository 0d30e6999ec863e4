/** What each measure counts: the definitions for all outputs. A test checks that their names match those in results. */

import { measuresOf } from '../../domain/measures/all.js';
import type { Measure } from '../../domain/measures/measure.js';
import { regimeOf } from '../../domain/regimes/find.js';
import type { ScenarioTree } from '../../domain/schema/scenario.js';

/** A measure and what it counts. */
export interface Definition {
  readonly measure: string;
  readonly unit: Measure['unit'];
  /** Which way is better; null: neither. */
  readonly better: 'more' | 'less' | null;
  readonly definition: string;
}

/** The definitions of all measures that results of a scenario have, its activities included. */
export function measureDefinitions(tree: Pick<ScenarioTree, 'approaches' | 'regime'>): Definition[] {
  const regime = regimeOf(tree);
  const activities = new Map(
    Object.values(tree.approaches).flatMap((approach) =>
      Object.entries(approach.activities).map(([name, { label }]) => [name, label] as const),
    ),
  );
  const labels = new Map([...regime.courses.map(({ name, label }) => [name, label] as const), ...activities]);
  const part = (name: string) => `"${labels.get(name)}"`;
  return measuresOf(regime, [...activities.keys()]).map(({ name, unit, better, definition }) => ({
    measure: name,
    unit,
    better: better ?? null,
    definition: typeof definition === 'string' ? definition : definition({ part }),
  }));
}
