/** What multiplies the hazard, or the pace, of a transition in two traced lives, and where that differs. */

import { groupBy } from '../../domain/group-by.js';
import type { Transition } from '../../engine/model/model.js';
import {
  decide,
  excessLoad,
  exposureMonths,
  type Fact,
  logAt,
  paceNow,
  type Standings,
  standingsAfter,
  type TracedLife,
  transitionOf,
} from './standings.js';
import type { QuietSpell } from './stretches.js';

/** A ratio, with the state, months or units that bring it. */
export interface Amount {
  readonly ratio: number;
  /** State of the track; undefined when the approach has no such track. */
  readonly state?: string | undefined;
  /** Months of exposure, or units of load above the threshold. */
  readonly units?: number;
  /** For a state entered through a gate: what opened it. */
  readonly openedBy?: readonly Fact[];
}

/** Something multiplies the hazard, or the pace of a duration, by different ratios between the months `since` and `until`. */
export interface EffectCause {
  readonly kind: 'effect';
  readonly of: 'state' | 'exposure' | 'load' | 'pace';
  /** Name of the track (of a state or a pace), exposure or load. */
  readonly name: string;
  readonly since: number;
  readonly until: number;
  readonly here: Amount;
  readonly there: Amount;
  /**
   * Difference of the log ratios times months, over all the time before the event: above 0 where it hastens the event
   * here.
   */
  readonly weight: number;
}

/** Log ratios closer than this are the same. */
export const SAME = 1e-9;

/** What opened the gate, or started the delay, through which a track entered its present state. */
function openedBy(life: TracedLife, track: string, until: number): readonly Fact[] | undefined {
  const at = life.events.slice(0, until).findLastIndex((event) => event.track === track);
  if (at < 0) return undefined;
  const { when, clock } = transitionOf(life, life.events[at]!.transition)!;
  const isOpened =
    clock.kind === 'gate' || (clock.kind === 'duration' && clock.distribution.kind === 'fixed');
  if (!isOpened || when === undefined) return undefined;
  return decide(when, standingsAfter(life, at), life.lived).facts;
}

interface Influence extends Amount {
  readonly of: 'state' | 'exposure' | 'load' | 'pace';
  readonly name: string;
}

/** What multiplies the hazard or the pace of a transition between events `count` and the next, at a month in that time. */
function influencesOn(
  life: TracedLife,
  transition: Transition,
  count: number,
  month: number,
): Map<string, Influence> {
  const here = standingsAfter(life, count);
  const { exposures, loads } = life.lived.model;
  const found = new Map<string, Influence>();
  for (const effect of transition.effects) {
    if (effect.kind === 'exposure') {
      const units = exposureMonths(life, exposures.find(({ name }) => name === effect.exposure)!, month);
      const ratio = Math.exp(effect.logPerMonth * units);
      found.set(`exposure ${effect.exposure}`, { of: 'exposure', name: effect.exposure, ratio, units });
    } else if (effect.kind === 'load') {
      const units = excessLoad(life, loads.find(({ name }) => name === effect.load)!, here);
      const ratio = Math.exp(effect.logPerUnit * units);
      found.set(`load ${effect.load}`, { of: 'load', name: effect.load, ratio, units });
    } else {
      const { state, since } = here.get(effect.track)!;
      const key = `${effect.kind} ${effect.track}`;
      const own =
        effect.kind === 'pace' ? paceNow(life, effect, here) : Math.exp(logAt(effect, month - since));
      const others = found.get(key)?.ratio ?? 1;
      const ratio = state === effect.state ? others * own : others;
      const opened = openedBy(life, effect.track, count);
      const facts = opened === undefined ? {} : { openedBy: opened };
      found.set(key, { of: effect.kind, name: effect.track, ratio, state, ...facts });
    }
  }
  return found;
}

const isOfState = (of: Influence['of']) => of === 'state' || of === 'pace';

/** The counterpart of an influence that is absent in the other life: ratio 1, with the state its track is in there, if it exists. */
function noInfluence({ of, name }: Influence, here: Standings): Influence {
  return { of, name, ratio: 1, ...(isOfState(of) ? { state: here.get(name)?.state } : { units: 0 }) };
}

/** Influences on the transition in a stretch, here and there, where their ratios differ. */
function compareStretch(
  here: TracedLife,
  there: TracedLife,
  both: readonly [Transition, Transition],
  stretch: QuietSpell,
): EffectCause[] {
  const mine = influencesOn(here, both[0], stretch.here, stretch.to);
  const theirs = influencesOn(there, both[1], stretch.there, stretch.to);
  return [...new Set([...mine.keys(), ...theirs.keys()])].flatMap((key): EffectCause[] => {
    const a = mine.get(key) ?? noInfluence(theirs.get(key)!, standingsAfter(here, stretch.here));
    const b = theirs.get(key) ?? noInfluence(mine.get(key)!, standingsAfter(there, stretch.there));
    const log = Math.log(a.ratio / b.ratio);
    if (!(Math.abs(log) > SAME)) return [];
    const { of, name } = a;
    const weight = log * (stretch.to - stretch.from);
    return [{ kind: 'effect', of, name, since: stretch.from, until: stretch.to, here: a, there: b, weight }];
  });
}

const sumOfWeights = (effects: readonly EffectCause[]) =>
  effects.reduce((sum, { weight }) => sum + weight, 0);

/**
 * Sums up one influence over its stretches. It may have sped up the event at one time and slowed it at another. What is reported
 * is the pair of states with the largest weight in the direction of the total.
 */
function summarise(effects: readonly EffectCause[]): EffectCause {
  const total = sumOfWeights(effects);
  const pairs = [...groupBy(effects, ({ here, there }) => `${here.state} ${there.state}`).values()];
  const side = total < 0 ? -1 : 1;
  const largest = (a: number, b: number) => side * (b - a);
  const pair = pairs.sort((a, b) => largest(sumOfWeights(a), sumOfWeights(b)))[0]!;
  const strongest = [...pair].sort((a, b) => largest(a.weight, b.weight))[0]!;
  return { ...strongest, since: pair[0]!.since, until: pair.at(-1)!.until, weight: total };
}

/** The differences of influence over the stretches in which the transition runs in both lives. */
export function compareInfluences(
  here: TracedLife,
  there: TracedLife,
  both: readonly [Transition, Transition],
  stretches: readonly QuietSpell[],
): EffectCause[] {
  const found = stretches.flatMap((stretch) => compareStretch(here, there, both, stretch));
  return [...groupBy(found, ({ of, name }) => `${of} ${name}`).values()]
    .map(summarise)
    .sort((a, b) => b.weight - a.weight);
}
