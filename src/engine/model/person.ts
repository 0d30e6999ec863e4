/** The person that a caller fills for every life. */

import type { Model, Person } from './model.js';

/** A person for a model, to be filled in: starts in the first state of every track, with all ratios 1. */
export function emptyPerson(model: Model): Person {
  return {
    start: new Int32Array(model.tracks.length),
    ratio: new Float64Array(model.transitions.length).fill(1),
    timeRatio: new Float64Array(model.transitions.length).fill(1),
    rewardFactor: new Float64Array(model.rewards.length).fill(1),
    threshold: new Float64Array(model.loads.length),
    calendar: 0,
    key0: 0,
    key1: 0,
  };
}
