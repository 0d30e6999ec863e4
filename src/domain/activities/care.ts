/** In whose care people are. */

import { inState } from '../life/transition.js';

/** Income states in which a municipality has someone in its care. */
export const inCare = inState('income', 'living_allowance', 'bijstand', 'bijstand_part_time');
