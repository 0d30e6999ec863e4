/** What the end of an activity led to: of those whom it moves nowhere, a life tells the end alone. */

import { moveOf } from '../../domain/activities/outflow.js';

/** A move of a track; of one life, all in their order. */
interface TrackMove {
  readonly track: string;
  readonly from: string;
  readonly to: string;
}

/**
 * The events of a life in which nobody is led on who is not: the state of an activity that says where its end leads to is entered by
 * all to whom the share falls, also by those who never leave bijstand, are too old for student finance or have other income. Where
 * the person makes no such move before the state is left, at the same moment, the activity just comes to what follows it.
 */
export function withoutEmptyMoves<Event extends TrackMove>(events: readonly Event[]): Event[] {
  const left = new Set<number>();
  return events.flatMap((event, at) => {
    if (left.has(at)) return [];
    const move = moveOf(event.to);
    if (move === undefined) return [event];
    const end = events.findIndex(
      ({ track, from }, i) => i > at && track === event.track && from === event.to,
    );
    const moved = events.slice(at, end).some(({ track, to }) => track === move.track && to === move.state);
    if (moved) return [event];
    left.add(end);
    return [{ ...event, to: events[end]!.to }];
  });
}
