/** The schema of a date. */

import { z } from 'zod';

/**
 * A day of 1900 to 2199 as yyyy-mm-dd. Something that is not a date is only reported as such, and not also for being outside
 * these years.
 */
export function day() {
  return z.iso.date({ abort: true }).refine((date) => date >= '1900' && date < '2200', {
    error: ({ input }) => `expected a date from 1900 to 2199, got ${JSON.stringify(input)}`,
  });
}
