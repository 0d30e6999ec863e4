/** Stretches of time between the events of two traced lives. */

import { eventsUntil, standingsAfter, type TracedLife } from './standings.js';

/** A stretch of time in which nothing happens in either life. */
export interface QuietSpell {
  readonly from: number;
  readonly to: number;
  /** Events that have happened by then, here and there. */
  readonly here: number;
  readonly there: number;
}

/** The stretches before an event during which its track was already in the state that the event leaves. */
export function stretchesBefore(here: TracedLife, there: TracedLife, at: number): QuietSpell[] {
  const { month, track, from } = here.events[at]!;
  const happened = [...here.events, ...there.events].map((event) => event.month);
  const moments = [...new Set([0, ...happened.filter((each) => each < month), month])].sort((a, b) => a - b);
  return moments.slice(1).flatMap((to, i): QuietSpell[] => {
    const start = moments[i]!;
    const stretch = { from: start, to, here: eventsUntil(here, start), there: eventsUntil(there, start) };
    return standingsAfter(here, stretch.here).get(track)!.state === from ? [stretch] : [];
  });
}

/** An event as a stretch without length, after everything else that happened before it at the same time. */
export function momentOf(here: TracedLife, there: TracedLife, at: number): QuietSpell {
  const { month } = here.events[at]!;
  return { from: month, to: month, here: at, there: eventsUntil(there, month) };
}
