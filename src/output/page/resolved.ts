/** What the scenario of a page comes to under a setting: who takes part in activities, and what follows from what readers set. */

import { casesOf, questionsOf } from '../../domain/parameters/alternatives.js';
import { endsOf } from '../../domain/parameters/ends.js';
import { type Choice, centralValue, type Quantity } from '../../domain/parameters/quantity.js';
import type { ScenarioTree } from '../../domain/schema/scenario.js';
import { type Changes, nodeAt, withChanges } from './change.js';
import type { Control } from './page-data.js';

/** Whether anybody takes part in an activity: in all parameter draws, in none, or in those with certain answers to open questions. */
export type TakesPart = 'on' | 'off' | 'by answer';

/** The questions on which a number hangs, by itself or through others that it follows from, while more than one answer is possible. */
export function openQuestionsOf(quantity: Quantity): string[] {
  const isOpen = ({ weights }: Choice) => weights.filter((weight) => weight > 0).length > 1;
  return questionsOf(quantity)
    .filter(isOpen)
    .map(({ by }) => by);
}

/** Whether anybody takes part in an activity whose share is a number; absent: everybody may. */
function standingOf(path: string, share: Quantity | undefined): TakesPart {
  if (share === undefined) return 'on';
  const cases = casesOf(path, share).filter(({ weight }) => weight > 0);
  const taken = cases.filter((each) => endsOf(each.path, each.quantity).largest > 0);
  if (taken.length === 0) return 'off';
  return taken.length === cases.length ? 'on' : 'by answer';
}

/** A scenario under a setting. */
export class Resolved {
  private readonly own: ScenarioTree;

  constructor(
    private readonly tree: ScenarioTree,
    private readonly changes: Changes,
  ) {
    this.own = withChanges(tree, undefined, changes).tree;
  }

  /** Whether anybody takes part in an activity. @param path of who takes part in it */
  standingOf(path: string): TakesPart {
    return standingOf(path, nodeAt(this.own, path.split('.')) as Quantity | undefined);
  }

  /** The number of a control: one that follows others is what these make of it, others are as the report had them. */
  valueOf({ path, value, follows }: Control): number {
    if (Object.hasOwn(this.changes, path)) return this.changes[path]!;
    return follows === true ? centralValue(nodeAt(this.own, path.split('.')) as Quantity) : value;
  }

  /**
   * What the switch of an activity sets next; undefined: it leaves the activity to the scenario. One that goes by an answer may be set
   * to take place, then not to, and then goes by the answer again. In one that does not take place by itself everybody may take part.
   */
  switched(path: string): number | undefined {
    const { [path]: set, ...others } = this.changes;
    const free = new Resolved(this.tree, others).standingOf(path);
    if (free === 'by answer') {
      if (set === undefined) return 1;
      return set === 0 ? undefined : 0;
    }
    const next = this.standingOf(path) === 'off' ? 'on' : 'off';
    if (next === free) return undefined;
    return next === 'on' ? 1 : 0;
  }
}
