/** What each measure counts: the definitions for all outputs. A test checks that their names match those in results. */

import { measuresOf, measuresUnder } from '../../domain/measures/all.js';
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

function define(
  measures: readonly Measure[],
  language: Language,
  part: (name: string) => string,
): Definition[] {
  return measures.map(({ name, unit, better, definition }) => ({
    measure: name,
    unit,
    better: better ?? null,
    definition: sayDefinition(definition[language], part),
  }));
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
  return define(
    measuresOf(regime, [...activities.keys()]),
    language,
    (name: string) => `"${names.get(name)}"`,
  );
}

/**
 * The definitions, in English, of all measures that do not belong to an activity: where scenarios stand side by side.
 *
 * @param scenarios those whose laws have measures of their own; none: only those that there are under any law
 */
export function sharedDefinitions(scenarios: readonly { readonly regime: string }[]): Definition[] {
  return define(measuresUnder([...new Set(scenarios.map(regimeOf))]), 'en', (name) => `"${name}"`);
}

/** What a value of a column stands for, as a data package has it. */
export interface Category {
  readonly value: string;
  readonly label: string;
}

/**
 * The measures that a column holds, each with its definition.
 *
 * @param held values of the column; `name@month` is of a measure by year
 */
export function measureCategories(definitions: readonly Definition[], held: Iterable<string>): Category[] {
  const definitionOf = new Map(definitions.map(({ measure, definition }) => [measure, definition]));
  return [...new Set(held)].flatMap((value) => {
    const label = definitionOf.get(value.split('@')[0]!);
    return label === undefined ? [] : [{ value, label }];
  });
}
