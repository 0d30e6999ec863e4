/** One person's life under every approach, event by event. */

import { buildApproach } from '../../domain/approach.js';
import { attributeSampler, emptyAttributes, peopleOf } from '../../domain/attributes/people.js';
import type { Attributes } from '../../domain/attributes/person.js';
import type { Scenario } from '../../domain/schema/scenario.js';
import { keptAtMost } from '../../engine/caches.js';
import { compileModel } from '../../engine/compile/compile.js';
import { createKernel } from '../../engine/kernels.js';
import type { Model } from '../../engine/model/model.js';
import { deriveKey } from '../../engine/random/threefry.js';
import { Recent } from '../../engine/recent.js';
import { cohortKey } from '../cohort/cohort-key.js';
import { scenarioOfDraw, type Task } from '../task.js';
import { withoutEmptyMoves } from './led-on.js';

/** Something that happens to a person. */
export interface LifeEvent {
  readonly approach: string;
  /** Months since the permit. */
  readonly month: number;
  readonly track: string;
  readonly from: string;
  readonly to: string;
  /** Name of the transition in the model. */
  readonly transition: string;
}

/** The model in which a life was simulated, and what it uses of the person. */
export interface LifeModel {
  readonly model: Model;
  /** Tracks that only do bookkeeping for other tracks. */
  readonly bookkeeping: readonly string[];
  /** State of every track at the permit, in the order of the model's tracks. */
  readonly start: readonly string[];
  /** Threshold of every load, in the order of the model's loads. */
  readonly thresholds: readonly number[];
}

export interface LifeTrace {
  readonly attributes: Attributes;
  /** By approach, in the order of the task: what happened within the horizon, in order of time. */
  readonly events: readonly (readonly LifeEvent[])[];
  /** By approach, in the same order. */
  readonly models: readonly LifeModel[];
}

/** Persons of the cohort under a draw. */
export function cohortSize(task: Task, draw: number): number {
  return Math.max(1, Math.round(scenarioOfDraw(task, draw).cohort.size));
}

/** Simulates the life of a person of a replication. */
type Tracer = (replication: number, person: number) => LifeTrace;

/** By task and draw: one life is asked for after another (a page leafs through them), and its models take far longer to make than it does. */
const tracers = new Recent<Task, Recent<number, Tracer>>(keptAtMost.tracedTasks);

/** Simulates one person's life under every approach, with the same random numbers as in a run of the task. */
export function traceLife(task: Task, draw: number, replication: number, person: number): LifeTrace {
  const ofTask = tracers.get(task, () => new Recent(keptAtMost.tracedDrawsOfTask));
  return ofTask.get(draw, () => tracerOf(task, draw))(replication, person);
}

function tracerOf(task: Task, draw: number): Tracer {
  const scenario = scenarioOfDraw(task, draw);
  const people = peopleOf(scenario);
  const drawAttributes = attributeSampler(scenario);
  const live = task.approaches.map((approach) => lifeUnder(scenario, approach, task));
  return (replication, person) => {
    const [r0, r1] = cohortKey(task, draw, replication);
    const [key0, key1] = deriveKey(r0, r1, person, 0);
    const attributes = emptyAttributes(people);
    drawAttributes(attributes, key0, key1);
    const lives = live.map((each) => each(attributes, key0, key1));
    return {
      attributes,
      events: lives.map(({ events }) => events),
      models: lives.map(({ lived }) => lived),
    };
  };
}

/** What lives the lives of one approach. */
function lifeUnder(scenario: Scenario, approach: string, { norms }: Pick<Task, 'norms'>) {
  const built = buildApproach(scenario, approach, norms);
  const { model, bookkeeping } = built;
  const kernel = createKernel(compileModel(model));
  let events: LifeEvent[] = [];
  kernel.onEvent = (month, transition, to) => {
    const track = model.tracks[transition.track]!;
    if (month > model.horizonMonths) return;
    events.push({
      approach,
      month,
      track: track.name,
      from: track.states[transition.from]!,
      to: track.states[to]!,
      transition: transition.name,
    });
  };
  return (attributes: Attributes, key0: number, key1: number) => {
    events = [];
    built.fill(kernel.person, attributes, key0, key1);
    kernel.run();
    const { start: states, threshold } = kernel.person;
    const start = model.tracks.map((track, t) => track.states[states[t]!]!);
    return {
      events: withoutEmptyMoves(events),
      lived: { model, bookkeeping, start, thresholds: [...threshold] },
    };
  };
}
