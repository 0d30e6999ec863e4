/** Building blocks for the transitions of the domain's tracks. */

import type { Clock, Condition, Effect, Piece, TimeFactor, Transition } from '../../engine/model/model.js';
import type { AttributeRatios } from '../attributes/person.js';
import type { dropoutReasons } from '../schema/names.js';
import { monthsFromWeeks } from '../time/calendar.js';

/** A transition with what depends on the person: hazard ratios (0: never) and time ratios of durations. */
export interface PersonalTransition {
  readonly transition: Transition;
  readonly ratios?: AttributeRatios;
  readonly stretch?: AttributeRatios;
  /** Why people who make this move leave a course or an activity before its end. */
  readonly leaves?: (typeof dropoutReasons)[number];
  /** Whether it ends an activity before its planned end without anybody dropping out: for work, or at the state pension age. */
  readonly cutsShort?: true;
}

/** A constant factor of a hazard, per month or as a ratio. */
export function constantFactor(value: number): TimeFactor {
  return { scale: 'origin', pieces: [{ from: 0, log: Math.log(value), slope: 0 }] };
}

/** A factor that steps at the given months of its time scale. */
export function stepFactor(
  scale: TimeFactor['scale'],
  steps: readonly (readonly [number, number])[],
): TimeFactor {
  return { scale, pieces: steps.map(([from, value]) => ({ from, log: Math.log(value), slope: 0 })) };
}

/** The hazard ratio of a state of another track. */
export function stateRatio(track: string, state: string, ratio: number): Effect {
  return stateLog(track, state, Math.log(ratio));
}

/** The same by its logarithm. */
export function stateLog(track: string, state: string, log: number): Effect {
  return { kind: 'state', track, state, log };
}

/** A hazard ratio whose logarithm falls linearly to 0 over `months` since the state was entered. */
export function fadingRatio(track: string, state: string, ratio: number, months: number): Effect {
  return fadingLog(track, state, Math.log(ratio), months);
}

/** The same by the logarithm at the beginning. */
export function fadingLog(track: string, state: string, log: number, months: number): Effect {
  const fade: Piece[] =
    months > 0
      ? [
          { from: 0, log, slope: -log / months },
          { from: months, log: 0, slope: 0 },
        ]
      : [{ from: 0, log: 0, slope: 0 }];
  return { kind: 'state', track, state, log, fade };
}

type DurationClock = Extract<Clock, { kind: 'duration' }>;

interface Options {
  /** Distinguishes a transition by name from others between the same states. */
  readonly reason?: string;
  readonly when?: Condition;
  readonly effects?: readonly Effect[];
  readonly ratios?: AttributeRatios;
  readonly stretch?: AttributeRatios;
}

function build(
  track: string,
  from: string,
  to: Transition['to'],
  clock: Clock,
  options: Options,
): PersonalTransition {
  const target = to.map((branch) => branch.state).join(' or ');
  const { when, effects = [], ratios, stretch, reason } = options;
  return {
    transition: {
      name: `${track}: ${from} -> ${target}${reason === undefined ? '' : ` (${reason})`}`,
      track,
      from,
      to,
      clock,
      effects,
      ...(when === undefined ? {} : { when }),
    },
    ...(ratios === undefined ? {} : { ratios }),
    ...(stretch === undefined ? {} : { stretch }),
  };
}

/** Where a transition leads: to one state, or to one of several. */
type Target = string | Transition['to'];

const only = (to: Target): Transition['to'] =>
  typeof to === 'string' ? [{ state: to, probability: 1 }] : to;

/** A transition with a hazard, the product of its factors. */
export function hazard(
  track: string,
  from: string,
  to: string,
  factors: readonly TimeFactor[],
  options: Options = {},
) {
  return build(track, from, only(to), { kind: 'hazard', factors }, options);
}

/** A transition after a fixed number of months, counted while its guard holds; fewer where an exposure bounds them. */
export function after(
  track: string,
  from: string,
  to: Target,
  months: number,
  { atMost, ...options }: Options & Pick<DurationClock, 'atMost'> = {},
) {
  const distribution = { kind: 'fixed', months } as const;
  const clock: Clock = { kind: 'duration', distribution, ...(atMost === undefined ? {} : { atMost }) };
  return build(track, from, only(to), clock, options);
}

/** A transition after a lognormal time, to one of several states. */
export function afterLognormal(
  track: string,
  from: string,
  to: Transition['to'],
  median: number,
  sigma: number,
  options: Options = {},
) {
  const distribution = { kind: 'lognormal', median, sigma } as const;
  return build(track, from, to, { kind: 'duration', distribution }, options);
}

/** A transition as soon as a condition holds. */
export function gate(track: string, from: string, to: Target, when: Condition, options: Options = {}) {
  return build(track, from, only(to), { kind: 'gate' }, { ...options, when });
}

/** A transition as soon as a condition holds, to one of several states. */
export function branchingGate(
  track: string,
  from: string,
  to: Transition['to'],
  when: Condition,
  options: Options = {},
) {
  return build(track, from, to, { kind: 'gate' }, { ...options, when });
}

/**
 * A transition as soon as a condition holds, or once it has held for a number of weeks in total: the delay pauses while the
 * condition does not hold. A drawn delay of 0 remains a delay, so that all draws have the same layout.
 */
export function whenOpen(track: string, from: string, to: string, when: Condition, delayWeeks?: number) {
  if (delayWeeks === undefined) return gate(track, from, to, when);
  return after(track, from, to, monthsFromWeeks(delayWeeks), { when });
}

/** A transition that ends an activity before its planned end. */
export function cuttingShort(transition: PersonalTransition): PersonalTransition {
  return { ...transition, cutsShort: true };
}

/** Condition that a track is in one of the states. */
export function inState(track: string, ...states: string[]): Condition {
  return { track, in: states };
}
