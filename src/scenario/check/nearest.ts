/** "Did you mean": the nearest valid name to a wrong one. */

import { distance } from 'fastest-levenshtein';

/** Longer lists of candidates are left out of messages. */
const LISTED = 30;

/** Edits between two names; swapping two neighbouring letters counts as one. */
function editsBetween(a: string, b: string): number {
  const edits = distance(a, b);
  if (edits !== 2 || a.length !== b.length) return edits;
  const at = [...a].findIndex((letter, i) => letter !== b[i]);
  const swapped = a.slice(0, at) + a.charAt(at + 1) + a.charAt(at) + a.slice(at + 2);
  return swapped === b ? 1 : edits;
}

/**
 * The candidates near a name, nearest first: at most a third of its letters differ (and at least one may), capitals
 * aside. Among equally near ones those that agree in capitals come first, then in the order given.
 */
export function nearNames(name: string, candidates: readonly string[]): string[] {
  const limit = Math.max(1, Math.floor(name.length / 3));
  return candidates
    .map((candidate) => ({
      candidate,
      off: editsBetween(name.toLowerCase(), candidate.toLowerCase()),
      offExactly: editsBetween(name, candidate),
    }))
    .filter(({ off }) => off <= limit)
    .sort((a, b) => a.off - b.off || a.offExactly - b.offExactly)
    .map(({ candidate }) => candidate);
}

/** Letters of a name from which the one candidate that begins with it is meant. */
const BEGINNING = 3;

/** The one candidate that begins with a name; undefined: none does, or several do. */
function begunWith(name: string, candidates: readonly string[]): string | undefined {
  if (name.length < BEGINNING) return undefined;
  const begun = candidates.filter((candidate) => candidate.toLowerCase().startsWith(name.toLowerCase()));
  return begun.length === 1 ? begun[0] : undefined;
}

/** The end of a message about a wrong name: the nearest valid one, or the one it begins, else the list where it is short. */
export function suggest(name: string, candidates: readonly string[]): string {
  const nearest = nearNames(name, candidates)[0] ?? begunWith(name, candidates);
  if (nearest !== undefined) return `; did you mean "${nearest}"?`;
  return candidates.length > 0 && candidates.length <= LISTED
    ? `; expected one of: ${candidates.join(', ')}`
    : '';
}
