/** What each measure counts: the definitions for all outputs. A test checks that their names match those in results. */

import { measuresOf } from '../../domain/measures/all.js';
import type { Measure } from '../../domain/measures/measure.js';
import { regimeOf } from '../../domain/regimes/find.js';
import type { ScenarioTree } from '../../domain/schema/scenario.js';
import type { Label } from '../../scenario/labels.js';
import type { Language } from '../language.js';
import { labelOfPart } from './labels.js';

/** A measure and what it counts. */
export interface Definition {
  readonly measure: string;
  readonly unit: Measure['unit'];
  /** Which way is better; null: neither. */
  readonly better: 'more' | 'less' | null;
  readonly definition: string;
}

function sayDefinition(definition: Measure['definition'][Language], part: (name: string) => string): string {
  return typeof definition === 'string' ? definition : definition({ part });
}

/**
 * The definitions of all measures that results of a scenario have, its activities included.
 *
 * @param language English for files
 * @param labels what the scenario calls its activities, where that differs by language
 */
export function measureDefinitions(
  tree: Pick<ScenarioTree, 'approaches' | 'regime'>,
  language: Language = 'en',
  labels: Readonly<Record<string, Label>> = {},
): Definition[] {
  const regime = regimeOf(tree);
  const activities = new Map(
    Object.entries(tree.approaches).flatMap(([approach, each]) =>
      Object.entries(each.activities).map(
        ([part, { label }]) => [part, labelOfPart({ labels }, language, { approach, part, label })] as const,
      ),
    ),
  );
  const courses = regime.courses.map(
    ({ name, label }) =>
      [name, language === 'en' ? label : (regime.words[language].parts[name] ?? label)] as const,
  );
  const names = new Map([...courses, ...activities]);
  const part = (name: string) => `"${names.get(name)}"`;
  return measuresOf(regime, [...activities.keys()]).map(({ name, unit, better, definition }) => ({
    measure: name,
    unit,
    better: better ?? null,
    definition: sayDefinition(definition[language], part),
  }));
}
