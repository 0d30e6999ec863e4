/** Shares that make one. */

import type { Changes } from './change.js';

/** Decimals to which shares are set. */
const DECIMALS = 4;

const rounded = (share: number) => Number(share.toFixed(DECIMALS));

/**
 * All shares when one of them is set: the others keep their proportions, and the last of them takes what rounding leaves.
 *
 * @param shares as they were, by path
 * @param reported whose proportions the others have where they were all nothing
 */
export function sharesWith(shares: Changes, path: string, value: number, reported = shares): Changes {
  const others = Object.keys(shares).filter((each) => each !== path);
  const sumOf = (of: Changes) => others.reduce((total, each) => total + of[each]!, 0);
  const kept = [shares, reported].find((each) => sumOf(each) > 0);
  const left = 1 - value;
  const partOf = (each: string) =>
    rounded(kept === undefined ? left / others.length : (left * kept[each]!) / sumOf(kept));
  const parts = others.map(partOf);
  const said = parts.slice(0, -1).reduce((total, part) => total + part, 0);
  if (parts.length > 0) parts[parts.length - 1] = rounded(left - said);
  return { [path]: value, ...Object.fromEntries(others.map((each, i) => [each, parts[i]!])) };
}

/**
 * The shares as a reader moves them, one after another. While one of them moves, the others go by their proportions when it began, so
 * that what they come to depends on where it stands and not on where it has been.
 */
export class Composition {
  private moved: string | undefined;
  private start: Changes;

  /** @param reported the shares of the report, by path */
  constructor(private readonly reported: Changes) {
    this.start = reported;
  }

  /** All shares when one is moved. @param now as they are @param shown the share as it was shown when it began to move */
  move(now: Changes, path: string, value: number, shown: (share: number) => number): Changes {
    if (path !== this.moved) this.start = now;
    this.moved = path;
    return value === shown(this.start[path]!)
      ? this.start
      : sharesWith(this.start, path, value, this.reported);
  }

  /** The shares were set as a whole: what moves next begins there. */
  restart(): void {
    this.moved = undefined;
  }
}
