/** One person's life under every approach, event by event. */

import { buildApproach } from '../domain/approach.js';
import { type Attributes, attributeSampler, emptyAttributes } from '../domain/attributes.js';
import { compileModel } from '../engine/compile.js';
import { Kernel } from '../engine/kernel.js';
import { emptyPerson } from '../engine/person.js';
import { deriveKey } from '../engine/threefry.js';
import { cohortKey, scenarioOfDraw, type Task } from './task.js';

/** Something that happens to a person. */
export interface LifeEvent {
  readonly approach: string;
  /** Months since the permit. */
  readonly month: number;
  readonly track: string;
  readonly from: string;
  readonly to: string;
}

export interface LifeTrace {
  readonly attributes: Attributes;
  /** By approach, in the order of the task: what happened within the horizon, in order of time. */
  readonly events: readonly (readonly LifeEvent[])[];
}

/** Lives one person's life under every approach, with the same luck as in a run of the task. */
export function traceLife(task: Task, draw: number, replication: number, person: number): LifeTrace {
  const scenario = scenarioOfDraw(task, draw);
  const [r0, r1] = cohortKey(task, draw, replication);
  const [key0, key1] = deriveKey(r0, r1, person, 0);
  const attributes = emptyAttributes();
  attributeSampler(scenario)(attributes, key0, key1);
  const events = task.approaches.map((approach) => {
    const built = buildApproach(scenario, approach, task.norms);
    const kernel = new Kernel(compileModel(built.model));
    const enginePerson = emptyPerson(built.model);
    const life: LifeEvent[] = [];
    kernel.onEvent = (month, transition, to) => {
      const track = built.model.tracks[transition.track]!;
      if (month > built.model.horizonMonths) return;
      life.push({
        approach,
        month,
        track: track.name,
        from: track.states[transition.from]!,
        to: track.states[to]!,
      });
    };
    built.fill(enginePerson, attributes, key0, key1);
    kernel.run(enginePerson);
    return life;
  });
  return { attributes, events };
}
