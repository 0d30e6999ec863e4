/** The law under which a run was made. */

import { regimes } from '../../domain/regimes/all.js';
import { findRegime } from '../../domain/regimes/find.js';
import type { Regime } from '../../domain/regimes/regime.js';
import type { Manifest } from './run-folder.js';

/** The regime of a run. Those from before manifests named it were all of the first. */
export function lawOfRun({ footing }: Pick<Manifest, 'footing'>): Regime {
  return findRegime(footing?.regime) ?? regimes[0]!;
}
