/** All regimes there are. One more is a folder beside this file, its numbers in `data/regimes`, and its name here. */

import type { Regime } from './regime.js';
import { wi2013 } from './wi2013/wi2013.js';

export const regimes: readonly Regime[] = [wi2013];
