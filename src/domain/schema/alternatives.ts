/** Alternatives: what a source leaves open, as questions with weighted answers. */

import { z } from 'zod';
import { chosenName } from './chosen-name.js';
import { label } from './label.js';

const option = z
  .strictObject({
    weight: z
      .number()
      .min(0)
      .max(1)
      .describe(
        'How likely this answer is; the weights of a question add up to 1. Nobody knows them: 0.5 each says just that.',
      ),
    label: label(160).describe('The answer in words, as reports give it.'),
    note: z.string().min(1).describe('Why it may be so, and why it has this weight.').optional(),
  })
  .describe('An answer.');

const alternative = z
  .strictObject({
    question: label(200).describe('The question in words, as reports give it.'),
    source: z.string().min(1).describe('Where it is left open: document and section.').optional(),
    note: z.string().min(1).describe('What is known of it.').optional(),
    holds: z
      .string()
      .min(1)
      .describe(
        'The answer that holds, once it is known or to try it: every draw then has it, whatever the weights.',
      )
      .optional(),
    options: z
      .record(chosenName, option)
      .describe('The answers by name, at least two, in the order in which they are told.'),
  })
  .describe('A question that the source leaves open.');

/** The section of them. */
export const alternativesSchema = z.record(chosenName, alternative);

/** An alternative of a checked scenario. */
export type Alternative = z.output<typeof alternative>;
