/** "Did you mean": the nearest valid name to a wrong one. */

import { distance } from 'fastest-levenshtein';

/** More candidates than this are not listed in a message. */
const LISTED = 14;

/** The candidate nearest to a name, if it is near: at most a third of its letters differ (and at least one may). */
export function nearestName(name: string, candidates: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(name.length / 3));
  const ranked = candidates
    .map((candidate) => ({ candidate, off: distance(name.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.off - b.off);
  const best = ranked[0];
  return best !== undefined && best.off <= limit ? best.candidate : undefined;
}

/** The end of a message about a wrong name: the nearest valid one, else the list where it is short. */
export function suggest(name: string, candidates: readonly string[]): string {
  const nearest = nearestName(name, candidates);
  if (nearest !== undefined) return `; did you mean "${nearest}"?`;
  return candidates.length > 0 && candidates.length <= LISTED
    ? `; expected one of: ${candidates.join(', ')}`
    : '';
}
