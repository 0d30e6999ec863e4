/** What an approach says of offers, and touches no activity of it: a saving where nothing is bought in, employers or schools where nothing leads there. */

import { targetsOf } from '../../domain/activities/kinds.js';
import type { ScenarioTree } from '../../domain/schema/scenario.js';
import type { Inherited } from '../inherit/inheritance.js';
import { sayPosition } from './diagnostic.js';
import type { UnusedWords } from './note-words.js';

type Activity = ScenarioTree['approaches'][string]['activities'][string];

/**
 * What to say of the offers that change nothing, a line each. Waits and hours are left aside: they are of the course too.
 *
 * @param shorten a file as messages show it
 */
export function idleOffers(
  tree: ScenarioTree,
  { locate }: Pick<Inherited, 'locate'>,
  shorten: (file: string) => string,
  { nowhere, boughtIn, onWork, onEducation }: UnusedWords,
): string[] {
  const leadsTo = (to: 'work' | 'education') => (activity: Activity) =>
    targetsOf(tree, activity).includes(to) || activity.outflow?.[to] !== undefined;
  const touched = {
    cost_ratio: {
      by: ({ bought_in: isBought, costs = [] }: Activity) => isBought === true && costs.length > 0,
      use: boughtIn,
    },
    placement: { by: leadsTo('work'), use: onWork },
    school_places: { by: leadsTo('education'), use: onEducation },
  };
  return Object.entries(tree.approaches).flatMap(([name, { offers, activities }]) =>
    (['cost_ratio', 'placement', 'school_places'] as const)
      .filter((part) => offers?.[part] !== undefined && !Object.values(activities).some(touched[part].by))
      .map((part) => {
        const path = ['approaches', name, 'offers', part];
        return nowhere(path.join('.'), sayPosition(locate(path, true), shorten), touched[part].use);
      }),
  );
}
