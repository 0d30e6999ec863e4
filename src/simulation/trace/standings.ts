/** The state of a traced life at a moment, and what decides a condition then. */

import { SAME } from '../../engine/compile/constants.js';
import type { Condition, Effect, Exposure, Load, Piece, Transition } from '../../engine/model/model.js';
import type { LifeEvent, LifeModel } from './trace.js';

/** A traced life. */
export interface TracedLife {
  readonly events: readonly LifeEvent[];
  readonly lived: LifeModel;
}

/** The transition with that name in the model of a life. */
export function transitionOf({ lived }: TracedLife, name: string): Transition | undefined {
  return lived.model.transitions.find((transition) => transition.name === name);
}

/** A track's state, and since when. */
interface Standing {
  readonly state: string;
  readonly since: number;
}

/** The state of every track. */
export type Standings = ReadonlyMap<string, Standing>;

/** The states of the tracks after the first `count` events of a life. */
export function standingsAfter({ events, lived }: TracedLife, count: number): Standings {
  const here = new Map(lived.model.tracks.map(({ name }, t) => [name, { state: lived.start[t]!, since: 0 }]));
  for (const { track, to, month } of events.slice(0, count)) here.set(track, { state: to, since: month });
  return here;
}

/** Number of events in a life up to and including a month. */
export function eventsUntil({ events }: TracedLife, month: number): number {
  const next = events.findIndex((event) => event.month > month);
  return next < 0 ? events.length : next;
}

/** A state that decides a condition: it is one of those asked for, or it should not be (`wanted` empty). */
export interface Fact {
  readonly track: string;
  readonly state: string;
  /** The states asked for; empty where the condition asks for any other. */
  readonly wanted: readonly string[];
}

interface Decision {
  readonly holds: boolean;
  readonly facts: readonly Fact[];
}

/** The loads of a model, and the thresholds of a person. */
type Loads = Pick<LifeModel, 'thresholds'> & { readonly model: Pick<LifeModel['model'], 'loads'> };

function loadNamed({ model }: Loads, name: string): Load {
  return model.loads.find((load) => load.name === name)!;
}

/** Whether a load has come to its threshold: the states that it is made of, or those that it lacks. */
function decideLoad(load: Load, here: Standings, lived: Loads): Decision {
  const holds = totalLoad(load, here) + SAME >= lived.thresholds[lived.model.loads.indexOf(load)]!;
  const facts = load.weights.flatMap(({ track, state: wanted }) => {
    const { state } = here.get(track)!;
    return (state === wanted) === holds ? [{ track, state, wanted: [wanted] }] : [];
  });
  return { holds, facts };
}

/**
 * Whether a condition holds, and the states that decide it: where it holds, the states that make it true (of alternatives the
 * first); where it does not, the states that prevent it.
 */
export function decide(condition: Condition, here: Standings, lived: Loads): Decision {
  if ('load' in condition) return decideLoad(loadNamed(lived, condition.load), here, lived);
  if ('track' in condition) {
    const { state } = here.get(condition.track)!;
    const facts = [{ track: condition.track, state, wanted: condition.in }];
    return { holds: condition.in.includes(state), facts };
  }
  if ('not' in condition) {
    const { holds, facts } = decide(condition.not, here, lived);
    return { holds: !holds, facts: facts.map((fact) => ({ ...fact, wanted: [] })) };
  }
  const isAny = 'any' in condition;
  const parts = (isAny ? condition.any : condition.all).map((part) => decide(part, here, lived));
  const deciding = parts.filter(({ holds }) => holds === isAny);
  const holds = isAny ? deciding.length > 0 : deciding.length === 0;
  if (deciding.length === 0) return { holds, facts: parts.flatMap(({ facts }) => facts) };
  return { holds, facts: isAny ? deciding[0]!.facts : deciding.flatMap(({ facts }) => facts) };
}

/** The sum of a load over the present states. */
function totalLoad({ weights }: Load, here: Standings): number {
  return weights
    .filter(({ track, state }) => here.get(track)?.state === state)
    .reduce((sum, { weight }) => sum + weight, 0);
}

/** Months that each month of an exposure counts as. */
function rateOf({ lived }: TracedLife, { slowed }: Exposure, here: Standings): number {
  if (slowed === undefined) return 1;
  return Math.max(slowed.atLeast, 1 - slowed.perUnit * totalLoad(loadNamed(lived, slowed.load), here));
}

/** Months of exposure accumulated by a month of a life, up to the cap. */
export function exposureMonths(life: TracedLife, exposure: Exposure, month: number): number {
  const { when, capMonths } = exposure;
  const before = life.events.filter((event) => event.month < month);
  const moments = [0, ...before.map((event) => event.month), month];
  const total = moments.slice(1).reduce((sum, to, i) => {
    const from = moments[i]!;
    const here = standingsAfter(life, i);
    return decide(when, here, life.lived).holds ? sum + (to - from) * rateOf(life, exposure, here) : sum;
  }, 0);
  return Math.min(total, capMonths);
}

/**
 * Upper limit of a transition's clock in months, from an exposure at the moment when its track entered its present state;
 * Infinity where there is no limit.
 */
export function boundOf(life: TracedLife, { clock, track }: Transition, here: Standings): number {
  if (clock.kind !== 'duration' || clock.atMost === undefined) return Number.POSITIVE_INFINITY;
  const { exposure: name, ratio } = clock.atMost;
  const exposure = life.lived.model.exposures.find((each) => each.name === name)!;
  return ratio * exposureMonths(life, exposure, here.get(track)!.since);
}

/** Units by which a load exceeds the person's threshold. */
export function excessLoad({ lived }: TracedLife, load: Load, here: Standings): number {
  return Math.max(0, totalLoad(load, here) - lived.thresholds[lived.model.loads.indexOf(load)]!);
}

/** The pace of a clock while the track of an effect is in its state. */
export function paceNow(
  { lived }: TracedLife,
  { factor, more }: Extract<Effect, { kind: 'pace' }>,
  here: Standings,
): number {
  if (more === undefined) return factor;
  return Math.min(more.atMost, factor + more.perUnit * totalLoad(loadNamed(lived, more.load), here));
}

/** Value of log-linear pieces at a time on their own scale. */
export function pieceValue(pieces: readonly Piece[], time: number): number {
  const reached = pieces.filter(({ from }) => from <= time);
  const piece = reached.at(-1) ?? { ...pieces[0]!, slope: 0 };
  return piece.log + piece.slope * (time - piece.from);
}

/** Logarithm of the ratio of a state, a number of months after it was entered. */
export function logAt({ log, fade }: Extract<Effect, { kind: 'state' }>, months: number): number {
  return fade === undefined ? log : pieceValue(fade, months);
}
