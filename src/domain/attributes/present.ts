/**
 * What people are now, where a scenario has it change: complaints that begin and end, a family that arrives. The attribute at the
 * permit then is the state in which a track begins, and what hangs on it follows the track. Without such a section of the scenario
 * there is no track, and the attribute holds for life.
 */

import type { Effect, Load, Person, Track } from '../../engine/model/model.js';
import { stateRatio } from '../life/transition.js';
import type { Scenario } from '../schema/scenario.js';
import { YES } from './attribute.js';
import { mentalHealthComplaints } from './health.js';
import { household, householdNames, households, reunificationPending } from './household.js';
import type { AttributeRatios, Attributes, People } from './person.js';

export const healthTrack = { name: 'health', states: ['well', 'complaints'] } as const satisfies Track;

/** The household of now; `waiting`: alone, with a family that is still to come. */
export const familyTrack = {
  name: 'family',
  states: [...householdNames, 'waiting'],
} as const satisfies Track;

const WAITING = familyTrack.states.indexOf('waiting');

/** The parts of a scenario that decide which of these tracks there are. */
export interface Changing {
  readonly health?: unknown;
  readonly family?: unknown;
}

/** The tracks of what changes under a scenario. */
export function presentTracks({ health, family }: Changing): Track[] {
  return [...(health === undefined ? [] : [healthTrack]), ...(family === undefined ? [] : [familyTrack])];
}

/** Ratios of a hazard: by attributes at the permit, and by what people are now. */
interface PresentRatios {
  readonly ratios: AttributeRatios;
  readonly effects: readonly Effect[];
}

const stateRatios = ({ name, states }: Track, ratios: readonly number[]): Effect[] =>
  states.map((state, i) => stateRatio(name, state, ratios[i]!));

/** Ratios of which those by attributes that change under a scenario follow what people are now. */
export function asNow({ health, family }: Changing, ratios: AttributeRatios): PresentRatios {
  if (health === undefined && family === undefined) return { ratios, effects: [] };
  const {
    [mentalHealthComplaints.name]: complaints,
    [household.name]: home,
    [reunificationPending.name]: pending,
    ...others
  } = ratios;
  const lasting: Record<string, readonly number[]> = { ...others };
  const effects: Effect[] = [];
  if (complaints !== undefined) {
    if (health === undefined) lasting[mentalHealthComplaints.name] = complaints;
    else effects.push(...stateRatios(healthTrack, complaints));
  }
  if (family === undefined) {
    if (home !== undefined) lasting[household.name] = home;
    if (pending !== undefined) lasting[reunificationPending.name] = pending;
  } else if (home !== undefined || pending !== undefined) {
    const [settled, waiting] = pending ?? [1, 1];
    const ofHome = home ?? households.map(() => 1);
    const alone = ofHome[households.findIndex(({ livesAlone }) => livesAlone)]!;
    const now = [...ofHome.map((ratio) => ratio * settled!), alone * waiting!];
    effects.push(...stateRatios(familyTrack, now));
  }
  return { ratios: lasting, effects };
}

type Weight = Load['weights'][number];

/** Hours a week that take up capacity in the states of what changes. */
export function presentHours(scenario: Changing & Pick<Scenario, 'cohort'>): Weight[] {
  const { children, mental_health: unwell, reunification_pending: waiting } = scenario.cohort.capacity;
  const hours: Readonly<Record<string, readonly number[]>> = {
    [healthTrack.name]: [0, unwell],
    [familyTrack.name]: [...households.map(({ hasChildren }) => (hasChildren ? children : 0)), waiting],
  };
  return presentTracks(scenario).flatMap(({ name: track, states }) =>
    states.map((state, i) => ({ track, state, weight: hours[track]![i]! })),
  );
}

/**
 * Sets a person's states at the permit on these tracks.
 *
 * @returns hours a week that those states take up: a person's capacity at the permit is already less by them, and from then on they
 * are hours of the load
 */
type Settle = (person: Person, attributes: Attributes) => number;

/** Prepares the states of persons in a model with the tracks of this file. */
export function createSettle(scenario: Scenario, people: People, tracks: readonly Track[]): Settle {
  const weights = presentHours(scenario);
  const hoursOf = ({ name }: Track) =>
    Float64Array.from(weights.filter(({ track }) => track === name).map(({ weight }) => weight));
  const trackAt = (of: Track) => tracks.findIndex(({ name }) => name === of.name);
  const [health, family] = [trackAt(healthTrack), trackAt(familyTrack)];
  const [healthHours, familyHours] = [hoursOf(healthTrack), hoursOf(familyTrack)];
  const [complaints, home, pending] = [mentalHealthComplaints, household, reunificationPending].map(
    ({ name }) => people.at(name),
  ) as [number, number, number];

  return ({ start }, { codes }) => {
    let hours = 0;
    if (health >= 0) {
      const state = codes[complaints]!;
      start[health] = state;
      hours += healthHours[state]!;
    }
    if (family >= 0) {
      const state = codes[pending] === YES ? WAITING : codes[home]!;
      start[family] = state;
      hours += familyHours[state]!;
    }
    return hours;
  };
}
