/** Conditions in the schema. */

import { z } from 'zod';

/**
 * A condition as written in YAML: a mapping of track to state(s), all of which must hold; or `all`, `any` (lists of
 * conditions) or `not` (a condition). Names of tracks and states are checked after the schema.
 */
export const conditionSchema = z.record(z.string(), z.unknown()).meta({ title: 'condition' });
