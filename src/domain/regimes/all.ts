/** The regimes there are, and the one of a scenario. */

import type { Regime } from './regime.js';
import { wi2013 } from './wi2013/wi2013.js';

export const regimes: readonly Regime[] = [wi2013];

/** The regime of that name; undefined where there is none. */
export function findRegime(name: unknown): Regime | undefined {
  return regimes.find((regime) => regime.name === name);
}

/** The regime of a scenario that has been checked. */
export function regimeOf({ regime: name }: { readonly regime: string }): Regime {
  const regime = findRegime(name);
  if (regime === undefined) throw new Error(`no regime "${name}"`);
  return regime;
}
