/** Where two traced lives of the same person part, and what in the models of the two approaches makes them part. */

import type { Clock, Transition } from '../../engine/model/model.js';
import {
  boundOf,
  circumstancesAfter,
  eventsUntil,
  type Fact,
  judge,
  type TracedLife,
  transitionOf,
} from './circumstances.js';
import { compareInfluences, type Effect, SAME, type Stretch } from './influences.js';
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
  | Effect;

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

function sameClock(a: Clock, b: Clock): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
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
