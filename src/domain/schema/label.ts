/** What readers call something that a scenario names. */

import { z } from 'zod';

/**
 * One text for both languages, or one for each. What is simulated goes by the English one, as the files of results do; the Dutch one
 * is for reports.
 *
 * @param most characters; absent: any number
 */
export function label(most?: number) {
  const any = z.string().min(1);
  const text = most === undefined ? any : any.max(most);
  return z
    .union([
      text,
      z.strictObject({
        nl: text.describe('What Dutch reports and charts call it.'),
        en: text.describe('What English reports, the tables and the terminal call it.'),
      }),
    ])
    .transform((given) => (typeof given === 'string' ? given : given.en))
    .meta({ forms: 'a text, or { nl: ..., en: ... }' });
}
