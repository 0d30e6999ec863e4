/** Shares that make one. */

import type { Changes } from './change.js';

/** Decimals to which shares are set. */
const DECIMALS = 4;

const rounded = (share: number) => Number(share.toFixed(DECIMALS));

/**
 * All shares when one of them is set: the others keep their proportions, and the last of them takes what rounding leaves.
 *
 * @param shares as they were, by path
 */
export function sharesWith(shares: Changes, path: string, value: number): Changes {
  const others = Object.keys(shares).filter((each) => each !== path);
  const sum = others.reduce((total, each) => total + shares[each]!, 0);
  const left = 1 - value;
  const parts = others.map((each) => rounded(sum > 0 ? (left * shares[each]!) / sum : left / others.length));
  const said = parts.slice(0, -1).reduce((total, part) => total + part, 0);
  if (parts.length > 0) parts[parts.length - 1] = rounded(left - said);
  return { [path]: value, ...Object.fromEntries(others.map((each, i) => [each, parts[i]!])) };
}
