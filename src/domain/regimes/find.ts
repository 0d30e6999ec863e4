/** The regime of a scenario. */

import { regimes } from './all.js';
import type { Regime } from './regime.js';

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
