/** The time that work still takes, as far as that can be told. */

import type { Progress } from '../../run/caller.js';

/** Steps that come within this time of the first were done before or at once by several threads: their pace says nothing (ms). */
const BURST = 1000;
/** For so long steps are watched before a time is told (ms). */
const WATCHED = 3000;

/**
 * Follows work; each call says how many seconds the rest takes at the pace of all steps so far, which moves little where steps come
 * together. Undefined: nobody can tell yet, since nothing was done or since more steps may turn out to be needed.
 */
export function followTime(clock: () => number): (progress: Progress) => number | undefined {
  let first: number | undefined;
  let from = { at: 0, done: 0 };
  return ({ done, total, isTotalKnown }) => {
    const at = clock();
    if (done > 0) first ??= at;
    if (first === undefined || at < first + BURST) from = { at, done };
    const [time, steps] = [at - from.at, done - from.done];
    if (!isTotalKnown || time < WATCHED || steps === 0) return undefined;
    return ((time / steps) * (total - done)) / 1000;
  };
}

/** A time in words: to five seconds where it is minutes; work that is not done takes a second. @param hour the sign of an hour */
export function formatTime(seconds: number, hour: string): string {
  const step = seconds < 60 ? 1 : 5;
  const whole = Math.max(1, step * Math.round(seconds / step));
  if (whole < 60) return `${whole}s`;
  const minutes = Math.floor(whole / 60);
  return minutes < 60
    ? `${minutes}m${String(whole % 60).padStart(2, '0')}s`
    : `${Math.floor(minutes / 60)}${hour}${String(minutes % 60).padStart(2, '0')}m`;
}
