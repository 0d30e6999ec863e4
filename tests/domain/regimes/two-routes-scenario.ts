/** A scenario under the second law of the tests, and what is made of it. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assembleResults, type Results } from '../../../src/analysis/results.js';
import type { Regime } from '../../../src/domain/regimes/regime.js';
import { schemaFor } from '../../../src/domain/regimes/scenario-schema.js';
import type { ScenarioTree } from '../../../src/domain/schema/scenario.js';
import { namesAllowedAt } from '../../../src/scenario/check/schema-walk.js';
import { loadScenario, packageLibrary } from '../../../src/scenario/load-scenario.js';
import { folderWith } from '../../scenario/temporary-folder.js';
import { taskOf, wholeDraw } from '../../shipped.js';
import { twoRoutes } from './two-routes.js';

export const PERSONS = 60;
const names = (section: string, all: readonly string[], value: number) =>
  `${section}: { ${all.map((name) => `${name}: ${value}`).join(', ')} }`;
const origins = ['syria', 'eritrea', 'other'];

/** Everybody housed within a day or so, on bijstand for good; the route opens under `first` and never under `never`. */
export const scenario = (practiceShare: number) => `name: Two
extends: [population, integration, kinds]
regime: two_routes
horizon_years: 5
discount_rate: 0
self_sufficiency: { states: [work], sustained_months: 0 }
reference: never
cohort:
  size: ${PERSONS}
  first_permit: 2016-01-01
  inflow_months: 0
  composition: { syria: { route_advice: { short: 1, long: 0 } } }
  capacity: { hours_per_week: 80, spread: 0, children: 0, mental_health: 0, reunification_pending: 0 }
housing: { ${names('median_wait', origins, 0.01)}, sigma: 0.01, single_ratio: 1, wait_ratio: 0.05 }
language:
  ${names('known', origins, 0)}
  months_to: { basic: 3, exam_level: 600, higher: 600 }
  sigma: 0.01
  ${names('education', ['low_literate', 'low', 'middle', 'high'], 1)}
  mental_health: 1
  working: 1
routes: { practice_share: ${practiceShare}, lessons: { months: 6, hours: 10 }, practice: { months: 12, hours: 16 }, fee: 100 }
income: { work: 0, part_time_work: 0, education: 0, other_exit: 0, ${names('no_bijstand', origins, 0)} }
costs: { social_guidance: 0 }
approaches:
  never: { label: Never, route: { opens: { income: work } }, search: { opens: { route: done } } }
  first: { label: First, route: { opens: { housing: housed } }, search: { opens: { route: done } } }
  advised:
    label: { nl: Geadviseerd, en: Advised }
    route: { opens: { housing: housed } }
    search: { opens: { route: done } }
    activities:
      course: { label: { nl: Praatgroep, en: Talks }, phase: 3, for: { route_advice: [long] }, start: { when: { housing: housed } }, weeks: 10, hours_per_week: 2, acts_on: [routing], mandatory: false, dropout: 0, costs: [{ payer: fund, per_participant: 70 }] }
`;

export const shipped = packageLibrary();
/** All that scenarios of any law may build on. */
const shared = readdirSync(shipped.data)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => [`data/${name}`, readFileSync(join(shipped.data, name), 'utf8')]);

/** A library whose only law is that of two routes, and in it a scenario. */
export function load(text: string) {
  const folder = folderWith({
    ...Object.fromEntries(shared),
    'data/regimes/two_routes.yaml':
      'law: { name: Law of two routes, from: 2016-01-01 }\nroutes: { practice_share: 0.5 }\neffects: { routing: 1 }\n',
    'scenarios/two.yaml': scenario(0.5),
    'scenarios/mine.yaml': text,
  });
  const library = { scenarios: join(folder, 'scenarios'), data: join(folder, 'data') };
  return loadScenario(join(folder, 'scenarios/mine.yaml'), library);
}

export function treeOf(text: string): ScenarioTree {
  const loaded = load(text);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
  return loaded.scenario.tree;
}

/** What is written for a new municipality under the law. */
export const fresh = {
  name: 'New',
  base: 'two',
  schema: 'scenario.schema.json',
  inherited: undefined,
  origins,
  firstPermit: '2022-01-01',
  regime: twoRoutes as unknown as Regime,
};

/** Names that a profile may have under a law. */
export const schemaUnder = (regime: string) => ({
  people: namesAllowedAt(
    schemaFor({ regime, origins: origins.map((name) => ({ name, nl: name, en: name })) }),
    ['cohort', 'composition', 'syria'],
  ),
});

export const problemsOf = (text: string) => {
  const loaded = load(text);
  return loaded.ok
    ? []
    : loaded.diagnostics.map(({ line, column, message }) => `${line}:${column}: ${message}`);
};

export const runOf = (tree: ScenarioTree): Results => {
  const task = taskOf(tree, { persons: true, by: 'route_advice' });
  return assembleResults(task, [wholeDraw(task, 0)]);
};
