/** Where two traced lives of the same person first differ. */

import { type Cause, causesOf } from './causes.js';
import type { TracedLife } from './standings.js';
import type { LifeEvent } from './trace.js';

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

/**
 * The first event on the given tracks that one of two lives of the same person has and the other does not have at
 * that moment, and why; undefined when there is none. When both lives have such an event at the same moment, the one in the
 * second life is taken.
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
