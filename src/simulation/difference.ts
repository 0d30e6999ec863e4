/** Where two traced lives of the same person part, and what in the models of the two approaches makes them part. */

import type { Clock, Transition } from '../engine/model.js';
import {
  boundOf,
  type Circumstances,
  circumstancesAfter,
  eventsUntil,
  excessLoad,
  exposureMonths,
  type Fact,
  judge,
  logAt,
  type TracedLife,
} from './circumstances.js';
import type { LifeEvent } from './trace.js';

/** Why an event happens in one life (`here`) and not at that moment in the other (`there`). */
export type Cause =
  /** The other approach has no such track or transition. `facts`: what lets it happen here. */
  | { readonly kind: 'missing'; readonly what: 'track' | 'transition'; readonly facts: readonly Fact[] }
  /** The track stands elsewhere in the other life. */
  | { readonly kind: 'elsewhere'; readonly state: string }
  /** The guard holds here from month `since` on, and not there. */
  | {
      readonly kind: 'guard';
      readonly since: number;
      readonly here: readonly Fact[];
      readonly there: readonly Fact[];
    }
  /** The clocks differ whatever the circumstances. */
  | { readonly kind: 'clock'; readonly here: Clock; readonly there: Clock }
  /** A duration lasts at most so many months, by an exposure when it began. */
  | { readonly kind: 'bound'; readonly here: number; readonly there: number }
  /** Something multiplies the hazard, or the pace of a duration, by different ratios between the months `since` and `until`. */
  | {
      readonly kind: 'effect';
      readonly of: 'state' | 'exposure' | 'load' | 'pace';
      /** Name of the track (of a state or a pace), exposure or load. */
      readonly name: string;
      readonly since: number;
      readonly until: number;
      readonly here: Amount;
      readonly there: Amount;
      /**
       * Difference of the log ratios times months, over all the time before the event: above 0 where it hastens
       * the event here.
       */
      readonly weight: number;
    };

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

/** The first event of one life that the other does not have at that moment. */
export interface Difference {
  readonly event: LifeEvent;
  /** Whether the event belongs to the first of the two lives. */
  readonly inFirst: boolean;
  /** Month at which the other life has the same event later; undefined: not within the horizon. */
  readonly later: number | undefined;
  readonly causes: readonly Cause[];
}

const keyOf = ({ month, track, from, to }: LifeEvent) => `${month.toFixed(6)} ${track} ${from} ${to}`;

/** Log ratios closer than this are the same. */
const SAME = 1e-9;

function sameClock(a: Clock, b: Clock): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function transitionOf({ lived }: TracedLife, name: string): Transition | undefined {
  return lived.model.transitions.find((transition) => transition.name === name);
}

/** What opened the gate, or let the delay pass, through which a track came into its present state. */
function openedBy(life: TracedLife, track: string, until: number): readonly Fact[] | undefined {
  const at = life.events.slice(0, until).findLastIndex((event) => event.track === track);
  if (at < 0) return undefined;
  const { when, clock } = transitionOf(life, life.events[at]!.transition)!;
  const isOpened =
    clock.kind === 'gate' || (clock.kind === 'duration' && clock.distribution.kind === 'fixed');
  if (!isOpened || when === undefined) return undefined;
  return judge(when, circumstancesAfter(life, at)).facts;
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
  const here = circumstancesAfter(life, count);
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
      const own = effect.kind === 'pace' ? effect.factor : Math.exp(logAt(effect, month - since));
      const ratio = state === effect.state ? own : (found.get(key)?.ratio ?? 1);
      const opened = openedBy(life, effect.track, count);
      const facts = opened === undefined ? {} : { openedBy: opened };
      found.set(key, { of: effect.kind, name: effect.track, ratio, state, ...facts });
    }
  }
  return found;
}

type Effect = Extract<Cause, { kind: 'effect' }>;

const isOfState = (of: Influence['of']) => of === 'state' || of === 'pace';

/** An influence that the other approach does not know: its track stands where it stands, or there is none. */
function noInfluence({ of, name }: Influence, here: Circumstances): Influence {
  return { of, name, ratio: 1, ...(isOfState(of) ? { state: here.get(name)?.state } : { units: 0 }) };
}

/** A stretch of time in which nothing happens in either life. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Events that have happened by then, here and there. */
  readonly here: number;
  readonly there: number;
}

/** The stretches before an event during which its track stood where the event finds it. */
function stretchesBefore(here: TracedLife, there: TracedLife, at: number): Stretch[] {
  const { month, track, from } = here.events[at]!;
  const happened = [...here.events, ...there.events].map((event) => event.month);
  const moments = [...new Set([0, ...happened.filter((each) => each < month), month])].sort((a, b) => a - b);
  return moments.slice(1).flatMap((to, i): Stretch[] => {
    const start = moments[i]!;
    const stretch = { from: start, to, here: eventsUntil(here, start), there: eventsUntil(there, start) };
    return circumstancesAfter(here, stretch.here).get(track)!.state === from ? [stretch] : [];
  });
}

/** Influences on the transition in a stretch, here and there, where their ratios differ. */
function compareStretch(
  here: TracedLife,
  there: TracedLife,
  both: readonly [Transition, Transition],
  stretch: Stretch,
): Effect[] {
  const mine = influencesOn(here, both[0], stretch.here, stretch.to);
  const theirs = influencesOn(there, both[1], stretch.there, stretch.to);
  return [...new Set([...mine.keys(), ...theirs.keys()])].flatMap((key): Effect[] => {
    const a = mine.get(key) ?? noInfluence(theirs.get(key)!, circumstancesAfter(here, stretch.here));
    const b = theirs.get(key) ?? noInfluence(mine.get(key)!, circumstancesAfter(there, stretch.there));
    const log = Math.log(a.ratio / b.ratio);
    if (!(Math.abs(log) > SAME)) return [];
    const { of, name } = a;
    const weight = log * (stretch.to - stretch.from);
    return [{ kind: 'effect', of, name, since: stretch.from, until: stretch.to, here: a, there: b, weight }];
  });
}

const sumOfWeights = (effects: readonly Effect[]) => effects.reduce((sum, { weight }) => sum + weight, 0);

/** Lists by key, in the order in which the keys first come. */
function groupBy<Item>(items: readonly Item[], keyOfItem: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOfItem(item), [...(groups.get(keyOfItem(item)) ?? []), item]);
  return [...groups.values()];
}

/**
 * Sums up one influence over its stretches. It may have worked for the event at one time and against it at another:
 * told is the pair of states that weighs most to the side to which all of it comes down.
 */
function summarise(effects: readonly Effect[]): Effect {
  const total = sumOfWeights(effects);
  const pairs = groupBy(effects, ({ here, there }) => `${here.state} ${there.state}`);
  const side = total < 0 ? -1 : 1;
  const largest = (a: number, b: number) => side * (b - a);
  const pair = pairs.sort((a, b) => largest(sumOfWeights(a), sumOfWeights(b)))[0]!;
  const told = [...pair].sort((a, b) => largest(a.weight, b.weight))[0]!;
  return { ...told, since: pair[0]!.since, until: pair.at(-1)!.until, weight: total };
}

/** The differences of influence over the stretches in which the transition runs in both lives. */
function compareInfluences(
  here: TracedLife,
  there: TracedLife,
  both: readonly [Transition, Transition],
  stretches: readonly Stretch[],
): Effect[] {
  const found = stretches.flatMap((stretch) => compareStretch(here, there, both, stretch));
  return groupBy(found, ({ of, name }) => `${of} ${name}`)
    .map(summarise)
    .sort((a, b) => b.weight - a.weight);
}

/** Where the guard holds here and not there: the last such stretch, or the moment of the event itself. */
function compareGuards(
  here: TracedLife,
  there: TracedLife,
  both: readonly [Transition, Transition],
  stretches: readonly Stretch[],
): Cause[] {
  const guards = both.map(({ when }) => when ?? { all: [] });
  const judged = stretches.map((stretch) => ({
    since: stretch.from,
    mine: judge(guards[0]!, circumstancesAfter(here, stretch.here)),
    theirs: judge(guards[1]!, circumstancesAfter(there, stretch.there)),
  }));
  const apart = judged.filter(({ mine, theirs }) => mine.holds && !theirs.holds);
  const last = apart.at(-1);
  if (last === undefined) return [];
  return [{ kind: 'guard', since: apart[0]!.since, here: last.mine.facts, there: last.theirs.facts }];
}

/** What the clock lasts at most, where that differs. */
function compareBounds(
  here: TracedLife,
  there: TracedLife,
  both: readonly [Transition, Transition],
  moment: Stretch,
): Cause[] {
  const mine = boundOf(here, both[0], circumstancesAfter(here, moment.here));
  const theirs = boundOf(there, both[1], circumstancesAfter(there, moment.there));
  return mine === theirs || Math.abs(mine - theirs) < SAME
    ? []
    : [{ kind: 'bound', here: mine, there: theirs }];
}

/** Why event `at` of a life does not happen at that moment in another. */
function causesOf(here: TracedLife, at: number, there: TracedLife): Cause[] {
  const { month, track, from, transition } = here.events[at]!;
  const mine = transitionOf(here, transition)!;
  const theirs = transitionOf(there, transition);
  // What happens at the same moment before the event belongs to its circumstances.
  const moment: Stretch = { from: month, to: month, here: at, there: eventsUntil(there, month) };
  if (theirs === undefined) {
    const what = there.lived.model.tracks.some(({ name }) => name === track) ? 'transition' : 'track';
    return [
      { kind: 'missing', what, facts: judge(mine.when ?? { all: [] }, circumstancesAfter(here, at)).facts },
    ];
  }
  const isThere = (stretch: Stretch) => circumstancesAfter(there, stretch.there).get(track)!.state === from;
  const { state } = circumstancesAfter(there, moment.there).get(track)!;
  const stretches = stretchesBefore(here, there, at).filter(isThere);
  const elsewhere: Cause[] = state === from ? [] : [{ kind: 'elsewhere', state }];
  const both = [mine, theirs] as const;
  const isGate = mine.clock.kind === 'gate';
  const isAtOnce = isGate && mine.clock.kind === 'gate' && mine.clock.delay === undefined;
  const guards = compareGuards(here, there, both, [...(isAtOnce ? [] : stretches), moment].filter(isThere));
  const clocks: Cause[] = sameClock(mine.clock, theirs.clock)
    ? []
    : [{ kind: 'clock', here: mine.clock, there: theirs.clock }];
  const bounds = state === from ? compareBounds(here, there, both, moment) : [];
  const running = stretches.filter(
    (stretch) =>
      judge(mine.when ?? { all: [] }, circumstancesAfter(here, stretch.here)).holds &&
      judge(theirs.when ?? { all: [] }, circumstancesAfter(there, stretch.there)).holds,
  );
  const effects = isGate ? [] : compareInfluences(here, there, both, running);
  return [...elsewhere, ...guards, ...clocks, ...bounds, ...effects];
}

/**
 * The first event on the given tracks that one of two lives of the same person has and the other does not have at
 * that moment, and why; undefined when there is none. Of events at the same moment the one of the second life counts.
 *
 * @param counts whether events of a track count
 */
export function firstDifference(
  first: TracedLife,
  second: TracedLife,
  counts: (track: string) => boolean,
): Difference | undefined {
  const find = (own: TracedLife, other: TracedLife) => {
    const known = new Set(other.events.map(keyOf));
    return own.events.findIndex((event) => counts(event.track) && !known.has(keyOf(event)));
  };
  const [inFirst, inSecond] = [find(first, second), find(second, first)];
  if (inFirst < 0 && inSecond < 0) return undefined;
  const isFirst =
    inSecond < 0 || (inFirst >= 0 && first.events[inFirst]!.month < second.events[inSecond]!.month);
  const [here, there, at] = isFirst ? [first, second, inFirst] : [second, first, inSecond];
  const event = here.events[at]!;
  const later = there.events.find(
    ({ month, track, from, to }) =>
      month > event.month && track === event.track && from === event.from && to === event.to,
  );
  return { event, inFirst: isFirst, later: later?.month, causes: causesOf(here, at, there) };
}
