/** Results by what becomes of people at the selection for an activity. */

import { isDeepStrictEqual } from 'node:util';
import { stepsTo } from '../../domain/activities/begins-after.js';
import { standings } from '../../domain/activities/eligibility.js';
import { peopleOf } from '../../domain/attributes/people.js';
import type { Breakdown } from '../../domain/attributes/person.js';
import type { ScenarioTree } from '../../domain/schema/scenario.js';
import { suggest } from '../../scenario/check/nearest.js';
import { referenceFirst } from '../../simulation/task.js';
import { Refusal } from '../refusal.js';

/** Begins the name of what becomes of people at the selection for an activity, which follows. */
export const SELECTED = 'selected:';

/** An activity that has a name, under an approach. */
interface Named {
  readonly approach: string;
  readonly activity: string;
  /** What each of the steps to it asks of people. */
  readonly asks: unknown;
}

/** What the steps to an activity ask, to be compared. */
function asksOf(approach: ScenarioTree['approaches'][string], name: string): unknown {
  return stepsTo(approach, name).map(({ activity, selected }) => [
    selected,
    approach.activities[activity]!.for,
  ]);
}

/**
 * What becomes of people at the selection for an activity, and for those whose participants alone it is for: not eligible, passed over, or selected. It is the same under every
 * approach, those without the activity included: who would take part.
 *
 * @param asked name of the activity; APPROACH.ACTIVITY where approaches select differently for an activity of one name
 * @throws Refusal where there is no such activity, or more than one
 */
export function selectionBreakdown(tree: ScenarioTree, asked: string): Breakdown {
  const all = referenceFirst(tree, Object.keys(tree.approaches)).flatMap((approach) => {
    const own = tree.approaches[approach]!;
    return Object.keys(own.activities).map(
      (activity): Named => ({ approach, activity, asks: asksOf(own, activity) }),
    );
  });
  const found = all.filter(
    ({ approach, activity }) => asked === activity || asked === `${approach}.${activity}`,
  );
  const [first] = found;
  const name = `${SELECTED}${asked}`;
  if (first === undefined) {
    const known = all.map(({ activity }) => activity);
    throw new Refusal(`${tree.name}: no approach has an activity "${asked}"${suggest(asked, known)}`);
  }
  if (found.some((other) => !isDeepStrictEqual(other.asks, first.asks))) {
    const names = found.map(({ approach, activity }) => `${SELECTED}${approach}.${activity}`);
    throw new Refusal(
      `${tree.name}: approaches select differently for "${asked}": expected one of ${names.join(', ')}`,
    );
  }
  const { approach, activity } = first;
  return { name, at: peopleOf(tree).attributes.length, values: standings, selection: { approach, activity } };
}
