/** Why an event happens in one traced life of a person but not, at that moment, in another. */

import type { Clock, Condition, Transition } from '../../engine/model/model.js';
import { compareInfluences, type EffectCause, SAME } from './influences.js';
import { boundOf, decide, type Fact, standingsAfter, type TracedLife, transitionOf } from './standings.js';
import { momentOf, type QuietSpell, stretchesBefore } from './stretches.js';

/** Why an event happens in one life (`here`) but not, at that moment, in the other (`there`). */
export type Cause =
  /** The other approach has no such track or transition. `facts`: what lets it happen here. */
  | { readonly kind: 'missing'; readonly what: 'track' | 'transition'; readonly facts: readonly Fact[] }
  /** The track is in another state in the other life. */
  | { readonly kind: 'elsewhere'; readonly state: string }
  /** The guard holds here from month `since` on, and not there. */
  | {
      readonly kind: 'guard';
      readonly since: number;
      readonly here: readonly Fact[];
      readonly there: readonly Fact[];
    }
  /** The clocks themselves differ. */
  | { readonly kind: 'clock'; readonly here: Clock; readonly there: Clock }
  /** A duration has an upper limit that depends on an exposure when it began. */
  | { readonly kind: 'bound'; readonly here: number; readonly there: number }
  | EffectCause;

/** The transition of an event in the models of the two lives. */
type Both = readonly [mine: Transition, theirs: Transition];

/** The guard of a transition; one that always holds where the transition has none. */
function guardOf({ when }: Transition): Condition {
  return when ?? { all: [] };
}

/** The other approach lacks the transition, and perhaps its track. */
function missing(here: TracedLife, at: number, there: TracedLife): Cause {
  const { track, transition } = here.events[at]!;
  const what = there.lived.model.tracks.some(({ name }) => name === track) ? 'transition' : 'track';
  const { facts } = decide(guardOf(transitionOf(here, transition)!), standingsAfter(here, at), here.lived);
  return { kind: 'missing', what, facts };
}

/** When the guard holds here but not there: the last such stretch, or the moment of the event itself. */
function compareGuards(
  here: TracedLife,
  there: TracedLife,
  [mine, theirs]: Both,
  stretches: readonly QuietSpell[],
): Cause[] {
  const decided = stretches.map((stretch) => ({
    since: stretch.from,
    here: decide(guardOf(mine), standingsAfter(here, stretch.here), here.lived),
    there: decide(guardOf(theirs), standingsAfter(there, stretch.there), there.lived),
  }));
  const apart = decided.filter((each) => each.here.holds && !each.there.holds);
  const last = apart.at(-1);
  if (last === undefined) return [];
  return [{ kind: 'guard', since: apart[0]!.since, here: last.here.facts, there: last.there.facts }];
}

/** The clocks, where they themselves differ. */
function compareClocks([mine, theirs]: Both): Cause[] {
  return JSON.stringify(mine.clock) === JSON.stringify(theirs.clock)
    ? []
    : [{ kind: 'clock', here: mine.clock, there: theirs.clock }];
}

/** The upper limits of the clock, where they differ. */
function compareBounds(
  here: TracedLife,
  there: TracedLife,
  [mine, theirs]: Both,
  moment: QuietSpell,
): Cause[] {
  const own = boundOf(here, mine, standingsAfter(here, moment.here));
  const other = boundOf(there, theirs, standingsAfter(there, moment.there));
  return own === other || Math.abs(own - other) < SAME ? [] : [{ kind: 'bound', here: own, there: other }];
}

/** The stretches in which the guards of both hold. */
function stretchesOfBoth(
  here: TracedLife,
  there: TracedLife,
  [mine, theirs]: Both,
  stretches: readonly QuietSpell[],
): QuietSpell[] {
  return stretches.filter(
    (stretch) =>
      decide(guardOf(mine), standingsAfter(here, stretch.here), here.lived).holds &&
      decide(guardOf(theirs), standingsAfter(there, stretch.there), there.lived).holds,
  );
}

/** Why event `at` of a life does not happen at that moment in another. */
export function causesOf(here: TracedLife, at: number, there: TracedLife): Cause[] {
  const { track, from, transition } = here.events[at]!;
  const mine = transitionOf(here, transition)!;
  const theirs = transitionOf(there, transition);
  if (theirs === undefined) return [missing(here, at, there)];
  const both: Both = [mine, theirs];
  const stateThere = (stretch: QuietSpell) => standingsAfter(there, stretch.there).get(track)!.state;
  const isThere = (stretch: QuietSpell) => stateThere(stretch) === from;
  const moment = momentOf(here, there, at);
  const stretches = stretchesBefore(here, there, at).filter(isThere);
  const { clock } = mine;
  const isAtOnce = clock.kind === 'gate' && clock.delay === undefined;
  return [
    ...(isThere(moment) ? [] : [{ kind: 'elsewhere', state: stateThere(moment) } as const]),
    ...compareGuards(here, there, both, [...(isAtOnce ? [] : stretches), moment].filter(isThere)),
    ...compareClocks(both),
    ...(isThere(moment) ? compareBounds(here, there, both, moment) : []),
    ...(clock.kind === 'gate'
      ? []
      : compareInfluences(here, there, both, stretchesOfBoth(here, there, both, stretches))),
  ];
}
