/** Shipped scenarios as tasks, for the tests. */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AssumedShare } from '../src/domain/attributes/attribute.js';
import { breakdownBy, peopleOf } from '../src/domain/attributes/people.js';
import type { Wi2013Tree } from '../src/domain/regimes/wi2013/schema.js';
import type { ScenarioTree } from '../src/domain/schema/scenario.js';
import { type LoadedScenario, loadScenario, packageLibrary } from '../src/scenario/load-scenario.js';
import { readNorms } from '../src/scenario/tables/norms.js';
import { runUnit } from '../src/simulation/cohort/draw-run.js';
import { unitsOf } from '../src/simulation/cohort/units.js';
import type { DrawResult } from '../src/simulation/results/draw-result.js';
import { joinUnits } from '../src/simulation/results/join.js';
import { seedKey } from '../src/simulation/seed.js';
import type { Task } from '../src/simulation/task.js';
import { referenceFirst } from '../src/simulation/task.js';

const library = packageLibrary();

/** All scenarios that come with the package, by name; those of no municipality stand in a folder of their own. */
export const shippedNames: readonly string[] = ['', 'plans/'].flatMap((folder) =>
  readdirSync(join(library.scenarios, folder))
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => `${folder}${file.replace('.yaml', '')}`)
    .sort(),
);

/** A scenario that comes with the package, with settings as on the command line. */
export function shippedScenario(name: string, settings: readonly string[] = []): LoadedScenario {
  const loaded = loadScenario(join(library.scenarios, `${name}.yaml`), library, settings);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
  return loaded.scenario;
}

/** Its tree. */
export function shippedTree(name: string, settings: readonly string[] = []): ScenarioTree {
  return shippedScenario(name, settings).tree;
}

/** Settings that take away what the shipped scenarios add to the plainest life; tests of one rule begin without them. */
export const plain: readonly string[] = [
  'health=null',
  'effects.health=null',
  'family=null',
  'cohort.never_leaving_odds=null',
  'housing.family_ratio=null',
  'inburgering.diploma_exempts=null',
  'income.idle_relief=null',
  'income.relapse_ratios=null',
  'sanction.base_hazard=null',
  'sanction.deterrence=null',
];

/** The course of an approach of a tree under the law of 2013. */
export function courseOf(approach: object | undefined): Wi2013Tree['approaches'][string]['course'] {
  return (approach as Wi2013Tree['approaches'][string]).course;
}

/** The origins of the scenarios that come with the package. */
export const origins = [
  { name: 'syria', nl: 'Syrië', en: 'Syria' },
  { name: 'eritrea', nl: 'Eritrea', en: 'Eritrea' },
  { name: 'other', nl: 'overig', en: 'other' },
];
export const originNames = origins.map(({ name }) => name);

/** The attributes of their people. */
export const people = peopleOf({ origins, regime: 'wi2013' });

const centralOf = ({ value }: AssumedShare) => value;

/** What a profile holds of attributes that it does not name: the central values of their defaults. */
export const defaultProfile = Object.fromEntries(
  people.attributes.flatMap(({ profile = {} }) =>
    Object.entries(profile).flatMap(([name, stated]) => {
      if (stated.default === undefined) return [];
      if ('share' in stated) return [[name, centralOf(stated.default)]];
      const shares = Object.entries(stated.default).map(([value, share]) => [value, centralOf(share)]);
      return [[name, Object.fromEntries(shares)]];
    }),
  ),
);

/** A task of all approaches of a tree: one draw at central values, one replication, unless told otherwise. */
export function taskOf(
  tree: ScenarioTree,
  { by, ...options }: Partial<Omit<Task, 'by'>> & { readonly by?: string | undefined } = {},
): Task {
  return {
    tree,
    norms: readNorms(library),
    key: seedKey('tests'),
    draws: 1,
    replications: 1,
    approaches: referenceFirst(tree, Object.keys(tree.approaches)),
    persons: false,
    ...options,
    ...(by === undefined ? {} : { by: breakdownBy(tree, by) }),
  };
}

/** A whole parameter draw of a task, whatever units it is divided into. */
export function wholeDraw(task: Task, draw: number): DrawResult {
  return unitsOf(task)
    .filter((unit) => unit.draw === draw)
    .map((unit) => runUnit(task, unit))
    .reduce(joinUnits);
}
