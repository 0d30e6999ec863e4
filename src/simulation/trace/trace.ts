/** One person's life under every approach, event by event. */

import { buildApproach } from '../../domain/approach.js';
import { attributeSampler, emptyAttributes, peopleOf } from '../../domain/attributes/people.js';
import type { Attributes } from '../../domain/attributes/person.js';
import { compileModel } from '../../engine/compile/compile.js';
import { createKernel } from '../../engine/kernels.js';
import type { Model } from '../../engine/model/model.js';
import { deriveKey } from '../../engine/random/threefry.js';
import { cohortKey } from '../cohort/cohort-key.js';
import { scenarioOfDraw, type Task } from '../task.js';

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

/** Simulates one person's life under every approach, with the same random numbers as in a run of the task. */
export function traceLife(task: Task, draw: number, replication: number, person: number): LifeTrace {
  const scenario = scenarioOfDraw(task, draw);
  const [r0, r1] = cohortKey(task, draw, replication);
  const [key0, key1] = deriveKey(r0, r1, person, 0);
  const attributes = emptyAttributes(peopleOf(scenario));
  attributeSampler(scenario)(attributes, key0, key1);
  const lives = task.approaches.map((approach) => {
    const built = buildApproach(scenario, approach, task.norms);
    const { model, bookkeeping } = built;
    const kernel = createKernel(compileModel(model));
    const enginePerson = kernel.person;
    const events: LifeEvent[] = [];
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
    built.fill(enginePerson, attributes, key0, key1);
    kernel.run();
    const start = model.tracks.map(({ states }, t) => states[enginePerson.start[t]!]!);
    return { events, lived: { model, bookkeeping, start, thresholds: [...enginePerson.threshold] } };
  });
  return { attributes, events: lives.map(({ events }) => events), models: lives.map(({ lived }) => lived) };
}
