/** Kinds of activities, in the schema. */

import { z } from 'zod';
import { hours } from './kinds-of-numbers.js';
import { label } from './label.js';
import { share } from './sections.js';

/** Kinds by name; `targets`: what an activity may act on. */
export const activityKindsSchema = (targets: readonly string[]) =>
  z
    .record(
      z.string().regex(/^[a-z][a-z0-9_]*$/, 'lower-case letters, digits and _'),
      z.strictObject({
        label: label().describe('What readers call this kind of activity.'),
        source: z.string().min(1).describe('What the kind rests on.').optional(),
        acts_on: z
          .array(z.enum(targets))
          .describe(
            'What activities of this kind act on; the sizes stand under effects. [] for nothing. Absent: what the law says of the kind, under law.acts_on.',
          )
          .optional(),
        full_hours: hours().describe(
          'Hours a week from which an activity of this kind has its whole effects. With fewer, the logarithm of the hazard ratio is in proportion to the hours; more add nothing. 0: whole at any hours. Activities of one kind that run at once count by their hours together; of several kinds that act on one thing, the one with the largest part counts.',
        ),
        lesson_return: share()
          .describe(
            'What an hour of it teaches beside the course of the law, as a share of an hour of the course: the language is learned at 1 + this x its hours / the hours of the course. Without a course it is learned at its hours / the hours of the course. Absent: activities of this kind give no lessons.',
          )
          .optional(),
      }),
    )
    .describe(
      'Kinds of activities by name, which activities refer to with kind: what they act on, and at how many hours a week in full.',
    )
    .optional();
