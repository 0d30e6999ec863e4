/** Names that the author of a scenario chooses. */

import { z } from 'zod';

export const chosenName = z.string().regex(/^[a-z][a-z0-9_]*$/, 'lower-case letters, digits and _');
